import { el, freeId, isLeaving } from './dom.ts'

/**
 * Asks something before all else. A dialog makes the page below it inert, the bar too: each has the exit of its own, where
 * the bar's stands, and the words that count the presses of Shift.
 * @param fill Makes what stands below the title; is given what closes the dialog.
 */
export function ask (title: string, fill: (close: () => void) => readonly (Node | string)[]): void {
  // Its script may have come late.
  if (isLeaving()) return
  const id = freeId('ask')
  const box = el('div', { class: 'ask-first' }, el('h2', { id }, title), ...fill(() => { dialog.close() }))
  const exit = document.querySelector('.keeper [data-part~="exit"]')!.cloneNode(true)
  const dialog = el('dialog', { class: 'over', 'aria-labelledby': id }, el('div', { class: 'wrap' }, exit), box)
  const opener = document.activeElement
  const counted = document.querySelector('body > .vh[role=status]')
  dialog.addEventListener('close', () => {
    if (isLeaving()) return
    if (counted !== null) document.body.append(counted)
    dialog.remove()
    if (opener instanceof HTMLElement) opener.focus()
  })
  document.body.append(dialog)
  dialog.showModal()
  if (counted !== null) dialog.append(counted)
  const first = box.querySelector<HTMLElement>('[autofocus]') ?? box.querySelector<HTMLElement>('input, select, textarea, button')
  first?.focus()
}
