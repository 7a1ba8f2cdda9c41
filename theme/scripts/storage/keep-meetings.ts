import { apply, type Edit } from '../workbook/edit.ts'
import { sayVersion } from '../workbook/layers.ts'
import { takeMeetings } from '../workbook/meetings.ts'
import type { Workbook } from '../workbook/workbook.ts'
import { changeLayers } from './keep-layers.ts'
import type { Session } from './session.ts'

/**
 * Begins a meeting. The whole workbook is written, because from now on it says that it needs the second version; what follows is typed.
 * @param begin Is given what there is at that moment.
 */
export async function beginInWorkbook (session: Session, begin: (book: Workbook) => readonly Edit[]): Promise<'done' | 'full' | 'refused'> {
  return await changeLayers<never>(session, (book, stamp) => {
    apply(book, begin(book), stamp())
    sayVersion(book)
    return null
  })
}

/** Takes over meetings of a file. @param found As `meetingsFrom` tells them. */
export async function keepMeetings (session: Session, found: Workbook): Promise<'done' | 'full' | 'refused'> {
  return await changeLayers<never>(session, book => {
    takeMeetings(book, found)
    sayVersion(book)
    return null
  })
}
