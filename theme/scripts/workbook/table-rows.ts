import { textsBeside } from './beside.ts'
import { blankKeys } from './guide-index.ts'
import type { TableDefinition } from './guide.ts'
import { cellsOf, rowKeys, type TableShape } from './rows.ts'
import type { Workbook } from './workbook.ts'

/** A row of the table as it stands now. */
export interface PresentRow {
  key: string
  /** By column. */
  values: ReadonlyMap<string, string>
  /** Whether nothing stands in it, or beside it. */
  isEmpty: boolean
}

/** What the rows of a table start from. */
export function shapeOf (table: TableDefinition): TableShape {
  return { id: table.id, blankKeys: blankKeys(table), canGrow: true }
}

/** The rows of the table, in order. @param subject Null where nothing was answered about anybody yet. */
export function presentRows (book: Workbook, subject: string | null, table: TableDefinition): PresentRow[] {
  const shape = shapeOf(table)
  const answers = subject === null ? undefined : book.subjects.get(subject)
  const rows = new Map<string, { values: Map<string, string>, said: boolean }>()
  for (const [field, key, column] of answers === undefined ? [] : cellsOf(answers, table.id)) {
    const answer = answers!.answers.get(field)!
    let row = rows.get(key)
    if (row === undefined) rows.set(key, row = { values: new Map(), said: false })
    row.values.set(column, answer.value)
    row.said ||= answer.value !== '' || textsBeside(answer).length > 0
  }
  const keys = subject === null ? shape.blankKeys : rowKeys(book, subject, shape)
  return keys.map(key => ({ key, values: rows.get(key)?.values ?? new Map<string, string>(), isEmpty: rows.get(key)?.said !== true }))
}
