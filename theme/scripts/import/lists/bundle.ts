import { readDelimited } from './delimited.ts'
import { kumuTables } from './kumu-export.ts'
import { Looking } from './looking.ts'
import { readFiles } from './read-files.ts'

declare global {
  interface Provided { lists: ListsApi }
}

/** What the script `lists` provides: it reads lists of others and works out what would happen with each row, and makes lists that another program reads. No DOM, and nothing is changed. */
export interface ListsApi {
  readDelimited: typeof readDelimited
  readFiles: typeof readFiles
  Looking: typeof Looking
  /** What goes the other way: a table as the two lists of Kumu. */
  kumuTables: typeof kumuTables
}

const lists: ListsApi = { readDelimited, readFiles, Looking, kumuTables }

window.toolkit?.provide('lists', lists)
