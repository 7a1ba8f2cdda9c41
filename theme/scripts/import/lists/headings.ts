import { plain, wordsOf } from '../../workbook/plain.ts'
import type { FieldDefinition, Mark, TableDefinition } from '../../workbook/guide.ts'
import { findPersonalData } from '../../workbook/personal-data.ts'
import { asShown, nameColumn } from './columns.ts'
import type { Grid, Line } from './grid.ts'
import { beginsWithin, likeness } from './likeness.ts'
import { readValue } from './values.ts'
import * as words from '../../words/import.ts'

/** Where a column of a list goes: a column of the table, or with `+` before it as a line more in it; '' leaves it out. */
export type Target = string

/** What is told of a column of a list. */
export interface ColumnMatch {
  /** Its heading; '' where the list has none. */
  heading: string
  target: Target
  /** Why it is left out until somebody chooses otherwise. */
  private?: 'contact' | 'hidden'
}

export interface Matching {
  /** Place of the line with the headings among the lines of the list; -1 where there is none. */
  heading: number
  columns: ColumnMatch[]
  /** Whether all its headings are ours: it is a file that this site made. */
  own: boolean
}

/** Lines at the top among which the headings are looked for: a title may stand over them. */
const top = 10
/** How many lines tell what a column holds. */
const looked = 200

/**
 * Finds the line of headings and tells where each column goes: ours by their headings, others by likeness and by what they hold.
 * @param from The column of the table at which a list without headings begins.
 */
export function matchColumns (grid: Grid, table: TableDefinition, from?: string): Matching {
  const heading = headingLine(grid.lines, table)
  return columnsFor(grid, table, heading, from)
}

/** The same, with the line of headings as somebody chose it. */
export function columnsFor (grid: Grid, table: TableDefinition, heading: number, from?: string): Matching {
  const lines = grid.lines.slice(heading + 1, heading + 1 + looked)
  const count = grid.lines.slice(0, looked).reduce((most, line) => Math.max(most, line.cells.length), 0)
  const columns = Array.from({ length: count }, (_, i): ColumnMatch => ({ heading: heading < 0 ? '' : grid.lines[heading]!.cells[i]?.trim() ?? '', target: '' }))
  const said = columns.filter(column => column.heading !== '')
  const taken = new Set<string>()
  for (const column of columns) {
    const own = column.heading === '' ? undefined : table.columns.find(one => !taken.has(one.id) && isHeading(one, column.heading))
    if (own !== undefined) take(column, own)
  }
  const own = said.length > 1 && said.every(column => column.target !== '')
  const cellsOf = (i: number): string[] => lines.map(line => line.cells[i]?.trim() ?? '').filter(cell => cell !== '')
  columns.forEach((column, i) => {
    if (column.target !== '') return
    if (grid.hiddenColumns?.has(i) === true) column.private = 'hidden'
    else if (isPrivate(column.heading, cellsOf(i))) column.private = 'contact'
  })
  if (heading < 0 && from !== undefined) {
    // What stands among the choices of a column belongs there, wherever it was pasted.
    byLikeness(0.8)
    placeFrom(table, from, columns, taken)
  } else {
    byLikeness(0.7)
    nameLeft()
  }
  return { heading, columns, own }

  function take (column: ColumnMatch, to: FieldDefinition): void {
    column.target = to.id
    taken.add(to.id)
  }

  function byLikeness (least: number): void {
    const pairs = columns.flatMap((column, i) => column.target !== '' || column.private !== undefined
      ? []
      : table.columns.filter(one => !taken.has(one.id)).map(to => ({ column, to, fit: fitOf(column.heading, cellsOf(i), to) })))
    for (const { column, to, fit } of pairs.sort((a, b) => b.fit - a.fit)) {
      if (fit >= least && column.target === '' && !taken.has(to.id)) take(column, to)
    }
  }

  /** Without a name nothing can be taken: the first column that is left, if it reads like one. */
  function nameLeft (): void {
    const name = nameColumn(table)
    const left = columns.find((column, i) => column.target === '' && column.private === undefined && readsLikeNames(cellsOf(i)))
    if (!taken.has(name.id) && left !== undefined) take(left, name)
  }
}

function placeFrom (table: TableDefinition, from: string, columns: readonly ColumnMatch[], taken: Set<string>): void {
  const order = asShown(table)
  const start = order.findIndex(column => column.id === from)
  columns.forEach((column, i) => {
    const to = order[start + i]
    if (to === undefined || column.private !== undefined || column.target !== '' || taken.has(to.id)) return
    column.target = to.id
    taken.add(to.id)
  })
}

function isHeading (column: FieldDefinition, text: string): boolean {
  return plain(column.label) === plain(text) || column.id === text
}

/** The line whose texts are most like headings; -1 where none is. */
function headingLine (lines: readonly Line[], table: TableDefinition): number {
  let best = -1
  let most = 0
  lines.slice(0, top).forEach((line, i) => {
    const said = line.cells.filter(cell => cell.trim() !== '')
    // A title is one cell, and a list of one column has one heading.
    const alone = said.length === 1 && lines.some(other => other.cells.length > 1)
    const score = alone ? 0 : said.reduce((sum, cell) => sum + headingWorth(cell, table), 0)
    if (score > most) {
      most = score
      best = i
    }
  })
  if (most >= 0.7) return best
  // Other people's headings: words of their own over a column of days or choices.
  const [first] = lines
  return first !== undefined && lines.length > 2 && first.cells.length > 1 && first.cells.some((cell, i) => cell.trim() !== '' && table.columns.some(column => {
    if (column.kind !== 'date' && column.kind !== 'choice') return false
    const below = lines.slice(1, 40).map(line => line.cells[i] ?? '').filter(text => text.trim() !== '')
    return below.length > 1 && holds(column, below) > 0.6 && holds(column, [cell]) === 0
  }))
    ? 0
    : -1
}

/** How much a cell is like a heading; what is a choice or a day speaks against it. */
function headingWorth (cell: string, table: TableDefinition): number {
  const fit = Math.max(...table.columns.map(column => headingFit(cell, column)), isContact(cell) ? 0.8 : 0)
  if (fit >= 0.9) return fit
  const text = plain(cell)
  const isEntry = isDay(cell) || table.columns.some(column => column.options?.some(option => plain(option.label) === text) === true)
  return isEntry ? -0.5 : fit >= 0.7 ? fit : 0
}

/** How well a column of a list fits one of the table, 0 to 1. */
function fitOf (heading: string, cells: readonly string[], column: FieldDefinition): number {
  const said = heading === '' ? 0 : headingFit(heading, column)
  const held = column.kind === 'choice' || column.kind === 'date' ? holds(column, cells) : 0
  switch (column.kind) {
    // A column of days can be any day: its heading has to say so too, a little.
    case 'date': return held < 0.5 && cells.length > 0 ? said * 0.5 : Math.max(said, said > 0.3 ? held * 0.8 : 0)
    case 'choice': return Math.max(said * (cells.length > 2 && held < 0.2 ? 0.8 : 1), held >= 0.6 && cells.length > 1 ? 0.7 + held * 0.2 : 0)
    case 'check':
    case 'text':
    case 'long': return said
  }
}

/** How much of what stands in a column can be read as that kind. */
function holds (column: FieldDefinition, cells: readonly string[]): number {
  if (cells.length === 0) return 0
  const reading = { language: 'en', chosen: new Map(), bySpelling: true as const }
  return cells.filter(cell => readValue(column, cell, reading).value !== '').length / cells.length
}

function headingFit (heading: string, column: FieldDefinition): number {
  const text = plain(heading)
  if (text === '') return 0
  const label = plain(column.label)
  if (text === label || text === plain(column.id)) return 1
  const known = (column.marks ?? []).flatMap(mark => (words.headings as Partial<Record<Mark, readonly string[]>>)[mark] ?? []).map(plain)
  if (known.includes(text)) return 0.9
  const alike = Math.max(likeness(text, label), ...known.map(one => likeness(text, one)))
  if (alike >= 0.8) return alike * 0.95
  // "Sector (choose one)" is "Sector", and "Organization name" is the name: its words are in it.
  const within = known.concat(label).some(one => one.length > 3 && (beginsWithin(one, text) || (text.length > 3 && beginsWithin(text, one))))
  if (within) return 0.72
  const own = wordsOf(text)
  const others = new Set(known.concat(label).flatMap(wordsOf).filter(word => word.length > 3))
  return own.some(word => others.has(word)) ? 0.5 : 0
}

/** Whether a heading speaks of how somebody is reached. */
function isContact (heading: string): boolean {
  const text = plain(heading)
  return text !== '' && words.contactHeadings.some(word => (` ${text} `).includes(` ${plain(word)} `))
}

/** A telephone number of whatever country, perhaps with an extension. */
const isNumber = /^[+(]?[\d\s().+-]{7,50}(?:\s{0,5}(?:x|ext)\.?\s{0,5}\d{1,9})?$/i

/** Whether a column holds what is somebody's own: telephone numbers, addresses of mail. */
function isPrivate (heading: string, cells: readonly string[]): boolean {
  if (isContact(heading)) return true
  const found = cells.filter(cell => findPersonalData(cell) !== null || (isNumber.test(cell) && cell.replace(/\D/g, '').length > 6 && !isDay(cell)))
  return found.length > 0 && found.length >= cells.length / 3
}

function isDay (cell: string): boolean {
  return /^\d{4}-\d\d-\d\d/.test(cell) || /^\d{1,2}([-/. ])\d{1,2}\1(?:\d{4}|\d\d)\b/.test(cell)
}

/** Whether a column's texts are short and mostly differ. */
function readsLikeNames (cells: readonly string[]): boolean {
  return cells.length > 0 && cells.some(cell => /\p{L}{2}/u.test(cell)) && new Set(cells.map(plain)).size > cells.length / 2 && cells.filter(cell => cell.length <= 120).length > cells.length * 0.8
}
