import type { Page } from '../page/page.ts'
import type { Stamp } from '../workbook/entry.ts'
import type { Workbook } from '../workbook/workbook.ts'
import * as words from '../words/together.ts'

const why = { ...words.notClosed, gone: words.gone, alone: words.half.alone }

/** Changes layers; says why where that could not be. @param change See `changeLayers`. @returns Whether it is done. */
export async function changeOrSay (page: Page, change: (book: Workbook, stamp: () => Stamp) => keyof typeof why | null): Promise<boolean> {
  try {
    const { changeLayers } = await page.load('storage-settings')
    const done = await changeLayers(page.session, change)
    if (done !== 'done') page.notice(why[done])
    return done === 'done'
  } catch (error) {
    console.error(error)
    page.notice(why.refused)
    return false
  }
}
