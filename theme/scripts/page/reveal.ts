/** Comes to a table that grows where one of its rows is wanted, although a search may leave it out. */
export const rowWanted = 'toolkit:wanted'

/** Shows the row of an element, although a search may leave it out. */
export function revealRow (element: Element): void {
  element.dispatchEvent(new Event(rowWanted, { bubbles: true }))
}

/** Goes to a field, whatever it is folded or left out with. */
export function reveal (field: HTMLElement): void {
  revealRow(field)
  for (let fold = field.closest('details'); fold !== null; fold = fold.parentElement?.closest('details') ?? null) fold.open = true
  field.scrollIntoView({ block: 'center' })
  field.focus({ preventScroll: true })
}
