import { findPersonalData } from '../workbook/personal-data.ts'
import { askToErase } from './erase.ts'
import { startPartners } from './partners.ts'
import { GrowingTable } from './table.ts'

/** What the script `fields` provides: what only some forms need. */
export interface FieldsApi {
  GrowingTable: typeof GrowingTable
  startPartners: typeof startPartners
  findPersonalData: typeof findPersonalData
  askToErase: typeof askToErase
}

const fields: FieldsApi = { GrowingTable, startPartners, findPersonalData, askToErase }

window.toolkit?.provide('fields', fields)
