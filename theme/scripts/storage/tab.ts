import { xor, type Bytes } from './cipher.ts'
import { fromBase64, toBase64 } from '../workbook/base64.ts'
import { nameOf } from './where-kept.ts'

/** Before what the window's name holds, see `locking.ts`. */
export const mark = 'toolkit '

/** What this tab keeps until it is closed, in sessionStorage. */
export class TabStore {
  /** @param site Tells two guides on one host apart. */
  constructor (private readonly site: string) {}

  read (name: string): string | null {
    try {
      return sessionStorage.getItem(this.#key(name))
    } catch {
      return null
    }
  }

  readBytes (name: string): Bytes | null {
    const text = this.read(name)
    return text === null ? null : fromBase64(text)
  }

  /** @throws where the browser keeps nothing or has no room. */
  write (name: string, value: string): void {
    sessionStorage.setItem(this.#key(name), value)
  }

  writeBytes (name: string, bytes: Uint8Array): void {
    this.write(name, toBase64(bytes))
  }

  /** Writes the whole workbook and the key that opens it. @throws where there is no room. */
  writeWhole (key: Bytes | null, encrypted: Bytes, handover?: Bytes): void {
    this.writeBytes('workbook', encrypted)
    this.writeBytes('key', key ?? new Uint8Array())
    if (handover) this.writeBytes('handover', handover)
    else this.remove('handover')
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
    const half = this.readBytes('unlocked')
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
