import { answerText } from '../workbook/guide-index.ts'
import type { TableDefinition } from '../workbook/guide.ts'

/** The name of a column of the table. */
export function columnLabel (table: TableDefinition, id: string): string {
  return table.columns.find(column => column.id === id)?.label ?? id
}

/** A value as people read it. */
export function valueText (table: TableDefinition, id: string, value: string): string {
  return answerText(value, table.columns.find(column => column.id === id))
}

/** A, B … Z, AA …: what a spreadsheet calls a column. */
export function columnLetter (index: number): string {
  return (index >= 26 ? columnLetter(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + index % 26)
}
