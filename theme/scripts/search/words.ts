/** One way to part text into words and to compare them, for the index and for what is typed. */

const parting = /[^\p{L}\p{N}]+/u

export function words (text: string): string[] {
  return text.split(parting).filter(word => word !== '')
}

/** Without case and accents, and with plain endings taken off, so that "partners" finds "partner". */
export function plain (word: string): string {
  const folded = word.toLowerCase().normalize('NFD').replace(/\p{M}+/gu, '')
  return folded.length > 4 && folded.endsWith('s') && !folded.endsWith('ss') ? folded.slice(0, -1) : folded
}

/** Words that stand everywhere and find nothing. */
export const everywhere = new Set(
  'a an and are as at be by for from has have if in is it its of on or our that the their they this to we what with you your'.split(' '))
