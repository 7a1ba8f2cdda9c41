import { blankKeys } from './guide-index.ts'
import type { TableDefinition } from './guide.ts'
import { cellsOf, rowKeys, saysSomething, type TableShape } from './rows.ts'
import type { Workbook } from './workbook.ts'

/** A row of the table as it stands now. */
export interface PresentRow {
  key: string
  /** By column. */
  values: ReadonlyMap<string, string>
  /** Whether nothing stands in it, or beside it. */
  isEmpty: boolean
  /** When what it says in the table's columns was last written, in milliseconds since 1970; 0 for never. */
  touched: number
}

/** What the rows of a table start from. */
export function shapeOf (table: TableDefinition): TableShape {
  return { id: table.id, blankKeys: blankKeys(table), canGrow: true }
}

/** The rows of the table, in order. @param subject Null where nothing was answered about anybody yet. */
export function presentRows (book: Workbook, subject: string | null, table: TableDefinition): PresentRow[] {
  const shape = shapeOf(table)
  const answers = subject === null ? undefined : book.subjects.get(subject)
  const columns = new Set(table.columns.map(({ id }) => id))
  const rows = new Map<string, { values: Map<string, string>, touched: number }>()
  const said = new Set<string>()
  for (const [field, key, column] of answers === undefined ? [] : cellsOf(answers, table.id)) {
    const answer = answers!.answers.get(field)!
    let row = rows.get(key)
    if (row === undefined) rows.set(key, row = { values: new Map(), touched: 0 })
    row.values.set(column, answer.value)
    if (answer.value !== '' && columns.has(column)) row.touched = Math.max(row.touched, answer.at)
    if (saysSomething(answer)) said.add(key)
  }
  const keys = subject === null ? shape.blankKeys : rowKeys(book, subject, shape, said)
  return keys.map(key => ({ key, values: rows.get(key)?.values ?? new Map<string, string>(), isEmpty: !said.has(key), touched: rows.get(key)?.touched ?? 0 }))
}
