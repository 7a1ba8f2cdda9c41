import { answerText } from '../workbook/guide-index.ts'
import type { TableDefinition } from '../workbook/guide.ts'
import { language } from '../words/language.ts'

/** A number as the language writes it. */
export function inWords (number: number): string {
  return number.toLocaleString(language)
}

/** How many there are, for words that depend on it. */
export function counted (count: number): { count: number, number: string } {
  return { count, number: inWords(count) }
}

/** What is said one after the other, as the language lists it. */
export function listOf (parts: readonly string[]): string {
  return new Intl.ListFormat(language).format(parts)
}

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
