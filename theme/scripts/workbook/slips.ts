/** Characters of a text of which slips are counted: of longer ones it would take too long. */
const longest = 80

/** How many letters were left out, added, changed, or exchanged with the next: Damerau and Levenshtein, with neighbors exchanged once; Infinity where a text is too long. */
export function slips (a: string, b: string): number {
  if (Math.max(a.length, b.length) > longest) return Infinity
  let [before, last]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, i) => i)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      let least = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, before[j - 2]! + 1)
      row.push(least)
    }
    [before, last] = [last, row]
  }
  return last[b.length]!
}
