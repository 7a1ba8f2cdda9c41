import { plain } from '../../workbook/plain.ts'
import { readDate } from '../../documents/dates.ts'
import type { FieldDefinition, Option } from '../../workbook/guide.ts'
import { hasLines } from '../../workbook/field-kind.ts'
import { cleanText, oneLine } from '../../workbook/text.ts'
import { beginsWithin, likeness } from './likeness.ts'
import { bearing, type Bearing } from './meaning.ts'
import { no as noWords, yes as yesWords } from '../../words/import.ts'

/** What a cell says in the workbook's own writing. */
export interface Value {
  /** '' where it says nothing, or nothing that can be taken. */
  value: string
  /** What was read for what: a label that is spelled or said otherwise; with no value, what somebody chose to leave out. */
  near?: string
  /** Why it was not taken. */
  amiss?: 'option' | 'date' | 'tick'
}

/** How cells are read. */
export interface Reading {
  /** The language, which tells the order of day and month. */
  language: string
  /** Whether the day comes first in this list; where it is not said, the language tells. */
  dayFirst?: boolean
  /** What somebody chose for a text that is not among the choices: an option's id, or '' to leave it out. By column and plain text. */
  chosen: ReadonlyMap<string, string>
  /** Whether cells are read by how they are spelled alone, as where they tell what a column holds: names of organizations hold words of sectors too. */
  bySpelling?: true
}

/** Under which name a choice by hand is kept. */
export function chosenKey (column: string, text: string): string {
  return `${column} ${plain(text) || text.trim()}`
}

/** Reads a cell as an answer of its column. */
export function readValue (column: FieldDefinition, cell: string, reading: Reading): Value {
  const text = cell.trim()
  if (text === '') return { value: '' }
  switch (column.kind) {
    case 'text':
    case 'long': return { value: (hasLines(column.kind) ? cleanText : oneLine)(text).trim() }
    case 'choice': return choice(column, text, reading)
    case 'date': return date(text, reading)
    case 'check': return tick(text)
  }
}

function choice (column: FieldDefinition, text: string, reading: Reading): Value {
  const options = column.options ?? []
  const exact = options.find(option => option.id === text) ?? options.find(option => option.label === text)
  if (exact !== undefined) return { value: exact.id }
  const byHand = reading.chosen.get(chosenKey(column.id, text))
  if (byHand !== undefined) return { value: byHand, near: text }
  const wanted = plain(text)
  const same = options.find(option => plain(option.label) === wanted || plain(option.id) === wanted)
  if (same !== undefined) return { value: same.id }
  const words = bearing(column, wanted)
  const near = words.same ?? (words.several ? undefined : nearest(words, wanted)) ?? (words.strong && reading.bySpelling !== true ? words.likely : undefined)
  return near === undefined ? { value: '', amiss: 'option' } : { value: near.id, near: text }
}

/** The option that may be meant by a text that is none of the choices: to be offered, as it is not sure. */
export function suggestion (column: FieldDefinition, cell: string): Option | undefined {
  const wanted = plain(cell)
  const words = bearing(column, wanted)
  return words.several ? undefined : words.likely ?? best(words, wanted, 0.55)
}

/** The one option that is spelled nearly so; none where two could be meant, or where its words speak for another. */
function nearest (words: Bearing, wanted: string): Option | undefined {
  const near = best(words, wanted, 0.75)
  return words.likely === undefined || words.likely === near ? near : undefined
}

/** @param least How alike they are at least. */
function best ({ open, tells }: Bearing, wanted: string, least: number): Option | undefined {
  if (wanted.length < 3) return undefined
  const ranked = open.map(option => {
    const label = plain(option.label)
    // "Services" begins a word of many a label and tells none.
    const within = tells && (beginsWithin(wanted, label) || beginsWithin(label, wanted))
    return { option, alike: Math.max(likeness(wanted, label), likeness(wanted, plain(option.id)), within ? 0.85 : 0) }
  }).sort((a, b) => b.alike - a.alike)
  const [first, second] = ranked
  return first !== undefined && first.alike >= least && first.alike > (second?.alike ?? 0) + 0.05 ? first.option : undefined
}

/** Characters of the longest day with its time. */
const longestDay = 100

function date (text: string, { language, dayFirst }: Reading): Value {
  // The pattern tries anew at each sign of a gap.
  if (text.length > longestDay) return { value: '', amiss: 'date' }
  // The time of day is no part of a day.
  const bare = text.replace(/(?:,|T|\s)+\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?\s*(?:[ap]\.?m\.?|z)?$/i, '')
  const order = dayFirst === undefined ? language : dayFirst ? 'en-GB' : 'en-US'
  const read = readDate(bare, /\d[-/. ]\d/.test(bare) ? order : language)
  return read === null ? { value: '', amiss: 'date' } : { value: read }
}

const signs = /^(?:[\u2611\u2612\u2705\u2713-\u2718\u25a0\u25cf]|x|1)$/i
const noSigns = /^(?:[\u2610\u25a1\u25cb]|[-\u2013]|0)$/

function tick (text: string): Value {
  const word = plain(text)
  if (signs.test(text) || yesWords.some(one => plain(one) === word)) return { value: 'yes' }
  return noSigns.test(text) || noWords.some(one => plain(one) === word) ? { value: '' } : { value: '', amiss: 'tick' }
}

/** A day in numbers of which the first could be the month or the day. */
const inNumbers = /^(\d{1,2})([-/. ])(\d{1,2})\2(?:\d{4}|\d\d)\b/

/**
 * In which order the days of a list were written: told by a day that no month can be.
 * @returns Undefined where nothing tells; `mixed` where both orders are in it.
 */
export function dayOrder (cells: Iterable<string>): { dayFirst?: boolean, mixed: boolean, unclear: boolean } {
  let [dayFirst, monthFirst, unclear] = [false, false, false]
  for (const cell of cells) {
    const match = inNumbers.exec(cell.trim())
    if (match === null || match[2] === '.') continue
    const [first, second] = [Number(match[1]), Number(match[3])]
    if (first > 12 && second <= 12) dayFirst = true
    else if (second > 12 && first <= 12) monthFirst = true
    else if (first !== second) unclear = true
  }
  return { ...dayFirst !== monthFirst && { dayFirst }, mixed: dayFirst && monthFirst, unclear }
}
