import { bring } from './bring.ts'

declare global {
  interface Provided { import: ImportApi }
}

/** What the script `import` provides: lists of others into tables. */
export interface ImportApi { bring: typeof bring }

const provided: ImportApi = { bring }

window.toolkit?.provide('import', provided)
