import { sayVersion } from '../workbook/layers.ts'
import { takeMeetings } from '../workbook/meetings.ts'
import type { Workbook } from '../workbook/workbook.ts'
import { changeLayers } from './keep-layers.ts'
import type { Session } from './session.ts'

/** Writes that the workbook holds a meeting, and so needs the second version: an older page does not take it from then on. */
export async function noteMeetings (session: Session): Promise<'done' | 'full' | 'refused'> {
  return await changeLayers<never>(session, book => {
    sayVersion(book)
    return null
  })
}

/** Takes over meetings of a file. @param found As `meetingsFrom` tells them. */
export async function keepMeetings (session: Session, found: Workbook): Promise<'done' | 'full' | 'refused'> {
  return await changeLayers<never>(session, book => {
    takeMeetings(book, found)
    // What is changed in them from now on is later, whatever the other computer's clock said.
    session.clock.seenAll(found)
    sayVersion(book)
    return null
  })
}
