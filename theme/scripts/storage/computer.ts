import { circuit, toWrite, within } from '../workbook/circuit.ts'
import { databaseOf, done, openDatabase, readAll, store } from './database.ts'
import { random, type Bytes } from './cipher.ts'
import { isWithheld } from './status.ts'
import type { Beside, Head, Kept, Store } from './store.ts'

// What opens all else comes first, since changes lie under their revision: every number comes before every word, and these words in this order.
const opener = 0
const head = 'head'
const whole = 'whole'

/**
 * The keys, apart from all else. What stood in the files of a database stays there long after it was replaced, and a key of before would
 * open what was written before. Where browsers are built on Chromium, this record takes so much room, of what cannot be packed, that it is
 * kept in a file of its own: that is removed in the same moment in which the record is. Firefox wipes what is small, and only that. See
 * `docs/decisions/0019-erase-means-erase.md`.
 */
interface Opener extends Pick<Kept, 'key' | 'handover'> { room: Bytes }
const roomOf = (): Bytes => random('userAgentData' in navigator ? 1 << 16 : 0)

/** What this browser keeps on this computer, in IndexedDB. What a promise here says is written is on the disk; each ends. */
export class ComputerStore implements Store {
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

  get area (): Storage {
    return localStorage
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

  async add (encrypted: Bytes, known: number): Promise<number> {
    return await this.#write(known, (objects, next, before) => {
      objects.put({ ...before, ...next }, head)
      return objects.put(encrypted, next.revision)
    })
  }

  async replace (encrypted: Bytes, { key, lock, erased, generation, handover }: Beside, known: number | null): Promise<number> {
    return await this.#write(known, (objects, next) => {
      objects.clear()
      objects.put({ key: lock ? null : key, handover, room: roomOf() } satisfies Opener, opener)
      objects.put({ lock, erased, generation, ...next }, head)
      return objects.put(encrypted, whole)
    })
  }

  /** The empty database stays: taking it away would have to wait for other tabs. */
  async erase (known: number | null): Promise<boolean> {
    return await this.#write(known, objects => objects.clear()) > 0
  }

  close (): void {
    this.database.close()
  }

  /**
   * Writes in one transaction, unless somebody else wrote since revision `known`. Ends when all is on the disk and the browser has answered
   * what was asked last.
   */
  async #write (known: number | null, put: (objects: IDBObjectStore, next: Pick<Head, 'revision' | 'at'>, before?: Head) => IDBRequest): Promise<number> {
    let revision = 0
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
            const present = current.result?.revision ?? 0
            if (present !== (known ?? present)) { one(); return }
            const at = Date.now()
            // Counting starts at the present time: after everything was erased, no tab takes the new answers for its old ones.
            revision = (present || at) + 1
            put(objects, { revision, at }, current.result).onsuccess = one
          }
          transaction.oncomplete = one
          transaction.onabort = transaction.onerror = () => { reject(transaction.error) }
        })
      }, toWrite)
      return revision
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
  const [first, last] = all.splice(-2) as [Head & Pick<Kept, 'key' | 'handover'>, Bytes]
  return { handover: new Uint8Array(), ...first, ...(all[0] as Partial<Opener> | undefined)?.room && all.shift() as Opener, parts: [last, ...all as Bytes[]] }
}
