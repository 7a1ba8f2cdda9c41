import type { Part } from '../workbook/erased-part.ts'
import type { Workbook } from '../workbook/workbook.ts'
import type { Page } from './page.ts'

/**
 * Takes a part out of the workbook, and says so with a way back.
 * @param said Is given what was taken out.
 * @param refused What to say where it could not be taken out.
 * @returns Whether it is out.
 */
export async function takeOutWithWayBack (page: Page, part: Part, said: (taken: Workbook) => string, refused: string): Promise<boolean> {
  const { session } = page
  const { takeOut, putBack } = await page.load('storage-settings')
  // What offers the way back comes first: without it none is offered.
  const fields = await page.load('fields').catch(() => null)
  const taken = await takeOut(session, part)
  if (taken === null) {
    page.notice(refused)
    return false
  }
  const text = said(taken)
  const bringBack = fields?.forgetLater(taken, text)
  page.notice(text, bringBack && (async () => {
    const back = bringBack()
    return back !== null && await putBack(session, back)
  }))
  return true
}
