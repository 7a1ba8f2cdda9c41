import type { Edit } from './edit.ts'
import type { FieldDefinition, Guide } from './guide.ts'
import { addRow, cellsOf, removeRow, rowKeys, type TableShape } from './rows.ts'
import { byWeight, resultOf } from './scoring.ts'
import type { Stamp } from './workbook.ts'
import { agency, partnersOf, planSubject, valueOf, type Workbook } from './workbook.ts'

/** The plan is kept as a table of its own, so that rows, merging and undo are the same as everywhere. */
export const planTable: TableShape = { id: 'plan.steps', blankKeys: [], canGrow: true }

export const stepStates = ['open', 'started', 'done'] as const
export type StepState = typeof stepStates[number]

export interface Step {
  key: string
  /** What it answers: `subject/instrument.item`; '' for a step of one's own. */
  from: string
  what: string
  first: string
  who: string
  /** ISO date or ''. */
  due: string
  state: StepState
  partners: string
  at: number
}

export type StepField = 'from' | 'what' | 'first' | 'who' | 'due' | 'state' | 'partners'

export function steps (book: Workbook): Step[] {
  return rowKeys(book, planSubject, planTable).map(key => {
    const value = (column: StepField): string => valueOf(book, planSubject, stepField(key, column))
    const state = value('state')
    return {
      key, from: value('from'), what: value('what'), first: value('first'), who: value('who'), due: value('due'), partners: value('partners'),
      state: stepStates.find(s => s === state) ?? 'open',
      at: book.subjects.get(planSubject)?.answers.get(stepField(key, 'what'))?.at ?? 0
    }
  })
}

export function stepField (key: string, column: StepField): string {
  return `${planTable.id}.${key}.${column}`
}

export function addStep (book: Workbook, stamp: Stamp, values: Partial<Record<StepField, string>>): { key: string, edits: Edit[] } {
  const { key, edits } = addRow(book, planSubject, planTable, stamp)
  for (const [column, value] of Object.entries(values)) {
    edits.push({ kind: 'answer', subject: planSubject, field: stepField(key, column as StepField), value })
  }
  return { key, edits }
}

export function removeStep (book: Workbook, key: string): Edit[] {
  return removeRow(book, planSubject, planTable, key)
}

export type SortBy = 'due' | 'state' | 'who' | 'order'

export function sortSteps (list: readonly Step[], by: SortBy): Step[] {
  const sorted = [...list]
  if (by === 'due') sorted.sort((a, b) => (a.due || '9').localeCompare(b.due || '9'))
  if (by === 'state') sorted.sort((a, b) => stepStates.indexOf(a.state) - stepStates.indexOf(b.state))
  if (by === 'who') sorted.sort((a, b) => (a.who || '\uffff').localeCompare(b.who || '\uffff'))
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
}

/** Gaps, critical questions that are not in place, and help wanted, that no step answers yet: weightiest first. */
export function suggestions (guide: Guide, book: Workbook): Suggestion[] {
  const planned = new Set(steps(book).map(step => step.from))
  const found: { suggestion: Suggestion, weight: Parameters<typeof byWeight>[0] }[] = []
  for (const instrument of guide.instruments) {
    if (instrument.kind !== 'assessment') continue
    const subjects = instrument.perPartner === true ? partnersOf(book).map(p => ({ id: p.id, name: p.name as string | null })) : [{ id: agency, name: null }]
    for (const subject of subjects) {
      const result = resultOf(instrument, book, subject.id)
      for (const item of result.domains.flatMap(d => d.items)) {
        const gap = item.value !== null && item.value < result.most / 2
        const critical = item.critical === true && item.value !== null && item.value < result.most
        if (!gap && !critical && !item.help) continue
        const from = `${subject.id}/${instrument.id}.${item.id}`
        if (planned.has(from)) continue
        found.push({
          weight: item,
          suggestion: { from, label: item.label, instrument: instrument.title, partner: subject.name, critical: item.critical === true, help: item.help, gap }
        })
      }
    }
  }
  return found.sort((a, b) => byWeight(a.weight, b.weight)).map(f => f.suggestion)
}

/** A helper from the community map: any table of the guide with the columns `who` and `strengths`. */
export interface Helper { who: string, strengths: string, tie: string }

export function helpers (guide: Guide, book: Workbook): Helper[] {
  const found: Helper[] = []
  for (const instrument of guide.instruments) {
    if (instrument.perPartner === true) continue
    for (const part of instrument.parts) {
      if (!('table' in part)) continue
      const columns = new Map(part.table.columns.map(c => [c.id, c]))
      const who = columns.get('who')
      if (who === undefined || !columns.has('strengths')) continue
      const subject = book.subjects.get(agency)
      if (subject === undefined) continue
      const keys = new Set(cellsOf(subject, part.table.id).map(([, key]) => key))
      for (const key of keys) {
        const cell = (column: string): string => valueOf(book, agency, `${part.table.id}.${key}.${column}`)
        if (cell('who') !== '') found.push({ who: cell('who'), strengths: cell('strengths'), tie: optionLabel(columns.get('tie'), cell('tie')) })
      }
    }
  }
  return found
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

function keywords (text: string): string[] {
  return text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(word => word.length > 3 && !['have', 'with', 'that', 'this', 'your', 'their', 'they', 'from', 'what', 'been', 'does', 'both', 'each', 'will', 'about', 'know'].includes(word))
}

function optionLabel (definition: FieldDefinition | undefined, id: string): string {
  return definition?.options?.find(o => o.id === id)?.label ?? id
}
