import { merge } from '../../workbook/merge.ts'
import { emptyWorkbook, isEmpty } from '../../workbook/workbook.ts'
import { ComputerStore } from '../computer.ts'
import { freshKeys } from '../key-ring.ts'
import { chosenPlace } from '../place.ts'
import { noneLeft, type Recovery, type Restorable, type State, type Writing } from '../state.ts'
import { isWithheld } from '../status.ts'
import type { Message } from '../tabs.ts'
import { isOnComputer } from '../where-kept.ts'
import { drop } from './drop.ts'
import { endHandover, forgetErased, readJournals, smallStoresShared } from './handover.ts'

/** Nothing but what was typed here since: another tab took the answers along. */
async function begin (state: State): Promise<void> {
  const { status } = state
  const keys = await freshKeys()
  // What was typed before this page was locked is in the journal alone: whoever took the answers along takes it too.
  if (status.lock !== 'locked') state.journal.clear(state.area)
  state.leaveComputer()
  state.keys = keys
  state.book = state.blank()
  merge(state.book, state.unwritten)
  Object.assign(status, { lock: 'none', saved: null, unsaved: 0, trouble: null })
}

async function nothingLeft (state: State): Promise<void> {
  if (state.revision > 0) {
    if (await chosenPlace(state.site, state.tab) !== null) throw noneLeft()
    await begin(state)
  } else {
    if (state.keys.key === null || state.keys.lock !== null) state.keys = await freshKeys()
    state.book = state.blank()
    Object.assign(state.status, { lock: 'none', saved: null })
    merge(state.book, state.unwritten)
  }
  state.emit('elsewhere')
}

/**
 * A page of another process may have moved the answers a moment ago, and this one hears late of it: the browser's small stores
 * are shared, but not at once. It tells when they change.
 */
function readWhenHeard (session: Restorable): void {
  const heard = new AbortController()
  const { signal } = heard
  addEventListener('storage', () => {
    if (session.ended || session.onComputer || session.readingAgain || !isOnComputer(session.site)) return
    heard.abort()
    void readAgain(session).catch(() => { location.reload() })
  }, { signal })
  addEventListener('pagehide', () => { heard.abort() }, { signal })
}

/** A page that comes back from the browser's memory may show what was changed or erased meanwhile; what it had is written. */
async function readAgain (session: Restorable): Promise<void> {
  const { writer, status } = session
  try {
    const { book: before, cleared, status: { trouble }, unkept } = session
    // Where nothing is kept, nobody can have changed it; a page that was left quickly is loaded anew.
    if (session.ended || trouble === 'blocked' || (trouble === 'gone' && !cleared)) return
    session.readingAgain = true
    readWhenHeard(session)
    session.beginEra()
    await drop(session, writer)
    await writer.after(async () => {
      // What is typed meanwhile is added below.
      await smallStoresShared()
      session.leaveComputer()
      Object.assign(session, { keys: session.noKeys, apart: false, late: null })
      session.book = session.blank()
      Object.assign(status, { lock: 'none', saved: null, trouble: null })
      await session.restore()
      // What could not be written is nowhere else; unless all of it was erased meanwhile, or somebody left the site.
      if (trouble !== null && !cleared && ((unkept && isEmpty(session.book)) || session.book.id === before.id)) writer.note(unkept ? before : { ...before, rest: new Map() })
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

async function hear (state: State, writer: Writing, message: Message): Promise<void> {
  const { kind } = message
  // A page that noticed it before holds what was typed since.
  if (kind === 'erased' && !(message.revision > 0 && message.revision <= state.revision)) {
    // At once, whether or not the browser answers.
    state.unwritten = emptyWorkbook('')
    state.book = state.blank()
    state.revision = 0
    state.journal.clear(state.area)
  }
  if (kind === 'moved') {
    await begin(state)
    writer.journalAnew()
    state.emit('elsewhere')
  } else {
    await writer.join()
  }
  // What is called otherwise, a newer version says.
  if (kind === 'erased' || kind === 'moved') state.emit(kind)
}

export const recovery: Recovery = { readJournals, forgetErased, nothingLeft, hear, endHandover, readAgain, reopen }
