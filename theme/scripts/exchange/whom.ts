import { el } from '../page/dom.ts'
import { setText } from '../page/keeper.ts'
import { plainName } from '../workbook/alike.ts'
import { randomName } from '../workbook/stamp.ts'
import { nameText } from '../workbook/text.ts'
import { nameFromFile, partnerNamed } from '../compare/whom.ts'
import { partnersOf, type Partner, type Workbook } from '../workbook/workbook.ts'
import { nameOf } from '../workbook/unnamed.ts'
import { listOf } from '../workbook/in-words.ts'
import { fromTheFile } from './sentences.ts'
import { quoted } from '../words/frame.ts'
import * as words from '../words/exchange.ts'

export type PartnerAsked = Pick<Partner, 'id' | 'name'>

/** One thing to ask: whom a part of a file is about. */
export interface Question {
  /** What the file says; '' where it says nothing. */
  name: string
  /** By which id the file knows that partner; null where it does not. */
  id: string | null
  /** Titles of what is about that partner; empty where it is the whole file. */
  parts: readonly string[]
  /** Who is chosen before anybody says something. */
  chosen: PartnerAsked | null
}

/** Asks whom a file is about: once for each name in it. Nothing goes to a partner that nobody chose. */
export function askPartners (questions: readonly Question[], book: () => Workbook, answered: (partners: PartnerAsked[]) => void): HTMLElement {
  const asked = questions.map(question => new Asked(question, book))
  const form = el('form', { novalidate: true, autocomplete: 'off' }, ...asked.map(one => one.fieldset),
    el('p', { class: 'btns' }, el('button', { type: 'submit', class: 'govuk-button' }, words.useIt)))
  form.addEventListener('submit', event => {
    event.preventDefault()
    const answers = asked.map(one => one.answer())
    const missing = answers.indexOf(null)
    if (missing >= 0) {
      asked[missing]!.focus()
      return
    }
    const partners = answers.flatMap(answer => answer ?? [])
    // A new partner that is named twice is one.
    answered(partners.map(partner => book().partners.has(partner.id) ? partner : partners.find(other => plainName(other.name) === plainName(partner.name))!))
  })
  return form
}

class Asked {
  readonly fieldset: HTMLElement
  readonly #radios: HTMLInputElement[] = []
  readonly #name: HTMLInputElement
  readonly #error: HTMLElement
  readonly #partners: Partner[]
  /** The new partner as the file has it. */
  readonly #inFile: { id: string | null, name: string }

  constructor ({ name, id, parts, chosen }: Question, private readonly book: () => Workbook) {
    const group = randomName('about-')
    // Somebody who was put away is still offered where the file is about them.
    this.#partners = partnersOf(book(), true).filter(p => p.archived === undefined || p.id === chosen?.id)
    const isKnown = this.#partners.some(p => p.id === chosen?.id)
    this.#inFile = { id: id !== null && book().partners.has(id) ? null : id, name: nameFromFile(name, book(), fromTheFile) }
    this.#name = el('input', { class: 'govuk-input', type: 'text', id: `${group}-name`, value: chosen !== null && !isKnown ? chosen.name : this.#inFile.name, autocomplete: 'off', maxlength: '120', 'aria-describedby': `${group}-error` })
    this.#error = el('p', { class: 'govuk-error-message', id: `${group}-error`, role: 'alert' })
    const option = (value: string, label: string, checked: boolean): HTMLElement => {
      const input = el('input', { class: 'govuk-radios__input', type: 'radio', name: group, id: `${group}-${value}`, value })
      input.checked = checked
      this.#radios.push(input)
      return el('div', { class: 'govuk-radios__item' }, input, el('label', { class: 'govuk-radios__label', for: input.id }, label))
    }
    this.fieldset = el('fieldset', { class: 'govuk-fieldset', 'aria-describedby': `${group}-hint ${group}-error` },
      el('legend', { class: 'govuk-fieldset__legend' }, parts.length === 0 ? words.whichPartner : words.whichPartnerOf({ tools: listOf(parts.map(text => quoted({ text }))) })),
      el('p', { class: 'govuk-hint', id: `${group}-hint` }, name !== '' ? words.namedInFile({ name }) : parts.length === 0 ? words.namesNone : words.namesNoneThere),
      this.#error,
      ...this.#partners.map(p => option(p.id, nameOf(p), p.id === chosen?.id)),
      option('new', words.newPartner, !isKnown && (name !== '' || chosen !== null || this.#partners.length === 0)),
      el('label', { class: 'govuk-label', for: this.#name.id }, words.newName), this.#name)
    // Whoever writes a name means that one. Coming by with Tab chooses nothing.
    for (const event of ['input', 'click']) this.#name.addEventListener(event, () => { this.#radios.at(-1)!.checked = true })
  }

  /** Null where nothing was chosen; the page then says so. */
  answer (): PartnerAsked | null {
    const value = this.#radios.find(radio => radio.checked)?.value
    const written = nameText(this.#name.value)
    const known = value === 'new' ? partnerNamed(written, this.book()) : this.#partners.find(p => p.id === value)
    setText(this.#error, known !== undefined || (value === 'new' && written !== '') ? '' : value === 'new' ? words.nameMissing : words.choiceMissing)
    if (value === 'new' && written === '') this.#name.setAttribute('aria-invalid', 'true')
    else this.#name.removeAttribute('aria-invalid')
    if (known !== undefined) return { id: known.id, name: nameOf(known) }
    // Under its own id it is known again when another file about it comes.
    const id = written === this.#inFile.name ? this.#inFile.id : null
    return value === 'new' && written !== '' ? { id: id ?? randomName('p'), name: written } : null
  }

  focus (): void {
    const chosen = this.#radios.find(radio => radio.checked)
    ;(chosen?.value === 'new' ? this.#name : chosen ?? this.#radios[0]!).focus()
  }
}
