import { plainName } from '../workbook/alike.ts'
import type { Edit } from '../workbook/edit.ts'
import type { FieldDefinition, TableDefinition } from '../workbook/guide.ts'
import { addRow } from '../workbook/rows.ts'
import { presentRows, shapeOf, type PresentRow } from '../workbook/table-rows.ts'
import type { Stamp, Workbook } from '../workbook/workbook.ts'

/** Writes what was typed in the quick line into the first empty row, or a new one. */
export function quickEdits (book: Workbook, subject: string, table: TableDefinition, values: ReadonlyMap<string, string>, stamp: Stamp): { key: string, edits: Edit[] } {
  const empty = presentRows(book, subject, table).find(row => row.isEmpty)
  const { key, edits } = empty !== undefined ? { key: empty.key, edits: [] } : addRow(book, subject, shapeOf(table), stamp)
  return { key, edits: [...edits, ...table.columns.flatMap((column): Edit[] => answer(subject, table, key, column, values.get(column.id) ?? ''))] }
}

/** The row that is called so, but for case and blank space. */
export function rowCalled (book: Workbook, subject: string | null, table: TableDefinition, column: string, name: string): string | undefined {
  return presentRows(book, subject, table).find(row => !row.isEmpty && plainName(row.values.get(column) ?? '') === plainName(name))?.key
}

/** Says one thing in a column of many rows; rows that say it already are left alone. */
export function manyEdits (rows: readonly PresentRow[], subject: string, table: TableDefinition, column: FieldDefinition, value: string): Edit[] {
  return rows.flatMap((row): Edit[] => (row.values.get(column.id) ?? '') === value ? [] : [{ kind: 'answer', subject, field: `${table.id}.${row.key}.${column.id}`, value, wording: column.wording }])
}

function answer (subject: string, table: TableDefinition, key: string, column: FieldDefinition, value: string): Edit[] {
  return value === '' ? [] : [{ kind: 'answer', subject, field: `${table.id}.${key}.${column.id}`, value, wording: column.wording }]
}
