import { button, hidden } from '../dom.ts'
import { talk } from './strings.ts'

/** Buttons that clear an answer: radios cannot be unchosen by themselves. Each comes with the first answer. */
export class ClearButtons {
  readonly #buttons = new Map<string, HTMLElement>()

  /** @param clear Told when one is pressed; the focus is on the radio then. */
  constructor (private readonly clear: (field: string) => void) {}

  show (radio: HTMLInputElement, yes: boolean): void {
    const known = this.#buttons.get(radio.name)
    if (known !== undefined) known.hidden = !yes
    else if (yes) this.#add(radio)
  }

  #add (radio: HTMLInputElement): void {
    const fieldset = radio.closest('fieldset')
    if (fieldset === null) return
    const made = button(talk.clear, 'link', () => {
      radio.focus()
      this.clear(radio.name)
    })
    made.classList.add('clear')
    made.append(hidden(`: ${fieldset.querySelector('legend')?.textContent?.trim() ?? ''}`))
    this.#buttons.set(radio.name, made)
    ;(fieldset.querySelector('.more') ?? fieldset).append(made)
  }
}
