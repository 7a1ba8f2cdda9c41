/** How alike two plain texts are, 0 to 1: by the letters that one would change, put in, leave out or exchange. */
export function likeness (a: string, b: string): number {
  if (a === b) return 1
  const longest = Math.max(a.length, b.length)
  if (longest === 0 || longest > 80 || Math.abs(a.length - b.length) > longest / 2) return 0
  return 1 - distance(a, b) / longest
}

/** Damerau and Levenshtein, with neighbors exchanged once. */
function distance (a: string, b: string): number {
  let [before, last]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, i) => i)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let best = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, before[j - 2]! + 1)
      row.push(best)
    }
    [before, last] = [last, row]
  }
  return last[b.length]!
}

/** The words of a plain text. */
export function wordsOf (text: string): string[] {
  return text === '' ? [] : text.split(' ')
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
