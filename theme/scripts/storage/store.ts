import type { Bytes } from './cipher.ts'
import type { Lock } from './lock.ts'

/** What stands before the encrypted answers. What versions before did not know is missing in what they wrote. */
export interface Head {
  /** Counts every writing, so that a tab notices that another one wrote. Nobody else writes into a tab: there it is 1, and 0 before the first. */
  revision: number
  /** When it was written, in milliseconds since 1970. */
  at: number
  lock: Lock | null
  /** The stamp up to which something was erased last, in milliseconds since 1970. */
  erased?: number
  /** See `key-ring.ts`. */
  generation?: number
}

/** What is told of the keys; a key that a passphrase makes is not kept on this computer. */
export interface Beside { key: Bytes | null, lock: Lock | null, erased: number, generation: number, handover: Bytes | undefined }

/** All of it. */
export interface Kept extends Head {
  /** The key where there is no passphrase; null on sites without encryption. */
  key: Bytes | null
  /**
   * See `key-ring.ts`, encrypted; missing where every page has had the time to hear of the present key. Empty where keys lie as versions
   * before left them: the key is to be replaced.
   */
  handover?: Bytes | undefined
  /** A whole workbook, and the changes since, in order; none where there is a journal alone. */
  parts: Bytes[]
}

/**
 * A place where answers live: this tab (`tab.ts`) or this computer (`computer.ts`). Answers that live in a file are in the tab until
 * somebody saves it. A store sees encrypted bytes alone. What a promise here says is written is kept as long as the place is; what ends with
 * an error changed nothing.
 */
export interface Store {
  /** Where pages leave what is not written yet: it lasts as long as the place does. @throws where the browser blocks it. */
  readonly area: Storage
  /** Writes there what opens a journal, where nothing else is written yet. Missing where that is there before any journal. */
  openJournal? (key: Bytes | null): void
  /** All that is kept; null where nothing is. */
  read (): Promise<Kept | null>
  /**
   * Adds changes if nobody else wrote since revision `known`, which is not 0. Missing where a short journal is as good.
   * @returns The new revision; 0 where somebody did.
   */
  add? (encrypted: Bytes, known: number): Promise<number>
  /** Puts a whole workbook in the place of all there is, likewise; `known` is 0 where nothing is kept yet, and null for whatever is there. */
  replace (encrypted: Bytes, beside: Beside, known: number | null): Promise<number>
  /**
   * Removes all there is, likewise.
   * @returns Whether it was removed.
   */
  erase (known: number | null): Promise<boolean>
}
