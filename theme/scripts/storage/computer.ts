import type { Lock } from './lock.ts'
import { done, openDatabase, readAll, store } from './database.ts'
import type { Bytes } from './seal.ts'

/** What stands before the sealed answers. */
export interface Head {
  /** Counts every writing, so that a tab notices that another one wrote. */
  revision: number
  /** When it was written, in milliseconds since 1970. */
  at: number
  /** The key where there is no passphrase; null on sites without encryption. */
  key: Bytes | null
  lock: Lock | null
}

/** All of it: a whole workbook, and the changes since, in order. */
export interface Kept extends Head {
  whole: Bytes
  changes: Bytes[]
}

// Changes lie under their revision: every number comes before every word, and these words in this order.
export const head = 'head'
const whole = 'whole'

/** What this browser keeps on this computer, in IndexedDB. What a promise here says is written is on the disk. */
export class ComputerStore {
  private constructor (private readonly database: IDBDatabase) {}

  /** @throws where the browser blocks storage, as in some private windows. */
  static async open (site: string): Promise<ComputerStore> {
    return new ComputerStore(await openDatabase(site))
  }

  /** What was opened and read while the page was on its way; once, and null where it was not. */
  static async opened (): Promise<{ store: ComputerStore, kept: Kept | null } | null> {
    const early = window.toolkitEarly
    delete window.toolkitEarly
    const opened = await early
    return opened == null ? null : { store: new ComputerStore(opened.database), kept: keptOf(opened.all) }
  }

  /** Whether answers are kept here. Makes no database where there is none. */
  static async holdsAnswers (site: string): Promise<boolean> {
    try {
      if (!(await indexedDB.databases()).some(database => database.name === `toolkit ${site}`)) return false
      const store = await ComputerStore.open(site)
      const kept = await store.head()
      store.close()
      return kept !== undefined
    } catch {
      return false
    }
  }

  async head (): Promise<Head | undefined> {
    return await done<Head | undefined>(this.database.transaction(store).objectStore(store).get(head))
  }

  async read (): Promise<Kept | null> {
    return keptOf(await readAll(this.database))
  }

  /**
   * Adds changes if nobody else wrote since revision `known`, which is not 0.
   * @returns The new revision; 0 where somebody did.
   */
  async add (sealed: Bytes, known: number): Promise<number> {
    return await this.#write(known, (objects, next, before) => {
      objects.put({ ...before, ...next }, head)
      objects.put(sealed, next.revision)
    })
  }

  /** Puts a whole workbook in the place of all there is, likewise; `known` is 0 where nothing is kept yet. */
  async replace (sealed: Bytes, how: Pick<Head, 'key' | 'lock'>, known: number): Promise<number> {
    return await this.#write(known, (objects, next) => {
      objects.clear()
      objects.put({ ...how, ...next }, head)
      objects.put(sealed, whole)
    })
  }

  close (): void {
    this.database.close()
  }

  async #write (known: number, put: (objects: IDBObjectStore, next: Pick<Head, 'revision' | 'at'>, before?: Head) => void): Promise<number> {
    const transaction = this.change()
    const objects = transaction.objectStore(store)
    let revision = 0
    const current: IDBRequest<Head | undefined> = objects.get(head)
    current.onsuccess = () => {
      const before = current.result
      if ((before?.revision ?? 0) !== known) return
      const at = Date.now()
      // Counting starts at the present time: after everything was erased, no tab takes the new answers for its old ones.
      revision = (known === 0 ? at : known) + 1
      put(objects, { revision, at }, before)
    }
    await completed(transaction)
    return revision
  }

  /** For `erase.ts`. */
  change (): IDBTransaction {
    return this.database.transaction(store, 'readwrite', { durability: 'strict' })
  }
}

function keptOf (all: unknown[]): Kept | null {
  if (all.length < 2) return null
  const [first, last] = all.splice(-2) as [Head, Bytes]
  return { ...first, whole: last, changes: all as Bytes[] }
}

export async function completed (transaction: IDBTransaction): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => { resolve() }
    transaction.onabort = transaction.onerror = () => { reject(transaction.error) }
  })
}
