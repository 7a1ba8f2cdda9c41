import { merge } from '../../workbook/merge.ts'
import { emptyWorkbook, isEmpty } from '../../workbook/workbook.ts'
import { ComputerStore } from '../computer.ts'
import type { Recovery, Restorable } from '../state.ts'
import { isWithheld } from '../status.ts'
import { endHandover, forgetErased, formerCiphers } from './handover.ts'

/** A page that comes back from the browser's memory may show what was changed or erased meanwhile; what it had is written. */
async function readAgain (session: Restorable): Promise<void> {
  const { writer, status } = session
  try {
    const { book: before, cleared, status: { trouble }, unkept } = session
    // Where nothing is kept, nobody can have changed it; a page that was left quickly is loaded anew.
    if (session.ended || trouble === 'blocked' || (trouble === 'gone' && !cleared)) return
    session.readingAgain = true
    session.beginEra()
    await writer.drop()
    await writer.after(async () => {
      session.leaveComputer()
      Object.assign(session, { apart: false, late: null })
      session.book = session.blank()
      Object.assign(status, { lock: 'none', saved: null, trouble: null })
      await session.restore()
      // What could not be written is nowhere else; unless all of it was erased meanwhile, or somebody left the site.
      if (trouble !== null && !cleared && ((unkept && isEmpty(session.book)) || session.book.id === before.id)) writer.note(before)
      merge(session.book, session.unwritten)
    })
  } finally {
    session.readingAgain = false
    document.body.style.opacity = ''
  }
  session.emit('elsewhere')
}

/** The browser closed the database: it was cleared or deleted. Or Safari had put the page aside, and all is still there. */
async function reopen (session: Restorable): Promise<void> {
  const { status } = session
  try {
    const computer = await ComputerStore.open(session.site)
    if (await computer.head() === undefined) {
      session.lose()
      return
    }
    session.listenOnComputer(computer)
    if (status.trouble === 'gone') status.trouble = null
    session.writer.note(emptyWorkbook(''))
  } catch (error) {
    if (isWithheld(error)) session.fail(error)
    else session.lose()
  }
}

export const recovery: Recovery = { formerCiphers, forgetErased, endHandover, readAgain, reopen }
