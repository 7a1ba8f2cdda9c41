import { cleanText, oneLine } from './text.ts'

/** The same words; how lines end and what blank space stands at the end is no difference. */
export function same (a: string, b: string): boolean {
  return a === b || plainText(a) === plainText(b)
}

/** A text as it is compared with others. */
export function plainText (text: string): string {
  // Line by line: a pattern that looks for blank space before an end tries anew at each space of a long gap.
  return cleanText(text).split('\n').map(line => line.trimEnd()).join('\n').trimEnd().normalize('NFC')
}

/** A name as it is compared with others. */
export function plainName (name: string): string {
  return oneLine(name).normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()
}

/** What a record itself holds under a key. */
export function ownValue<T> (record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined
}
