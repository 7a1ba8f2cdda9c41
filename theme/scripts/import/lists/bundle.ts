import { readDelimited } from './delimited.ts'
import { Looking } from './looking.ts'
import { readFiles } from './read-files.ts'

declare global {
  interface Provided { lists: ListsApi }
}

/** What the script `lists` provides: it reads lists of others and works out what would happen with each row. No DOM, and nothing is changed. */
export interface ListsApi {
  readDelimited: typeof readDelimited
  readFiles: typeof readFiles
  Looking: typeof Looking
}

const lists: ListsApi = { readDelimited, readFiles, Looking }

window.toolkit?.provide('lists', lists)
