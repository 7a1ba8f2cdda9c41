import { button, el, focusOn } from '../page/dom.ts'
import type { Page } from '../page/page.ts'
import { meetingsFrom, newMeetings } from '../workbook/meetings.ts'
import type { Workbook } from '../workbook/workbook.ts'
import * as words from '../words/meeting.ts'

/**
 * Under a workbook file that somebody opened: meetings that only the file holds, or that went on there.
 * @param subjects Ids here of whom the file is about, by id in the file.
 */
export function offerMeetings (box: HTMLElement, other: Workbook, subjects: ReadonlyMap<string, string>, page: Page): void {
  const { session } = page
  const found = meetingsFrom(other, subjects)
  const count = newMeetings(session.book, found).length
  if (count === 0) return
  const offer = el('div', {}, el('p', {}, words.held({ count })), el('p', { class: 'btns' }, button(words.keepHeld({ count }), 'second', () => {
    void keep(page, found).then(done => {
      if (!done) return
      const said = el('p', {}, words.keptHeld({ count }))
      offer.replaceChildren(said)
      focusOn(said)
    }).catch(console.error)
  })))
  box.append(offer)
}

async function keep (page: Page, found: Workbook): Promise<boolean> {
  const { keepMeetings } = await page.load('storage-settings')
  const done = await keepMeetings(page.session, found)
  if (done !== 'done') page.notice(words.notKept[done])
  return done === 'done'
}
