import { ask } from '../page/dialog.ts'
import { button, el, freeId } from '../page/dom.ts'
import { setText } from '../page/keeper.ts'
import type { Page } from '../page/page.ts'
import { wear } from '../page/sheet.ts'
import type { Change } from '../storage/status.ts'
import { fieldsAnswered } from '../workbook/answered.ts'
import { answeredBy, viewsOf } from '../workbook/colleagues.ts'
import { today } from '../workbook/day.ts'
import { dayText } from '../workbook/guide-index.ts'
import { inWords } from '../workbook/in-words.ts'
import { most } from '../workbook/limits.ts'
import type { InstrumentDefinition } from '../workbook/guide.ts'
import { tellsAllOurs } from '../workbook/layer-id.ts'
import { statesTold, ticks } from '../workbook/meeting-record.ts'
import { beginMeeting, canMeet, changePart, chosenOf, goingOn, hasRoomFor, linesOf, meetingBefore, questionsOf, type Meeting, type Question } from '../workbook/meetings.ts'
import { randomName } from '../workbook/stamp.ts'
import { nameOf } from '../workbook/unnamed.ts'
import { agency, partnersOf, type Workbook } from '../workbook/workbook.ts'
import { language } from '../words/language.ts'
import { firstPartner } from '../words/frame.ts'
import * as words from '../words/meeting.ts'
import { openMeeting } from './view.ts'

/** On what to meet, where it is known. */
export interface Wanted { tool?: string, about?: string }

/** What was asked last: partners and roles of earlier meetings stand in it. */
let asking: Beginning | null = null
let listens = false

/** Somebody whom a meeting can be about; `name` is there for those whom colleagues alone know. */
interface Whom { id: string, label: string, name?: string }

/** Asks what the meeting is about and who is there, and begins it; goes on with one that is open where somebody wants that. */
export async function askToMeet (page: Page, wanted: Wanted = {}): Promise<void> {
  const [guide] = await Promise.all([page.load('guide'), wear('meeting', page)])
  const { session } = page
  if (session.status.lock === 'locked') return
  if (!listens) session.listen(change => { if (change !== 'typed') asking?.hear(change) })
  listens = true
  const tools = guide.instruments.filter(canMeet)
  ask(words.beginTitle, close => {
    asking = new Beginning(page, tools, wanted, close)
    return [asking.element]
  })
}

class Beginning {
  readonly element: HTMLElement
  #tool: InstrumentDefinition
  #about: string
  readonly #whom = el('div')
  readonly #left = el('div', { role: 'status' })
  /** Which questions to ask, where colleagues answered some of them. */
  readonly #which = el('div')
  readonly #roles: HTMLTextAreaElement
  readonly #anew: HTMLElement
  #filled = ''
  #seen = ''

  constructor (private readonly page: Page, tools: readonly InstrumentDefinition[], wanted: Wanted, private readonly close: () => void) {
    this.#tool = tools.find(({ id }) => id === wanted.tool) ?? tools[0]!
    this.#about = wanted.about ?? ''
    const id = freeId('meet-tool')
    const select = el('select', { class: 'govuk-select', id }, ...tools.map(tool => el('option', { value: tool.id, selected: tool === this.#tool }, tool.title)))
    select.addEventListener('change', () => {
      this.#tool = tools.find(({ id }) => id === select.value)!
      this.#show()
    })
    this.#roles = el('textarea', { class: 'govuk-textarea', id: freeId('meet-present'), rows: '3', autocomplete: 'off' })
    const hint = el('span', { class: 'govuk-hint', id: freeId('meet-present-hint') }, words.rolesHint)
    this.#roles.setAttribute('aria-describedby', hint.id)
    this.#anew = el('div', {}, el('p', { class: 'govuk-form-group' }, el('label', { class: 'govuk-label', for: this.#roles.id }, words.roles), hint, this.#roles), this.#which,
      el('p', { class: 'btns' }, el('button', { type: 'submit', class: 'govuk-button' }, words.begin), button(words.cancel, 'link', close)))
    const form = el('form', { novalidate: true, autocomplete: 'off', class: 'begin', onsubmit: event => {
      event.preventDefault()
      void this.#begin().catch(console.error)
    } }, ...wanted.tool === undefined ? [el('p', {}, el('label', { class: 'govuk-label', for: id }, words.tool), select)] : [], this.#whom, this.#left, this.#anew)
    this.element = el('div', {}, el('p', {}, words.beginHint), form)
    this.#show()
  }

  /** Something changed elsewhere: what was locked or erased is asked about no moment longer. */
  hear (change: Change): void {
    const { session: { book, status } } = this.page
    if (!this.element.isConnected) return
    const isGone = this.#about !== '' && !whomFor(this.#tool, book).some(({ id }) => id === this.#about)
    // Somebody asked for this partner, not for another one.
    if (status.lock === 'locked' || isGone) this.close()
    // Who is choosing goes on choosing, as long as all is there.
    else if (change !== 'status' && this.#known() !== this.#seen) this.#show()
  }

  /** What the question shows of the workbook. */
  #known (): string {
    const { session: { book } } = this.page
    return JSON.stringify([whomFor(this.#tool, book), goingOn(book, this.#tool.id, this.#about)?.id, this.#before()?.id, this.#rolesKnown(), this.#proposed().questions.map(({ item }) => item.id)])
  }

  #before (): Meeting | null {
    return meetingBefore(this.page.session.book, { id: '', tool: this.#tool.id, about: this.#about, started: today() })
  }

  /** Roles of the meeting that goes on or the one before, else those of views. */
  #rolesKnown (): readonly string[] {
    const { session: { book } } = this.page
    return (goingOn(book, this.#tool.id, this.#about) ?? this.#before())?.roles ??
      viewsOf(book).filter(({ layer }) => layer.kind === 'colleague' && answeredBy(layer, this.#tool.id, this.#about)).map(({ layer }) => layer.name)
  }

  /** Questions that colleagues answered, with those that an earlier meeting left; none where that is all of them, or nobody answered. */
  #proposed (): { questions: Question[], hasLeft: boolean } {
    const { session: { book } } = this.page
    const answered = fieldsAnswered(viewsOf(book).filter(({ id }) => !tellsAllOurs(id)), this.#tool.id, this.#about)
    const isLeft = ({ item }: Question): boolean => /open|parked/.test(this.#before()?.decisions.get(item.id)?.state ?? '')
    const all = questionsOf(this.#tool, ticks)
    const questions = all.filter(question => answered.has(question.field.id) || isLeft(question))
    return { questions: answered.size === 0 || questions.length === all.length ? [] : questions, hasLeft: questions.some(({ field }) => !answered.has(field.id)) }
  }

  /** Whether somebody wants all questions, where some are proposed. */
  get #wantsAll (): boolean {
    return this.#which.querySelector<HTMLInputElement>('input:checked')?.value === 'all'
  }

  #tellWhich (): void {
    const { questions: { length: count }, hasLeft } = this.#proposed()
    if (count === 0) {
      this.#which.replaceChildren()
      return
    }
    const [group, wantsAll] = [freeId('meet-which'), this.#wantsAll]
    const choice = (value: 'some' | 'all', label: string): HTMLElement =>
      el('label', { class: 'opt' }, el('input', { type: 'radio', name: group, value, checked: (value === 'all') === wantsAll }), el('span', {}, label))
    this.#which.replaceChildren(el('fieldset', { class: 'govuk-fieldset govuk-form-group' }, el('legend', { class: 'govuk-fieldset__legend' }, words.which),
      choice('some', (hasLeft ? words.whichAnsweredOrLeft : words.whichAnswered)({ count })), choice('all', words.whichAll({ all: questionsOf(this.#tool, ticks).length }))))
  }

  #show (): void {
    const { session: { book } } = this.page
    const whom = whomFor(this.#tool, book)
    if (!whom.some(({ id }) => id === this.#about)) this.#about = (whom.find(({ id }) => id === this.page.partner.current?.id) ?? whom[0])?.id ?? ''
    if (whom.length < 2) this.#whom.replaceChildren()
    else {
      const select = el('select', { class: 'govuk-select', id: freeId('meet-whom') }, ...whom.map(({ id, label }) => el('option', { value: id, selected: id === this.#about }, label)))
      select.addEventListener('change', () => {
        this.#about = select.value
        this.#tell()
      })
      this.#whom.replaceChildren(el('p', {}, el('label', { class: 'govuk-label', for: select.id }, words.whom), select))
    }
    this.#tell()
  }

  /** What there is of earlier meetings on the same. */
  #tell (): void {
    this.#seen = this.#known()
    const { session: { book } } = this.page
    const open = goingOn(book, this.#tool.id, this.#about)
    const before = this.#before()
    const roles = this.#rolesKnown()
    // What somebody wrote stays.
    if (this.#roles.value === this.#filled) this.#roles.value = this.#filled = roles.join('\n')
    this.#tellWhich()
    this.#anew.hidden = open !== null
    if (open !== null) {
      this.#left.replaceChildren(el('p', {}, words.goesOn({ day: dayText(open.started) })), el('p', { class: 'btns' },
        button(words.goOn, 'main', () => {
          this.close()
          void openMeeting(this.page, open.id).catch(console.error)
        }),
        button(words.beginAnew, 'link', () => {
          this.#anew.hidden = false
          this.#left.replaceChildren()
          this.#roles.focus()
        })))
    } else {
      const left = before === null ? '' : leftOf(this.#tool, before)
      const told = this.#left.querySelector('p') ?? el('p')
      setText(told, left === '' ? '' : words.left({ day: dayText(before!.started), list: left }))
      this.#left.replaceChildren(...left === '' ? [] : [told])
    }
  }

  async #begin (): Promise<void> {
    const { page } = this
    const roles = linesOf(this.#roles.value)
    const tool = this.#tool.id
    // An answer without a partner makes the first one; so does a meeting.
    const about = this.#about === '' ? page.partner.subject(true, true)! : this.#about
    const known = whomFor(this.#tool, page.session.book).find(({ id }) => id === about)
    if (known === undefined) {
      // Whom it was about was erased meanwhile.
      this.#show()
      return
    }
    const chosen = this.#wantsAll ? [] : this.#proposed().questions.map(({ item }) => item.id)
    const { id, edits } = beginMeeting(tool, about, { day: today(), roles, chosen, random: randomName('') })
    this.close()
    const { session } = page
    const open = goingOn(session.book, tool, about)
    const all = [...known.name === undefined ? [] : [{ kind: 'partner' as const, id: about, name: known.name }], ...open === null ? [] : [changePart(open, 'ended', today())], ...edits]
    if (!hasRoomFor(session.book, all)) {
      page.notice(words.tooMany({ most: inWords(most.meetings) }))
      return
    }
    session.change(all)
    await openMeeting(page, id)
    // What is typed is kept as all else is; that the workbook holds a meeting is written with the whole of it.
    await (await page.load('storage-settings')).noteMeetings(session)
  }
}

/** Whom a tool can be about: the agency, or partners, with those whom colleagues alone know. */
function whomFor ({ id, perPartner }: InstrumentDefinition, book: Workbook): Whom[] {
  if (perPartner !== true) return [{ id: agency, label: '' }]
  const ours = partnersOf(book).map((partner): Whom => ({ id: partner.id, label: nameOf(partner) }))
  const others = new Map(viewsOf(book).flatMap(({ layer }) => layer.partners.filter(partner => answeredBy(layer, id, partner.id) && book.partners.get(partner.id) === undefined).map(({ id, name }) => [id, name])))
  const all = [...ours, ...[...others].map(([id, name]) => ({ id, label: name, name }))]
  return all.length === 0 ? [{ id: '', label: firstPartner }] : all
}

function leftOf (tool: InstrumentDefinition, before: Meeting): string {
  const questions = chosenOf(questionsOf(tool, ticks), before).filter(({ item }) => before.decisions.get(item.id)?.state !== 'agreed')
  return statesTold(questions, before, parts => new Intl.ListFormat(language, { type: 'unit' }).format(parts))
}
