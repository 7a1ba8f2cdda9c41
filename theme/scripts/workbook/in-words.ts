import { language } from '../words/language.ts'

/** A number as the language writes it. */
export function inWords (number: number): string {
  return number.toLocaleString(language)
}

/** How many there are, for words that depend on it. */
export function counted (count: number): { count: number, number: string } {
  return { count, number: inWords(count) }
}

/** What is said one after the other, as the language lists it: "a, b, and c". */
export function listOf (parts: readonly string[]): string {
  return new Intl.ListFormat(language).format(parts)
}
