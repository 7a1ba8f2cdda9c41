import { textsBeside, versionsOf } from './beside.ts'
import type { Edit } from './edit.ts'
import { rowKey, rowNumber } from './row-key.ts'
import { agency, planSubject, type Answer, type Row, type Stamp, type Subject, type Workbook } from './workbook.ts'

/** What the rows of a table start from. */
export interface TableShape {
  /** `instrument.table`. */
  id: string
  /** Keys that a blank form shows: the author's, or r1 … rN. */
  blankKeys: readonly string[]
  /** False where the author names the rows. */
  canGrow: boolean
}

/**
 * Keys of the rows to show, in order.
 * @param said Rows in which something stands, or beside it, where that is known already.
 */
export function rowKeys (book: Workbook, subjectId: string, table: TableShape, said?: ReadonlySet<string>): string[] {
  const subject = book.subjects.get(subjectId)
  if (subject === undefined || !table.canGrow) return [...table.blankKeys]
  const rows = subject.rows.get(table.id)
  const filled = said ?? filledRows(subject, table.id)
  const keys = new Set([...table.blankKeys, ...rows?.keys() ?? [], ...filled])
  return [...keys]
    // An answer written after its row was removed (in another tab) brings the row back.
    .filter(key => rows?.get(key)?.removed === undefined || filled.has(key))
    .map(key => ({ key, place: rows?.get(key)?.place ?? rowNumber(key) }))
    .sort((a, b) => a.place - b.place || rowNumber(a.key) - rowNumber(b.key))
    .map(({ key }) => key)
}

/** A key that no row of the table ever had. */
export function nextRowKey (subject: Subject | undefined, table: TableShape, taken: Iterable<string> = []): string {
  const keys = [...table.blankKeys, ...taken, ...subject === undefined ? [] : keysOf(subject, table.id)]
  return rowKey(keys.reduce((most, key) => Math.max(most, rowNumber(key)), 0) + 1)
}

/** Adds a row at the end, or at a place between two others. */
export function addRow (book: Workbook, subjectId: string, table: TableShape, stamp: Stamp): { key: string, edits: Edit[] } {
  const subject = book.subjects.get(subjectId)
  const key = nextRowKey(subject, table)
  const shown = rowKeys(book, subjectId, table)
  const places = shown.map(k => subject?.rows.get(table.id)?.get(k)?.place ?? rowNumber(k))
  const place = Math.max(rowNumber(key) - 1, 0, ...places) + 1
  return { key, edits: [{ kind: 'row', subject: subjectId, table: table.id, key, place, born: bornOf(stamp) }] }
}

/** Adds a row that says the same as another one, right after it. */
export function copyRow (book: Workbook, subjectId: string, table: TableShape, from: string, stamp: Stamp): { key: string, edits: Edit[] } {
  const { key, edits } = addRow(book, subjectId, table, stamp)
  const subject = book.subjects.get(subjectId)
  const cells = subject === undefined ? [] : cellsOf(subject, table.id).flatMap(([field, row, column]): Edit[] => {
    const { value, wording } = subject.answers.get(field)!
    return row === from && value !== '' ? [{ kind: 'answer', subject: subjectId, field: `${table.id}.${key}.${column}`, value, ...wording !== undefined && { wording } }] : []
  })
  const shown = rowKeys(book, subjectId, table)
  const after = shown.slice(shown.indexOf(from) + 1)
  if (after.length === 0) return { key, edits: [...edits, ...cells] }
  // It takes the place of the row after it, and those move on: each to the place of the next one, the last to the new place.
  const placeOf = (row: string): number => subject?.rows.get(table.id)?.get(row)?.place ?? rowNumber(row)
  const last = edits[0]!.kind === 'row' ? edits[0]!.place : 0
  const places = [...after.map(placeOf), last]
  const born = bornOf(stamp)
  return {
    key,
    edits: [
      { kind: 'row', subject: subjectId, table: table.id, key, place: places[0]!, born }, ...cells,
      ...after.map((row, i): Edit => ({ kind: 'row', subject: subjectId, table: table.id, key: row, place: places[i + 1]! }))
    ]
  }
}

/** Removes a row and what stands in it. */
export function removeRow (book: Workbook, subjectId: string, table: TableShape, key: string): Edit[] {
  return removeRows(book, subjectId, table, [key])
}

/** Removes rows and what stands in them; all cells are gone through once. */
export function removeRows (book: Workbook, subjectId: string, table: TableShape, keys: readonly string[]): Edit[] {
  const subject = book.subjects.get(subjectId)
  const rows = subject?.rows.get(table.id)
  const cells = new Map(keys.map(key => [key, [] as Edit[]]))
  for (const [field, key] of subject === undefined ? [] : cellsOf(subject, table.id)) cells.get(key)?.push(...emptiedCell(subject!, subjectId, field))
  return keys.flatMap((key): Edit[] => [
    ...cells.get(key)!,
    { kind: 'row', subject: subjectId, table: table.id, key, place: rows?.get(key)?.place ?? rowNumber(key), removed: true }
  ])
}

/** What empties the cells of a row, and lets go what stands beside them. */
export function emptied (subject: Subject | undefined, subjectId: string, table: string, key: string): Edit[] {
  return subject === undefined ? [] : cellsOf(subject, table).flatMap(([field, k]) => k === key ? emptiedCell(subject, subjectId, field) : [])
}

function emptiedCell (subject: Subject, subjectId: string, field: string): Edit[] {
  const [counts, ...beside] = versionsOf(subject.answers.get(field)!)
  if (counts!.value === '' && beside.length === 0) return []
  return [{ kind: 'answer', subject: subjectId, field, value: '', ...beside.length > 0 && { gone: beside.map(({ value }) => value) } }]
}

/** Moves a row by one; no edits where it stands at the end already. */
export function moveRow (book: Workbook, subjectId: string, table: TableShape, key: string, by: -1 | 1): Edit[] {
  const order = rowKeys(book, subjectId, table)
  const from = order.indexOf(key)
  const to = from + by
  if (from < 0 || to < 0 || to >= order.length) return []
  order.splice(to, 0, ...order.splice(from, 1))
  return placeRows(book, subjectId, table, order)
}

/** Puts rows into an order; only rows whose place changes are written. */
export function placeRows (book: Workbook, subjectId: string, table: TableShape, order: readonly string[]): Edit[] {
  const rows = book.subjects.get(subjectId)?.rows.get(table.id)
  const place = (key: string): number => rows?.get(key)?.place ?? rowNumber(key)
  const places = order.map(place).sort((a, b) => a - b)
  for (let i = 1; i < places.length; i++) if (places[i]! <= places[i - 1]!) places[i] = places[i - 1]! + 1
  return order.flatMap((key, i): Edit[] => place(key) === places[i]
    ? []
    : [{ kind: 'row', subject: subjectId, table: table.id, key, place: places[i]! }])
}

/** A row as somebody sees it: another tab may have given a row of its own the same key, and then one of them takes another. */
export interface SeenRow { key: string, born: string | undefined }

export function seenRow (book: Workbook, subjectId: string, table: string, key: string): SeenRow {
  return { key, born: rowsOf(book, subjectId, table)?.get(key)?.born }
}

/** Key of that row now. */
export function keyNow (book: Workbook, subjectId: string, table: string, { key, born }: SeenRow): string {
  const rows = rowsOf(book, subjectId, table)
  if (born === undefined || rows === undefined || rows.get(key)?.born === born) return key
  return [...rows].find(([, row]) => row.born === born)?.[0] ?? key
}

/** Entries of a table's rows. What the plan keeps beside the agency's table stands in the agency's rows. */
function rowsOf (book: Workbook, subject: string, table: string): Map<string, Row> | undefined {
  return book.subjects.get(subject)?.rows.get(table) ?? (subject === planSubject ? book.subjects.get(agency)?.rows.get(table) : undefined)
}

/** Keys of all rows that were ever added, moved, removed or written in; some of them twice. */
export function keysOf (subject: Subject, table: string): string[] {
  return [...subject.rows.get(table)?.keys() ?? [], ...cellsOf(subject, table).map(([, key]) => key)]
}

/** Every cell that has an entry: field id, row key, column. All fields of a workbook are ids: they are not looked at again, since this runs after each key. */
export function cellsOf (subject: Subject, table: string): [field: string, key: string, column: string][] {
  const cells: [string, string, string][] = []
  const prefix = table + '.'
  for (const field of subject.answers.keys()) {
    if (!field.startsWith(prefix)) continue
    const [, , key, column] = field.split('.')
    if (column !== undefined) cells.push([field, key!, column])
  }
  return cells
}

/** The birth of a row that is added now; of two rows, the one whose birth sorts first is the older one. */
export function bornOf (stamp: Stamp): string {
  return `${stamp.at}-${stamp.by}`
}

/** Which tab gave a row its birth. */
export function tabOf (born: string): string {
  return born.slice(born.indexOf('-') + 1)
}

/** Whether something stands in a cell, or beside it. */
export function saysSomething (answer: Answer): boolean {
  return answer.value !== '' || textsBeside(answer).length > 0
}

function filledRows (subject: Subject, table: string): Set<string> {
  return new Set(cellsOf(subject, table).filter(([field]) => {
    // What somebody wrote while another tab removed the row is in sight.
    return saysSomething(subject.answers.get(field)!)
  }).map(([, key]) => key))
}
