import type { Table } from '../documents/tables/api.ts'
import { blankKeys } from '../workbook/guide-index.ts'
import type { TableDefinition } from '../workbook/guide.ts'
import { rowKeys } from '../workbook/rows.ts'
import { valueOf, type Workbook } from '../workbook/workbook.ts'
import { cellText } from './parts.ts'
import { row } from '../words/common.ts'

/** Keys of the rows of a table, in order. */
export function keysOf (table: TableDefinition, book: Workbook, subject: string): string[] {
  return rowKeys(book, subject, { id: table.id, blankKeys: blankKeys(table), canGrow: table.fixedRows === undefined })
}

/** A table of a worksheet as it stands on the page; rows that people add and that say nothing are left out. */
export function worksheetTable (table: TableDefinition, book: Workbook, subject: string): Table {
  const { fixedRows } = table
  const rows = keysOf(table, book, subject).map(key => ({ key, cells: table.columns.map(c => cellText(valueOf(book, subject, `${table.id}.${key}.${c.id}`), c)) }))
  return {
    title: table.label,
    columns: [...fixedRows === undefined ? [] : [table.rowHeading ?? row], ...table.columns.map(c => c.label)],
    rows: fixedRows === undefined
      ? rows.filter(row => row.cells.some(cell => cell !== '')).map(row => row.cells)
      : rows.map(row => [fixedRows.find(f => f.key === row.key)?.label ?? '', ...row.cells])
  }
}
