import { el, freeId } from './dom.ts'
import { setText } from './keeper.ts'
import * as words from '../words/storage.ts'

/** Fewest characters of a passphrase. */
const shortest = 12

/** A field for a passphrase, and what is wrong with what stands in it. */
export class PassphraseField {
  readonly input: HTMLInputElement
  readonly parts: readonly HTMLElement[]
  readonly #wrong: HTMLElement
  readonly #hint: string

  /** @param hint What stands below the label. */
  constructor (label: string, hint = '') {
    // Two that are made together are not in the document yet: their labels differ.
    const id = freeId(`passphrase${label.length}`)
    this.#hint = hint === '' ? '' : `${id}-hint`
    this.#wrong = el('p', { class: 'govuk-error-message', id: `${id}-wrong`, role: 'alert' })
    this.input = el('input', { class: 'govuk-input', type: 'password', id, autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false' })
    this.parts = [
      el('label', { class: 'govuk-label', for: id }, label),
      ...hint === '' ? [] : [el('p', { class: 'govuk-hint', id: this.#hint }, hint)],
      this.#wrong, this.input
    ]
    this.refuse('')
  }

  get value (): string {
    return this.input.value
  }

  /**
   * Says what is wrong, and leads to the field; '' takes it back.
   * @param again Whether typing begins anew.
   */
  refuse (problem: string, again = false): void {
    const { input } = this
    setText(this.#wrong, problem)
    const described = [this.#hint, problem === '' ? '' : this.#wrong.id].filter(Boolean).join(' ')
    if (described === '') input.removeAttribute('aria-describedby')
    else input.setAttribute('aria-describedby', described)
    if (problem === '') {
      input.removeAttribute('aria-invalid')
      return
    }
    input.setAttribute('aria-invalid', 'true')
    if (again) input.select()
    input.focus()
    // Some browsers scroll a focused field no further than below the bar, and what is wrong stands above it.
    this.parts[0]!.scrollIntoView({ block: 'nearest' })
  }
}

/** A new passphrase, typed twice: a slip of the finger would lock its owner out. */
export class NewPassphrase {
  readonly parts: readonly HTMLElement[]
  readonly #first: PassphraseField
  readonly #again = new PassphraseField(words.passphraseAgain)

  constructor (label: string, hint = '') {
    this.#first = new PassphraseField(label, hint)
    this.parts = [...this.#first.parts, ...this.#again.parts]
  }

  get value (): string {
    return this.#first.value
  }

  /** Whether it can be used; says what is wrong otherwise. */
  check (): boolean {
    const [first, again] = [this.#first, this.#again]
    for (const field of [again, first]) field.refuse('')
    if (first.value.length < shortest) first.refuse(words.tooShort)
    else if (first.value !== again.value) again.refuse(words.notSame)
    else return true
    return false
  }
}
