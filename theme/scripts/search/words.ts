import { language as own } from '../words/language.ts'
import { everywhere as all } from '../words/search.ts'

/** One way to part text into words and to compare them, for the index and for what is typed. */

/** A word: letters and digits with all their marks, since an accent may be a character of its own. For a text in pieces, every second one a word. */
export const word = /([\p{L}\p{N}][\p{L}\p{N}\p{M}]*)/u

export function words (text: string): string[] {
  return text.split(word).filter((_, i) => i % 2 === 1)
}

/**
 * Without case and accents, and with plain endings taken off, so that "partners" finds "partner". On a keyboard of the United States
 * people leave out what stands on letters: "senal" finds "señal".
 * @param language Of the text; that of the pages where it is not said.
 */
export function plain (text: string, language: string = own): string {
  const folded = text.toLowerCase().normalize('NFD').replace(/\p{M}+/gu, '')
  return /^es\b/.test(language) ? withoutSpanishEnding(folded)
    : folded.length > 4 && folded.endsWith('s') && !folded.endsWith('ss') ? folded.slice(0, -1) : folded
}

/** As in "aliadas" and "aliado", "señales" and "señal", "veces" and "vez". Short words stay: "casa" is not "caso". */
function withoutSpanishEnding (word: string): string {
  if (/(?:..c|..s)es$/.test(word)) return word.slice(0, -3) + (word.at(-3) === 'c' ? 'z' : 's')
  return word.length < 5 ? word : word.replace(/[aeo]s?$/, '')
}

/** What tells a word from others that differ by their accents alone: as it is written, without case. */
export function exact (text: string): string {
  return text.toLowerCase().normalize('NFC')
}

/** Words that stand everywhere and find nothing. */
export const everywhere = everywhereIn(all)

/** The words of a list as they are compared. */
export function everywhereIn (list: string, language: string = own): ReadonlySet<string> {
  return new Set(list.split(' ').map(word => plain(word, language)))
}
