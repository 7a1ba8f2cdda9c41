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

/**
 * Reads a day as people write it: `2026-03-14`, `March 14, 2026`, `14 mar. 2026`, `3/14/2026`. Where only the order tells
 * day from month, the language decides. Null where it is no day or cannot be told.
 */
export function readDate (text: string, language: string): string | null {
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
  return named(words, language)
}

/** A day whose month is a word: one month, one year of four digits, one day, in any order. */
function named (words: string, language: string): string | null {
  const months = new Set<number>()
  const names = Array.from({ length: 12 }, (_, month) => [monthName('en', month), monthName(language, month)])
  for (const word of words.match(/\p{L}{3,}/gu) ?? []) {
    const month = names.findIndex(both => both.some(name => name === word || (word.length < name.length && name.startsWith(word))))
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
  if (!/^en\b/i.test(language)) return iso
  const name = monthName('en', Number(month) - 1)
  const parts: Record<string, string> = {
    yyyy: year, MMMM: name[0]!.toUpperCase() + name.slice(1), MM: month, M: String(Number(month)), dd: date, d: String(Number(date))
  }
  const text = pattern.replace(/[A-Za-z]+/g, word => parts[word] ?? '?')
  return text.includes('?') || readDate(text, language) !== iso ? iso : text
}
