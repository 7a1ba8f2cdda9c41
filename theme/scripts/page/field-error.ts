import { setText } from './keeper.ts'

/**
 * Says what is wrong with a field, or nothing any more: '' . Who comes to the field hears it too.
 * @param wrong Where it is said; it has an id.
 */
export function sayWrong (wrong: HTMLElement, input: HTMLInputElement, text: string): void {
  setText(wrong, text)
  if (text === '') {
    input.removeAttribute('aria-invalid')
    input.removeAttribute('aria-describedby')
    return
  }
  input.setAttribute('aria-invalid', 'true')
  input.setAttribute('aria-describedby', wrong.id)
  input.focus()
  // Not under the bar, which some browsers leave out of account when the focus moves.
  wrong.scrollIntoView({ block: 'nearest' })
}
