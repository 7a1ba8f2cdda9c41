import { Asides } from './asides.ts'
import { BesideNote } from './beside-note.ts'
import { leaveOutEmptyRows } from './empty-rows.ts'
import { askToErase } from './erase.ts'
import { goToNamedField, goToNamedFieldAgain, unfoldOnPaper } from './folds.ts'
import { sayLocked } from './locked.ts'
import { personalNote } from './notes.ts'
import { openFile } from './open-file.ts'
import type { Page } from '../page/page.ts'
import { followJumps, followTheTabKey } from '../page/following.ts'
import { notice, sayTaken } from '../page/notice.ts'
import { saveWorkbook } from '../page/save-workbook.ts'
import { startPartners } from './partners.ts'
import { startWhere } from './where.ts'
import { GrowingTable } from './table.ts'
import { forgetLater } from '../page/undo-window.ts'

declare global {
  interface Provided { fields: FieldsApi }
}

/** What the script `fields` provides: what only some forms need. */
export interface FieldsApi {
  GrowingTable: typeof GrowingTable
  startPartners: typeof startPartners
  startWhere: typeof startWhere
  Asides: typeof Asides
  /** Does what a button of the bar says. */
  barPressed (button: HTMLElement, page: Page): void
  BesideNote: typeof BesideNote
  askToErase: typeof askToErase
  saveWorkbook: typeof saveWorkbook
  openFile: typeof openFile
  sayLocked: typeof sayLocked
  personalNote: typeof personalNote
  notice: typeof notice
  sayTaken: typeof sayTaken
  /** It knows whose way back the notice offers, so that all use this one. */
  forgetLater: typeof forgetLater
}

const fields: FieldsApi = {
  barPressed ({ dataset }, page) {
    if ('keeperSave' in dataset) saveWorkbook(page)
    else if ('keeperErase' in dataset) askToErase(page)
  },
  GrowingTable, startPartners, startWhere, Asides, BesideNote, askToErase, saveWorkbook, openFile, sayLocked, personalNote, notice, sayTaken, forgetLater
}

followTheTabKey()
followJumps()
leaveOutEmptyRows()
unfoldOnPaper()
goToNamedField()
addEventListener('hashchange', goToNamedField)
addEventListener('click', goToNamedFieldAgain)

window.toolkit?.provide('fields', fields)
