import { button, el, freeId, hidden } from '../page/dom.ts'
import type { Page } from '../page/page.ts'
import { printOne } from '../page/print-one.ts'
import { redraw } from '../page/redraw.ts'
import { offerReport } from '../page/report-offer.ts'
import type { Guide, InstrumentDefinition } from '../workbook/guide.ts'
import { areaAt, areaRule, nameOfTime, shiftOf, toldAnswer, type ToldShift } from '../workbook/shift-words.ts'
import { answersOf, isAsked, type Round } from '../workbook/rounds.ts'
import { subjectsIn, type Moved, type ThenAndNow } from '../workbook/then-and-now.ts'
import { titleOf } from '../workbook/titles.ts'
import { nameOf } from '../workbook/unnamed.ts'
import { agency, partnersOf, type Workbook } from '../workbook/workbook.ts'
import * as common from '../words/common.ts'
import { print } from '../words/frame.ts'
import { language } from '../words/language.ts'
import * as words from '../words/together.ts'
import { threadOf } from './drawing.ts'
import { writeRounds } from './round-report.ts'

/** Under which name the tab remembers the tool that somebody comes from. */
const asked = 'then-and-now'

/** Widths of the drawings, in pixels: of an area, and of a question. */
const [wide, narrow] = [280, 150]

/** What stands for today among the times to choose from. */
const today = ''

interface Subject { id: string, name: string }

/** Any two of rounds and today, for the agency or a partner. */
export class ThenAndNowView {
  #rounds: readonly Round[] = []
  #tool: string
  #subject = ''
  #then: string | null = null
  #now = today
  #onlyChanged = false
  #drawn = ''
  readonly #body = el('div')
  readonly #files: HTMLElement

  constructor (private readonly place: HTMLElement, private readonly section: HTMLElement, private readonly page: Page, private readonly guide: Guide) {
    this.#tool = page.session.recall(asked) ?? ''
    this.#files = offerReport(words.take, ['docx', 'xlsx', 'csv'], page, () => ({
      kind: 'written',
      written: writeRounds({
        instrument: this.#tool, partner: this.#subject === agency ? null : this.#subject, then: this.#then ?? '', now: this.#now, onlyChanged: this.#onlyChanged
      }, guide, page.session.book)
    }))
    place.append(this.#body, this.#files)
  }

  show (rounds: readonly Round[] = this.#rounds): void {
    this.#rounds = rounds
    this.place.hidden = rounds.length === 0
    if (rounds.length === 0) {
      // Nothing of what was erased or locked stays on the page.
      this.#body.replaceChildren()
      this.#drawn = ''
      return
    }
    const { session: { book }, partner } = this.page
    const known = (id: string): boolean => id === today || rounds.some(round => round.id === id)
    if (this.#then === null || !known(this.#then)) this.#then = rounds[0]!.id
    if (!known(this.#now)) this.#now = today
    const [then, now] = [this.#at(this.#then), this.#at(this.#now)]
    const books = [answersOf(book, then), answersOf(book, now)] as const
    const tools = this.guide.instruments.filter(instrument => isAsked(instrument) && [book, ...books].some(one => subjectsIn(instrument, one).size > 0))
    const tool = tools.find(({ id }) => id === this.#tool) ?? tools.find(instrument => subjectsIn(instrument, books[0]).size > 0) ?? tools[0]
    const subjects = tool === undefined ? [] : subjectsOf(tool, books)
    const subject = subjects.find(({ id }) => id === this.#subject) ?? subjects.find(({ id }) => id === partner.current?.id) ?? subjects[0]
    this.#tool = tool?.id ?? ''
    this.#subject = subject?.id ?? ''
    const isSame = this.#then === this.#now
    const told = tool === undefined || subject === undefined || isSame ? null : shiftOf(tool, subject.id, book, then, now)
    this.#files.hidden = told === null || told.result.rows.length === 0
    this.section.className = tool?.principle === undefined ? '' : `p${tool.principle}`
    // What stays as it was is not drawn anew under somebody's hand.
    const drawn = JSON.stringify([tools.map(({ id }) => id), subjects, this.#tool, this.#subject, this.#then, this.#now, this.#onlyChanged, rounds.map(round => nameOfTime(round)), told])
    if (drawn === this.#drawn) return
    this.#drawn = drawn
    redraw(this.#body, () => {
      this.#body.replaceChildren(this.#choices(tools, subjects), ...told === null
        ? [el('p', { class: 'quiet' }, isSame ? words.sameTimes : words.nothingThen)]
        : this.#told(tool!, subject!, told))
    })
  }

  #at (id: string): Round | null {
    return this.#rounds.find(round => round.id === id) ?? null
  }

  #choices (tools: readonly InstrumentDefinition[], subjects: readonly Subject[]): HTMLElement {
    const times = (chosen: string): HTMLElement[] => [null, ...this.#rounds].map(round =>
      el('option', { value: round?.id ?? today, selected: (round?.id ?? today) === chosen }, nameOfTime(round)))
    const select = (id: string, label: string, options: readonly HTMLElement[], choose: (value: string) => void): HTMLElement => {
      const input = el('select', { class: 'govuk-select', id: `rounds-${id}` }, ...options)
      input.addEventListener('change', () => {
        choose(input.value)
        this.show()
      })
      return el('p', {}, el('label', { class: 'govuk-label', for: input.id }, label), input)
    }
    const only = el('input', { class: 'govuk-checkboxes__input', type: 'checkbox', id: 'rounds-only' })
    only.checked = this.#onlyChanged
    only.addEventListener('change', () => {
      this.#onlyChanged = only.checked
      this.show()
    })
    return el('div', { class: 'choices', role: 'group', 'aria-label': words.choose },
      ...tools.length < 2 ? [] : [select('tool', words.tool, tools.map(({ id, title }) => el('option', { value: id, selected: id === this.#tool }, title)), id => { this.#tool = id })],
      ...subjects.length < 2 ? [] : [select('subject', common.partner, subjects.map(({ id, name }) => el('option', { value: id, selected: id === this.#subject }, name)), id => { this.#subject = id })],
      select('then', words.then, times(this.#then ?? today), id => { this.#then = id }),
      select('now', words.now, times(this.#now), id => { this.#now = id }),
      el('div', { class: 'govuk-checkboxes__item' }, only, el('label', { class: 'govuk-checkboxes__label', for: only.id }, words.onlyChanged)))
  }

  #told (tool: InstrumentDefinition, subject: Subject, { result, headline, notes }: ToldShift): HTMLElement[] {
    const about = subject.id === agency ? tool.title : titleOf(tool.title, subject.name)
    const rows = this.#onlyChanged ? result.rows.filter(({ change }) => change !== 'same') : result.rows
    const made = button(print, 'second', () => { printOne(this.section) })
    made.id = 'rounds-print'
    return [
      el('div', { class: 'panel shift' }, el('p', { class: 'quiet' }, about, el('br'), words.fromTo({ then: nameOfTime(this.#at(this.#then!)), now: nameOfTime(this.#at(this.#now)) })),
        el('h3', {}, headline), ...notes.length === 0 ? [] : [el('p', {}, notes.join(' '))], ...mostOf(result)),
      ...result.rows.length === 0 ? [] : [
        areasTable(tool, result),
        ...rows.length === 0 ? [el('p', { class: 'quiet' }, words.nothingChanged)] : [questionsTable(result, rows)],
        el('p', { class: 'quiet' }, words.selfAssessment), el('p', { class: 'btns' }, made)
      ]
    ]
  }
}

/** Whom a tool was answered about at either time: the agency, or partners in their order; those who are gone last. */
function subjectsOf (instrument: InstrumentDefinition, books: readonly Workbook[]): Subject[] {
  if (instrument.perPartner !== true) return [{ id: agency, name: '' }]
  const answered = subjectsIn(instrument, ...books)
  const names = new Map<string, string>()
  for (const book of [...books].reverse()) for (const partner of partnersOf(book, true)) if (answered.has(partner.id) && !names.has(partner.id)) names.set(partner.id, nameOf(partner))
  return [...names].map(([id, name]) => ({ id, name }))
}

function mostOf ({ most }: ThenAndNow): HTMLElement[] {
  return most.length === 0 ? [] : [el('h4', {}, words.most), el('ul', {}, ...most.map(({ item, then, now }) =>
    el('li', {}, item.label, ' ', el('span', { class: 'quiet' }, words.from({ then: then.text, now: now.text })))))]
}

const head = (text: Node | string, of = ''): HTMLElement => el('th', { scope: 'col', role: 'columnheader', class: of }, text)

function areasTable (tool: InstrumentDefinition, { areas }: ThenAndNow): HTMLElement {
  return el('div', {}, el('h3', {}, words.byArea), el('table', { class: 'cards shift-areas', role: 'table' },
    el('caption', { class: 'small' }, areaRule(tool, new Intl.ListFormat(language, { type: 'disjunction' }))),
    el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, head(common.area), head(hidden(words.drawing)), head(words.then), head(words.now))),
    el('tbody', { role: 'rowgroup' }, ...areas.map(({ title, then, now, all }) => el('tr', { role: 'row' },
      el('th', { scope: 'row', role: 'rowheader' }, title === '' ? tool.title : title),
      el('td', { role: 'cell' }, threadOf(wide, all, false, then, now)),
      el('td', { role: 'cell', 'data-l': words.then }, areaAt(then, all)), el('td', { role: 'cell', 'data-l': words.now }, areaAt(now, all)))))))
}

function questionsTable ({ steps }: ThenAndNow, rows: readonly Moved[]): HTMLElement {
  const caption = freeId('rounds-caption')
  const ends = steps.length > 0 ? [steps[0]!.label, steps.at(-1)!.label] : [words.notTicked, words.ticked]
  const most = steps.length > 0 ? Math.max(...steps.map(({ value }) => value ?? 0)) : 1
  return el('div', {}, el('h3', { id: caption }, words.byQuestion), el('table', { class: 'cards shift-rows', role: 'table', 'aria-labelledby': caption },
    el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, head(common.question), head(el('span', { class: 'shift-ends' }, ...ends.map(end => el('span', {}, end)))), head(words.then), head(words.now), head(words.changeHead))),
    el('tbody', { role: 'rowgroup' }, ...rows.map(row => {
      const { item, then, now, change } = row
      const isDrawn = change !== 'reworded' && (then.value !== null || now.value !== null)
      const said = (when: 'then' | 'now'): HTMLElement => el('td', { role: 'cell', 'data-l': words[when], class: row[when].text === '' ? 'quiet' : '' }, toldAnswer(row, when))
      return el('tr', { role: 'row' },
        el('th', { scope: 'row', role: 'rowheader' }, item.label, ...item.critical === true ? [' ', el('span', { class: 'tag' }, common.important)] : [],
          ...row.asked === undefined ? [] : [el('br'), el('span', { class: 'small quiet' }, words.askedThen({ question: row.asked }))]),
        el('td', { role: 'cell', class: isDrawn ? '' : 'shift-none' }, ...isDrawn ? [threadOf(narrow, most, true, then.answer === '' && steps.length > 0 ? null : then.value, now.answer === '' && steps.length > 0 ? null : now.value)] : []),
        said('then'), said('now'), el('td', { role: 'cell', 'data-l': words.changeHead }, el('strong', {}, words.change[change])))
    }))))
}
