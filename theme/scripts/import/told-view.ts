import { button, el, hidden } from '../page/dom.ts'
import { counted, inWords, listOf } from '../workbook/in-words.ts'
import { ofWhat, quoted } from '../words/frame.ts'
import type { Looking } from './lists/looking.ts'
import type { Loss } from './lists/losses.ts'
import { columnLabel, columnLetter, valueText } from './said.ts'
import * as words from '../words/import.ts'

/** How many texts, columns or readings are named; the others are counted. */
const most = 5
/** Characters of a text that are said. */
const longest = 60

/** Where a press leads. */
export interface Leads {
  /** To where a word of a column is matched; to the first of the column where no word is named. */
  word: (column: string, key?: string) => void
  /** To the rows to look at. */
  rows: () => void
  /** To where a column of the list goes. */
  column: (index: number) => void
}

/** What is lost when the rows are taken, a sentence or two for each column, with a press to where it is mended. */
export function lossesView (looking: Looking, leads: Leads): HTMLElement[] {
  const { table, grid } = looking
  const items = looking.losses().map(loss => {
    const label = columnLabel(table, loss.column)
    const said = { rows: words.wordCount(counted(loss.rows)), column: label }
    const isWord = loss.why === 'option' || loss.why === 'chosen'
    return told(`${(loss.stays ? words.losesNot : words.loses)(said)} ${cause(loss)}`, isWord ? words.matchWords : words.seeRows, label, isWord ? () => { leads.word(loss.column) } : leads.rows)
  })
  const left = looking.leftOut()
  if (left.length > 0) {
    const names = left.map(({ index, column: { heading } }) => heading === '' ? words.columnNumber({ letter: columnLetter(index) }) : quote(heading))
    items.push(told(words.columnsOut({ ...counted(left.length), columns: some(names) }), words.matchColumns, listOf(names.slice(0, 1)), () => { leads.column(left[0]!.index) }))
  }
  if (grid.cutAt !== undefined) items.push(el('li', {}, words.cutAt({ row: inWords(grid.cutAt) })))
  return items.length === 0 ? [] : [el('ul', { class: 'say bring__losses' }, ...items)]
}

/** What is read as a choice that says it otherwise, with a press to change it. */
export function readingsView (looking: Looking, leads: Leads): HTMLElement[] {
  const readings = looking.readings()
  if (readings.length === 0) return []
  const more = readings.length - most
  const items = readings.slice(0, most).map(({ column, key, text, option, rows }) =>
    told(words.readAs({ ...counted(rows), text: cut(text), label: valueText(looking.table, column, option) }), words.changeIt, text, () => { leads.word(column, key) }))
  return [el('ul', { class: 'bring__readings small' }, ...items, ...more > 0 ? [told(words.moreReadAs(counted(more)), words.seeThem, '', () => { leads.word(readings[most]!.column, readings[most]!.key) })] : [])]
}

function told (text: string, press: string, what: string, act: () => void): HTMLElement {
  const made = button(press, 'link', act)
  if (what !== '') made.append(hidden(ofWhat({ what })))
  return el('li', {}, text, ' ', made)
}

function cause ({ why, texts }: Loss): string {
  const said = words.causes[why]
  return typeof said === 'string' ? said : said({ count: texts.length, texts: some(texts.map(quote)) })
}

/** The first of them, and how many more there are. */
function some (texts: readonly string[]): string {
  const more = texts.length - most
  return listOf(more > 0 ? [...texts.slice(0, most), words.andOthers(counted(more))] : texts)
}

function quote (text: string): string {
  return quoted({ text: cut(text) })
}

function cut (text: string): string {
  return text.length > longest ? text.slice(0, longest).replace(/[\ud800-\udbff]$/, '') + '…' : text
}
