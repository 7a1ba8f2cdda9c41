import { pack, unpack } from '../workbook/pack.ts'
import type { Workbook } from '../workbook/workbook.ts'
import { decode, encode, type Cipher } from './cipher.ts'
import { fromBase64, toBase64 } from '../workbook/base64.ts'
import { decryptAtOnce, encryptAtOnce, type KeyRing } from './key-ring.ts'
import { isWithheld } from './status.ts'
import { nameOf } from './where-kept.ts'

/** Under which name a page's journal stands; what the names of all begin with, without a page. */
export function journalOf (site: string, page = ''): string {
  return nameOf(site, 'journal ' + page)
}

/**
 * What was typed and is not written otherwise yet. It is written while the key is still going down, so that a page that is
 * closed, left or killed a moment later has lost nothing; encrypted like all else. The next page takes it over.
 */
export class Journal {
  readonly #prefix: string
  readonly #own: string
  /** What other pages left and this one took over, as it was when it was read. */
  #found: [area: Storage, name: string, text: string][] = []

  /** @param page Tells the journals of pages that are open at once apart. */
  constructor (site: string, page: string) {
    this.#prefix = journalOf(site)
    this.#own = this.#prefix + page
  }

  /** Whether it is written. @param area Where: it is removed from no other one. */
  write (area: Storage | null, keys: KeyRing, changes: Workbook): boolean {
    const encrypted = area === null ? null : encryptAtOnce(keys, encode(pack(changes)))
    if (encrypted === null) return false
    area!.setItem(this.#own, toBase64(encrypted))
    return true
  }

  /**
   * What was left there by pages that had no time to write it otherwise. What no cipher opens stays where it is: it may be
   * under a key that this page does not know yet.
   * @throws {Unanswered}; a VersionError where one was written by a newer version.
   */
  async read (area: Storage | null, ciphers: readonly Cipher[]): Promise<Workbook[]> {
    const left: Workbook[] = []
    for (const name of this.names(area)) {
      const text = area!.getItem(name) ?? ''
      for (const cipher of ciphers) {
        try {
          left.push(unpack(decode(await decryptAtOnce(fromBase64(text), cipher))))
          this.#found.push([area!, name, text])
          break
        } catch (error) {
          // It can still be read later, or by a newer page.
          if (isWithheld(error)) throw error
        }
      }
    }
    return left
  }

  /** Removes what is written elsewhere now. A page that is still open may have written to its own anew. */
  clear (area: Storage | null): void {
    area?.removeItem(this.#own)
    for (const [where, name, text] of this.#found) if (where.getItem(name) === text) where.removeItem(name)
    this.#found = []
  }

  /** Those of whatever page. */
  names (area: Storage | null): string[] {
    return Object.keys(area ?? {}).filter(name => name.startsWith(this.#prefix))
  }
}
