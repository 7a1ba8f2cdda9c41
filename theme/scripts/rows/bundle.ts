import { tend } from './tend.ts'

declare global {
  interface Provided { rows: RowsApi }
}

/** What the script `rows` provides: what helps with many rows of a table. */
export interface RowsApi { tend: typeof tend }

const provided: RowsApi = { tend }

window.toolkit?.provide('rows', provided)
