import type { Page } from '../page/page.ts'
import type { Change } from '../storage/status.ts'
import { wayBack } from '../page/way-back.ts'
import { textsBeside, type Beside } from '../workbook/beside.ts'
import type { Edit } from '../workbook/edit.ts'
import type { Answer } from '../workbook/workbook.ts'
import { dayText } from '../workbook/guide-index.ts'
import { afterChoice, afterTyping, heldAt, wordingOf, type Choice, type Typing } from '../workbook/typing.ts'
import { BesideNote } from './beside-note.ts'
import { ClearButtons } from './clearing.ts'
import { countFilled } from './folds.ts'
import { afterPicture } from '../page/dom.ts'
import { isControl, isText, readControls, writeControls, type Control } from '../page/controls.ts'
import { offerPlaceOnce } from './keep-offer.ts'
import { FieldNotes } from './notes.ts'
import * as talk from '../words/fields.ts'

/** A field of a form, and what the workbook holds of it. */
export interface FieldState {
  controls: readonly Control[]
  answer: Answer | undefined
}

/** What some fields have beside them: calm notes, and a button that clears the answer. */
export class Asides {
  readonly #notes: FieldNotes
  readonly #clears: ClearButtons
  /** What somebody is typing: as long as the focus stays, nothing else is shown in its place. */
  #typing: Typing | null = null
  /** By field. */
  readonly #beside = new Map<string, BesideNote>()

  /** Asked for once: for each property of a form, browsers look whether a control is called so, and go through all of them when rows came. */
  readonly #perPartner: boolean

  constructor (
    form: HTMLElement, private readonly page: Page,
    private readonly stateOf: (field: string) => FieldState,
    private readonly change: (field: string, value: string, from: Change, more?: Beside & { wording?: string }) => Edit[]
  ) {
    this.#perPartner = form.dataset['per'] === 'partner'
    this.#notes = new FieldNotes(form, field => stateOf(field).controls, field => { change(field, stateOf(field).answer?.value ?? '', 'typed') })
    this.#clears = new ClearButtons(page, field => change(field, '', 'elsewhere'))
    form.addEventListener('change', ({ target }) => {
      if (!isControl(target)) return
      this.#lookForPersonalData(target)
      offerPlaceOnce(target, page)
    })
    form.addEventListener('focusout', () => { this.#stopTyping() })
    // Whoever comes back to the page is not in the middle of it any more, though the field keeps the focus.
    addEventListener('pagehide', () => { this.#stopTyping() })
  }

  /** Told what was typed, once it is in the workbook. */
  typed (control: Control): void {
    const { name } = control
    const { answer } = this.stateOf(name)
    const focused = control === document.activeElement
    this.#typing = focused && isText(control) && answer !== undefined ? { ...answer, field: name, subject: this.#subject } : null
    // A press is seen first, and what comes to stand beside it after; what is typed may have to be said while it is typed.
    if (isText(control)) this.show(name)
    else afterPicture(() => { this.show(name) })
    // Somebody may have gone on before this script came.
    if (!focused) this.#lookForPersonalData(control)
  }

  /** What somebody is typing there, unless it is gone: locked, erased, about another partner. */
  held (field: string): Typing | undefined {
    return this.#typing?.field !== field ? undefined : heldAt(this.#typing, { subject: this.#subject, field }, this.stateOf(field).answer)
  }

  /** What somebody typed stays in sight where another tab wrote at the same time: that stands beside it then. */
  #stopTyping (): void {
    if (this.#typing === null) return
    const { field } = this.#typing
    const typing = this.held(field)
    const { controls, answer } = this.stateOf(field)
    this.#typing = null
    const next = afterTyping(typing, answer)
    if (next === 'nothing') return
    if (next === 'keep') this.change(field, typing!.value, 'typed', { over: typing, ...wordingOf(typing) })
    else writeControls(controls, answer!.value)
    this.show(field)
  }

  get #subject (): string | null {
    return this.page.partner.subject(this.#perPartner, false)
  }

  /** What stands beside a field whose answer is no option any more, was given to other words, or can be cleared. */
  show (field: string): void {
    const { controls, answer } = this.stateOf(field)
    const value = answer?.value ?? ''
    const gone = this.held(field) === undefined && readControls(controls) !== value && !controls[0]?.type.startsWith('text')
    const wording = controls[0]?.dataset['wording']
    const reworded = !gone && value !== '' && answer?.wording !== undefined && wording !== undefined && answer.wording !== wording
    this.#note(field, 'gone', gone ? value : null)
    this.#note(field, 'reworded', reworded ? value : null)
    if (value === '') this.#note(field, 'personal', null)
    const radio = controls[0]
    if (radio?.type === 'radio') this.#clears.show(radio as HTMLInputElement, value !== '')
    this.#showBeside(field)
    countFilled(controls[0])
  }

  /** What another tab wrote there at the same time. Of a tick that was set and taken away at once there is nothing to tell. */
  #showBeside (field: string): void {
    const { controls, answer } = this.stateOf(field)
    const [first] = controls
    const texts = answer?.rest === undefined || first?.type === 'checkbox' ? [] : textsBeside(answer, this.held(field))
    if (texts.length === 0 || first === undefined) {
      if (this.#beside.delete(field)) this.#notes.remove(field, 'beside')
      return
    }
    let note = this.#beside.get(field)
    if (note?.element.isConnected !== true) {
      const typed = first.type.startsWith('text')
      note = new BesideNote(`${field}:beside`, typed ? talk.besideWritten : talk.besideChosen, typed ? ['use', 'add', 'drop'] : ['use', 'drop'],
        value => saidBy(controls, value), (choice, value) => { this.#choose(field, choice, value) })
      this.#beside.set(field, note)
      this.#notes.put(field, 'beside', note.element)
      // A note to an answer is in sight, too, where it says something beside it alone.
      first.closest<HTMLDetailsElement>('.item details, .rest > details')?.setAttribute('open', '')
    }
    note.show(texts)
  }

  #choose (field: string, choice: Choice, value: string): void {
    const { controls, answer } = this.stateOf(field)
    const present = readControls(controls)
    // Of a text that is used, the form itself says the wording.
    const { value: now, ...more } = afterChoice(choice, value, present, controls[0]?.type === 'textarea' ? '\n' : ' ', {}, answer)
    ;(controls.find(control => control instanceof HTMLInputElement && control.checked) ?? controls[0])?.focus()
    const undo = this.change(field, now, 'elsewhere', more)
    this.page.notice(talk.besideDone[choice], wayBack(this.page.session, undo))
  }

  #lookForPersonalData (control: Control): void {
    if (isText(control)) this.#note(control.name, 'personal', control.value.length < 6 ? null : control.value)
  }

  /** Puts a calm note beside a field, or takes it away: null. */
  #note (field: string, kind: 'gone' | 'reworded' | 'personal', value: string | null): void {
    if (value !== null) this.#notes.show(field, kind, value)
    else this.#notes.remove(field, kind)
  }
}

/** An answer in the words of its controls. */
function saidBy (controls: readonly Control[], value: string): string {
  for (const control of controls) {
    if (control instanceof HTMLSelectElement) return [...control.options].find(option => option.value === value)?.text ?? value
    if (control.type === 'radio' && control.value === value) return control.labels?.[0]?.textContent?.trim() ?? value
    if (control.type === 'date') return dayText(value)
  }
  return value
}
