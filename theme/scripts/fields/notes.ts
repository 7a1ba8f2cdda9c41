import { el, focusOn } from '../page/dom.ts'
import { inWords } from '../workbook/in-words.ts'
import { longestTyped } from '../workbook/limits.ts'
import { findPersonalData } from '../workbook/personal-data.ts'
import type { Control } from '../page/controls.ts'
import * as talk from '../words/fields.ts'

/** Reworded since it was answered; answered with an option that is gone; looks like personal data; something else was written there too. */
export type NoteKind = 'reworded' | 'gone' | 'personal' | 'beside'

/** Calm notes beside the fields of a form. */
export class FieldNotes {
  /** By kind and field. */
  readonly #notes = new Map<string, HTMLElement>()

  /** @param stillRight Told when someone says that an answer fits the new wording too. */
  constructor (
    private readonly form: HTMLElement,
    private readonly controlsOf: (field: string) => readonly Control[],
    private readonly stillRight: (field: string) => void
  ) {}

  /** Puts a note beside a field, or changes it. */
  show (field: string, kind: Exclude<NoteKind, 'beside'>, value: string): void {
    const content = kind === 'gone' ? [talk.gone({ answer: value })] : kind === 'reworded' ? this.#reworded(field) : personal(value)
    if (content === null) {
      this.remove(field, kind)
      return
    }
    const before = this.#notes.get(`${kind} ${field}`)
    if (before?.isConnected === true) {
      if (kind !== 'reworded') before.replaceChildren(...content)
      return
    }
    this.put(field, kind, el('p', { class: 'say', id: `${field}:${kind}`, role: 'status' }, ...content))
  }

  /** Puts a note beside a field, where readers are told of it. */
  put (field: string, kind: NoteKind, note: HTMLElement): void {
    const first = this.controlsOf(field)[0]
    if (first === undefined) return
    const legend = first instanceof HTMLInputElement && first.type === 'radio' ? first.closest('fieldset')?.querySelector('legend') : null
    if (legend != null) legend.after(note)
    else first.after(note)
    this.#notes.set(`${kind} ${field}`, note)
    this.#describe(field, note.id, true)
  }

  remove (field: string, kind: NoteKind): void {
    const note = this.#notes.get(`${kind} ${field}`)
    if (note === undefined) return
    if (note.contains(document.activeElement)) focusOn(note.closest<HTMLElement>('fieldset, tr, .instrument') ?? this.form)
    this.#describe(field, note.id, false)
    note.remove()
    this.#notes.delete(`${kind} ${field}`)
  }

  #reworded (field: string): (Node | string)[] {
    return [talk.reworded + ' ', el('button', {
      type: 'button',
      class: 'linkbtn',
      onclick: () => {
        this.stillRight(field)
        this.remove(field, 'reworded')
        this.controlsOf(field).find(c => !(c instanceof HTMLInputElement && c.type === 'radio') || c.checked)?.focus()
      }
    }, talk.stillRight)]
  }

  #describe (field: string, id: string, yes: boolean): void {
    for (const control of this.controlsOf(field)) {
      const ids = new Set((control.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean))
      if (yes) ids.add(id)
      else ids.delete(id)
      if (ids.size > 0) control.setAttribute('aria-describedby', [...ids].join(' '))
      else control.removeAttribute('aria-describedby')
    }
  }
}

function personal (text: string): string[] | null {
  const found = personalNote(text)
  return found === null ? null : [found]
}

/** What to say of a text that looks like somebody's personal data, or fills its field; null where it does neither. */
export function personalNote (text: string): string | null {
  // Whoever pasted more would miss the rest without a word.
  if (text.length >= longestTyped) return talk.full({ most: inWords(longestTyped) })
  const found = findPersonalData(text)
  return found === null ? null : `${talk.personal[found]} ${talk.personalAdvice}`
}
