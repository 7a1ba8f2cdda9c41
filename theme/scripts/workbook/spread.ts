/**
 * How far several people's answers to one question lie apart, in a word. Nothing is averaged away: two against two and three against
 * one have one word and read differently in the sentence beside it.
 */
export type Spread = 'alike' | 'far-apart' | 'close' | 'apart'

/** The widest first. */
export const widestFirst: readonly (Spread | null)[] = ['far-apart', 'apart', 'close', 'alike', null]

/**
 * The first word that fits: `alike` where all say the same, `far-apart` where both ends of the scale are there, `close` where no two lie
 * more than one step apart, and `apart`.
 * @param places On the scale, from 0; of those alone who answered and to whom it applies.
 * @param most The upper end of the scale.
 * @returns Null where fewer than two said something: there is nothing to compare.
 */
export function spreadOf (places: readonly number[], most: number): Spread | null {
  if (places.length < 2) return null
  const [least, last] = [Math.min(...places), Math.max(...places)]
  return least === last ? 'alike' : least === 0 && last === most ? 'far-apart' : last - least <= 1 ? 'close' : 'apart'
}

/** How large the part of those is who say what most say: the smaller, the more evenly the views are split. From 0 to 1; 1 where nobody said anything. */
export function majority (counts: Iterable<number>): number {
  const all = [...counts]
  const sum = all.reduce((before, count) => before + count, 0)
  return sum === 0 ? 1 : all.reduce((most, count) => Math.max(most, count), 0) / sum
}
