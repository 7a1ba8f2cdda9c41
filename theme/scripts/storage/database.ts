/** The one object store in the database of a guide. */
export const store = 'workbook'

export function databaseOf (site: string): string {
  return `toolkit ${site}`
}

/** @throws where the browser blocks storage, as in some private windows. */
export async function openDatabase (site: string): Promise<IDBDatabase> {
  // Pages that do not know where the key lies now know no database 2: they stand aside.
  const request = indexedDB.open(databaseOf(site), 2)
  request.onupgradeneeded = ({ oldVersion }) => { if (oldVersion === 0) request.result.createObjectStore(store) }
  const database = await done(request)
  // Whoever deletes it would wait for this page; and so would every page that opens it after.
  database.onversionchange = event => {
    database.close()
    database.onclose?.(event)
  }
  return database
}

/** All that lies in it, by its keys' order; at one go, since each request takes its time. */
export async function readAll (database: IDBDatabase): Promise<unknown[]> {
  return await done<unknown[]>(database.transaction(store).objectStore(store).getAll())
}

export async function done<T> (request: IDBRequest<T>): Promise<T> {
  return await new Promise((resolve, reject) => {
    request.onsuccess = () => { resolve(request.result) }
    request.onerror = () => { reject(request.error) }
  })
}
