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
  const box = el('div', { class: 'ask-first' }, el('h2', { id }, title), ...fill(() => {
    // Before the browser tells that it closed: what comes in its place takes these words along.
    if (counted !== null && !isLeaving()) document.body.append(counted)
    dialog.close()
  }))
  const exit = document.querySelector('.keeper [data-part~="exit"]')!.cloneNode(true)
  const dialog = el('dialog', { class: 'over', 'aria-labelledby': id }, el('div', { class: 'wrap' }, exit), box)
  const opener = document.activeElement
  const counted = document.querySelector('body > .vh[role=status]')
  dialog.addEventListener('close', () => {
    if (isLeaving()) return
    if (counted !== null && dialog.contains(counted)) document.body.append(counted)
    dialog.remove()
    document.body.classList.toggle('is-asked', document.querySelector('dialog.over') !== null)
    if (opener instanceof HTMLElement) opener.focus()
  })
  document.body.append(dialog)
  // For the bar's own exit. By a class and not by `:has`, which would look at every element whenever any part is drawn anew.
  document.body.classList.add('is-asked')
  dialog.showModal()
  if (counted !== null) dialog.append(counted)
  const first = box.querySelector<HTMLElement>('[autofocus]') ?? box.querySelector<HTMLElement>('input, select, textarea, button')
  first?.focus()
}

/** What covers the whole window. */
export interface Cover {
  dialog: HTMLDialogElement
  /** Takes it away, with what was asked above it; the focus goes back to where it was. */
  close: () => void
  /** Asks something above it. */
  askAbove: typeof ask
}

/**
 * Covers the window with a view that has an exit of its own among its parts. Escape does not end it: it is pressed by mistake.
 * @param leave Called where the browser closes it all the same: nobody can keep a dialog open against a second Escape.
 */
export function cover (of: string, labelledBy: string, parts: readonly Node[], leave: () => void): Cover {
  const dialog = el('dialog', { class: of, 'aria-labelledby': labelledBy, oncancel: event => { event.preventDefault() } }, ...parts)
  const opener = document.activeElement
  const counted = document.querySelector('body > .vh[role=status]')
  let open = true
  const hear = (): void => { if (counted !== null && open && !isLeaving()) dialog.append(counted) }
  dialog.addEventListener('close', () => { if (open) leave() })
  document.body.append(dialog)
  dialog.showModal()
  hear()
  return {
    dialog,
    close () {
      open = false
      if (isLeaving()) return
      for (const above of document.querySelectorAll<HTMLDialogElement>('dialog.over')) above.close()
      if (counted !== null) document.body.append(counted)
      dialog.close()
      dialog.remove()
      if (opener instanceof HTMLElement) opener.focus()
    },
    askAbove (title, fill) {
      // The words that count presses of Shift go where they are heard.
      if (counted !== null) document.body.append(counted)
      ask(title, fill)
      document.querySelector('dialog.over')?.addEventListener('close', hear)
    }
  }
}
