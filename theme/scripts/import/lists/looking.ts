import { readDate } from '../../documents/dates.ts'
import type { FieldDefinition, Option, TableDefinition } from '../../workbook/guide.ts'
import type { Edit } from '../../workbook/edit.ts'
import type { Stamp, Workbook } from '../../workbook/workbook.ts'
import { language } from '../../words/language.ts'
import { nameColumn } from './columns.ts'
import type { Grid } from './grid.ts'
import { columnsFor, matchColumns, type Matching } from './headings.ts'
import { findDoubles, outcomes, type Choices, type Outcome, type RowChoice } from './outcome.ts'
import { columnsLeftOut, lossesOf, readingsOf, type Loss, type ReadAs } from './losses.ts'
import { presentRows, type PresentRow } from '../../workbook/table-rows.ts'
import { editsOf, fitted } from './present.ts'
import { chosenKey, dayOrder, suggestion } from './values.ts'

/** Where a list was pasted: the row and the column of the table. */
export interface Place { row: string, column: string }

/** A word of the list that is not among the choices of its column. */
export interface AskedWord {
  key: string
  column: FieldDefinition
  text: string
  count: number
  /** What it is read as; '' where it is left out. */
  option: string
  /** What it may mean, where nobody has said yet. */
  offered?: Option
}

/** A list that somebody looks through, with all that was decided about it. It changes nothing. */
export class Looking {
  #sheet: number
  #matching!: Matching
  readonly #chosen = new Map<string, string>()
  readonly #rows = new Map<number, RowChoice>()
  readonly #typed = new Map<number, Map<string, string>>()
  /** Words that were asked about: they stay when they are answered. */
  readonly #asked = new Map<string, { column: FieldDefinition, text: string }>()
  #dayFirst: boolean | undefined
  present: PresentRow[] = []
  outcomes: Outcome[] = []

  /** @param grids One or more sheets, of which one is shown at least. @param at Where it was pasted, if it was. */
  constructor (readonly grids: readonly Grid[], readonly table: TableDefinition, private readonly at?: Place) {
    const seen = grids.findIndex(grid => grid.hidden !== true && grid.lines.length > 0)
    this.#sheet = Math.max(seen, 0)
    this.#begin()
  }

  get grid (): Grid {
    return this.grids[this.#sheet]!
  }

  get sheet (): number {
    return this.#sheet
  }

  get matching (): Matching {
    return this.#matching
  }

  /** Whether the day comes before the month, where somebody or the list itself says so. */
  get dayFirst (): boolean | undefined {
    return this.#dayFirst ?? this.days.dayFirst
  }

  /** Whether the language of the page says the day first. */
  get languageDayFirst (): boolean {
    return readDate('3/4/2026', language) === '2026-04-03'
  }

  /** What the list tells of the order of its days. */
  get days (): ReturnType<typeof dayOrder> {
    const { columns, heading } = this.#matching
    const dates = columns.flatMap(({ target }, i) => this.table.columns.find(({ id }) => id === target)?.kind === 'date' ? [i] : [])
    return dayOrder(this.grid.lines.slice(heading + 1).flatMap(line => dates.map(i => line.cells[i] ?? '')))
  }

  /** Whether rows are told by their place: they were pasted beside names, and hold none. */
  get isByPlace (): boolean {
    return this.at !== undefined && !this.#matching.columns.some(({ target }) => target === nameColumn(this.table).id)
  }

  chooseSheet (sheet: number): void {
    this.#sheet = sheet
    this.#begin()
  }

  /** @param heading Place of the line with the headings; -1 for none. */
  chooseHeading (heading: number): void {
    this.#matching = columnsFor(this.grid, this.table, heading, this.at?.column)
    this.#asked.clear()
  }

  /** Another column that went there goes nowhere then. */
  chooseTarget (index: number, target: string): void {
    const columns = this.#matching.columns.map((column, i) =>
      i === index ? { ...column, target } : target !== '' && !target.startsWith('+') && column.target === target ? { ...column, target: '' } : column)
    this.#matching = { ...this.#matching, columns, own: false }
  }

  chooseOrder (dayFirst: boolean): void {
    this.#dayFirst = dayFirst
  }

  chooseWord (key: string, option: string): void {
    this.#chosen.set(key, option)
  }

  chooseRow (number: number, choice: RowChoice | undefined): void {
    if (choice === undefined) this.#rows.delete(number)
    else this.#rows.set(number, choice)
  }

  choiceOf (number: number): RowChoice | undefined {
    return this.#rows.get(number)
  }

  /** What somebody typed in the place of a cell. */
  type (number: number, column: string, text: string): void {
    const cells = this.#typed.get(number) ?? new Map<string, string>()
    cells.set(column, text)
    this.#typed.set(number, cells)
  }

  typedIn (number: number, column: string): string | undefined {
    return this.#typed.get(number)?.get(column)
  }

  /** Works out anew what happens with each row. */
  look (book: Workbook, subject: string | null): void {
    const { dayFirst } = this
    const choices: Choices = {
      matching: this.#matching, rows: this.#rows, typed: this.#typed, ...this.at !== undefined && { at: this.at.row },
      reading: { language, chosen: this.#chosen, ...dayFirst !== undefined && { dayFirst } }
    }
    this.present = presentRows(book, subject, this.table)
    const found = outcomes(this.grid, this.table, this.present, choices)
    this.outcomes = findDoubles(fitted(found, book, subject, this.table, this.present), this.table, this.present)
  }

  /** The words that are not among the choices, with what they are read as: those that are read as nothing first. */
  words (): AskedWord[] {
    const counts = new Map<string, { count: number, option: string }>()
    const note = (id: string, text: string, option: string): void => {
      const column = this.table.columns.find(column => column.id === id)
      if (column?.options === undefined) return
      const key = chosenKey(id, text)
      if (!this.#asked.has(key)) this.#asked.set(key, { column, text })
      const found = counts.get(key)
      if (found === undefined) counts.set(key, { count: 1, option })
      else found.count++
    }
    for (const { not, left } of this.outcomes) {
      for (const { column, text, why } of not) if (why === 'option') note(column, text, '')
      for (const { column, text } of left) note(column, text, '')
    }
    for (const { taken } of this.outcomes) for (const { column, near, value } of taken) if (near !== undefined) note(column, near, value)
    return [...this.#asked].map(([key, { column, text }]) => {
      const { count = 0, option = '' } = counts.get(key) ?? {}
      const chosen = this.#chosen.get(key)
      const offered = chosen === undefined && option === '' ? suggestion(column, text) : undefined
      return { key, column, text, count, option: chosen ?? option, ...offered !== undefined && { offered } }
    })
  }

  /** What is lost when the rows are taken. */
  losses (): Loss[] {
    return lossesOf(this.outcomes, this.present)
  }

  /** What is read as a choice that says it otherwise. */
  readings (): ReadAs[] {
    return readingsOf(this.outcomes, this.#chosen)
  }

  /** Columns that say something and go nowhere. */
  leftOut (): ReturnType<typeof columnsLeftOut> {
    return columnsLeftOut(this.grid, this.#matching)
  }

  /** What would be done, to tell whether it is still what somebody saw. */
  signature (): string {
    return JSON.stringify(this.outcomes.map(({ kind, key, taken }) => [kind, key, taken.map(({ column, value, was }) => [column, value, was])]))
  }

  /** What takes the rows as they are looked at, all at once. */
  edits (book: Workbook, subject: string, stamp: Stamp): Edit[] {
    return editsOf(this.outcomes, book, subject, this.table, stamp)
  }

  #begin (): void {
    this.#matching = matchColumns(this.grid, this.table, this.at?.column)
    this.#rows.clear()
    this.#typed.clear()
    this.#asked.clear()
    this.#dayFirst = undefined
  }
}
