import type { ReadDocument } from '../workbook/read-document.ts'
import { ownValue, plainText, same } from '../workbook/alike.ts'
import type { Against, Difference } from './difference.ts'
import type { Edit } from '../workbook/edit.ts'
import { parseFieldId } from '../workbook/field-id.ts'
import { isFreeText } from '../workbook/field-kind.ts'
import type { TableDefinition } from '../workbook/guide.ts'
import { bornOf, nextRowKey, placeRows, rowKeys } from '../workbook/rows.ts'
import { rowNumber } from '../workbook/row-key.ts'
import { shapeOf } from '../workbook/table-rows.ts'
import { textFor } from '../workbook/text.ts'
import { field as words } from '../words/common.ts'
import { rowOf } from '../words/frame.ts'
import { valueOf } from '../workbook/workbook.ts'

/** Where the rows of a file stand here, by subject and row (`SUBJECT INSTRUMENT.TABLE.KEY`). */
export interface MatchedRows {
  /** Under which table and key; null where the very row stands here already. A row without an entry keeps its own key. */
  keys: Map<string, string | null>
  /** What adds a row that is not here, by subject and row here. */
  added: Map<string, Edit>
  /** Rows of the file, under their keys there, that were not changed since it was made and get a key of their own here. */
  untouched: Set<string>
}

/**
 * Finds each row of a file here. Every browser counts its rows from r1, so that a key alone does not say that two rows are
 * one: what is not surely the same row gets a key of its own, so that no two rows are mixed.
 */
export function matchRows (read: ReadDocument, against: Against): MatchedRows {
  const { index, book, subjectOf, stamp } = against
  const keys = new Map<string, string | null>()
  const added = new Map<string, Edit>()
  const untouched = new Set<string>()
  for (const [table, rows] of Object.entries(read.rows)) {
    const definition = index.table(table)
    const subject = subjectOf(table.slice(0, table.indexOf('.')))
    if (definition === undefined || definition.fixedRows !== undefined || subject === null) continue
    const texts = new RowTexts(read, against, definition, subject)
    const entries = book.subjects.get(subject)?.rows.get(table)
    const shape = shapeOf(definition)
    const kept = rowKeys(book, subject, shape)
    const addedInFile = new Set(ownValue(read.addedRows, table) ?? [])
    const filled = rows.filter(key => says(texts.inFile(key)))
    const stays = new Set(filled.filter(key => !addedInFile.has(key) && says(texts.here(key)) && texts.isSame(key)))
    /** Rows here that no row of the file is yet, by all that they say. */
    const twins = new Map<string, string[]>()
    for (const key of kept) {
      if (stays.has(key)) continue
      const said = allOf(texts.here(key))
      twins.set(said, [...twins.get(said) ?? [], key])
    }
    const taken = [...rows]
    let last = Math.max(0, ...kept.map(key => entries?.get(key)?.place ?? rowNumber(key)))
    const shown = new Set(kept)
    const add = (key: string): void => {
      if (shown.has(key)) return
      const before = entries?.get(key)
      last = before?.place ?? Math.max(rowNumber(key) - 1, last) + 1
      added.set(`${subject} ${table}.${key}`, { kind: 'row', subject, table, key, place: last, ...(before === undefined && { born: bornOf(stamp()) }) })
    }
    for (const key of filled) {
      if (stays.has(key)) {
        add(key)
        continue
      }
      if (twins.get(allOf(texts.inFile(key)))?.shift() !== undefined) {
        keys.set(`${subject} ${table}.${key}`, null)
        continue
      }
      // A row that was taken away here comes back as itself, unless it was still blank when the file was made.
      if (!says(texts.here(key)) && (entries?.get(key)?.removed === undefined || !texts.madeBlank(key))) {
        add(key)
        continue
      }
      const fresh = nextRowKey(book.subjects.get(subject), shape, taken)
      taken.push(fresh)
      keys.set(`${subject} ${table}.${key}`, `${table}.${fresh}`)
      if (texts.isUntouched(key)) untouched.add(`${subject} ${table}.${key}`)
      add(fresh)
    }
  }
  return { keys, added, untouched }
}

/** Rows that were taken away or put in another order in the file. */
export function compareRows (read: ReadDocument, table: string, order: readonly string[], against: Against, { keys }: MatchedRows): Difference[] {
  const { index, book, subjectOf } = against
  const { metadata } = read
  const definition = index.table(table)
  const subject = subjectOf(table.slice(0, table.indexOf('.')))
  if (metadata === null || definition === undefined || definition.fixedRows !== undefined || subject === null) return []
  const texts = new RowTexts(read, against, definition, subject)
  const made = [...new Set(metadata.serials.map(id => parseFieldId(id) ?? [])
    .filter(s => s.length === 4 && `${s[0]}.${s[1]}` === table).map(s => s[2]!))]
  const shape = shapeOf(definition)
  const here = rowKeys(book, subject, shape)
  const common = { subject, field: table, reworded: false, unknown: false }
  const found: Difference[] = []

  for (const key of made.filter(k => !order.includes(k) && here.includes(k))) {
    const before = texts.madeWith(key)
    const now = texts.here(key)
    if (!says(before) || !says(now) || !texts.isSame(key)) continue
    const said = (cells: readonly string[]): string => cells.filter(cell => cell !== '').join('; ')
    const place = book.subjects.get(subject)?.rows.get(table)?.get(key)?.place ?? rowNumber(key)
    found.push({
      ...common, from: `removed ${table}.${key}`, kind: 'row-removed', label: rowOf({ table: definition.label, row: words.row({ number: here.indexOf(key) + 1 }) }),
      madeWith: said(before), inFile: '', here: said(now), proposed: false,
      edits: [
        ...texts.columns.filter((_, i) => now[i] !== '').map((column): Edit => ({ kind: 'answer', subject, field: `${table}.${key}.${column}`, value: '' })),
        { kind: 'row', subject, table, key, place, removed: true }
      ]
    })
  }

  const kept = order.filter(key => made.includes(key) && here.includes(key) && !keys.has(`${subject} ${table}.${key}`))
  const madeOrder = made.filter(key => kept.includes(key))
  const hereOrder = here.filter(key => kept.includes(key))
  if (kept.join() !== madeOrder.join() && kept.join() !== hereOrder.join() && hereOrder.join() === madeOrder.join()) {
    const rest = here.filter(key => !kept.includes(key))
    found.push({
      ...common, from: `moved ${table}`, kind: 'rows-moved', label: definition.label, madeWith: '', inFile: '', here: '', proposed: true,
      edits: placeRows(book, subject, shape, [...kept, ...rest])
    })
  }
  return found
}

/** What the rows of one table say, cell by cell: in the file, as it was made, and here. */
class RowTexts {
  /** The guide's columns, then those that the file alone knows. */
  readonly columns: readonly string[]
  /** Which of them are written freely. */
  readonly #free: readonly number[]

  constructor (private readonly read: ReadDocument, private readonly against: Against, private readonly table: TableDefinition, private readonly subject: string) {
    const columns = new Set(table.columns.map(column => column.id))
    for (const field of Object.keys(read.answers)) {
      const segments = field.startsWith(table.id + '.') ? parseFieldId(field) : null
      if (segments?.length === 4) columns.add(segments[3]!)
    }
    this.columns = [...columns]
    this.#free = table.columns.flatMap(({ kind }, i) => isFreeText(kind) ? [i] : [])
  }

  inFile (key: string): string[] {
    return this.#row(key, field => ownValue(this.read.answers, field))
  }

  madeWith (key: string): string[] {
    return this.#row(key, field => ownValue(this.read.metadata?.values, field))
  }

  here (key: string): string[] {
    return this.#row(key, field => valueOf(this.against.book, this.subject, field))
  }

  madeBlank (key: string): boolean {
    return this.read.metadata !== null && !says(this.madeWith(key))
  }

  /** Whether the row stands in the file as it was made. */
  isUntouched (key: string): boolean {
    return this.read.metadata !== null && allOf(this.madeWith(key)) === allOf(this.inFile(key))
  }

  /**
   * Whether the row that stands here under the key is the file's. Choices, days and ticks are alike in rows of all kinds; a
   * row is known by what is written in it first, or as a whole. Where the file left from here, any words will do.
   */
  isSame (key: string): boolean {
    const [here, made, inFile] = [this.here(key), this.madeWith(key), this.inFile(key)]
    const free = this.#free.filter(i => here[i] !== '')
    const first = free[0]
    if (first !== undefined && (same(here[first]!, made[first]!) || same(here[first]!, inFile[first]!))) return true
    if (here.every((cell, i) => cell === '' || same(cell, made[i]!))) return true
    const before = this.read.metadata === null ? inFile : made
    return free.some(i => same(here[i]!, before[i]!)) && this.against.leftFromHere(this.subject)
  }

  #row (key: string, text: (field: string) => string | undefined): string[] {
    // The guide's columns stand first.
    return this.columns.map((column, i) => textFor(this.table.columns[i]?.kind, text(`${this.table.id}.${key}.${column}`) ?? ''))
  }
}

function says (cells: readonly string[]): boolean {
  return cells.some(cell => cell !== '')
}

function allOf (cells: readonly string[]): string {
  return JSON.stringify(cells.map(plainText))
}
