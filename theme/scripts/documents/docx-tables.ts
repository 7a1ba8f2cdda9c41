import { isTick } from '../workbook/field-kind.ts'
import type { Cell, Place, Row, Table } from './docx-parts.ts'
import { foundAt } from './docx-values.ts'
import { cellOf } from './fields.ts'
import type { Findings } from './findings.ts'
import { isPlaceholder } from './known-placeholders.ts'
import type { Pace } from './pace.ts'
import { type Found, openBox } from './values.ts'

type Ids = ReadonlyMap<Place, { byTag?: string, byMark?: string }>

/** A row of a table to fill in, before its key is settled. */
interface OpenRow {
  row: Row
  table: string
  /** The column of each cell that holds a place. */
  columns: Map<string, { place: Place, cell: Cell }>
  keyByMark?: string
  keyByTag?: string
  key?: string
  added: boolean
  /** Where the headings of its table put the columns. */
  headings: Map<string, number>
}

/** What a column of a row holds; whether that was told by the place of its cell, or by the label above it. */
interface Value { found: Found, guessed: boolean, labelled?: true }

/**
 * Reads tables to fill in. A row's key comes from its bookmarks, which no program copies, then from its tags, which Word
 * copies with the row; of two rows with one key the first keeps it. A row without one gets a new key, and its cells
 * are read by position.
 */
export class DocxTables {
  /** Places that were read here. */
  readonly done = new Set<Place>()

  constructor (readonly findings: Findings, readonly ids: Ids) {}

  async take (tables: readonly Table[], pace: Pace): Promise<void> {
    const rows = tables.flatMap(table => this.#open(table))
    this.#claim(rows, row => row.keyByMark)
    this.#claim(rows, row => row.keyByTag)
    const positions = new Map<string, Map<string, number>>()
    for (const row of rows) this.#learn(row, positions)
    for (const row of rows) {
      if (pace.due) await pace.rest()
      this.#read(row, positions.get(row.table) ?? new Map())
    }
  }

  /** The rows of a table, if any cell of it is known, or else its headings are. */
  #open (table: Table): OpenRow[] {
    const headings = new Map<string, number>()
    const rows = table.rows.map(row => this.#openRow(row, headings))
    const id = rows.find(row => row.table !== '')?.table ?? this.findings.fields.tableWith(table.rows[0] === undefined ? [] : textsOf(table.rows[0]))
    if (id === undefined) return []
    return rows.filter(row => {
      if (row.table !== '') return true
      row.table = id
      if (!row.row.header && !this.findings.fields.heads(id, textsOf(row.row))) return true
      for (const column of this.findings.fields.sayings(id).flatMap(table => table.columns)) {
        const cell = row.row.cells.find(cell => cell.content.text.trim() === column.label.trim())
        if (cell !== undefined) headings.set(column.id, cell.at)
      }
      return false
    })
  }

  #openRow (row: Row, headings: Map<string, number>): OpenRow {
    const open: OpenRow = { row, table: '', columns: new Map(), added: false, headings }
    for (const cell of row.cells) {
      for (const place of cell.places) {
        const id = this.ids.get(place)
        const tag = cellOf(id?.byTag ?? '')
        const mark = cellOf(id?.byMark ?? '')
        const known = tag ?? mark
        if (known === undefined || (open.table !== '' && open.table !== known.table)) continue
        open.table = known.table
        if (mark?.table === known.table) open.keyByMark ??= mark.row
        if (tag !== undefined) open.keyByTag ??= tag.row
        if (!open.columns.has(known.column)) open.columns.set(known.column, { place, cell })
        for (const cell of [known, mark ?? known]) this.findings.reserve(cell.table, cell.row)
      }
    }
    return open
  }

  #claim (rows: readonly OpenRow[], keyOf: (row: OpenRow) => string | undefined): void {
    const claimed = new Set(rows.filter(row => row.key !== undefined).map(row => `${row.table}.${row.key}`))
    for (const row of rows) {
      const key = keyOf(row)
      if (row.key !== undefined || key === undefined || claimed.has(`${row.table}.${key}`)) continue
      claimed.add(`${row.table}.${key}`)
      row.key = key
    }
  }

  /** Notes at which position each column stands. */
  #learn (open: OpenRow, positions: Map<string, Map<string, number>>): void {
    const known = positions.get(open.table) ?? new Map<string, number>()
    positions.set(open.table, known)
    for (const [column, { cell }] of open.columns) {
      if (!known.has(column)) known.set(column, cell.at)
    }
  }

  #read (open: OpenRow, positions: ReadonlyMap<string, number>): void {
    const values = this.#values(open, positions)
    for (const { place } of open.columns.values()) this.done.add(place)
    if (open.key === undefined && !this.#settleKey(open, values)) return
    const key = open.key!
    this.findings.row(open.table, key, open.added)
    for (const [column, { found, guessed }] of values) {
      const id = `${open.table}.${key}.${column}`
      this.findings.take(id, found)
      if (guessed && found.text.trim() !== '') this.findings.remarkAt('by-position', id, found)
    }
  }

  /** Finds a key for a row that brings none; false where there is nothing to keep. */
  #settleKey (open: OpenRow, values: ReadonlyMap<string, Value>): boolean {
    const fixed = this.findings.fields.table(open.table)?.fixedRows && this.findings.fields.sayings(open.table).flatMap(table => table.fixedRows ?? [])
    const texts = textsOf(open.row)
    const holdsAnswer = [...values.values()].some(({ found }) => isAnswer(found))
    if (fixed !== undefined) {
      const key = fixed.find(row => row.label.trim() === texts[0])?.key
      if (key !== undefined) {
        open.key = key
        return true
      }
    } else if (holdsAnswer && (open.row.cells.length >= values.size || [...values.values()].every(value => value.labelled))) {
      open.key = this.findings.freshKey(open.table)
      open.added = true
      return true
    }
    const rest = texts.filter(text => isAnswer({ text }) && !isPlaceholder(text)).join(' \u00b7 ')
    if (fixed !== undefined ? holdsAnswer : rest !== '' && open.columns.size === 0) {
      this.findings.remark('unknown-field', this.findings.placeOf(open.table), rest)
    }
    return false
  }

  #values (open: OpenRow, positions: ReadonlyMap<string, number>): Map<string, Value> {
    const columns = this.findings.fields.table(open.table)?.columns.map(column => column.id) ?? [...positions.keys()]
    const offset = Math.max(0, open.row.cells.length - columns.length)
    const others = new Set([...positions.values(), ...open.headings.values()])
    const values = new Map<string, Value>()
    columns.forEach((column, i) => {
      const known = open.columns.get(column)
      if (known !== undefined) {
        values.set(column, this.#known(open.table, column, known.place, known.cell))
        return
      }
      const at = positions.get(column) ?? open.headings.get(column)
      const cell = at === undefined ? open.row.cells[offset + i] : open.row.cells.find(cell => cell.at === at)
      const told = cell === undefined ? undefined : this.#under(open.table, column, cell)
      if (told !== undefined) {
        values.set(column, { found: told, guessed: true, labelled: true })
        return
      }
      // Whose of several it is, nobody can know.
      if (at !== undefined && [...positions.values()].filter(other => other === at).length > 1) return
      // Where a cell is gone, or the column is younger than the file, another column's stands in its place.
      if (cell === undefined || (at === undefined && others.has(cell.at)) || [...open.columns.values()].some(known => known.cell === cell)) return
      values.set(column, { found: this.#inCell(cell, cell.content.text), guessed: true })
    })
    return values
  }

  /** What stands in a control; where that is empty, what someone wrote beside it in the same cell. */
  #known (table: string, column: string, place: Place, cell: Cell): { found: Found, guessed: boolean } {
    const found = foundAt(place)
    const kind = this.findings.fields.table(table)?.columns.find(c => c.id === column)?.kind
    if (found.text !== '' || isTick(kind)) return { found, guessed: false }
    if (cell.places.length > 1) {
      const told = this.#under(table, column, cell)
      return told === undefined || told.text === '' ? { found, guessed: false } : { found: told, guessed: true }
    }
    const shown = place.control?.content.text ?? place.range?.text ?? ''
    const beside = cell.content.text.replace(shown, '').trim()
    return beside === '' || isPlaceholder(beside) ? { found, guessed: false } : { found: this.#inCell(cell, beside), guessed: true }
  }

  /** What stands below the label of a column, in a cell that holds several; undefined where the label does not stand there. */
  #under (table: string, column: string, cell: Cell): Found | undefined {
    const lines = cell.content.text.split('\n').map(line => line.replace(/\s+/g, ' ').trim())
    const said = this.findings.fields.sayings(table).map(table => table.columns)
    const columns = said.find(columns => columns.some(c => c.id === column && lines.includes(c.label))) ?? []
    const label = columns.find(c => c.id === column)?.label
    const start = label === undefined ? -1 : lines.indexOf(label)
    const labels = new Set(columns.map(c => c.label))
    if (start < 0 || !lines.some((line, i) => i !== start && labels.has(line))) return undefined
    const end = lines.findIndex((line, i) => i > start && labels.has(line))
    const offered = columns.find(c => c.id === column)?.options?.map(o => o.label).join(' \u00b7 ')
    const text = lines.slice(start + 1, end < 0 ? undefined : end).filter(line => line !== offered && !isPlaceholder(line)).join('\n').trim()
    return { text, ...cell.content.unsure && { unsure: true } }
  }

  /** What stands in a cell itself: what other programs' controls hold there is part of it. */
  #inCell (cell: Cell, text: string): Found {
    for (const place of cell.places) this.done.add(place)
    const found: Found = { text: isPlaceholder(text) ? '' : text }
    if (cell.content.unsure) found.unsure = true
    return found
  }
}

function textsOf (row: Row): string[] {
  return row.cells.map(cell => cell.content.text.trim())
}

/** Whether there is anything that someone answered: an open box is not. */
function isAnswer (found: Found): boolean {
  const text = found.text.trim()
  return found.ticked === true || !openBox.test(text)
}
