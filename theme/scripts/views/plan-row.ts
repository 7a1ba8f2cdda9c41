import { button, el, freeId, hidden } from '../page/dom.ts'
import type { Page } from '../page/page.ts'
import { today } from '../workbook/day.ts'
import type { GuideIndex } from '../workbook/guide-index.ts'
import type { Guide } from '../workbook/guide.ts'
import { helpers, isOverdue, matchesStrength, rankHelpers, readStep, type Helper, type PlanHome, type Step, type StepField } from '../workbook/plan.ts'
import { oneLine } from '../workbook/text.ts'
import { partnerNameOf, withPartner } from '../workbook/step-list.ts'
import { controlId, type StepTexts } from './plan-texts.ts'
import { ofWhat } from '../words/frame.ts'
import * as common from '../words/common.ts'
import * as words from '../words/views.ts'

/** What all pieces of the plan know. */
export interface PlanContext {
  page: Page
  guide: Guide
  home: PlanHome
  index: GuideIndex
  texts: StepTexts
}

/** How many helpers are named below a step. */
const mostHints = 3

/**
 * One step of the plan as a row of controls.
 * @param remove Takes the step away.
 */
export function stepRow (context: PlanContext, step: Step, remove: () => void): HTMLElement {
  const { guide, home, index } = context
  const { book } = context.page.session
  const item = step.from.split('/')[1]
  const known = item === undefined ? undefined : index.field(`${item}.answer`)
  const found = helpers(guide, book)
  const fitting = rankHelpers(found.filter(h => matchesStrength(h, `${step.what} ${known?.item?.label ?? ''}`)), step.what)
  const people = freeId(`helpers-${step.key}`)
  const controls = new StepControls(context, step)
  // Whom it is about stays in sight where the question is gone.
  const about = partnerNameOf(book, step)
  const source = known === undefined ? about ?? '' : withPartner(known.instrument.title, about)
  return el('tr', { role: 'row', 'data-row': step.key },
    controls.cell('what', common.step.what, controls.long('what'), ...source === '' ? [] : [el('span', { class: 'small quiet' }, source)]),
    controls.cell('first', common.step.first, controls.long('first')),
    controls.cell('who', common.step.who, controls.line('who')),
    controls.cell('due', common.step.due, controls.day('due'), controls.late),
    controls.cell('state', common.step.state, controls.choice('state', home.states)),
    controls.cell('partners', common.step.partners, controls.line('partners', { list: people }),
      el('datalist', { id: people }, ...rankHelpers(found, step.what).map(h => el('option', { value: h.who }, h.strengths))),
      ...fitting.length === 0 ? [] : [el('span', { class: 'small quiet' }, words.helpersHint({ names: fitting.slice(0, mostHints).map(described).join(', ') }))]),
    el('td', { role: 'cell' }, button(el('span', {}, words.removeStep, controls.aboutStep()), 'link', remove)))
}

function described (helper: Helper): string {
  return helper.strengths === '' ? helper.who : words.helper({ name: helper.who, strengths: helper.strengths })
}

/** The controls of one step; what is typed into them is written to the workbook. */
class StepControls {
  /** Says that the step's day is past. */
  readonly late: HTMLElement
  /** Say for those who hear one label alone which step it is about. */
  readonly #about: HTMLElement[] = []

  constructor (private readonly context: PlanContext, private readonly step: Step) {
    this.late = el('span', { class: 'tag', hidden: !isOverdue(step, today()) }, words.overdue)
  }

  /** A cell of the row: label, control, and what stands below it. */
  cell (column: StepField, label: string, control: HTMLElement, ...below: Node[]): HTMLElement {
    return el('td', { role: 'cell' }, el('label', { class: 'govuk-label', for: controlId(this.step.key, column) }, label, ...column === 'what' ? [] : [this.aboutStep()]), control, ...below)
  }

  /** A text of several lines. */
  long (column: StepField): HTMLElement {
    const area = el('textarea', { class: 'govuk-textarea', rows: '2', ...this.#named(column) })
    area.value = this.#shown(column)
    area.addEventListener('input', () => { this.#write(column, area.value, true) })
    return this.context.texts.noted(area, this.step.key, column)
  }

  /** A text on one line. */
  line (column: StepField, extra: Record<string, string> = {}): HTMLElement {
    const input = el('input', { class: 'govuk-input', type: 'text', value: this.#shown(column), ...this.#named(column), ...extra })
    input.addEventListener('input', () => { this.#write(column, oneLine(input.value), true) })
    return this.context.texts.noted(input, this.step.key, column)
  }

  day (column: StepField): HTMLElement {
    const input = el('input', { class: 'govuk-input govuk-input--date', type: 'date', value: this.#shown(column), ...this.#named(column) })
    input.addEventListener('input', () => { this.#write(column, oneLine(input.value)) })
    return input
  }

  choice (column: StepField, options: PlanHome['states']): HTMLElement {
    const choice = el('select', { class: 'govuk-select', ...this.#named(column) }, ...options.map(o => el('option', { value: o.id, selected: o.id === this.step[column] }, o.label)))
    choice.addEventListener('change', () => { this.#write(column, choice.value) })
    return choice
  }

  /** The step's own words, for who hears one control alone; they follow what is typed. */
  aboutStep (): HTMLElement {
    const name = hidden(ofWhat({ what: this.step.what }))
    this.#about.push(name)
    return name
  }

  #named (column: StepField): { id: string, autocomplete: string } {
    return { id: controlId(this.step.key, column), autocomplete: 'off' }
  }

  #shown (column: StepField): string {
    return this.context.texts.shown(this.step.key, column, this.step[column])
  }

  #write (column: StepField, value: string, typed = false): void {
    const { page, home, texts } = this.context
    const { key } = this.step
    if (column === 'what') for (const name of this.#about) name.textContent = ofWhat({ what: value })
    texts.write(key, column, value, typed)
    if (column === 'due' || column === 'state') this.late.hidden = !isOverdue(readStep(page.session.book, home, key), today())
  }
}
