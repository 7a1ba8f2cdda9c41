import type { Page } from '../page/page.ts'
import type { Change } from '../storage/status.ts'
import type { Beside } from '../workbook/beside.ts'
import type { Edit } from '../workbook/edit.ts'
import type { Answer } from '../workbook/workbook.ts'
import { ClearButtons } from './clearing.ts'
import { readControls, type Control } from '../page/controls.ts'
import type { Typing } from './form.ts'
import { FieldNotes, type NoteKind } from './notes.ts'

/** A field of a form, and what the workbook holds of it. */
export interface FieldState {
  controls: readonly Control[]
  answer: Answer | undefined
  /** What is shown in the place of the answer, because somebody is typing it. */
  typing: Typing | undefined
}

/** What some fields have beside them: calm notes, and a button that clears the answer. */
export class Asides {
  readonly #notes: FieldNotes
  readonly #clears: ClearButtons

  constructor (
    form: HTMLFormElement, page: Page,
    private readonly stateOf: (field: string) => FieldState,
    change: (field: string, value: string, from: Change, beside?: Beside) => Edit[]
  ) {
    this.#notes = new FieldNotes(form, field => stateOf(field).controls, field => { change(field, stateOf(field).answer?.value ?? '', 'typed') })
    this.#clears = new ClearButtons(page, field => change(field, '', 'elsewhere'))
  }

  /** What stands beside a field whose answer is no option any more, was given to other words, or can be cleared. */
  show (field: string): void {
    const { controls, answer, typing } = this.stateOf(field)
    const value = answer?.value ?? ''
    const gone = typing === undefined && readControls(controls) !== value
    const wording = controls[0]?.dataset['wording']
    const reworded = !gone && value !== '' && answer?.wording !== undefined && wording !== undefined && answer.wording !== wording
    this.#note(field, 'gone', gone ? value : null)
    this.#note(field, 'reworded', reworded ? value : null)
    if (value === '') this.#note(field, 'personal', null)
    const radio = controls[0]
    if (radio?.type === 'radio') this.#clears.show(radio as HTMLInputElement, value !== '')
  }

  lookForPersonalData (control: Control): void {
    this.#note(control.name, 'personal', control.value.length < 6 ? null : control.value)
  }

  /** Puts a calm note beside a field, or takes it away: null. */
  #note (field: string, kind: NoteKind, value: string | null): void {
    if (value !== null) this.#notes.show(field, kind, value)
    else this.#notes.remove(field, kind)
  }
}
