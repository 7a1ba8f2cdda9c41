import { Asides } from './asides.ts'
import { leaveOutEmptyRows } from './empty-rows.ts'
import { askToErase } from './erase.ts'
import { sayLocked } from './locked.ts'
import { personalNote } from './notes.ts'
import { startPartners } from './partners.ts'
import { GrowingTable } from './table.ts'

/** What the script `fields` provides: what only some forms need. */
export interface FieldsApi {
  GrowingTable: typeof GrowingTable
  startPartners: typeof startPartners
  Asides: typeof Asides
  askToErase: typeof askToErase
  sayLocked: typeof sayLocked
  personalNote: typeof personalNote
}

const fields: FieldsApi = { GrowingTable, startPartners, Asides, askToErase, sayLocked, personalNote }

leaveOutEmptyRows()

window.toolkit?.provide('fields', fields)
