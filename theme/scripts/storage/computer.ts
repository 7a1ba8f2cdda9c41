import type { Lock } from './lock.ts'

/** The one record: the sealed workbook and what opens it. */
export interface Kept {
  /** Counts every writing, so that a tab notices that another one wrote. */
  revision: number
  /** When it was written, in milliseconds since 1970. */
  at: number
  sealed: Uint8Array<ArrayBuffer>
  /** The key where there is no passphrase; null on sites without encryption. */
  key: Uint8Array<ArrayBuffer> | null
  lock: Lock | null
}

const store = 'workbook'
const record = 'kept'

/** What this browser keeps on this computer, in IndexedDB. */
export class ComputerStore {
  private constructor (private readonly database: IDBDatabase) {}

  /** @throws where the browser blocks storage, as in some private windows. */
  static async open (site: string): Promise<ComputerStore> {
    const request = indexedDB.open(`toolkit ${site}`, 1)
    request.onupgradeneeded = () => { request.result.createObjectStore(store) }
    return new ComputerStore(await done(request))
  }

  /** Whether answers are kept here. Makes no database where there is none. */
  static async holdsAnswers (site: string): Promise<boolean> {
    try {
      if (!(await indexedDB.databases()).some(database => database.name === `toolkit ${site}`)) return false
      const store = await ComputerStore.open(site)
      const kept = await store.read()
      store.close()
      return kept !== null
    } catch {
      return false
    }
  }

  async read (): Promise<Kept | null> {
    return await done<Kept | undefined>(this.database.transaction(store).objectStore(store).get(record)) ?? null
  }

  /**
   * Writes if nobody else wrote since revision `known` (0: nothing is kept yet); false otherwise. When it returns true, the
   * bytes are on the disk.
   */
  async write (kept: Omit<Kept, 'revision' | 'at'>, known: number): Promise<boolean> {
    const transaction = this.#change()
    const objects = transaction.objectStore(store)
    let fits = false
    const current: IDBRequest<Kept | undefined> = objects.get(record)
    current.onsuccess = () => {
      fits = (current.result?.revision ?? 0) === known
      if (fits) objects.put({ ...kept, revision: known + 1, at: Date.now() }, record)
    }
    await completed(transaction)
    return fits
  }

  /** Removes everything. The empty database stays: taking it away would have to wait for other tabs. */
  async erase (): Promise<void> {
    const transaction = this.#change()
    transaction.objectStore(store).clear()
    await completed(transaction)
  }

  close (): void {
    this.database.close()
  }

  #change (): IDBTransaction {
    return this.database.transaction(store, 'readwrite', { durability: 'strict' })
  }
}

async function done<T> (request: IDBRequest<T>): Promise<T> {
  return await new Promise((resolve, reject) => {
    request.onsuccess = () => { resolve(request.result) }
    request.onerror = () => { reject(request.error ?? new Error('IndexedDB')) }
  })
}

async function completed (transaction: IDBTransaction): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => { resolve() }
    transaction.onabort = transaction.onerror = () => { reject(transaction.error ?? new Error('IndexedDB')) }
  })
}
