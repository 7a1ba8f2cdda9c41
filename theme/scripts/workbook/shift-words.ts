import { dayText } from './guide-index.ts'
import type { InstrumentDefinition } from './guide.ts'
import { answersOf, wordingOf, type Round } from './rounds.ts'
import { thenAndNow, upperHalf, type Moved, type ThenAndNow } from './then-and-now.ts'
import type { Workbook } from './workbook.ts'
import * as reports from '../words/reports.ts'
import * as words from '../words/together.ts'

/** What a comparison of two times says, in words: on the page, in Word and in spreadsheets alike. */
export interface ToldShift {
  result: ThenAndNow
  headline: string
  /** Sentences on what is not up, down or the same. */
  notes: string[]
}

/** One instrument about one subject at two times. @param then A round, or null for today; likewise now. */
export function shiftOf (instrument: InstrumentDefinition, subject: string, book: Workbook, then: Round | null, now: Round | null): ToldShift {
  const result = thenAndNow(instrument, subject, answersOf(book, then), answersOf(book, now), hash => wordingOf(book, hash), { ticked: words.ticked, open: words.notTicked })
  const { count } = result
  const notes = (['new', 'open', 'differs', 'reworded', 'gone'] as const).flatMap(change => count[change] === 0 ? [] : [words.count[change]({ count: count[change] })])
  return { result, headline: result.rows.length === 0 ? words.nothingThen : words.moved({ up: count.up, down: count.down, count: count.same }), notes }
}

/** What areas count. */
export function areaRule (instrument: InstrumentDefinition, or: Intl.ListFormat): string {
  return instrument.kind === 'checklist' ? words.areaRuleTicks : words.areaRule({ steps: or.format(upperHalf(instrument).map(({ label }) => words.stepsJoin({ step: label }))) })
}

/** The answer at one time; of a question that was not answered or asked then, that. */
export function toldAnswer (row: Moved, when: 'then' | 'now'): string {
  const { text } = row[when]
  return text !== '' ? text : when === 'now' && row.change === 'gone' ? words.notAsked : words.noAnswer
}

/** How many of an area at one time. */
export function areaAt (answered: number, all: number): string {
  return reports.answeredOf({ answered, all })
}

/** A round in a list; today for none. */
export function nameOfTime (round: Round | null): string {
  return round === null ? words.today : words.roundOf({ name: round.layer.name, day: dayText(round.layer.day) })
}
