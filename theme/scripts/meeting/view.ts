import { cover, type Cover } from '../page/dialog.ts'
import { button, el, focusOn, isLeaving } from '../page/dom.ts'
import { setText } from '../page/keeper.ts'
import type { Page } from '../page/page.ts'
import { redraw } from '../page/redraw.ts'
import { wear } from '../page/sheet.ts'
import type { Change } from '../storage/status.ts'
import { today } from '../workbook/day.ts'
import { numbered, titleOfMeeting } from '../workbook/meeting-record.ts'
import { changePart, isDay, meetingIn, optionsOf } from '../workbook/meetings.ts'
import * as words from '../words/meeting.ts'
import { pressOf, type Focus } from './keys.ts'
import { Minutes } from './minutes.ts'
import { drawQuestion, hasMinutes, saidOf, type Acts } from './question.ts'
import { drawRecord } from './record.ts'
import { decide, isLast, isShown, MeetingState } from './state.ts'

/** Under which names the tab remembers the meeting that is held in it, and that single keys are off. */
const [held, keysOff] = ['meeting', 'meeting-keys']
/** The place in the address by which a reload resumes. */
const place = '#meeting'

/** What the history's entry holds while a meeting is shown: which one, and what the entry held before. */
interface Entry { meeting: string, hash: string, state: unknown }

type Screen = 'question' | 'list' | 'end' | 'record'

/** The meeting that is shown. */
let current: MeetingView | null = null
let listens = false

/** Shows a meeting over the whole window, where it stopped. */
export async function openMeeting (page: Page, id: string): Promise<void> {
  const [guide] = await Promise.all([page.load('guide'), wear('meeting', page)])
  const { session } = page
  const meeting = session.status.lock === 'locked' ? null : meetingIn(session.book, id)
  const tool = guide.instruments.find(one => one.id === meeting?.tool)
  if (meeting === null || tool?.domains === undefined || current !== null || isLeaving()) return
  if (!listens) {
    listens = true
    session.listen(change => { if (change !== 'typed') current?.hear(change) })
    // Where the focus fell to the page, keys still belong to the meeting.
    document.addEventListener('keydown', event => { current?.press(event) })
    addEventListener('popstate', () => {
      const wanted = entryOfMeeting()
      if (wanted === null) current?.close()
      else if (current === null) void openMeeting(page, wanted.meeting).catch(console.error)
    })
  }
  session.recallLater(held, id)
  // In the entry of its page, not in one of its own: whoever exits leaves no entry of this page behind, by which Back would show it.
  const { hash, state } = entryOfMeeting() ?? { hash: location.hash, state: history.state as unknown }
  const entry: Entry = { meeting: id, hash, state }
  history.replaceState(entry, '', place)
  current = new MeetingView(new MeetingState(page, guide, meeting, tool), () => { current = null })
}

/** Goes on with the meeting that this tab held when it was loaded anew. */
export async function resumeMeeting (page: Page): Promise<void> {
  const id = page.session.recall(held) ?? ''
  if (id !== '' && location.hash === place) await openMeeting(page, id)
}

function entryOfMeeting (): Entry | null {
  const state: unknown = history.state
  return typeof state === 'object' && state !== null && 'meeting' in state && typeof state.meeting === 'string' ? state as Entry : null
}

class MeetingView implements Acts {
  #screen: Screen
  #minutes: Minutes | null = null
  readonly #body = el('div', { class: 'meet', tabindex: '-1' })
  readonly #number = el('p', { class: 'mbar__n' })
  readonly #what = el('p', { class: 'mbar__what', id: 'meet-what' })
  readonly #acts = el('p', { class: 'mbar__acts' })
  readonly #status = el('p', { class: 'vh', role: 'status' })
  readonly #cover: Cover

  constructor (private readonly state: MeetingState, private readonly closed: () => void) {
    const { meeting, tool, page } = state
    this.#screen = meeting.ended === '' ? 'question' : 'record'
    const exit = document.querySelector<HTMLAnchorElement>('.keeper [data-part~="exit"]')!
    // It is the largest thing on a projected page, so it asks once; the one in the question stands in the same place.
    const leave = el('button', { type: 'button', class: 'govuk-button exit', onclick: () => { this.#askToLeave() } }, ...[...exit.childNodes].map(node => node.cloneNode(true)))
    document.documentElement.classList.add('in-meeting')
    this.#cover = cover(`meeting${tool.principle === undefined ? '' : ` p${tool.principle}`}`, 'meet-what',
      [el('header', { class: 'mbar' }, this.#what, this.#number, this.#acts, leave), this.#body, this.#status], () => { this.close() })
    if (tool.perPartner === true && page.partner.current?.id !== meeting.about) page.partner.choose(meeting.about)
    this.#draw()
    this.#focus()
    new ResizeObserver(() => { this.#fit() }).observe(this.#cover.dialog)
  }

  /** Something changed elsewhere: what is gone is not shown a moment longer. */
  hear (change: Change): void {
    const { session } = this.state.page
    if (session.status.lock === 'locked' || !this.state.look()) {
      const isGone = session.status.lock !== 'locked' && change === 'elsewhere'
      this.close()
      if (isGone) this.state.page.notice(words.closedElsewhere)
      return
    }
    if (change !== 'status' && this.#screen !== 'end') this.#draw()
  }

  /** Ends the view; the meeting stays as it is. */
  close (): void {
    if (isLeaving()) return
    const { session } = this.state.page
    this.closed()
    session.recallLater(held, '')
    const entry = entryOfMeeting()
    if (entry !== null) history.replaceState(entry.state, '', entry.hash === '' ? location.pathname + location.search : entry.hash)
    document.documentElement.classList.remove('in-meeting')
    this.#cover.close()
    // The rest of the page follows what was typed.
    if (session.status.lock !== 'locked') session.emit('elsewhere')
  }

  agree (option: string): void {
    this.state.agree(option)
    this.#draw()
    this.#say(words.agreedOn({ answer: optionsOf(this.state.question).find(({ id }) => id === option)?.label ?? option }))
  }

  takeBack (): void {
    this.state.takeBack()
    this.#draw()
    this.#say(words.openNow)
  }

  show (): void {
    this.state.show()
    this.#draw()
    this.#say(saidOf(this.state))
  }

  who (): void {
    this.state.who = !this.state.who
    this.#draw()
  }

  park (): void {
    this.state.park()
    this.#draw()
    this.#say(this.state.state === 'parked' ? words.parkedNow : words.openNow)
  }

  next (): void {
    if (isLast(this.state)) {
      // As with those before it: looked at, and not decided.
      if (this.state.state === 'rest') this.state.change([decide(this.state, 'state', 'open')])
      this.#show('end')
    } else {
      this.#goTo(() => { this.state.next() })
    }
  }

  back (): void {
    if (this.state.place > 0) this.#goTo(() => { this.state.back() })
  }

  keys (): void {
    this.state.page.session.recallLater(keysOff, this.#keys ? 'off' : '')
    this.#draw()
  }

  get #keys (): boolean {
    return this.state.page.session.recall(keysOff) !== 'off'
  }

  /** A key was pressed while the meeting is shown. */
  press (event: KeyboardEvent): void {
    // What is asked above it has the keys.
    if (!this.#keys || document.querySelector('dialog.over') !== null || this.#screen !== 'question' || event.defaultPrevented) return
    const press = pressOf(event, focusOf(event.target), this.state.question)
    if (press === null) return
    event.preventDefault()
    if (press.act === 'agree') this.agree(press.option)
    else if (press.act !== 'show' || !isShown(this.state)) this[press.act]()
  }

  #goTo (go: () => void): void {
    go()
    this.#show('question')
  }

  #show (screen: Screen): void {
    this.#screen = screen
    this.#draw()
    this.#focus()
  }

  /** What is new is read from its heading on. */
  #focus (): void {
    this.#cover.dialog.scrollTop = 0
    focusOn(this.#body.querySelector<HTMLElement>('h1') ?? this.#body)
  }

  #say (text: string): void {
    setText(this.#status, text)
  }

  #draw (): void {
    const { state } = this
    const { number } = state.question
    this.#what.replaceChildren(el('strong', {}, titleOfMeeting(state.tool, state.page.session.book, state.meeting)))
    this.#number.textContent = this.#screen === 'question' ? words.ofAll({ number, all: state.all }) : ''
    redraw(this.#acts, () => { this.#acts.replaceChildren(...this.#ways()) })
    if (this.#screen !== 'question') {
      this.#minutes = null
      redraw(this.#body, () => { this.#body.replaceChildren(...this.#screen === 'list' ? this.#list() : this.#screen === 'end' ? this.#end() : this.#record()) })
      this.#fit()
      return
    }
    if (!hasMinutes(state)) this.#minutes = null
    else if (this.#minutes?.question === state.question) this.#minutes.show()
    else this.#minutes = new Minutes(state)
    // Who writes goes on writing.
    const writing = this.#minutes !== null && this.#minutes.element.contains(document.activeElement)
    if (writing) {
      this.#drawAround()
      return
    }
    redraw(this.#body, () => { this.#body.replaceChildren(...drawQuestion(state, this, this.#keys, this.#minutes?.element ?? null)) })
    this.#fit()
  }

  /** Sets a question closer where it would not fit on the screen that a room sees. Where somebody writes nothing moves. */
  #fit (): void {
    const { dialog } = this.#cover
    if (this.#minutes?.element.contains(document.activeElement) === true) return
    this.#body.classList.remove('meet--tight')
    this.#body.classList.toggle('meet--tight', this.#screen === 'question' && dialog.scrollHeight > dialog.clientHeight)
  }

  /** Draws all but what somebody is writing in. */
  #drawAround (): void {
    const minutes = this.#minutes!.element
    for (const element of [...this.#body.children]) if (element !== minutes) element.remove()
    const parts = drawQuestion(this.state, this, this.#keys, null)
    minutes.before(...parts.slice(0, -2))
    minutes.after(...parts.slice(-2))
  }

  #ways (): HTMLElement[] {
    const way = (id: string, text: string, act: () => void): HTMLButtonElement => {
      const made = button(text, 'link', act)
      made.id = `meet-way-${id}`
      return made
    }
    return this.#screen === 'record' ? [] : [
      this.#screen === 'list' ? way('list', words.back, () => { this.#show('question') }) : way('list', words.all, () => { this.#show('list') }),
      way('pause', words.pause, () => { this.close() }), ...this.#screen === 'end' ? [] : [way('end', words.end, () => { this.#show('end') })]
    ]
  }

  #list (): HTMLElement[] {
    const { state } = this
    return [el('h1', { class: 'meet__title', tabindex: '-1' }, words.all), el('ol', { class: 'mall' }, ...state.questions.map((question, i) => {
      const of = state.stateOf(question)
      const go = button(numbered(question), 'link', () => { this.#goTo(() => { state.go(i) }) })
      go.id = `meet-go-${question.item.id}`
      if (question === state.question) go.setAttribute('aria-current', 'step')
      return el('li', {}, go, ' ', el('span', { class: `tag${of === 'agreed' ? ' tag--done' : of === 'parked' ? ' tag--out' : ''}` }, words.state[of]))
    }))]
  }

  #end (): HTMLElement[] {
    const { state } = this
    const input = el('input', { class: 'govuk-input govuk-input--date', type: 'date', id: 'meet-again', value: state.meeting.again })
    input.addEventListener('change', () => { if (input.value === '' || isDay(input.value)) state.change([changePart(state.meeting, 'again', input.value)], true) })
    const ends = button(words.endNow, 'main', () => {
      state.change([changePart(state.meeting, 'ended', today())])
      this.#show('record')
    })
    ends.id = 'meet-end'
    const back = button(words.notYet, 'second', () => { this.#show('question') })
    back.id = 'meet-not-yet'
    return [
      el('h1', { class: 'meet__title', tabindex: '-1' }, words.endTitle), el('p', { class: 'measure' }, words.endHint),
      el('p', {}, el('label', { class: 'govuk-label', for: input.id }, words.again), input), el('p', { class: 'meet__go' }, ends, back)
    ]
  }

  #record (): HTMLElement[] {
    const { state } = this
    const drawn = drawRecord(state.page, state.guide, state.meeting, 1)
    const up = button(words.takeUp, 'second', () => {
      state.change([changePart(state.meeting, 'ended', '')])
      this.#show('question')
    })
    up.id = 'meet-take-up'
    const close = button(words.closeRecord, 'main', () => { this.close() })
    close.id = 'meet-close'
    const [first, ...others] = drawn?.acts ?? []
    first?.prepend(close)
    first?.append(up)
    return drawn === null ? [] : [first!, drawn.element, ...others]
  }

  #askToLeave (): void {
    this.#cover.askAbove(words.exitTitle, close => [el('p', {}, words.exitHint), el('p', { class: 'btns' }, button(words.stay, 'second', close))])
  }
}

function focusOf (target: EventTarget | null): Focus {
  if (target instanceof HTMLInputElement) return /^(?:radio|checkbox)$/.test(target.type) ? 'choice' : 'text'
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement ? 'text' : 'elsewhere'
}
