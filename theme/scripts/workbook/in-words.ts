import { language, locale } from '../words/language.ts'

/** A number as the language writes it: this is the one place where numbers become text for people. */
export function inWords (number: number): string {
  return number.toLocaleString(locale)
}

/** The same with one digit behind the point. */
export function inTenths (number: number): string {
  // Rounded as ever, whatever the browser takes for half.
  return Number(number.toFixed(1)).toLocaleString(locale, { minimumFractionDigits: 1 })
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
