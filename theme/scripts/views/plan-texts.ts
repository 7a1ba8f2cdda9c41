import type { Page } from '../page/page.ts'
import { setText } from '../page/keeper.ts'
import { wayBack } from '../page/way-back.ts'
import { el } from '../page/dom.ts'
import { textsBeside } from '../workbook/beside.ts'
import type { GuideIndex } from '../workbook/guide-index.ts'
import { longestTyped } from '../workbook/limits.ts'
import { stepPlace, type PlanHome, type StepField } from '../workbook/plan.ts'
import { afterChoice, afterTyping, heldAt, wordingOf, type Choice, type Typing, type Wording } from '../workbook/typing.ts'
import type { Answer } from '../workbook/workbook.ts'
import { besideDone, besideWritten } from '../words/fields.ts'

/** Whose answer to what. */
interface Place { subject: string, field: string }

/** The texts of the plan's steps: what somebody is typing, what another tab wrote in the same place, and notes to them. */
export class StepTexts {
  /** While a step is being written from its own control, which shows it already. */
  writing = false
  /** While the table is drawn anew, controls lose the focus though nobody stopped typing. */
  drawing = false
  readonly #fields: Promise<Provided['fields']>
  #loaded: Provided['fields'] | null = null
  /** Whether something would stand beside a step, were its script there. */
  #lacking = false
  #typing: (Typing & Place) | null = null
  /** What other tabs wrote at the same time, by where it was written. */
  readonly #beside = new Map<string, InstanceType<Provided['fields']['BesideNote']>>()

  /** @param redraw Draws the steps anew. */
  constructor (private readonly page: Page, private readonly home: PlanHome, private readonly index: GuideIndex, private readonly redraw: () => void) {
    this.#fields = page.load('fields')
    // Without them the plan is a plan too: it lacks some notes.
    this.#fields.then(api => {
      this.#loaded = api
      if (this.#lacking) redraw()
    }).catch(console.error)
    // Whoever comes back to the page is not in the middle of it any more, though the field keeps the focus.
    addEventListener('pagehide', () => { this.stopTyping() })
  }

  /** What stands in the control of a step: what somebody is typing there, else what the workbook says. */
  shown (key: string, column: StepField, value: string): string {
    return this.#heldAt(stepPlace(this.home, key, column))?.value ?? value
  }

  /** @param typed Whether the control keeps what somebody types while other tabs write. */
  write (key: string, column: StepField, value: string, typed: boolean): void {
    const place = stepPlace(this.home, key, column)
    this.#change(place, value, { ...this.#wordingNow(key, column), over: this.#heldAt(place) })
    const answer = this.#answerAt(place)
    this.#typing = typed && answer !== undefined ? { ...answer, ...place } : null
  }

  /** What somebody typed stays in sight where another tab wrote at the same time: that stands beside it then. */
  stopTyping (): void {
    if (this.drawing || this.#typing === null) return
    const place = this.#typing
    const held = this.#heldAt(place)
    const next = afterTyping(held, this.#answerAt(place))
    this.#typing = null
    if (next === 'show') this.redraw()
    else if (next === 'keep') this.#change({ subject: place.subject, field: place.field }, place.value, { ...wordingOf(held), over: held })
  }

  /** Puts calm notes below a control: where it looks like somebody's personal data, where another tab wrote too. */
  noted (control: HTMLInputElement | HTMLTextAreaElement, key: string, column: StepField): HTMLElement {
    control.maxLength = longestTyped
    const others = this.#besideOf(key, column)
    const note = el('p', { class: 'say', id: `${control.id}:personal`, hidden: true })
    const look = async (): Promise<void> => {
      const found = (await this.#fields).personalNote(control.value)
      note.hidden = found === null
      setText(note, found ?? '')
      const about = [...found === null ? [] : [note], ...others].map(({ id }) => id)
      if (about.length === 0) control.removeAttribute('aria-describedby')
      else control.setAttribute('aria-describedby', about.join(' '))
    }
    const lookAgain = (): void => { look().catch(() => {}) }
    control.addEventListener('change', lookAgain)
    // Said to who writes here, and not again whenever the plan is drawn anew.
    control.addEventListener('input', () => { note.role = 'status' }, { once: true })
    lookAgain()
    return el('div', {}, control, note, ...others)
  }

  /** What another tab wrote there at the same time, with the ways to choose. */
  #besideOf (key: string, column: StepField): HTMLElement[] {
    const place = stepPlace(this.home, key, column)
    const answer = this.#answerAt(place)
    const name = `${place.subject} ${place.field}`
    const texts = answer?.rest === undefined ? [] : textsBeside(answer, this.#heldAt(place))
    const known = this.#beside.get(name)
    if (texts.length === 0 || this.#loaded === null) {
      this.#beside.delete(name)
      this.#lacking ||= texts.length > 0
      return []
    }
    known?.quiet()
    const { BesideNote } = this.#loaded
    const note = known ?? new BesideNote(`${controlId(key, column)}:beside`, besideWritten, ['use', 'add', 'drop'], text => text, (choice, text) => {
      this.#choose(key, column, choice, text, besideDone[choice])
    })
    this.#beside.set(name, note)
    note.show(texts)
    return [note.element]
  }

  #choose (key: string, column: StepField, choice: Choice, text: string, done: string): void {
    const { session } = this.page
    const place = stepPlace(this.home, key, column)
    const now = this.#answerAt(place)
    if (now === undefined) return
    const separator = column === 'what' || column === 'first' ? '\n' : ' '
    document.getElementById(controlId(key, column))?.focus()
    const chosen = afterChoice(choice, text, now.value, separator, this.#wordingNow(key, column), now)
    this.page.notice(done, wayBack(session, session.change([{ kind: 'answer', ...place, ...chosen }])))
  }

  #change (place: Place, value: string, more: Wording & { over: Typing | undefined }): void {
    this.writing = true
    this.page.session.change([{ kind: 'answer', ...place, value, ...more }])
    this.writing = false
  }

  #answerAt ({ subject, field }: Place): Answer | undefined {
    return this.page.session.book.subjects.get(subject)?.answers.get(field)
  }

  #heldAt (place: Place): Typing | undefined {
    return heldAt(this.#typing, place, this.#answerAt(place))
  }

  #wordingNow (key: string, column: StepField): Wording {
    return wordingOf(this.index.field(stepPlace(this.home, key, column).field)?.definition)
  }
}

/** Controls of the plan never share an id with those of the worksheet, which may stand on the same page. */
export function controlId (key: string, part: StepField): string {
  return `step:${key}:${part}`
}
