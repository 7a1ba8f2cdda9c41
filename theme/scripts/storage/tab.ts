import { canEncrypt, xor, type Bytes } from './cipher.ts'
import { fromBase64, toBase64 } from '../workbook/base64.ts'
import type { Beside, Kept, Store } from './store.ts'
import { nameOf } from './where-kept.ts'

/** Before what the window's name holds, see `locking.ts`. */
export const mark = 'toolkit '

/** What is kept of a workbook: the key lies beside it, since both end with the tab. */
const kept = ['workbook', 'key', 'handover', 'saved']

/** This tab, until it is closed: sessionStorage. Beside the answers, small things that the tab remembers, each under its name. */
export class TabStore implements Store {
  /** @param site Tells two guides on one host apart. */
  constructor (private readonly site: string) {}

  get area (): Storage {
    return sessionStorage
  }

  openJournal (key: Bytes | null): void {
    if (this.item('key') === null) this.writeBytes('key', key ?? new Uint8Array())
    this.write('saved', String(Date.now()))
  }

  async read (): Promise<Kept | null> {
    const key = this.itemBytes('key')
    if (key === null) return null
    const whole = this.itemBytes('workbook')
    return {
      revision: whole ? 1 : 0, at: Number(this.item('saved') ?? Date.now()), key: canEncrypt() ? key : null, lock: null,
      handover: this.itemBytes('handover') ?? undefined, parts: whole ? [whole] : []
    }
  }

  async replace (encrypted: Bytes, { key, handover }: Pick<Beside, 'key' | 'handover'>): Promise<number> {
    const before = kept.map(name => this.item(name))
    try {
      this.writeBytes('workbook', encrypted)
      this.writeBytes('handover', handover)
      this.remove('key')
      this.openJournal(key)
    } catch (error) {
      // Both the workbook and its key, or what was there.
      kept.forEach((name, i) => { this.write(name, before[i]!) })
      throw error
    }
    return 1
  }

  async erase (): Promise<boolean> {
    for (const name of kept) this.remove(name)
    return true
  }

  item (name: string): string | null {
    try {
      return sessionStorage.getItem(this.#key(name))
    } catch {
      return null
    }
  }

  itemBytes (name: string): Bytes | null {
    const text = this.item(name)
    return text === null ? null : fromBase64(text)
  }

  /** Nothing is remembered of null. @throws where the browser keeps nothing or has no room. */
  write (name: string, value: string | null): void {
    if (value === null) this.remove(name)
    else sessionStorage.setItem(this.#key(name), value)
  }

  writeBytes (name: string, bytes: Uint8Array | undefined): void {
    this.write(name, bytes ? toBase64(bytes) : null)
  }

  remove (name: string): void {
    try {
      sessionStorage.removeItem(this.#key(name))
    } catch {
      // What cannot be kept need not be removed.
    }
  }

  /** The key of a passphrase, as `locking.ts` left it. */
  recallKey (): Bytes | null {
    const half = this.itemBytes('unlocked')
    return half === null || !window.name.startsWith(mark) ? null : xor(half, fromBase64(window.name.slice(mark.length)))
  }

  forgetKey (): void {
    this.remove('unlocked')
    if (window.name.startsWith(mark)) window.name = ''
  }

  /** Forgets everything of this guide. */
  clear (): void {
    this.forgetKey()
    try {
      for (const key of Object.keys(sessionStorage)) if (key.startsWith(this.#key(''))) sessionStorage.removeItem(key)
    } catch {
      // As above.
    }
  }

  #key (name: string): string {
    return nameOf(this.site, name)
  }
}
