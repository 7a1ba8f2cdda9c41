import { completed, head, type ComputerStore, type Head } from './computer.ts'
import { store } from './database.ts'
import type { Journal } from './journal.ts'

/**
 * Removes everything from this computer, if nobody else wrote since revision `known`. The empty database stays: taking it away
 * would have to wait for other tabs.
 * @returns Whether it was removed.
 */
export async function eraseComputer (computer: ComputerStore, known?: number): Promise<boolean> {
  const transaction = computer.change()
  const objects = transaction.objectStore(store)
  let same = true
  const current: IDBRequest<Head | undefined> = objects.get(head)
  current.onsuccess = () => {
    same = known === undefined || (current.result?.revision ?? 0) === known
    if (same) objects.clear()
  }
  await completed(transaction)
  return same
}

/** Removes all journals, of whatever page. */
export function eraseJournals (journal: Journal, area: Storage | null): void {
  for (const name of journal.names(area)) area!.removeItem(name)
}
