import { afterPicture, button, el, focusOn, freeId, hidden } from '../page/dom.ts'
import type { Page } from '../page/page.ts'
import { askToMeet } from '../page/meet.ts'
import { printOne } from '../page/print-one.ts'
import { redraw } from '../page/redraw.ts'
import { offerReport } from '../page/report-offer.ts'
import { wayBack } from '../page/way-back.ts'
import { agreeing, noteOf } from '../workbook/agreeing.ts'
import { answeredBy, lettersOf, subjectsOf, type Standing, type View } from '../workbook/colleagues.ts'
import type { Guide, InstrumentDefinition, Option } from '../workbook/guide.ts'
import { sideRows, viewsBeside, type SideRow } from '../workbook/side-by-side.ts'
import { titleOf } from '../workbook/titles.ts'
import { nameOf } from '../workbook/unnamed.ts'
import { agency, type Answer } from '../workbook/workbook.ts'
import * as common from '../words/common.ts'
import { print } from '../words/frame.ts'
import { language } from '../words/language.ts'
import { hold } from '../words/meeting.ts'
import { agency as ourAgency } from '../words/reports.ts'
import * as all from '../words/together.ts'
import { isSameList } from './drawn.ts'
import { sideTable } from './side-view.ts'
import { chosenRows, optionsOf, sentenceOf, writeStanding, type StandingChosen } from './standing-report.ts'

const words = all.stand

/** Of more views a number says how many, and who they are unfolds: letters in hundreds tell nobody anything. */
export const mostMarks = 30

/** Rows that are made in one turn: more than a screen shows. */
const atOnce = 20

/** Question by question, what each view says, how far they lie apart, and what the workbook says. Never a mean. */
export class StandingView {
  #views: readonly View[] = []
  #letters: ReadonlyMap<View, string> = new Map()
  /** What the rows were drawn of. */
  #seen: readonly unknown[] = []
  /** Forms in which somebody has written, by subject and field: they outlive that rows are drawn anew. */
  readonly #forms = new Map<string, HTMLFormElement>()
  #tool = ''
  #subject = ''
  #widest = true
  #onlyDiffer = false
  #drawn = ''
  readonly #body = el('div')

  constructor (private readonly place: HTMLElement, private readonly page: Page, private readonly guide: Guide) {
    place.append(this.#body, offerReport(words.take, ['docx', 'xlsx', 'csv'], page, () => ({ kind: 'written', written: writeStanding(this.#chosen(), this.#views, page.session.book) })))
  }

  /** @param byHand Whether somebody chose what to see. */
  show (views: readonly View[] = this.#views, byHand = false): void {
    this.#views = views
    const letters = lettersOf(views)
    this.#letters = new Map(views.map((view, i) => [view, letters[i]!]))
    const tools = this.guide.instruments.filter(instrument => subjectsOf(instrument, told(instrument, views)).length > 0)
    const tool = tools.find(({ id }) => id === this.#tool) ?? tools[0]
    this.place.hidden = tool === undefined
    if (tool === undefined) {
      // Nothing of what was erased or locked stays on the page.
      this.#body.replaceChildren()
      this.#forms.clear()
      this.#seen = []
      this.#drawn = ''
      return
    }
    const subjects = subjectsOf(tool, told(tool, views))
    const subject = subjects.find(id => id === this.#subject) ?? subjects.find(id => id === this.page.partner.current?.id) ?? subjects[0]!
    this.#tool = tool.id
    this.#subject = subject
    const rows = chosenRows(this.#chosen(), views)
    const beside = viewsBeside(tool, subject, views)
    const sides = tool.kind === 'assessment' ? null : sideRows(tool, subject, beside.map(({ layer }) => layer)).filter(({ isSame }) => !this.#onlyDiffer || !isSame)
    this.place.closest('section')!.className = tool.principle === undefined ? '' : `p${tool.principle}`
    // Somebody who writes a reason goes on writing, as long as all is there that the rows tell.
    const seen = views.flatMap(({ id, layer }) => [id, layer])
    const isWriting = this.place.querySelector('form:focus-within') !== null || [...this.#forms.values()].some(form => form.isConnected && isWritten(form))
    if (isWriting && !byHand && isSameList(seen, this.#seen)) return
    this.#seen = seen
    // What was opened about whom or what is erased goes with it.
    for (const key of this.#forms.keys()) {
      const [of, field] = key.split(' ') as [string, string]
      if (!views.some(({ layer }) => answeredBy(layer, field.slice(0, field.indexOf('.')), of))) this.#forms.delete(key)
    }
    // What stays as it was is not drawn anew under somebody's hand.
    const drawn = JSON.stringify([tools.map(({ id }) => id), subjects.map(id => this.#nameOf(id)), tool.id, subject, this.#widest, this.#onlyDiffer, views.map(({ id }) => id), letters, sides, rows.map(({ item, field, open, said, notes }) => [
      item.id, open, [...said].map(([option, { views, more }]) => [option, views.length, more]), notes.length,
      ...[field, noteOf(field)].map(id => this.#answer(id)?.value)
    ])])
    if (drawn === this.#drawn) return
    this.#drawn = drawn
    redraw(this.#body, () => { this.#body.replaceChildren(this.#choices(tools, subjects, sides === null), ...sides === null ? this.#told(tool, rows) : this.#sides(tool, sides, beside)) })
  }

  /** Shows a tool and whom it is about, and goes there. */
  choose (tool: string, subject: string): void {
    this.#tool = tool
    this.#subject = subject
    this.show(this.#views, true)
    const heading = this.place.querySelector('h3')
    if (heading !== null) focusOn(heading)
  }

  /** What is shown. */
  #chosen (): StandingChosen {
    const tool = this.guide.instruments.find(({ id }) => id === this.#tool)!
    return { tool, subject: this.#subject, about: this.#subject === agency ? ourAgency : this.#nameOf(this.#subject), widest: this.#widest, onlyDiffer: this.#onlyDiffer }
  }

  /** What the workbook says, about whom the rows are. */
  #answer (field: string): Answer | undefined {
    return this.page.session.book.subjects.get(this.#subject)?.answers.get(field)
  }

  #nameOf (subject: string): string {
    const here = this.page.session.book.partners.get(subject)
    return here !== undefined ? nameOf(here) : this.#views.flatMap(({ layer }) => layer.partners).find(({ id }) => id === subject)?.name ?? subject
  }

  /** @param hasOrder Whether the rows can stand in another order than that of the form. */
  #choices (tools: readonly InstrumentDefinition[], subjects: readonly string[], hasOrder: boolean): HTMLElement {
    const select = (id: string, label: string, options: readonly { id: string, name: string }[], chosen: string, choose: (value: string) => void): HTMLElement => {
      const input = el('select', { class: 'govuk-select', id: `standing-${id}` }, ...options.map(({ id, name }) => el('option', { value: id, selected: id === chosen }, name)))
      input.addEventListener('change', () => {
        choose(input.value)
        this.show(this.#views, true)
      })
      return el('p', {}, el('label', { class: 'govuk-label', for: input.id }, label), input)
    }
    const only = el('input', { class: 'govuk-checkboxes__input', type: 'checkbox', id: 'standing-only' })
    only.checked = this.#onlyDiffer
    only.addEventListener('change', () => {
      this.#onlyDiffer = only.checked
      this.show(this.#views, true)
    })
    return el('div', { class: 'choices', role: 'group', 'aria-label': all.choose },
      ...tools.length < 2 ? [] : [select('tool', all.tool, tools.map(({ id, title }) => ({ id, name: title })), this.#tool, id => { this.#tool = id })],
      ...subjects.length < 2 ? [] : [select('subject', common.partner, subjects.map(id => ({ id, name: this.#nameOf(id) })), this.#subject, id => { this.#subject = id })],
      ...!hasOrder ? [] : [select('order', words.order, [{ id: 'widest', name: words.widest }, { id: 'form', name: words.asForm }], this.#widest ? 'widest' : 'form', id => { this.#widest = id === 'widest' })],
      el('div', { class: 'govuk-checkboxes__item' }, only, el('label', { class: 'govuk-checkboxes__label', for: only.id }, words.onlyDiffer)))
  }

  #told (tool: InstrumentDefinition, rows: readonly Standing[]): HTMLElement[] {
    const options = optionsOf(tool)
    const about = this.#views.filter(({ layer }) => answeredBy(layer, tool.id, this.#subject))
    const caption = freeId('standing-caption')
    const heading = this.#heading(caption, tool, rows.length)
    if (rows.length === 0) return [heading, el('p', { class: 'quiet' }, words.nothingDiffers)]
    const head = (text: string): HTMLElement => el('th', { scope: 'col', role: 'columnheader' }, text)
    const meet = about.length > 0 ? [el('p', { class: 'btns' }, this.#meet('standing-meet-first'))] : []
    return [heading, ...meet, el('table', { class: `cards together together--${options.length}`, role: 'table', 'aria-labelledby': caption },
      el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, head(common.question), ...options.map(({ label }) => head(label)), head(words.alike))),
      this.#rows(rows, options)),
    ...about.length > 0 ? [el('p', { class: 'quiet' }, all.selfAssessment), el('p', { class: 'btns' }, this.#meet('standing-meet'), this.#print())] : []]
  }

  /** The rows; of hundreds of views those out of sight follow in portions, unless somebody is at work in one. */
  #rows (rows: readonly Standing[], options: readonly Option[]): HTMLElement {
    const isWhole = this.#views.length <= mostMarks || this.#body.querySelector('table :focus') !== null
    const body = el('tbody', { role: 'rowgroup' })
    let made = 0
    const make = (count: number): void => {
      body.append(...rows.slice(made, made + count).map(row => this.#row(row, options)))
      made += count
    }
    const rest = (): void => {
      if (made >= rows.length || !body.isConnected) return
      make(atOnce)
      afterPicture(rest)
    }
    make(isWhole ? rows.length : atOnce)
    afterPicture(rest)
    return body
  }

  #sides (tool: InstrumentDefinition, rows: readonly SideRow[], views: readonly View[]): HTMLElement[] {
    const caption = freeId('standing-caption')
    const heading = this.#heading(caption, tool, rows.length)
    return rows.length === 0 ? [heading, el('p', { class: 'quiet' }, words.nothingDiffers)] : [heading, sideTable(rows, views, caption), el('p', { class: 'btns' }, this.#print())]
  }

  #heading (id: string, { title }: InstrumentDefinition, count: number): HTMLElement {
    return el('h3', { id }, words.questions({ count }), el('span', { class: 'quiet small' }, ' ', this.#subject === agency ? title : titleOf(title, this.#nameOf(this.#subject))))
  }

  #print (): HTMLElement {
    const made = button(print, 'second', () => { printOne(this.place.closest('section')!) })
    made.id = 'standing-print'
    return made
  }

  /** What differs is best talked about. */
  #meet (id: string): HTMLElement {
    const meet = button(hold, 'second', () => { askToMeet(this.page, { tool: this.#tool, about: this.#subject }) })
    meet.id = id
    return meet
  }

  #row (row: Standing, options: readonly Option[]): HTMLElement {
    const { item, said, spread, notes } = row
    const isMany = this.#views.length > mostMarks
    return el('tr', { role: 'row' },
      el('th', { scope: 'row', role: 'rowheader' }, item.label, ...item.critical === true ? [' ', el('span', { class: 'tag' }, common.important)] : [],
        el('div', { class: 'together__say' },
          el('p', { class: 'quiet small' }, sentenceOf(row, options)),
          ...!isMany || said.size === 0 ? [] : [unfolding(words.whoSays, () => options.flatMap(({ id, label }) => {
            const here = said.get(id)?.views ?? []
            return here.length === 0 ? [] : [words.note({ who: label, text: new Intl.ListFormat(language, { type: 'unit' }).format(here.map(({ layer }) => layer.name)) })]
          }))],
          ...notes.length === 0 ? [] : [unfolding(words.notes({ count: notes.length }), () => notes.map(({ view, text }) => words.note({ who: view.layer.name, text })))],
          ...this.#agreed(row, options))),
      ...options.map(({ id, label }, i) => {
        const here = said.get(id)
        return el('td', { role: 'cell', class: `marks ${here === undefined ? 'none' : ''} ${threadAt(i, row, options)}`, 'data-l': label }, el('span', { class: 'chips' },
          ...(isMany ? [] : here?.views ?? []).map(view => el('span', { class: 'chip', title: view.layer.name }, this.#letters.get(view)!, hidden(all.ofRound({ name: view.layer.name })))),
          ...numbered(here === undefined ? 0 : here.more + (isMany ? here.views.length : 0))))
      }),
      el('td', { role: 'cell', 'data-l': words.alike }, el('strong', {}, all.spread[spread ?? 'nothing'])))
  }

  /** What the workbook says, and the way to another answer with its reason. */
  #agreed ({ item, field }: Standing, options: readonly Option[]): HTMLElement[] {
    const [answer, why] = [this.#answer(field)?.value, this.#answer(noteOf(field))?.value ?? '']
    const label = options.find(({ id }) => id === answer)?.label
    const told = label === undefined ? words.inNone : why === '' ? words.in({ answer: label }) : words.inWhy({ answer: label, why })
    const group = `agree-${item.id}`
    const fold = el('details', { class: 'small', id: group }, el('summary', { id: `${group}-fold` }, words.agree))
    const key = `${this.#subject} ${field}`
    const kept = this.#forms.get(key)
    if (kept !== undefined && isWritten(kept)) {
      fold.append(kept)
      fold.open = true
    } else this.#forms.delete(key)
    fold.addEventListener('toggle', () => {
      if (!fold.open || fold.querySelector('form') !== null) return
      const form = this.#form(field, group, options)
      this.#forms.set(key, form)
      fold.append(form)
    })
    return [el('p', { class: 'small' }, told), fold]
  }

  #form (field: string, group: string, options: readonly Option[]): HTMLFormElement {
    const subject = this.#subject
    const note = noteOf(field)
    const opened = new Map([field, note].map(id => [id, this.#answer(id)]))
    const reason = el('textarea', { class: 'govuk-textarea', id: `${group}-why`, rows: '2' })
    reason.value = reason.defaultValue = opened.get(note)?.value ?? ''
    const form = el('form', { novalidate: true, autocomplete: 'off' },
      el('fieldset', { class: 'govuk-fieldset' }, el('legend', { class: 'govuk-fieldset__legend' }, words.agreed), ...options.map(({ id, label }) =>
        el('label', { class: 'opt' }, el('input', { type: 'radio', name: group, id: `${group}-${id}`, value: id, checked: id === opened.get(field)?.value }), el('span', {}, label)))),
      el('label', { class: 'govuk-label', for: reason.id }, words.why), reason, el('p', { class: 'btns' }, el('button', { type: 'submit', class: 'govuk-button govuk-button--secondary' }, words.keepAnswer)))
    form.addEventListener('submit', event => {
      event.preventDefault()
      const chosen = form.querySelector<HTMLInputElement>('input:checked')?.value
      if (chosen === undefined) return
      const fold = form.closest('details')!
      fold.querySelector('summary')!.focus()
      fold.open = false
      form.remove()
      this.#forms.delete(`${subject} ${field}`)
      const { session } = this.page
      const said = [{ field, value: chosen }, { field: note, value: reason.value }]
      const undo = session.change(agreeing(session.book, this.guide, { subject, name: this.#nameOf(subject) }, said, opened))
      this.show(this.#views, true)
      this.page.notice(words.keptAnswer({ answer: options.find(({ id }) => id === chosen)?.label ?? chosen }), wayBack(session, undo))
    })
    return form
  }
}

/** The views that are compared in a tool: counts of ticks have no texts to stand side by side. */
function told ({ kind }: InstrumentDefinition, views: readonly View[]): readonly View[] {
  return kind === 'assessment' ? views : views.filter(({ layer }) => layer.kind === 'colleague')
}

/** A number in the place of marks that have no letter, or are too many. */
function numbered (count: number): HTMLElement[] {
  return count === 0 ? [] : [el('span', { class: 'chip chip--more' }, String(count))]
}

/** Paragraphs that are made when somebody unfolds them: there may be hundreds. */
function unfolding (summary: string, texts: () => string[]): HTMLElement {
  const fold = el('details', { class: 'small' }, el('summary', {}, summary))
  fold.addEventListener('toggle', () => { fold.append(...texts().map(text => el('p', { class: 'answer' }, text))) }, { once: true })
  return fold
}

/** Whether something else stands in a form than it opened with. */
function isWritten (form: HTMLFormElement): boolean {
  return [...form.elements].some(element => element instanceof HTMLTextAreaElement
    ? element.value !== element.defaultValue
    : element instanceof HTMLInputElement && element.checked !== element.defaultChecked)
}

/** How a thread from the lowest mark on the scale to the highest passes through the column of an option; '' where it does not. */
function threadAt (place: number, { said }: Standing, options: readonly Option[]): string {
  const marked = options.flatMap((option, i) => option.value !== undefined && said.has(option.id) ? [i] : [])
  const [from, to] = [Math.min(...marked), Math.max(...marked)]
  if (marked.length < 2 || place < from || place > to) return ''
  return place === from ? 'on-from' : place === to ? 'on-to' : 'on-way'
}
