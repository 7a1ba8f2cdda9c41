import { circuit, toWrite, within } from '../workbook/circuit.ts'
import { databaseOf, done, openDatabase, readAll, store } from './database.ts'
import type { Lock } from './lock.ts'
import type { Bytes } from './cipher.ts'
import { isWithheld } from './status.ts'

/** What stands before the encrypted answers. What versions before did not know is missing in what they wrote. */
export interface Head {
  /** Counts every writing, so that a tab notices that another one wrote. */
  revision: number
  /** When it was written, in milliseconds since 1970. */
  at: number
  /** The key where there is no passphrase; null on sites without encryption. */
  key: Bytes | null
  lock: Lock | null
  /** The stamp up to which something was erased last, in milliseconds since 1970. */
  erased?: number
  /** See `key-ring.ts`. */
  generation?: number
  /** See `key-ring.ts`, encrypted; missing where every page has had the time to hear of the present key. */
  handover?: Bytes
}

/** What is told of the keys; a key that a passphrase makes is not kept. */
export interface Beside { key: Bytes | null, lock: Lock | null, erased: number, generation: number, handover: Bytes | undefined }

/** All of it: a whole workbook, and the changes since, in order. */
export interface Kept extends Head {
  whole: Bytes
  changes: Bytes[]
}

// Changes lie under their revision: every number comes before every word, and these words in this order.
const head = 'head'
const whole = 'whole'

/** What this browser keeps on this computer, in IndexedDB. What a promise here says is written is on the disk; each ends. */
export class ComputerStore {
  readonly #ask = circuit()

  private constructor (private readonly database: IDBDatabase) {}

  /** @throws where the browser blocks storage, as in some private windows, or does not answer. */
  static async open (site: string): Promise<ComputerStore> {
    return new ComputerStore(await within(openDatabase(site)))
  }

  /** What was opened and read while the page was on its way; once, and null where it was not. */
  static async opened (): Promise<{ store: ComputerStore, kept: Kept | null } | null> {
    const early = window.toolkitEarly
    delete window.toolkitEarly
    const opened = early && await within(early)
    return opened == null ? null : { store: new ComputerStore(opened.database), kept: keptOf(opened.all) }
  }

  /** Whether answers are kept here. Makes no database where there is none. @throws {Unanswered}; a VersionError. */
  static async holdsAnswers (site: string): Promise<boolean> {
    try {
      if (!(await within(indexedDB.databases())).some(database => database.name === databaseOf(site))) return false
      const store = await ComputerStore.open(site)
      const kept = await store.head()
      store.close()
      return kept !== undefined
    } catch (error) {
      if (isWithheld(error)) throw error
      return false
    }
  }

  /** Runs where the browser closes the database, because it was cleared, deleted by another page, or for reasons of its own. */
  whenClosed (act: () => void): void {
    this.database.onclose = act
  }

  async head (): Promise<Head | undefined> {
    return await this.#ask(() => done(this.database.transaction(store).objectStore(store).get(head) as IDBRequest<Head | undefined>))
  }

  async read (): Promise<Kept | null> {
    return keptOf(await this.#ask(() => readAll(this.database)))
  }

  /**
   * Adds changes if nobody else wrote since revision `known`, which is not 0.
   * @returns The new revision; 0 where somebody did.
   */
  async add (encrypted: Bytes, known: number): Promise<number> {
    return await this.#write(known, (objects, next, before) => {
      objects.put({ ...before, ...next }, head)
      return objects.put(encrypted, next.revision)
    })
  }

  /** Puts a whole workbook in the place of all there is, likewise; `known` is 0 where nothing is kept yet, and null for whatever is there. */
  async replace (encrypted: Bytes, { key, lock, erased, generation, handover }: Beside, known: number | null): Promise<number> {
    return await this.#write(known, (objects, next) => {
      objects.clear()
      objects.put({ key: lock ? null : key, lock, erased, generation, ...handover && { handover }, ...next }, head)
      return objects.put(encrypted, whole)
    })
  }

  close (): void {
    this.database.close()
  }

  async #write (known: number | null, put: (objects: IDBObjectStore, next: Pick<Head, 'revision' | 'at'>, before?: Head) => IDBRequest): Promise<number> {
    let revision = 0
    await this.change((objects, before) => {
      const present = before?.revision ?? 0
      if (present !== (known ?? present)) return null
      const at = Date.now()
      // Counting starts at the present time: after everything was erased, no tab takes the new answers for its old ones.
      revision = (present || at) + 1
      return put(objects, { revision, at }, before)
    })
    return revision
  }

  /** For the scripts of this folder. Ends when all is on the disk and the browser has answered what was asked last. */
  async change (change: (objects: IDBObjectStore, before?: Head) => IDBRequest | null): Promise<void> {
    let transaction!: IDBTransaction
    try {
      await this.#ask(async () => {
        transaction = this.database.transaction(store, 'readwrite', { durability: 'strict' })
        const objects = transaction.objectStore(store)
        const current = objects.get(head) as IDBRequest<Head | undefined>
        await new Promise<void>((resolve, reject) => {
          let waits = 2
          const one = (): void => { if (--waits === 0) resolve() }
          current.onsuccess = () => {
            const last = change(objects, current.result)
            if (last) last.onsuccess = one
            else one()
          }
          transaction.oncomplete = one
          transaction.onabort = transaction.onerror = () => { reject(transaction.error) }
        })
      }, toWrite)
    } catch (error) {
      // What was given up must not happen later: the page says that it did not, and another tab may have written since.
      try {
        transaction.abort()
      } catch {
        // It ended by itself, or never began.
      }
      throw error
    }
  }
}

function keptOf (all: unknown[]): Kept | null {
  if (all.length < 2) return null
  const [first, last] = all.splice(-2) as [Head, Bytes]
  return { ...first, whole: last, changes: all as Bytes[] }
}
