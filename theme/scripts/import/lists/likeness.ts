import { wordsOf } from '../../workbook/plain.ts'
import { slips } from '../../workbook/slips.ts'

/** How alike two plain texts are, 0 to 1: by the letters that one would change, put in, leave out or exchange. */
export function likeness (a: string, b: string): number {
  if (a === b) return 1
  const longest = Math.max(a.length, b.length)
  if (longest === 0 || Math.abs(a.length - b.length) > longest / 2) return 0
  return Math.max(0, 1 - slips(a, b) / longest)
}

/** Whether all words of one stand at the beginning of words of the other, in order: "met" in "Met once", "child care" in "childcare and family". */
export function beginsWithin (short: string, long: string): boolean {
  if (short.length < 3) return false
  const close = (text: string): string => text.replaceAll(' ', '')
  if (close(long).startsWith(close(short))) return true
  const own = wordsOf(short)
  const others = wordsOf(long)
  let from = 0
  return own.every(word => {
    const at = others.findIndex((other, i) => i >= from && other.startsWith(word))
    from = at + 1
    return at >= 0
  })
}
