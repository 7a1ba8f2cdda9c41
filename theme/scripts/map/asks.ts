import { button, el, hidden } from '../page/dom.ts'
import { wayBack } from '../page/way-back.ts'
import type { FieldDefinition } from '../workbook/guide.ts'
import { answerOf, asked } from '../workbook/map/answers.ts'
import type { Finding } from '../workbook/map/findings.ts'
import { agency, valueOf } from '../workbook/workbook.ts'
import { ofWhat } from '../words/frame.ts'
import * as words from '../words/map.ts'
import type { MapContext } from './context.ts'

/** Beside questions that people answer themselves: what the map knows about them, to be taken over by a press. */
export class Asks {
  readonly #notes: { mark: typeof asked[number], field: FieldDefinition, note: HTMLElement, said: HTMLElement }[] = []

  /** @param form In which the questions stand. */
  constructor (private readonly context: MapContext, form: ParentNode) {
    for (const part of context.of.instrument.parts) {
      if (!('field' in part)) continue
      const { field } = part
      const mark = asked.find(one => field.marks?.includes(one))
      const control = form.querySelector(`[id="${CSS.escape(field.id)}"]`)
      if (mark === undefined || control === null) continue
      const said = el('span')
      const write = button(words.writeHere, 'link', () => { this.#write(field, said.dataset['text'] ?? '') })
      write.append(hidden(ofWhat({ what: field.label })))
      const note = el('p', { class: 'map-knows not-on-paper' }, said, ' ', write)
      control.after(note)
      this.#notes.push({ mark, field, note, said })
    }
  }

  /** @param any Whether there is anybody on the map. */
  show (findings: readonly Finding[], any: boolean): void {
    for (const { mark, note, said, field } of this.#notes) {
      const text = any ? answerOf(mark, this.context.of, findings).join(' ') : ''
      note.hidden = text === '' || valueOf(this.context.page.session.book, agency, field.id).includes(text)
      if (said.dataset['text'] === text) continue
      said.dataset['text'] = text
      said.textContent = words.knows({ text })
    }
  }

  #write (field: FieldDefinition, text: string): void {
    const { page } = this.context
    const { session } = page
    const now = valueOf(session.book, agency, field.id)
    const undo = session.change([{ kind: 'answer', subject: agency, field: field.id, value: now === '' ? text : `${now}\n${text}`, wording: field.wording }])
    page.notice(words.written, wayBack(session, undo))
  }
}
