import { ClearButtons } from './clearing.ts'
import { leaveOutEmptyRows } from './empty-rows.ts'
import { askToErase } from './erase.ts'
import { sayLocked } from './locked.ts'
import { FieldNotes, personalNote } from './notes.ts'
import { notice, sayTaken } from './notice.ts'
import { startPartners } from './partners.ts'
import { GrowingTable } from './table.ts'

/** What the script `fields` provides: what only some forms need. */
export interface FieldsApi {
  GrowingTable: typeof GrowingTable
  startPartners: typeof startPartners
  FieldNotes: typeof FieldNotes
  ClearButtons: typeof ClearButtons
  askToErase: typeof askToErase
  sayLocked: typeof sayLocked
  personalNote: typeof personalNote
  notice: typeof notice
  sayTaken: typeof sayTaken
}

const fields: FieldsApi = { GrowingTable, startPartners, FieldNotes, ClearButtons, askToErase, sayLocked, personalNote, notice, sayTaken }

leaveOutEmptyRows()

window.toolkit?.provide('fields', fields)
