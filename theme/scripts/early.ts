import { site } from './page/root.ts'
import { openDatabase, readAll } from './storage/database.ts'
import { isOnComputer } from './storage/where-kept.ts'

/** What `early.ts` opened and read; null where that went wrong, so that it is tried again. */
export interface Early { database: IDBDatabase, all: unknown[] }

declare global {
  interface Window { toolkitEarly?: Promise<Early | null> }
}

// The browser needs a while to open what is kept, and does it while the page comes in. The first script takes it over, unless it was there
// before: this one comes when it can, since a page that waited for it would show its first question later.
if (window.toolkit === undefined && isOnComputer(site)) {
  window.toolkitEarly = openDatabase(site).then(async database => ({ database, all: await readAll(database) })).catch(() => null)
}
