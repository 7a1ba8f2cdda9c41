import { button, hidden } from '../page/dom.ts'
import type { Page } from '../page/page.ts'
import { wayBack } from '../page/way-back.ts'
import type { Edit } from '../workbook/edit.ts'
import * as talk from '../words/fields.ts'
import { ofWhat } from '../words/frame.ts'

/** Buttons that clear an answer: radios cannot be unchosen by themselves. Each comes with the first answer. */
export class ClearButtons {
  readonly #buttons = new Map<string, HTMLElement>()

  /** @param clear Clears a field; returns what undoes it. */
  constructor (private readonly page: Page, private readonly clear: (field: string) => readonly Edit[]) {}

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
      this.page.notice(talk.cleared, wayBack(this.page.session, this.clear(radio.name)))
    })
    made.classList.add('clear')
    made.append(hidden(ofWhat({ what: fieldset.querySelector('legend')?.textContent?.trim() ?? '' })))
    this.#buttons.set(radio.name, made)
    ;(fieldset.querySelector('.more') ?? fieldset).append(made)
  }
}
