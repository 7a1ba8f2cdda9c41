import { writeWorkbook } from '../workbook/json.ts'
import { fileName, saveFile } from './file.ts'
import type { Page } from './page.ts'
import { workbookFile } from '../words/exports.ts'
import * as say from '../words/storage.ts'

/** Saves the whole workbook as a file. */
export function saveWorkbook (page: Page): void {
  if (page.session.status.lock === 'locked') {
    page.notice(say.whereLocked)
    return
  }
  saveFile(fileName(workbookFile, 'workbook.json'), writeWorkbook(page.session.book), 'application/json')
  page.session.savedToFile()
  page.notice(say.savedFile)
}
