import { language, locale } from '../words/language.ts'

/** A number as the language writes it, with as many digits behind the point as are asked for: the one place where numbers become text for people. */
export function inWords (number: number, digits = 0): string {
  // Rounded as ever, whatever the browser takes for half.
  return Number(number.toFixed(digits)).toLocaleString(locale, { minimumFractionDigits: digits })
}

/** An ISO day in digits, in the order of the language. */
export function dayInDigits (iso: string): string {
  return new Date(iso).toLocaleDateString(locale, { timeZone: 'UTC' })
}

/** How many there are, for words that depend on it. */
export function counted (count: number): { count: number, number: string } {
  return { count, number: inWords(count) }
}

/** What is said one after the other, as the language lists it: "a, b, and c". */
export function listOf (parts: readonly string[]): string {
  return new Intl.ListFormat(language).format(parts)
}
