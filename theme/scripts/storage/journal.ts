import { pack, unpack } from '../workbook/pack.ts'
import type { Workbook } from '../workbook/workbook.ts'
import type { Safe } from './safe.ts'
import { decode, encode, fromBase64, toBase64 } from './seal.ts'
import { troubleOf } from './status.ts'

/**
 * What was typed and is not written otherwise yet. It is written while the key is still going down, so that a page that is
 * closed, left or killed a moment later has lost nothing; sealed like all else. The next page takes it over.
 */
export class Journal {
  readonly #prefix: string
  readonly #own: string
  /** What other pages left and this one took over, as it was when it was read. */
  readonly #found = new Map<string, string>()

  /** @param page Tells the journals of pages that are open at once apart. */
  constructor (site: string, page: string, private readonly safe: Safe) {
    this.#prefix = `toolkit ${site} journal `
    this.#own = this.#prefix + page
  }

  /** Whether it is written. @param area Where: it is removed from no other one. */
  write (area: Storage | null, changes: Workbook): boolean {
    const sealed = area === null ? null : this.safe.sealAtOnce(encode(pack(changes)))
    if (sealed === null) return false
    area!.setItem(this.#own, toBase64(sealed))
    return true
  }

  /** What was left there by pages that had no time to write it otherwise; what cannot be read is no journal of this workbook. @throws {Unanswered} */
  async read (area: Storage | null): Promise<Workbook[]> {
    const left: Workbook[] = []
    for (const name of this.names(area)) {
      const text = area!.getItem(name) ?? ''
      try {
        left.push(unpack(decode(await this.safe.openAtOnce(fromBase64(text)))))
      } catch (error) {
        // It can still be read later.
        if (troubleOf(error) === 'silent') throw error
        // Sealed with a key that is gone: erased, or cut off.
      }
      this.#found.set(name, text)
    }
    return left
  }

  /** Removes what is written elsewhere now. A page that is still open may have written to its own anew. */
  clear (area: Storage | null): void {
    area?.removeItem(this.#own)
    for (const [name, text] of this.#found) if (area?.getItem(name) === text) area.removeItem(name)
    this.#found.clear()
  }

  /** Those of whatever page. */
  names (area: Storage | null): string[] {
    return Object.keys(area ?? {}).filter(name => name.startsWith(this.#prefix))
  }
}
