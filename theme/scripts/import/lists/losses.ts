import { plain } from '../../workbook/plain.ts'
import type { PresentRow } from '../../workbook/table-rows.ts'
import type { Grid } from './grid.ts'
import type { ColumnMatch, Matching } from './headings.ts'
import type { NotTaken, Outcome } from './outcome.ts'
import { chosenKey } from './values.ts'

/** What rows that are taken lose in one column for one reason. */
export interface Loss {
  column: string
  /** `chosen` where somebody left the words out. */
  why: NotTaken['why'] | 'chosen'
  /** How many rows. */
  rows: number
  /** What stands there in the list, each once, what most rows say first. */
  texts: string[]
  /** Whether something stands in the table there, which stays. */
  stays: boolean
}

/** A word of the list that is read as a choice which says it otherwise, by no one's choosing. */
export interface ReadAs { key: string, column: string, text: string, option: string, rows: number }

/** What is lost when the rows are taken: by column and reason, most rows first. */
export function lossesOf (outcomes: readonly Outcome[], present: readonly PresentRow[]): Loss[] {
  const found = new Map<string, { loss: Loss, texts: Map<string, { text: string, count: number }>, last: number }>()
  const values = new Map(present.map(row => [row.key, row.values]))
  for (const { number, kind, key, not, left } of outcomes) {
    // A row that is left out loses all, and is counted as that.
    if (kind === 'out') continue
    for (const { column, text, why } of [...not, ...left.map(one => ({ ...one, why: 'chosen' as const }))]) {
      const id = `${why} ${column}`
      let entry = found.get(id)
      if (entry === undefined) found.set(id, entry = { loss: { column, why, rows: 0, texts: [], stays: false }, texts: new Map(), last: -1 })
      // Two columns of a list may go to one of the table.
      if (entry.last !== number) entry.loss.rows++
      entry.last = number
      if (key !== undefined && (values.get(key)?.get(column) ?? '') !== '') entry.loss.stays = true
      const same = plain(text) || text
      const one = entry.texts.get(same)
      if (one === undefined) entry.texts.set(same, { text, count: 1 })
      else one.count++
    }
  }
  const sorted = [...found.values()].sort((a, b) => b.loss.rows - a.loss.rows)
  return sorted.map(({ loss, texts }) => ({ ...loss, texts: [...texts.values()].sort((a, b) => b.count - a.count).map(({ text }) => text) }))
}

/** What is read as a choice that says it otherwise, most rows first. @param chosen What somebody chose: they know it. */
export function readingsOf (outcomes: readonly Outcome[], chosen: ReadonlyMap<string, string>): ReadAs[] {
  const found = new Map<string, ReadAs>()
  for (const { kind, taken } of outcomes) {
    if (kind === 'out') continue
    for (const { column, near, value } of taken) {
      if (near === undefined) continue
      const key = chosenKey(column, near)
      if (chosen.has(key)) continue
      const one = found.get(key)
      if (one === undefined) found.set(key, { key, column, text: near, option: value, rows: 1 })
      else one.rows++
    }
  }
  return [...found.values()].sort((a, b) => b.rows - a.rows)
}

/** Columns of the list that say something and go nowhere, by their place. */
export function columnsLeftOut ({ lines }: Grid, { heading, columns }: Matching): { index: number, column: ColumnMatch }[] {
  const said = new Set<number>()
  for (const { cells, trouble } of lines.slice(heading + 1)) {
    cells.forEach((cell, i) => { if (cell.trim() !== '') said.add(i) })
    for (const i of trouble?.keys() ?? []) said.add(i)
  }
  return columns.flatMap((column, index) => column.target === '' && said.has(index) ? [{ index, column }] : [])
}
