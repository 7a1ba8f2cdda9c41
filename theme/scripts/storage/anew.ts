import { within } from '../workbook/circuit.ts'
import { ComputerStore } from './computer.ts'
import { databaseOf, done, openDatabase, store } from './database.ts'

/** Opens what is on this computer, after the browser may have let go of it; makes it anew where its inside is gone. */
export async function openWhole (site: string): Promise<ComputerStore> {
  const opening = openDatabase(site).then(database => {
    const whole = database.objectStoreNames.contains(store)
    database.close()
    return whole
  })
  if (!await within(opening)) await within(done(indexedDB.deleteDatabase(databaseOf(site))))
  return await ComputerStore.open(site)
}
