import { button, el } from '../page/dom.ts'
import { longestTyped } from '../workbook/limits.ts'
import { stepsMade } from '../workbook/meeting-record.ts'
import { reasonPlace, type Question } from '../workbook/meetings.ts'
import { dayText } from '../workbook/guide-index.ts'
import { addStep, planHome, readStep, removeStep, stepPlace, type PlanHome, type Step } from '../workbook/plan.ts'
import { seenRow } from '../workbook/rows.ts'
import { afterTyping, heldAt, wordingOf, type Typing } from '../workbook/typing.ts'
import { valueOf, type Answer } from '../workbook/workbook.ts'
import { language } from '../words/language.ts'
import * as words from '../words/meeting.ts'
import { decide, viewsHere, type MeetingState } from './state.ts'

/** How many are asked for who see it differently, at least. */
const leastCount = 12

type StepInput = 'what' | 'who' | 'due'
type Input = HTMLInputElement | HTMLTextAreaElement
interface Place { subject: string, field: string, wording?: string }

/** What the note taker writes about one question: reason, who sees it differently, next steps. Everything goes to where it is kept while it is typed. */
export class Minutes {
  readonly element: HTMLElement
  readonly question: Question
  readonly #home: PlanHome
  readonly #why = el('textarea', { class: 'govuk-textarea', id: 'meet-why', rows: '1' })
  readonly #whyLabel = el('label', { class: 'govuk-label', for: 'meet-why' })
  readonly #differ = el('div', { class: 'minutes__differ' })
  readonly #made = el('ul', { class: 'minutes__made' })
  readonly #inputs: Record<StepInput, HTMLInputElement>
  readonly #another: HTMLButtonElement
  /** Birth of the step that the fields show; null where they begin one. */
  #step: string | null
  #drawn = ''
  /** What somebody is typing: what another tab writes there meanwhile stands beside it. */
  readonly #typing = new Map<Input, Typing>()
  readonly #list = new Intl.ListFormat(language, { type: 'unit' })

  constructor (private readonly state: MeetingState) {
    this.question = state.question
    this.#home = planHome(state.guide)
    this.#step = state.meeting.decisions.get(this.question.item.id)?.steps.at(-1) ?? null
    this.#why.maxLength = longestTyped
    this.#why.addEventListener('input', () => { this.#writeWhy() })
    this.#why.addEventListener('blur', () => { this.#stopTyping(this.#why) })
    const input = (part: StepInput, type: string): HTMLInputElement => {
      const made = el('input', { class: `govuk-input${type === 'date' ? ' govuk-input--date' : ''}`, type, id: `meet-step-${part}`, autocomplete: 'off' })
      made.maxLength = longestTyped
      made.addEventListener('input', () => { this.#writeStep(part) })
      made.addEventListener('blur', () => { this.#stopTyping(made) })
      return made
    }
    this.#inputs = { what: input('what', 'text'), who: input('who', 'text'), due: input('due', 'date') }
    const { what, who, due } = this.#inputs
    who.setAttribute('list', 'meet-roles')
    this.#another = button(words.anotherStep, 'link', () => {
      this.#step = null
      this.#fill()
      what.focus()
    })
    this.#another.id = 'meet-another'
    const field = (label: string, input: HTMLElement): HTMLElement => el('div', { class: 'f' }, el('label', { class: 'govuk-label', for: input.id }, label), input)
    this.element = el('form', { class: 'minutes', novalidate: true, autocomplete: 'off', 'aria-label': words.noteTaker, onsubmit: event => { event.preventDefault() } },
      el('div', { class: 'minutes__f' }, el('div', { class: 'f' }, this.#whyLabel, this.#why),
        el('fieldset', { class: 'govuk-fieldset minutes__step' }, el('legend', { class: 'vh' }, words.step), field(words.step, what), field(words.stepWho, who), field(words.stepDue, due))),
      el('div', { class: 'minutes__more' }, this.#differ, el('p', { class: 'quiet' }, words.stepHint, ' ', this.#another), this.#made),
      el('datalist', { id: 'meet-roles' }, ...state.meeting.roles.map(role => el('option', { value: role }))))
    this.show()
  }

  /** Shows what is kept now; what somebody is writing stays. */
  show (): void {
    const { state } = this
    const decision = state.meeting.decisions.get(this.question.item.id)
    const { subject, field } = reasonPlace(state.meeting, this.question)
    this.#whyLabel.textContent = decision?.state === 'parked' ? words.whyParked : words.why
    this.#put(this.#why, valueOf(state.page.session.book, subject, field))
    this.#differ.hidden = decision?.state !== 'agreed'
    const named = viewsHere(state).filter(({ layer }) => layer.kind === 'colleague')
    const roles = named.length === 0 ? [] : [...new Set([...named.map(({ layer }) => layer.name), ...state.meeting.roles])]
    const now = JSON.stringify([roles, decision?.by, decision?.dissent])
    if (now !== this.#drawn && !this.#differ.contains(document.activeElement)) {
      this.#drawn = now
      this.#differ.replaceChildren(...roles.length > 0 ? this.#roles(roles, decision?.by ?? []) : this.#count(decision?.dissent ?? 0))
    }
    this.#fill()
  }

  #fill (): void {
    const { book } = this.state.page.session
    const births = this.state.meeting.decisions.get(this.question.item.id)?.steps ?? []
    const made = stepsMade(book, this.#home, births)
    const now = this.#step === null ? undefined : made.find(step => this.#bornOf(step.key) === this.#step)
    for (const [part, input] of Object.entries(this.#inputs)) this.#put(input, now?.[part as StepInput] ?? '')
    this.#another.hidden = made.length === 0
    this.#made.replaceChildren(...made.filter(step => step !== now).map(step => el('li', {}, told(step, this.#list))))
  }

  #roles (roles: readonly string[], by: readonly string[]): HTMLElement[] {
    const summary = el('summary', {})
    const tell = (): void => { summary.textContent = `${words.differBy}: ${chosen().length === 0 ? words.nobody : this.#list.format(chosen())}` }
    const boxes = roles.map((role, i) => {
      const box = el('input', { class: 'govuk-checkboxes__input', type: 'checkbox', id: `meet-by-${i}`, value: role })
      box.checked = by.includes(role)
      box.addEventListener('change', () => {
        this.state.change([decide(this.state, 'by', chosen().join('\n'))], true)
        tell()
      })
      return box
    })
    const chosen = (): string[] => boxes.filter(({ checked }) => checked).map(({ value }) => value)
    tell()
    return [el('details', { class: 'minutes__by' }, summary, el('fieldset', { class: 'govuk-fieldset' }, el('legend', { class: 'vh' }, words.differBy), ...boxes.map(box =>
      el('div', { class: 'govuk-checkboxes__item' }, box, el('label', { class: 'govuk-checkboxes__label', for: box.id }, box.value)))))]
  }

  #count (dissent: number): HTMLElement[] {
    const most = Math.max(leastCount, this.state.meeting.roles.length, dissent)
    const select = el('select', { class: 'govuk-select', id: 'meet-differ' }, ...Array.from({ length: most + 1 }, (_, i) => el('option', { value: String(i), selected: i === dissent }, i === 0 ? words.nobody : String(i))))
    select.addEventListener('change', () => { this.state.change([decide(this.state, 'dissent', select.value)], true) })
    return [el('label', { class: 'govuk-label', for: select.id }, words.differ), select]
  }

  #writeWhy (): void {
    this.#type(this.#why, reasonPlace(this.state.meeting, this.question))
  }

  #type (input: Input, place: Place): void {
    this.state.change([{ kind: 'answer', ...place, value: input.value, over: heldAt(this.#typing.get(input) ?? null, place, this.#answerAt(place)) }], true)
    this.#hold(input, place)
  }

  #hold (input: Input, { subject, field }: Place): void {
    const answer = this.#answerAt({ subject, field })
    if (answer !== undefined && input === document.activeElement) this.#typing.set(input, { ...answer, subject, field })
  }

  /** What was typed stays in sight where another tab wrote at the same time. */
  #stopTyping (input: Input): void {
    const typing = this.#typing.get(input)
    this.#typing.delete(input)
    if (typing?.subject == null) return
    const place = { subject: typing.subject, field: typing.field }
    const held = heldAt(typing, place, this.#answerAt(place))
    const next = afterTyping(held, this.#answerAt(place))
    if (next === 'keep') this.state.change([{ kind: 'answer', ...place, value: typing.value, ...wordingOf(held), over: held }], true)
    else if (next === 'show') this.show()
  }

  #answerAt ({ subject, field }: Place): Answer | undefined {
    return this.state.page.session.book.subjects.get(subject)?.answers.get(field)
  }

  /** Shows a text where nobody is typing another one. */
  #put (input: Input, value: string): void {
    if (!this.#typing.has(input) && input.value !== value) input.value = value
  }

  /** The step is in the plan with its first letter, and goes again with its last one. */
  #writeStep (part: StepInput): void {
    const { state } = this
    const { session } = state.page
    const values = { what: this.#inputs.what.value, who: this.#inputs.who.value, due: this.#inputs.due.value }
    const isEmpty = Object.values(values).every(text => text === '')
    const births = state.meeting.decisions.get(this.question.item.id)?.steps ?? []
    const key = this.#step === null ? undefined : stepsMade(session.book, this.#home, [this.#step])[0]?.key
    if (key === undefined) {
      if (isEmpty) return
      const { key, edits } = addStep(session.book, this.#home, session.clock.next(), { ...values, from: `${state.meeting.about}/${state.tool.id}.${this.question.item.id}` })
      state.change(edits, true)
      this.#step = this.#bornOf(key) ?? null
      this.#hold(this.#inputs[part], stepPlace(this.#home, key, part))
      if (this.#step !== null) state.change([...state.state === 'rest' ? [decide(state, 'state', 'open')] : [], decide(state, 'steps', [...births, this.#step].join('\n'))], true)
    } else if (isEmpty) {
      state.change([...removeStep(session.book, this.#home, key), decide(state, 'steps', births.filter(born => born !== this.#step).join('\n'))], true)
      this.#step = null
    } else {
      const before = readStep(session.book, this.#home, key)
      // The browser may have filled in another one.
      for (const other of Object.keys(values) as StepInput[]) {
        if (other === part || (values[other] !== before[other] && !this.#typing.has(this.#inputs[other]))) this.#type(this.#inputs[other], stepPlace(this.#home, key, other))
      }
    }
    this.#another.hidden = this.#step === null
  }

  #bornOf (key: string): string | undefined {
    return seenRow(this.state.page.session.book, this.#home.subject, this.#home.table.id, key).born
  }
}

function told ({ what, who, due }: Step, list: Intl.ListFormat): string {
  const more = [who, due === '' ? '' : dayText(due)].filter(text => text !== '')
  return more.length === 0 ? what : words.stepMade({ what, more: list.format(more) })
}
