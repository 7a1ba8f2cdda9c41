import { everywhere as all } from '../words/search.ts'

/** One way to part text into words and to compare them, for the index and for what is typed. */

/** A word: letters and digits with all their marks, since an accent may be a character of its own. For a text in pieces, every second one a word. */
export const word = /([\p{L}\p{N}][\p{L}\p{N}\p{M}]*)/u

export function words (text: string): string[] {
  return text.split(word).filter((_, i) => i % 2 === 1)
}

/** Without case and accents, and with plain endings taken off, so that "partners" finds "partner". */
export function plain (text: string): string {
  const folded = text.toLowerCase().normalize('NFD').replace(/\p{M}+/gu, '')
  return folded.length > 4 && folded.endsWith('s') && !folded.endsWith('ss') ? folded.slice(0, -1) : folded
}

/** Words that stand everywhere and find nothing. */
export const everywhere = new Set(all.split(' '))
