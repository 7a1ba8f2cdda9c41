import { apply } from '../../../workbook/edit.ts'
import type { FieldDefinition, FieldKind, Mark, TableDefinition } from '../../../workbook/guide.ts'
import { agency, emptyWorkbook, type Workbook } from '../../../workbook/workbook.ts'
import { readDelimited } from '../delimited.ts'
import { matchColumns } from '../headings.ts'
import { findDoubles, outcomes, type Choices, type Outcome } from '../outcome.ts'
import { presentRows } from '../../../workbook/table-rows.ts'
import { editsOf, fitted } from '../present.ts'

const column = (id: string, label: string, kind: FieldKind, marks: Mark[], options?: [string, string][]): FieldDefinition =>
  ({ id, label, kind, marks, wording: 'w-' + id, ...options !== undefined && { options: options.map(([id, label]) => ({ id, label })) } })

/** A map as the guide has it. */
export const map: TableDefinition = {
  id: 'map.organizations', label: 'Organizations', role: 'map', blankRows: 2, columns: [
    column('who', 'Organization', 'text', ['name', 'main']),
    column('sector', 'Sector', 'choice', ['category', 'main'], [['employers', 'Employers'], ['schools', 'Schools and training'], ['housing', 'Housing'], ['childcare', 'Childcare and family services'], ['legal', 'Legal services']]),
    column('tie', 'How close we are', 'choice', ['closeness', 'main'], [['working-together', 'Working together'], ['in-conversation', 'In conversation'], ['met-once', 'Met once'], ['know-of', 'Know of them']]),
    column('strengths', 'Their strengths', 'long', ['strengths']),
    column('introduction', 'Who can introduce us', 'text', ['introducer']),
    column('by-when', 'By when', 'date', ['due']),
    column('last-checked', 'Last checked', 'date', ['checked'])
  ]
}

/** A table without names: rows may say the same. */
export const steps: TableDefinition = {
  id: 'plan.steps', label: 'Steps', blankRows: 1, columns: [column('what', 'What we will do', 'long', []), column('done', 'Done', 'check', []), column('day', 'Day', 'date', [])]
}

export function bookWith (table: TableDefinition, ...rows: Record<string, string>[]): Workbook {
  const book = emptyWorkbook('w')
  rows.forEach((cells, i) => {
    apply(book, Object.entries(cells).map(([id, value]) => ({ kind: 'answer', subject: agency, field: `${table.id}.r${i + 1}.${id}`, value })), { at: 1000 + i, by: 'a' })
  })
  return book
}

export interface Looked { outcomes: Outcome[], take: () => void, rows: () => Record<string, string>[], choices: Choices }

/** Looks a list through as the page does. */
export function look (text: string, table: TableDefinition = map, book: Workbook = emptyWorkbook('w'), more: Partial<Choices> & { from?: string, language?: string, pasted?: boolean } = {}): Looked {
  const grid = readDelimited(text, more.pasted)
  const matching = more.matching ?? matchColumns(grid, table, more.from)
  const choices: Choices = { matching, reading: { language: more.language ?? 'en', chosen: new Map() }, rows: new Map(), typed: new Map(), ...more }
  const present = presentRows(book, agency, table)
  const found = findDoubles(fitted(outcomes(grid, table, present, choices), book, agency, table, present), table, present)
  return {
    choices, outcomes: found,
    take: () => { apply(book, editsOf(found, book, agency, table, { at: 5000, by: 'b' }), { at: 5000, by: 'b' }) },
    rows: () => presentRows(book, agency, table).filter(row => !row.isEmpty).map(row => Object.fromEntries([...row.values].filter(([, value]) => value !== '')))
  }
}

/** Row by row: what happens, with the name. */
export const told = (found: readonly Outcome[]): string[] => found.map(({ kind, name, why }) => [kind, name, ...why === undefined ? [] : [why]].join(' '))
