import { fromBase64, toBase64 } from './seal.ts'

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

  readBytes (name: string): Uint8Array<ArrayBuffer> | null {
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

  remove (name: string): void {
    try {
      sessionStorage.removeItem(this.#key(name))
    } catch {
      // What cannot be kept need not be removed.
    }
  }

  /** Forgets everything of this guide. */
  clear (): void {
    try {
      for (const key of Object.keys(sessionStorage)) if (key.startsWith(this.#key(''))) sessionStorage.removeItem(key)
    } catch {
      // As above.
    }
  }

  #key (name: string): string {
    return `toolkit ${this.site} ${name}`
  }
}
