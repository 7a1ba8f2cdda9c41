import { plain, wordsOf } from '../../workbook/plain.ts'
import { isNear } from '../../workbook/map/near-names.ts'

/** A word that so many names hold tells none of them from another. */
const common = 25

/** Finds names that are spelled nearly like another one. */
export class Doubles<T> {
  readonly #byWord = new Map<string, { text: string, of: T }[]>()

  /** @param lesser Words that say nothing of who it is: of, the, Inc. */
  constructor (private readonly lesser: ReadonlySet<string>) {}

  add (name: string, of: T): void {
    const text = this.#core(name)
    for (const word of new Set(this.#keys(text))) {
      const list = this.#byWord.get(word)
      if (list === undefined) this.#byWord.set(word, [{ text, of }])
      else list.push({ text, of })
    }
  }

  /** The one that is most like this name; undefined where none is near. */
  near (name: string): T | undefined {
    const text = this.#core(name)
    let best: T | undefined
    let most = 0
    for (const word of this.#keys(text)) {
      const list = this.#byWord.get(word) ?? []
      if (list.length > common) continue
      for (const other of list) {
        const fit = this.#fit(text, other.text)
        if (fit <= most) continue
        most = fit
        best = other.of
      }
    }
    return best
  }

  /** How sure it is that two names are one: 0 where they are not. */
  #fit (a: string, b: string): number {
    if (a === b) return 4
    const [x, y] = [wordsOf(a), wordsOf(b)]
    const [few, many] = x.length < y.length ? [x, y] : [y, x]
    const within = few.length > 0 && few.every(word => many.includes(word))
    // The same words in another order; then as the map finds what it holds twice; then "Fernhill" and "Fernhill Garden Center".
    return within && few.length === many.length ? 3 : isNear(x, y) ? 2 : within && few.join('').length >= 6 ? 1 : 0
  }

  #core (name: string): string {
    const words = wordsOf(plain(name))
    const own = words.filter(word => !this.lesser.has(word))
    return (own.length > 0 ? own : words).join(' ')
  }

  /** A name is looked for by its longer words, and by how it begins and ends: a slip changes one of them at most. */
  #keys (text: string): string[] {
    const close = text.replaceAll(' ', '')
    return [...wordsOf(text).filter(word => word.length > 3), `^${close.slice(0, 4)}`, `$${close.slice(-4)}`]
  }
}
