import { readSpreadsheet } from './spreadsheet.ts'

declare global {
  interface Provided { spreadsheets: SpreadsheetsApi }
}

/** What the script `spreadsheets` provides: it reads .xlsx files. Whoever pastes rows or chooses a .csv does not wait for it. */
export interface SpreadsheetsApi {
  readSpreadsheet: typeof readSpreadsheet
}

const spreadsheets: SpreadsheetsApi = { readSpreadsheet }

window.toolkit?.provide('spreadsheets', spreadsheets)
