import { plain } from '../../workbook/plain.ts'
import { plainName, same } from '../../workbook/alike.ts'
import type { TableDefinition } from '../../workbook/guide.ts'
import { lesserWords } from '../../words/import.ts'
import { Doubles } from './doubles.ts'
import type { CellTrouble, Grid, Line } from './grid.ts'
import { nameColumn } from './columns.ts'
import type { Matching } from './headings.ts'
import type { PresentRow } from '../../workbook/table-rows.ts'
import { readValue, type Reading } from './values.ts'

/** What somebody decided about one row of a list: to leave it out, to add it, or which row here it is. */
export type RowChoice = 'out' | 'new' | { row: string }

/** All that is decided about a list: by what it says, and by hand. */
export interface Choices {
  matching: Matching
  reading: Reading
  /** By number of the line. */
  rows: ReadonlyMap<number, RowChoice>
  /** What somebody typed in the place of a cell, by number of the line and column of the table. */
  typed: ReadonlyMap<number, ReadonlyMap<string, string>>
  /** The row at which the list was pasted: where it holds no names, rows follow each other from there. */
  at?: string
}

/** One answer that is taken. */
export interface Taken {
  column: string
  value: string
  /** What stands there now; '' where nothing does. */
  was: string
  /** What the list says, where that is spelled otherwise. */
  near?: string
}

/** A cell that is not taken, and why. */
export interface NotTaken { column: string, text: string, why: 'option' | 'date' | 'tick' | CellTrouble }

/** A cell with a word that somebody chose to leave out wherever it stands. */
type LeftOut = Pick<NotTaken, 'column' | 'text'>

/** Why a row is left out. */
export type OutReason = 'no-name' | 'nothing' | 'twice' | 'hidden' | 'by-hand' | 'full'

/** What happens with one row of the list. */
export interface Outcome {
  number: number
  kind: 'new' | 'change' | 'same' | 'out'
  name: string
  /** The row here that it is; undefined where it is new or left out. */
  key?: string
  taken: Taken[]
  not: NotTaken[]
  /** Cells that somebody chose to leave out. */
  left: LeftOut[]
  why?: OutReason
  /** The line that says the same name first. */
  first?: number
  /** What it may be the same as: a row here, or an earlier line. */
  double?: { name: string, key?: string, number?: number }
}

/** Works out what happens with each row. Nothing is changed by it; empty cells never empty anything. */
export function outcomes (grid: Grid, table: TableDefinition, present: readonly PresentRow[], choices: Choices): Outcome[] {
  return new Worker(table, present, choices).all(grid)
}

/** Says of rows that are new which row here, or earlier in the list, they may be. */
export function findDoubles (found: readonly Outcome[], table: TableDefinition, present: readonly PresentRow[]): Outcome[] {
  const { id, marks } = nameColumn(table)
  if (marks?.includes('name') !== true) return [...found]
  const doubles = new Doubles<NonNullable<Outcome['double']>>(new Set(lesserWords.map(plain)))
  const used = new Set(found.map(({ key }) => key))
  for (const { key, values } of present) {
    const name = values.get(id) ?? ''
    if (name !== '' && !used.has(key)) doubles.add(name, { name, key })
  }
  return found.map(outcome => {
    const { kind, name, number } = outcome
    if (kind !== 'new' || name === '') return outcome
    const double = doubles.near(name)
    doubles.add(name, { name, number })
    return double === undefined ? outcome : { ...outcome, double }
  })
}

/** A row of the list, read. */
interface Read {
  line: Line
  name: string
  values: Map<string, { value: string, near?: string }>
  /** Lines that go to the end of what stands in a column. */
  more: Map<string, string[]>
  not: NotTaken[]
  left: LeftOut[]
  choice: RowChoice | undefined
}

class Worker {
  readonly #name: string
  /** Whether a row is one by its name: where a table has names, one is there once. */
  readonly #named: boolean
  readonly #byName = new Map<string, PresentRow[]>()
  readonly #used = new Set<string>()

  constructor (private readonly table: TableDefinition, private readonly present: readonly PresentRow[], private readonly choices: Choices) {
    const name = nameColumn(table)
    this.#name = name.id
    this.#named = name.marks?.includes('name') === true
    for (const row of present) {
      if (row.isEmpty) continue
      const key = this.#key(row.values.get(name.id) ?? '')
      const list = this.#byName.get(key)
      if (list === undefined) this.#byName.set(key, [row])
      else list.push(row)
    }
  }

  all (grid: Grid): Outcome[] {
    const { matching, rows, at } = this.choices
    const read = grid.lines.slice(matching.heading + 1).map(line => this.#read(line, rows.get(line.number)))
    const found = new Map<Read, PresentRow>()
    const use = (one: Read, row: PresentRow): void => {
      found.set(one, row)
      this.#used.add(row.key)
    }
    // What somebody said comes first, then rows that say just this, then those of the same name in order.
    for (const one of read) {
      const { choice } = one
      const row = typeof choice === 'object' ? this.present.find(({ key }) => key === choice.row) : undefined
      if (row !== undefined && !this.#used.has(row.key)) use(one, row)
    }
    if (at !== undefined && !matching.columns.some(column => column.target === this.#name)) this.#byPlace(read, at, use)
    else {
      for (const exact of [true, false]) {
        for (const one of read) {
          if (found.has(one) || one.choice !== undefined || this.#reasonOut(one) !== undefined) continue
          const row = this.#byName.get(this.#key(one.name))?.find(row => !this.#used.has(row.key) && ((!exact && one.name !== '') || this.#changes(one, row).every(change => change.value === change.was)))
          if (row !== undefined) use(one, row)
        }
      }
    }
    return this.#told(read, found)
  }

  /** Pasted beside names that stand here: row for row. */
  #byPlace (read: readonly Read[], at: string, use: (one: Read, row: PresentRow) => void): void {
    const start = this.present.findIndex(({ key }) => key === at)
    read.forEach((one, i) => {
      const row = start < 0 ? undefined : this.present[start + i]
      if (row !== undefined && one.choice === undefined) use(one, row)
    })
  }

  #told (read: readonly Read[], found: ReadonlyMap<Read, PresentRow>): Outcome[] {
    const seen = new Map<string, number>()
    return read.map((one): Outcome => {
      const { line: { number }, name, not, left, choice } = one
      const row = found.get(one)
      const key = this.#key(name)
      const first = seen.get(key)
      const out = (why: OutReason): Outcome => ({ number, kind: 'out', name, taken: [], not, left, why, ...why === 'twice' && first !== undefined && { first } })
      if (row !== undefined) {
        seen.set(key, first ?? number)
        const taken = this.#changes(one, row).filter(change => change.value !== change.was)
        return { number, kind: taken.length > 0 ? 'change' : 'same', name: name === '' ? row.values.get(this.#name) ?? '' : name, key: row.key, taken, not, left }
      }
      const why = this.#reasonOut(one)
      if (why !== undefined) return out(why)
      // A file of ours has the rows that a table had, some of them called the same.
      if (this.#named && name !== '' && choice !== 'new' && !this.choices.matching.own && (first !== undefined || this.#byName.has(key))) return out('twice')
      seen.set(key, first ?? number)
      return { number, kind: 'new', name, taken: this.#changes(one), not, left }
    })
  }

  #reasonOut ({ line, name, values, more, choice }: Read): OutReason | undefined {
    if (choice === 'out') return 'by-hand'
    if (choice === 'new') return values.size + more.size === 0 ? 'nothing' : undefined
    if (line.hidden === true) return 'hidden'
    if (values.size + more.size === 0) return 'nothing'
    return name === '' && this.#named && !this.choices.matching.own ? 'no-name' : undefined
  }

  #read (line: Line, choice: RowChoice | undefined): Read {
    const { matching: { columns }, reading, typed } = this.choices
    const read: Read = { line, name: '', values: new Map(), more: new Map(), not: [], left: [], choice }
    const byHand = typed.get(line.number)
    columns.forEach(({ target, heading }, i) => {
      const cell = line.cells[i] ?? ''
      const trouble = line.trouble?.get(i)
      if (target === '') return
      if (target.startsWith('+')) {
        const text = cell.trim()
        if (trouble !== undefined) read.not.push({ column: target.slice(1), text, why: trouble })
        else if (text !== '') read.more.set(target.slice(1), [...read.more.get(target.slice(1)) ?? [], heading === '' ? text : `${heading}: ${text}`])
        return
      }
      if (byHand?.has(target) === true) return
      if (trouble !== undefined) read.not.push({ column: target, text: cell, why: trouble })
      else this.#readCell(read, target, cell, reading)
    })
    for (const [column, text] of byHand ?? []) this.#readCell(read, column, text, reading)
    read.name = read.values.get(this.#name)?.value ?? ''
    return read
  }

  #readCell (read: Read, target: string, cell: string, reading: Reading): void {
    const column = this.table.columns.find(({ id }) => id === target)
    if (column === undefined) return
    const { value, near, amiss } = readValue(column, cell, reading)
    if (amiss !== undefined) read.not.push({ column: target, text: cell.trim(), why: amiss })
    else if (value === '' && near !== undefined) read.left.push({ column: target, text: near })
    else if (value !== '') read.values.set(target, { value, ...near !== undefined && { near } })
  }

  /** What the row would say, beside what it says now. */
  #changes ({ values, more }: Read, row?: PresentRow): Taken[] {
    const list: Taken[] = []
    for (const { id } of this.table.columns) {
      const was = row?.values.get(id) ?? ''
      // What a row is known by stays as it is here: a list that spells it otherwise is no better.
      const own = this.#named && id === this.#name && was !== '' ? undefined : values.get(id)
      // Text differs by what people see; a spreadsheet holds only so much of a long one.
      const kept = own === undefined || same(own.value.trim(), was.trim()) || isCutOff(own.value, was) ? was : own.value
      const added = (more.get(id) ?? []).filter(text => !kept.split('\n').includes(text))
      const value = [...kept === '' ? [] : [kept], ...added].join('\n')
      if (own !== undefined || added.length > 0) list.push({ column: id, value, was, ...own?.near !== undefined && { near: own.near } })
    }
    return list
  }

  #key (name: string): string {
    return plainName(name)
  }
}

/** Most characters of a cell in a spreadsheet. */
const mostInCell = 32_767

/** Whether a text is the beginning of the other one, as our own spreadsheets have it. */
function isCutOff (text: string, whole: string): boolean {
  return text.length >= mostInCell - 1 && text.length <= mostInCell && text.endsWith('\u2026') && whole.startsWith(text.slice(0, -1))
}
