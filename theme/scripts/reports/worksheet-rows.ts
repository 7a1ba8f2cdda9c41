import { answerText, rowLabel } from '../workbook/guide-index.ts'
import type { TableDefinition } from '../workbook/guide.ts'
import { valueOf, type Workbook } from '../workbook/workbook.ts'
import { keysOf } from './worksheet-table.ts'

/** A row as it is told in words. */
export interface SaidRow {
  /** What its author calls it, or what stands in its first column. */
  name: string
  /** What else stands in it. */
  cells: { label: string, text: string }[]
  /** Whether nothing stands in it. */
  isEmpty: boolean
}

/** The rows of a table, in order: what names each of them, and beside it the rest. */
export function saidRows (definition: TableDefinition, book: Workbook, subject: string): SaidRow[] {
  const { id, columns, fixedRows } = definition
  return keysOf(definition, book, subject).map(key => {
    const cells = columns.flatMap(column => {
      const text = answerText(valueOf(book, subject, `${id}.${key}.${column.id}`), column)
      return text === '' ? [] : [{ label: column.label, text, names: fixedRows === undefined && column === columns[0] }]
    })
    return { name: cells.find(cell => cell.names)?.text ?? rowLabel(definition, key), cells: cells.filter(cell => !cell.names), isEmpty: cells.length === 0 }
  })
}
