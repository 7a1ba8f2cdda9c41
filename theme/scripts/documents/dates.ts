import type { DocumentMetadata } from '../workbook/read-document.ts'
import type { ReadOptions } from './options.ts'

const longest = 60

/** The day as ISO 8601, or null where there is no such day. */
function day (year: number, month: number, date: number): string | null {
  if (year < 100) year += 2000
  const iso = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
  return isIsoDate(iso) ? iso : null
}

/** Whether a text is a day that exists, written as ISO 8601. */
export function isIsoDate (text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const date = new Date(text + 'T00:00:00Z')
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** How days are written in a file. */
export interface DaysOf {
  /** Its language, which tells day from month; '' where nobody can tell. */
  language: string
  /** Languages in which its months may be written besides. */
  months?: readonly string[]
}

/**
 * How days are written in a file: as in the language that it was made in; of one that lost its metadata, in that with which its text
 * is marked, where the guide has it.
 * @param marked The language with which the text is marked; '' for none.
 * @param alone Where the guide has one language, what its mark says of the order; left out for nothing.
 */
export function daysOf (metadata: DocumentMetadata | null, marked: string, { labels, language = 'en-US' }: ReadOptions, alone = language): DaysOf {
  if (labels === undefined) return { language: metadata?.language ?? alone }
  const months = [language, labels.first, ...labels.others.map(other => other.language)]
  const isOurs = months.some(ours => primary(ours) === primary(marked))
  return { language: metadata === null ? isOurs ? marked : '' : metadata.language ?? labels.first, months }
}

function primary (language: string): string {
  return language.split('-')[0]!.toLowerCase()
}

/** The days that a text can be: none, one, or two where only its language could tell which number is the month. */
export function daysFor (text: string, { language, months = [] }: DaysOf): string[] {
  const read = (language === '' ? ['en-US', 'es'] : [language]).map(language => readDate(text, language, months))
  return [...new Set(read)].filter(day => day !== null)
}

/**
 * Reads a day as people write it: `2026-03-14`, `March 14, 2026`, `14 mar. 2026`, `3/14/2026`. Where only the order tells
 * day from month, the language decides. Null where it is no day or cannot be told.
 */
export function readDate (text: string, language: string, months: readonly string[] = []): string | null {
  if (text.length > longest) return null
  const words = text.normalize('NFKC').toLowerCase().trim()
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:t[\d:.]+z?)?$/.exec(words)
  if (iso !== null) return day(...iso.slice(1).map(Number) as [number, number, number])
  const numbers = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d\d)$/.exec(words)
  if (numbers !== null) {
    const [first, second, year] = [Number(numbers[1]), Number(numbers[3]), Number(numbers[4])]
    const monthFirst = numbers[2] !== '.' && (first > 12 ? false : second > 12 ? true : /^en(-us)?$/i.test(language))
    return monthFirst ? day(year, first, second) : day(year, second, first)
  }
  return named(words, [...new Set(['en', language, ...months])])
}

/** A day whose month is a word: one month, one year of four digits, one day, in any order. */
function named (words: string, languages: readonly string[]): string | null {
  const months = new Set<number>()
  const names = Array.from({ length: 12 }, (_, month) => languages.map(language => monthName(language, month)))
  for (const word of words.match(/\p{L}{3,}/gu) ?? []) {
    const month = names.findIndex(all => all.some(name => name === word || (word.length < name.length && name.startsWith(word))))
    if (month >= 0) months.add(month + 1)
  }
  const numbers = words.match(/\d+/g) ?? []
  const years = numbers.filter(n => n.length === 4)
  const days = numbers.filter(n => n.length < 3)
  if (months.size !== 1 || years.length !== 1 || days.length !== 1 || numbers.length !== 2) return null
  return day(Number(years[0]), [...months][0]!, Number(days[0]))
}

const monthNames = new Map<string, string>()

/** Kept, because asking for one takes a while. */
function monthName (language: string, month: number): string {
  const key = `${month} ${language}`
  let name = monthNames.get(key)
  if (name === undefined) {
    name = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, month, 1)).toLowerCase()
    monthNames.set(key, name)
  }
  return name
}

/** Writes an ISO day in one of Word's patterns; as it is where the pattern holds anything that is not known here. */
export function writeDate (iso: string, pattern: string, language: string): string {
  const [year, month, date] = iso.split('-') as [string, string, string]
  // Of words only English ones are written: months in others have endings, or no capital.
  if (!/^en\b/i.test(language) && pattern.includes('MMM')) return iso
  const name = monthName('en', Number(month) - 1)
  const parts: Record<string, string> = {
    yyyy: year, MMMM: name[0]!.toUpperCase() + name.slice(1), MM: month, M: String(Number(month)), dd: date, d: String(Number(date))
  }
  const text = pattern.replace(/[A-Za-z]+/g, word => parts[word] ?? '?')
  return text.includes('?') || readDate(text, language) !== iso ? iso : text
}
