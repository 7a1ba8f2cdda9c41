import type { Edit } from '../../workbook/edit.ts'
import type { TableDefinition } from '../../workbook/guide.ts'
import { around, most, roomIn } from '../../workbook/limits.ts'
import { rowKey, rowNumber } from '../../workbook/row-key.ts'
import { bornOf, nextRowKey } from '../../workbook/rows.ts'
import { presentRows, shapeOf, type PresentRow } from '../../workbook/table-rows.ts'
import type { Stamp, Workbook } from '../../workbook/workbook.ts'
import type { Outcome } from './outcome.ts'

/** Leaves out what one workbook cannot hold any more: the first rows are taken, those after them wait. */
export function fitted (outcomes: readonly Outcome[], book: Workbook, subject: string | null, table: TableDefinition, present: readonly PresentRow[]): Outcome[] {
  const answers = subject === null ? undefined : book.subjects.get(subject)
  const room = { ...roomIn(book), rows: most.rows - (answers?.rows.get(table.id)?.size ?? 0) }
  let empty = emptyRows(outcomes, present).length
  return outcomes.map(outcome => {
    if (outcome.kind !== 'new' && outcome.kind !== 'change') return outcome
    const makesRow = outcome.kind === 'new' && empty === 0
    const entries = outcome.taken.filter(({ column }) => outcome.key === undefined || answers?.answers.has(`${table.id}.${outcome.key}.${column}`) !== true).length + (makesRow ? 1 : 0)
    const characters = outcome.taken.reduce((sum, { value, was }) => sum + value.length - was.length + around, 0)
    if (entries > room.entries || characters > room.characters || (makesRow && room.rows < 1)) return { number: outcome.number, kind: 'out', name: outcome.name, taken: [], not: outcome.not, left: outcome.left, why: 'full' }
    room.entries -= entries
    room.characters -= characters
    if (makesRow) room.rows--
    else if (outcome.kind === 'new') empty--
    return outcome
  })
}

/** What takes the rows, all at once: empty rows are filled first, then others are added at the end. */
export function editsOf (outcomes: readonly Outcome[], book: Workbook, subject: string, table: TableDefinition, stamp: Stamp): Edit[] {
  const shape = shapeOf(table)
  const answers = book.subjects.get(subject)
  const present = presentRows(book, subject, table)
  const empty = emptyRows(outcomes, present)
  const wording = new Map(table.columns.map(column => [column.id, column.wording]))
  let next = rowNumber(nextRowKey(answers, shape))
  let place = present.reduce((last, { key }) => Math.max(last, answers?.rows.get(table.id)?.get(key)?.place ?? rowNumber(key)), next - 1)
  return outcomes.flatMap(({ kind, key, taken }): Edit[] => {
    if (kind !== 'new' && kind !== 'change') return []
    const known = key ?? empty.shift()
    const row = known ?? rowKey(next++)
    return [
      ...known === undefined ? [{ kind: 'row' as const, subject, table: table.id, key: row, place: ++place, born: bornOf(stamp) }] : [],
      ...taken.map(({ column, value }): Edit => ({ kind: 'answer', subject, field: `${table.id}.${row}.${column}`, value, wording: wording.get(column)! }))
    ]
  })
}

/** Keys of the rows that say nothing, and into which no line goes by its place. */
function emptyRows (outcomes: readonly Outcome[], present: readonly PresentRow[]): string[] {
  const used = new Set(outcomes.map(({ key }) => key))
  return present.flatMap(({ key, isEmpty }) => isEmpty && !used.has(key) ? [key] : [])
}
