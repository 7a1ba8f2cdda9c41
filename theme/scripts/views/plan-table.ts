import { el, goOnWriting, hidden } from '../page/dom.ts'
import { wayBack } from '../page/way-back.ts'
import { removeStep, type Step } from '../workbook/plan.ts'
import { keyNow, seenRow, type SeenRow } from '../workbook/rows.ts'
import { FreshSteps, stepsToShow, type StepView } from '../workbook/step-list.ts'
import { stepRow, type PlanContext } from './plan-row.ts'
import { controlId } from './plan-texts.ts'
import * as common from '../words/common.ts'
import * as words from '../words/views.ts'

/** Parts of a step in the order of their columns. */
const columns = ['what', 'first', 'who', 'due', 'state', 'partners'] as const

/** The plan's steps as a table. */
export class PlanTable {
  readonly element = el('div')
  readonly fresh: FreshSteps
  /** Keys of the steps that are shown, in order. */
  inView: readonly string[] = []
  #view: StepView = { sort: 'order', state: 'all' }
  /** The step that has the focus, as it was when the focus came. */
  #at: SeenRow | null = null

  /**
   * @param add The button that adds a step: where there is none left, it gets the focus.
   * @param drawn Told whether there is anything to see.
   */
  constructor (private readonly context: PlanContext, private readonly add: HTMLElement, private readonly drawn: (any: boolean) => void) {
    const { page, home, texts } = context
    this.fresh = new FreshSteps(home)
    this.element.addEventListener('focusin', ({ target }) => {
      const key = target instanceof Element ? target.closest('tr')?.dataset['row'] : undefined
      this.#at = key === undefined ? null : seenRow(page.session.book, home.subject, home.table.id, key)
    })
    this.element.addEventListener('focusout', () => { texts.stopTyping() })
  }

  /** Shows the steps as they are now. @param view What is to be shown otherwise from now on. */
  show (view: Partial<StepView> = {}): void {
    const { element } = this
    const { page: { session }, home, texts } = this.context
    this.#view = { ...this.#view, ...view }
    const active = document.activeElement instanceof HTMLElement && element.contains(document.activeElement) ? document.activeElement : null
    const { present, shown } = stepsToShow(session.book, home, this.fresh, this.#view)
    this.inView = shown.map(step => step.key)
    this.drawn(shown.length > 0)
    texts.drawing = true
    element.replaceChildren(shown.length === 0
      ? el('p', { class: 'quiet' }, present.length === 0 ? words.noSteps : words.nothingShown)
      : this.#table(shown))
    if (active !== null && active.id !== '') {
      const key = this.#at === null ? '' : keyNow(session.book, home.subject, home.table.id, this.#at)
      const now = document.getElementById(this.#at === null ? active.id : active.id.replace(`:${this.#at.key}:`, `:${key}:`))
      if (now !== null) goOnWriting(active, now)
    }
    texts.drawing = false
  }

  #table (shown: readonly Step[]): HTMLElement {
    const heading = (text: string | Node): HTMLElement => el('th', { scope: 'col', role: 'columnheader' }, text)
    const headings = [...columns.map(column => common.step[column]), hidden(words.removeStep)]
    return el('table', { class: 'cards fill fill--wide plan', role: 'table' }, el('caption', { class: 'vh' }, common.plan),
      el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, ...headings.map(heading))),
      el('tbody', { role: 'rowgroup' }, ...shown.map(step => stepRow(this.context, step, () => { this.#remove(step.key) }))))
  }

  #remove (key: string): void {
    const { page, home } = this.context
    const { session } = page
    const undo = wayBack(session, session.change(removeStep(session.book, home, key)))
    const place = this.inView.indexOf(key)
    this.show()
    ;(document.getElementById(controlId(this.inView[place] ?? this.inView.at(-1) ?? '', 'what')) ?? this.add).focus()
    page.notice(words.stepRemoved, undo)
  }
}
