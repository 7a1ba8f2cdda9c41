import type { FieldDefinition, Mark, TableDefinition } from '../workbook/guide.ts'
import { answerText } from '../workbook/guide-index.ts'
import { lookOf } from '../workbook/look.ts'
import { plain } from '../workbook/plain.ts'
import type { PresentRow } from '../workbook/table-rows.ts'
import { language } from '../words/language.ts'

/** What somebody looks for in a table. */
export interface Search {
  /** Words that have to stand in the row. */
  words: string
  /** What a column has to say, by column; '' for what is said nowhere. */
  says: ReadonlyMap<string, string>
  /** Only rows that it is time to look at again. */
  again: boolean
  /** The column to sort by; '' for as the rows stand. */
  by: string
}

/** Columns that hold one of a few things: those of which somebody can ask for the rows that say one. */
export function filterColumns (table: TableDefinition): FieldDefinition[] {
  const asked: Mark[] = ['category', 'closeness', 'level', 'known-by', 'status']
  const marked = (column: FieldDefinition): boolean => asked.some(mark => column.marks?.includes(mark))
  return table.columns.filter(column => column.kind === 'choice' ? marked(column) || column.marks?.includes('main') === true || !table.columns.some(marked) : column.kind === 'text' && marked(column))
}

/** What rows can be sorted by: names, choices in their own order, days. */
export function sortColumns (table: TableDefinition): FieldDefinition[] {
  const main = table.columns.filter(column => column.marks?.includes('main') === true)
  const first = main.length > 0 ? main : table.columns.slice(0, 3)
  return [...first.filter(({ kind }) => kind !== 'check'), ...table.columns.filter(column => column.kind === 'date' && !first.includes(column))]
}

/** Whether a table says when a row was looked at, or when something of it is due. */
export function hasTime (table: TableDefinition): boolean {
  return table.columns.some(column => column.marks?.some(mark => mark === 'checked' || mark === 'due' || mark === 'review'))
}

/** Whether it is time to look at a row again: the rule by which the map draws an organization hollow. */
export function isTimeToLook (row: PresentRow, table: TableDefinition, today: string): boolean {
  return !row.isEmpty && lookOf(table, column => row.values.get(column) ?? '', row.touched, today) !== null
}

/** Whether anything is asked for at all. */
export function isAsking ({ words, says, again }: Search): boolean {
  return plain(words) !== '' || again || says.size > 0
}

/**
 * The rows that were asked for, in the order that was asked for; rows that say nothing stand at the end where nothing is asked, and are
 * left out else. The rows themselves stay as they stand.
 */
export function arranged (rows: readonly PresentRow[], table: TableDefinition, search: Search, today: string): string[] {
  const wanted = plain(search.words).split(' ').filter(word => word !== '')
  const found = rows.filter(row => {
    if (row.isEmpty) return !isAsking(search)
    if (search.again && !isTimeToLook(row, table, today)) return false
    for (const [column, value] of search.says) if (said(row, column) !== value) return false
    if (wanted.length === 0) return true
    const text = ` ${table.columns.map(column => plain(answerText(row.values.get(column.id) ?? '', column))).join(' ')}`
    return wanted.every(word => text.includes(word))
  })
  const column = table.columns.find(({ id }) => id === search.by)
  if (column === undefined) return found.map(({ key }) => key)
  const rank = (row: PresentRow): number => {
    const at = column.options?.findIndex(option => option.id === row.values.get(column.id)) ?? 0
    return at < 0 ? column.options!.length : at
  }
  const compare = new Intl.Collator(language, { numeric: true, sensitivity: 'base' }).compare
  const text = (row: PresentRow): string => (row.values.get(column.id) ?? '').trim()
  return [...found].sort((a, b) => {
    // What says nothing of it comes last, and empty rows after that.
    if (a.isEmpty !== b.isEmpty) return a.isEmpty ? 1 : -1
    if (column.kind === 'choice') return rank(a) - rank(b)
    if ((text(a) === '') !== (text(b) === '')) return text(a) === '' ? 1 : -1
    return compare(text(a), text(b))
  }).map(({ key }) => key)
}

/** What a row says in a column, as it is asked for. */
function said (row: PresentRow, column: string): string {
  return (row.values.get(column) ?? '').trim()
}

/** What stands in a column of text, each once, in order: what can be asked for. */
export function saidIn (rows: readonly PresentRow[], column: string): string[] {
  return [...new Set(rows.map(row => said(row, column)).filter(text => text !== ''))].sort(new Intl.Collator(language).compare)
}
