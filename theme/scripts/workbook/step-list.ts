import { stepWith } from '../words/views.ts'
import { plainName } from './alike.ts'
import { isOpen, readStep, sortSteps, steps, type PlanHome, type SortBy, type Step, type Suggestion } from './plan.ts'
import { keyNow, rowKeys, seenRow, type SeenRow } from './rows.ts'
import { titleOf } from './titles.ts'
import { isUnnamed, nameOf } from './unnamed.ts'
import { partnersOf, type Partner, type Workbook } from './workbook.ts'

/** Which steps of the plan are shown, and in which order. */
export interface StepView {
  sort: SortBy
  /** Id of a state, or `all`. */
  state: string
}

/** Steps that were added on this page: they are shown though they say nothing yet. */
export class FreshSteps {
  readonly #rows: SeenRow[] = []

  constructor (private readonly home: PlanHome) {}

  /** Notes a step that was just added. Returns what forgets it again. */
  add (book: Workbook, key: string): () => void {
    const added = seenRow(book, this.home.subject, this.home.table.id, key)
    this.#rows.push(added)
    return () => { this.#rows.splice(this.#rows.indexOf(added), 1) }
  }

  /** Keys that they have now; without those that were erased meanwhile. */
  keys (book: Workbook): Set<string> {
    const { subject, table } = this.home
    return new Set(this.#rows.flatMap(row => {
      const key = keyNow(book, subject, table.id, row)
      return seenRow(book, subject, table.id, key).born === row.born ? [key] : []
    }))
  }
}

/** The steps that there are, with those that were just added, and those of them to show. */
export function stepsToShow (book: Workbook, home: PlanHome, fresh: FreshSteps, { sort, state }: StepView): { present: Step[], shown: Step[] } {
  const said = new Set(steps(book, home).map(step => step.key))
  const mayBeEmpty = fresh.keys(book)
  const present = rowKeys(book, home.subject, home.table).filter(key => said.has(key) || mayBeEmpty.has(key)).map(key => readStep(book, home, key))
  return { present, shown: sortSteps(present, sort, home).filter(step => state === 'all' || (step.state || home.states[0]?.id) === state) }
}

/** Of the steps in view those that are still to be done by some day: what a calendar can hold. */
export function stepsWithDays (book: Workbook, home: PlanHome, inView: readonly string[]): Step[] {
  return steps(book, home).filter(step => inView.includes(step.key) && isOpen(step) && step.due !== '')
}

/** About whom the answers are that a step came from. */
export function partnerOf (book: Workbook, step: Step): Partner | undefined {
  return partnersOf(book, true).find(p => p.id === step.from.split('/')[0])
}

/** What the partner is called that a step is about; null where it is about none. */
export function partnerNameOf (book: Workbook, step: Step): string | null {
  const partner = partnerOf(book, step)
  return partner === undefined ? null : nameOf(partner)
}

/** A title with the name of the partner that it is about, where there is one and the title does not say it already. */
export function withPartner (title: string, partner: string | null): string {
  return partner === null || plainName(title).includes(plainName(partner)) ? title : titleOf(title, partner)
}

/** What a step says that begins with an answer: two partners' steps are told apart wherever its text goes. */
export function stepText (book: Workbook, { from, step }: Suggestion): string {
  const partner = book.partners.get(from.split('/')[0]!)
  // Who has no name yet will have one: the text would keep the old one.
  return partner === undefined || isUnnamed(partner) ? step : stepWith({ step, partner: nameOf(partner) })
}

/** What is to be done, with whom it is about: for what shows nothing else of a step. */
export function namedStep (book: Workbook, step: Step): string {
  return withPartner(step.what, partnerNameOf(book, step))
}
