import { plain, wordsOf } from '../plain.ts'
import { slips } from '../slips.ts'

/** An organization as two of them are compared. */
export interface Named { name: string }

/** A group of names that holds more is about a common word: that two share it says nothing. */
const mostAlike = 60

/** Pairs of names that are nearly the same: other order of words, one word more, or a slip of the pen. The earlier one stands first. */
export function nearPairs<T extends Named> (all: readonly T[]): [T, T][] {
  const words = all.map(({ name }) => wordsOfName(name))
  const groups = new Map<string, number[]>()
  words.forEach((list, i) => {
    // Two names of which no word is the same have at least the same beginning.
    for (const word of new Set([...list, `^${(list[0] ?? '').slice(0, 3)}`])) {
      const group = groups.get(word)
      if (group === undefined) groups.set(word, [i])
      else group.push(i)
    }
  })
  const found = new Set<number>()
  for (const group of groups.values()) {
    if (group.length < 2 || group.length > mostAlike) continue
    group.forEach((a, at) => { for (const b of group.slice(at + 1)) if (isNear(words[a]!, words[b]!)) found.add(a * all.length + b) })
  }
  return [...found].sort((a, b) => a - b).map(pair => [all[Math.floor(pair / all.length)]!, all[pair % all.length]!])
}

/** Words of a name as they are compared: without what is too short to tell names apart. */
function wordsOfName (name: string): string[] {
  const all = wordsOf(plain(name))
  const long = all.filter(word => word.length > 2 || /\p{N}/u.test(word) || !/^[a-z]+$/.test(word))
  return long.length === 0 ? all : long
}

/** Whether all words of one name are in the other, which may have one more where at least two are the same. */
export function isNear (a: readonly string[], b: readonly string[]): boolean {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a]
  if (few.length === 0 || many.length - few.length > (few.length > 1 ? 1 : 0)) return false
  const left = [...many]
  return few.every(word => {
    const at = left.findIndex(other => isSameWord(word, other))
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  }) && left.every(word => !/\p{N}/u.test(word))
}

function isSameWord (a: string, b: string): boolean {
  if (a === b) return true
  // Numbers tell apart, and so does each sign of scripts that write a word in two or three.
  if (/\p{N}/u.test(a + b) || a[0] !== b[0]) return false
  const length = Math.min(a.length, b.length)
  const most = length > 8 ? 2 : 1
  return length > 4 && Math.abs(a.length - b.length) <= most && slips(a, b) <= most
}
