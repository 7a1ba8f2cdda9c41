import { emptyWorkbook, isEmpty } from '../workbook/workbook.ts'
import { freshKeys, isReady } from './key-ring.ts'
import type { Session } from './session.ts'
import { nameOf } from './where-kept.ts'

/**
 * The browser answers what it did not answer in time. Where nothing was typed meanwhile, what it keeps is shown; else it stays
 * apart, because two workbooks are never mixed. What could not be written is.
 * @returns Whether what was typed is apart from what the browser keeps.
 */
export async function answersAgain (session: Session): Promise<boolean> {
  const { writer } = session
  if (session.ended) return false
  if (!session.apart) {
    writer.note(emptyWorkbook(''))
    return false
  }
  if (isEmpty(session.book)) {
    await (await session.recovery()).readAgain(session)
    return false
  }
  if (!isReady(session.keys)) {
    // Nothing was written. The tab keeps other answers already, which must not be lost for these.
    if (session.tab.item('key') !== null) return false
    session.keys = await freshKeys()
  }
  session.apart = false
  writer.note(session.book)
  return true
}

/** Whether somebody chose this computer, whatever this tab holds. */
export function mayBeOnComputer (site: string): boolean {
  try {
    return localStorage.getItem(nameOf(site, 'place')) === 'computer'
  } catch {
    return false
  }
}

/** What the next page of the tab would say. */
export function forgetNews (session: Session): void {
  session.tab.remove('page news')
}
