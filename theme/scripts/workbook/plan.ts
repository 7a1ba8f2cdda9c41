import type { Edit } from './edit.ts'
import type { FieldDefinition, Guide, Mark, Option } from './guide.ts'
import { blankKeys } from './guide-index.ts'
import { columnWith, freeTables, tableWith } from './roles.ts'
import { addRow, bornOf, cellsOf, removeRow, rowKeys, tabOf, type TableShape } from './rows.ts'
import { rowNumber } from './row-key.ts'
import { byWeight, isToAsk, resultOf } from './scoring.ts'
import { language } from '../words/language.ts'
import { states } from '../words/reports.ts'
import { stepOf } from '../words/views.ts'
import type { Stamp } from './workbook.ts'
import { agency, partnersOf, planSubject, valueOf, type Workbook } from './workbook.ts'

/**
 * Where the steps of the plan live: the table that the guide says is its plan, so that they stand in its Word file and PDF too;
 * in a guide without one, a table of their own.
 */
export interface PlanHome {
  subject: string
  table: TableShape
  /** Column of each part of a step; a part that the guide's table does not have is kept under the subject `plan`. */
  columns: ReadonlyMap<StepField, string>
  states: readonly Option[]
}

export type StepField = 'from' | 'what' | 'first' | 'who' | 'due' | 'state' | 'partners'

export interface Step extends Record<StepField, string> {
  key: string
  /** When it was last changed. */
  at: number
}

const fallback: PlanHome = {
  subject: planSubject,
  table: { id: 'plan.steps', blankKeys: [], canGrow: true },
  columns: new Map([['what', 'what'], ['first', 'first'], ['who', 'who'], ['due', 'due'], ['state', 'state'], ['partners', 'partners']]),
  states: (['not-started', 'under-way', 'done'] as const).map(id => ({ id, label: states[id] }))
}

/** The mark of the column that holds a part of a step, and the id of that column in guides that say no roles. */
const stepColumns: readonly (readonly [StepField, Mark, string])[] = [
  ['what', 'what', 'what'], ['first', 'first-step', 'first-step'], ['who', 'owner', 'who'], ['due', 'due', 'by'], ['state', 'status', 'status'], ['partners', 'partners', 'partner']
]

export function planHome (guide: Guide): PlanHome {
  const said = tableWith(guide, 'plan')
  const table = said ?? freeTables(guide).find(({ columns }) => ['what', 'who', 'by', 'status'].every(id =>
    columns.some(column => column.id === id && (id !== 'status' || column.options !== undefined))))
  if (table === undefined) return fallback
  const columns = new Map(stepColumns.flatMap(([part, mark, id]) => {
    const column = said === undefined ? table.columns.find(c => c.id === id) : columnWith(table, mark)
    return column === undefined ? [] : [[part, column] as const]
  }))
  return {
    subject: agency,
    table: { id: table.id, blankKeys: blankKeys(table), canGrow: true },
    columns: new Map([...columns].map(([part, column]) => [part, column.id])),
    states: columns.get('state')?.options ?? fallback.states
  }
}

/** Under whom and under which id a part of a step is kept. */
export function stepPlace (home: PlanHome, key: string, part: StepField): { subject: string, field: string } {
  const column = home.columns.get(part)
  return { subject: column === undefined ? planSubject : home.subject, field: `${home.table.id}.${key}.${column ?? part}` }
}

/** How long a step that was added in another tab may say nothing yet, in milliseconds. */
const whileAdding = 600_000

/** The steps that say anything. */
export function steps (book: Workbook, home: PlanHome): Step[] {
  return rowKeys(book, home.subject, home.table).map(key => readStep(book, home, key)).filter(step => !isEmptyStep(step))
}

export function readStep (book: Workbook, home: PlanHome, key: string): Step {
  let at = 0
  const value = (part: StepField): string => {
    const { subject, field } = stepPlace(home, key, part)
    const answer = book.subjects.get(subject)?.answers.get(field)
    at = Math.max(at, answer?.at ?? 0)
    return answer?.value ?? ''
  }
  const parts = {
    from: value('from'), what: value('what'), first: value('first'), who: value('who'), due: value('due'), state: value('state'), partners: value('partners')
  }
  return { key, ...parts, at }
}

/** States in which there is nothing to do any more, or not for now. */
const closed: ReadonlySet<string> = new Set(['done', 'set-aside'])

/** Whether a step is still to be done: its day counts. */
export function isOpen (step: Step): boolean {
  return !closed.has(step.state)
}

/** Whether a step was to be done before today. @param today Such as `2026-11-30`. */
export function isOverdue (step: Step, today: string): boolean {
  return isOpen(step) && step.due !== '' && step.due < today
}

function isEmptyStep (step: Step): boolean {
  return [step.what, step.first, step.who, step.due, step.partners].every(text => text === '')
}

/**
 * A new step: in the first row of the table that says nothing, else in a row of its own. Either has a birth, so that two tabs
 * that add one at the same moment keep both; a blank row to which another tab has just given one is that tab's.
 */
export function addStep (book: Workbook, home: PlanHome, stamp: Stamp, values: Partial<Record<StepField, string>>, taken: ReadonlySet<string> = new Set()): { key: string, edits: Edit[] } {
  const { subject, table } = home
  const born = bornOf(stamp)
  const rows = book.subjects.get(subject)?.rows.get(table.id)
  const isFree = (key: string): boolean => {
    const before = rows?.get(key)?.born
    const isOthers = before !== undefined && tabOf(before) !== tabOf(born) && Number.parseInt(before) > stamp.at - whileAdding
    return !taken.has(key) && !isOthers && isEmptyStep(readStep(book, home, key))
  }
  const bear = (key: string): Edit => {
    const before = rows?.get(key)
    return { kind: 'row', subject, table: table.id, key, place: before?.place ?? rowNumber(key), born: before?.born ?? born, blank: true }
  }
  const free = rowKeys(book, subject, table).find(isFree)
  const { key, edits } = free === undefined ? addRow(book, subject, table, stamp) : { key: free, edits: [bear(free)] }
  for (const [part, value] of Object.entries(values)) edits.push({ kind: 'answer', ...stepPlace(home, key, part as StepField), value })
  return { key, edits }
}

export function removeStep (book: Workbook, home: PlanHome, key: string): Edit[] {
  const from = stepPlace(home, key, 'from')
  return [
    ...removeRow(book, home.subject, home.table, key),
    ...valueOf(book, from.subject, from.field) === '' ? [] : [{ kind: 'answer' as const, ...from, value: '' }]
  ]
}

export type SortBy = 'due' | 'state' | 'who' | 'order'

export function sortSteps (list: readonly Step[], by: SortBy, home: PlanHome): Step[] {
  const sorted = [...list]
  const stateIndex = (step: Step): number => Math.max(0, home.states.findIndex(s => s.id === step.state))
  if (by === 'due') sorted.sort((a, b) => (a.due || '9').localeCompare(b.due || '9', language))
  if (by === 'state') sorted.sort((a, b) => stateIndex(a) - stateIndex(b))
  if (by === 'who') sorted.sort((a, b) => (a.who || '\uffff').localeCompare(b.who || '\uffff', language))
  return sorted
}

/** Something that the answers suggest to plan for. */
export interface Suggestion {
  from: string
  label: string
  instrument: string
  /** Whose answers; null for the agency. */
  partner: string | null
  critical: boolean
  help: boolean
  gap: boolean
  /** Whether it is important and has no answer yet. */
  toAsk: boolean
  /** What is to be done, as its author says it, or else the question. */
  step: string
}

/**
 * What no step answers yet: critical questions that are still to ask, where something was answered at all; then gaps, critical
 * questions that are not in place, and help wanted, weightiest first.
 */
export function suggestions (guide: Guide, book: Workbook): Suggestion[] {
  const home = planHome(guide)
  const planned = new Set(steps(book, home).map(step => step.from))
  const found: { suggestion: Suggestion, weight: Parameters<typeof byWeight>[0] }[] = []
  for (const instrument of guide.instruments) {
    if (instrument.kind !== 'assessment') continue
    const subjects = instrument.perPartner === true ? partnersOf(book).map(p => ({ id: p.id, name: p.name })) : [{ id: agency, name: null }]
    for (const subject of subjects) {
      const result = resultOf(instrument, book, subject.id)
      const begun = result.overall.answered + result.overall.notApplicable > 0
      for (const item of result.domains.flatMap(d => d.items)) {
        const gap = item.value !== null && item.value < result.most / 2
        const critical = item.critical === true && item.value !== null && item.value < result.most
        const toAsk = begun && isToAsk(item)
        if (!gap && !critical && !item.help && !toAsk) continue
        const from = `${subject.id}/${instrument.id}.${item.id}`
        if (planned.has(from)) continue
        found.push({
          weight: item,
          suggestion: { from, label: item.label, instrument: instrument.title, partner: subject.name, critical: item.critical === true, help: item.help, gap, toAsk, step: item.step ?? stepOf({ question: item.label }) }
        })
      }
    }
  }
  return found.sort((a, b) => Number(b.suggestion.toAsk) - Number(a.suggestion.toAsk) || byWeight(a.weight, b.weight)).map(f => f.suggestion)
}

/** A helper from the community map: the table that the guide says is one, else any that has the columns `who` and `strengths`. */
export interface Helper { who: string, strengths: string, tie: string }

export function helpers (guide: Guide, book: Workbook): Helper[] {
  const subject = book.subjects.get(agency)
  if (subject === undefined) return []
  return maps(guide).flatMap(({ id, who, strengths, tie }) => {
    const keys = new Set(cellsOf(subject, id).map(([, key]) => key))
    return [...keys].flatMap(key => {
      const cell = (column: FieldDefinition | undefined): string => column === undefined ? '' : valueOf(book, agency, `${id}.${key}.${column.id}`)
      return cell(who) === '' ? [] : [{ who: cell(who), strengths: cell(strengths), tie: optionLabel(tie, cell(tie)) }]
    })
  })
}

/** A table of organizations, by the columns of which a plan asks. */
interface OrganizationTable { id: string, who: FieldDefinition | undefined, strengths: FieldDefinition | undefined, tie: FieldDefinition | undefined }

function maps (guide: Guide): OrganizationTable[] {
  const said = tableWith(guide, 'map')
  if (said !== undefined) return [{ id: said.id, who: columnWith(said, 'name'), strengths: columnWith(said, 'strengths'), tie: columnWith(said, 'closeness') }]
  return guide.instruments.flatMap(instrument => instrument.perPartner === true ? [] : instrument.parts.flatMap(part => {
    if (!('table' in part)) return []
    const [who, strengths, tie] = ['who', 'strengths', 'tie'].map(id => part.table.columns.find(column => column.id === id))
    return who === undefined || strengths === undefined ? [] : [{ id: part.table.id, who, strengths, tie }]
  }))
}

/** Helpers whose strengths share words with what is to be done come first. */
export function rankHelpers (list: readonly Helper[], words: string): Helper[] {
  const wanted = keywords(words)
  const score = (helper: Helper): number => keywords(`${helper.strengths} ${helper.who}`).filter(word => wanted.some(w => w.startsWith(word) || word.startsWith(w))).length
  return [...list].sort((a, b) => score(b) - score(a))
}

export function matchesStrength (helper: Helper, words: string): boolean {
  const wanted = keywords(words)
  return keywords(helper.strengths).some(word => wanted.some(w => w.startsWith(word) || word.startsWith(w)))
}

/** Words of a text that say something: two texts that share some are about the same. */
export function keywords (text: string): string[] {
  return text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(word => word.length > 3 && !['have', 'with', 'that', 'this', 'your', 'their', 'they', 'from', 'what', 'been', 'does', 'both', 'each', 'will', 'about', 'know'].includes(word))
}

function optionLabel (definition: FieldDefinition | undefined, id: string): string {
  return definition?.options?.find(o => o.id === id)?.label ?? id
}
