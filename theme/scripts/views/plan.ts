import { afterPause, button, el, freeId } from '../page/dom.ts'
import { fileName, saveFile } from '../page/file.ts'
import type { Page } from '../page/page.ts'
import { offerReport } from '../page/report-offer.ts'
import { wayBack } from '../page/way-back.ts'
import { calendar } from '../workbook/calendar.ts'
import { GuideIndex } from '../workbook/guide-index.ts'
import { addStep, planHome, type SortBy, type StepField, type Suggestion } from '../workbook/plan.ts'
import { namedStep, stepText, stepsWithDays } from '../workbook/step-list.ts'
import type { PlanContext } from './plan-row.ts'
import { PlanSuggestions } from './plan-suggestions.ts'
import { PlanTable } from './plan-table.ts'
import { controlId, StepTexts } from './plan-texts.ts'
import { printOne } from '../page/print-one.ts'
import * as common from '../words/common.ts'
import { handed, planFile } from '../words/exports.ts'
import { print } from '../words/frame.ts'
import * as words from '../words/views.ts'

/** The action plan: suggestions from the answers, steps with an owner and a day, a calendar file. */
export async function startPlan (section: HTMLElement, page: Page): Promise<void> {
  const { session } = page
  const guide = await page.load('guide')
  const home = planHome(guide)
  const index = new GuideIndex(guide)
  const texts = new StepTexts(page, home, index, () => { table.show() })
  const context: PlanContext = { page, guide, home, index, texts }
  const files = offerReport(words.takePlan, ['docx', 'xlsx', 'csv'], page, () => ({ kind: 'plan', steps: table.inView }))
  const add = button(words.addStep, 'second', () => { addOne({ what: '' }) })
  const table = new PlanTable(context, add, any => {
    section.hidden = session.status.lock === 'locked'
    files.hidden = !any
  })
  const suggested = new PlanSuggestions(guide, session, suggestion => { addOne({ from: suggestion.from, what: stepText(session.book, suggestion) }, suggestion) })

  const sorter = select(words.sortBy, words.sorts, value => { table.show({ sort: value }) })
  const filter = select(words.show, { all: words.allSteps, ...Object.fromEntries(home.states.map(s => [s.id, s.label])) }, value => { table.show({ state: value }) })
  section.append(el('h2', {}, common.plan), el('p', {}, words.planHint), suggested.element,
    el('div', { class: 'choices' }, el('p', {}, ...sorter.parts), el('p', {}, ...filter.parts)), table.element,
    el('p', { class: 'btns' }, add,
      button(words.calendar, 'second', () => { saveCalendar(context, table.inView) }), button(print, 'second', () => { printOne(section) })), files)

  function addOne (values: Partial<Record<StepField, string>>, from?: Suggestion): void {
    const { key, edits } = addStep(session.book, home, session.clock.next(), values, table.fresh.keys(session.book))
    sorter.control.value = 'order' satisfies SortBy
    filter.control.value = 'all'
    const undo = wayBack(session, session.change(edits))
    const forget = table.fresh.add(session.book, key)
    table.show({ sort: 'order', state: 'all' })
    document.getElementById(controlId(key, from === undefined ? 'what' : 'first'))?.focus()
    page.notice(words.added, undo && (() => {
      forget()
      return undo()
    }))
  }

  const suggestSoon = afterPause(() => { suggested.show() })
  session.listen(change => {
    // What was typed into a step stands in its control already.
    if ((change === 'typed' || change === 'elsewhere') && !texts.writing) table.show()
    if (change === 'typed' || texts.writing) suggestSoon()
    else if (change === 'elsewhere') suggested.show()
  })
  suggested.show()
  table.show()
}

/** What is in view, as in the other files; and of that, what is still to be done. */
function saveCalendar ({ page, home }: PlanContext, inView: readonly string[]): void {
  const { book } = page.session
  const due = stepsWithDays(book, home, inView)
  if (due.length === 0) {
    page.notice(words.noDays)
    return
  }
  const name = fileName(planFile, 'ics')
  // A calendar shows nothing else of whom a step is about.
  const named = due.map(step => ({ ...step, what: namedStep(book, step) }))
  saveFile(name, calendar(named, book.id, common.plan, common.step), 'text/calendar')
  page.notice(handed({ name }))
}

function select<T extends string> (label: string, options: Record<T, string>, change: (value: T) => void): { control: HTMLSelectElement, parts: HTMLElement[] } {
  const id = freeId(`plan-${label.toLowerCase().replace(/\W+/g, '-')}`)
  const control = el('select', { class: 'govuk-select', id }, ...Object.entries<string>(options).map(([value, text]) => el('option', { value }, text)))
  control.addEventListener('change', () => { change(control.value as T) })
  return { control, parts: [el('label', { class: 'govuk-label', for: id }, label), control] }
}
