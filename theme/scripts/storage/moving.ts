import { cutOut, type Part } from '../workbook/cut-out.ts'
import { merge } from '../workbook/merge.ts'
import { randomName } from '../workbook/stamp.ts'
import { emptyWorkbook, isEmpty, type Workbook } from '../workbook/workbook.ts'
import { ComputerStore } from './computer.ts'
import { forgetComputer, rememberPlace } from './place.ts'
import type { Session } from './session.ts'
import type { Place } from './status.ts'

/**
 * Chooses where answers live and moves them there. Where the browser refuses (`blocked`), or locked answers lie there
 * already (`locked`), all stays as it was; they leave one place when they are in the other.
 */
export async function choose (session: Session, place: Place): Promise<'done' | 'blocked' | 'locked'> {
  const { status, writer } = session
  await writer.flush()
  try {
    if (place === 'computer') {
      if (status.place !== 'computer' && await toComputer(session) === 'locked') return 'locked'
    } else {
      status.unsaved = place === 'file' && !isEmpty(session.book) ? Math.max(1, status.unsaved) : 0
      if (status.place === 'computer') await toTab(session, place)
      status.place = place
      writer.tab.remove('unsaved')
      if (place === 'file') writer.tab.write('unsaved', String(status.unsaved))
    }
    rememberPlace(session.site, writer.tab, place)
    status.chosen = true
  } catch {
    return 'blocked'
  } finally {
    session.emit('status')
  }
  return 'done'
}

async function toComputer (session: Session): Promise<'done' | 'locked'> {
  const { status, writer } = session
  const before = status.place
  const computer = await ComputerStore.open(session.site)
  const kept = await computer.read()
  if (kept?.lock != null) {
    computer.close()
    return 'locked'
  }
  const mine = session.book
  session.listenOnComputer(computer)
  status.place = 'computer'
  // Another tab may keep answers here already: both are wanted.
  if (kept !== null) await writer.take(kept, kept.key)
  await writer.rewrite(() => { merge(session.book, mine) })
  if (status.trouble !== null) {
    status.place = before
    throw new Error(status.trouble)
  }
  rememberPlace(session.site, writer.tab, 'computer')
  writer.journal.erase(sessionStorage)
  for (const name of ['workbook', 'key', 'unsaved', 'saved']) writer.tab.remove(name)
  status.unsaved = 0
  session.emit('elsewhere')
  return 'done'
}

async function toTab (session: Session, place: Place): Promise<void> {
  const { status, writer } = session
  const { lock, key } = writer.safe
  status.place = place
  await writer.rewrite(async () => {
    writer.safe.lock = null
    await writer.safe.useFresh()
  }, { kind: 'moved' })
  if (status.trouble !== null) {
    await writer.safe.use(key)
    Object.assign(status, { place: 'computer' })
    writer.safe.lock = lock
    throw new Error(status.trouble)
  }
  await writer.computer?.erase()
  writer.journal.erase(localStorage)
  forgetComputer(session.site)
  writer.others?.close()
  writer.others = writer.computer = null
  writer.revision = 0
  writer.tab.forgetKey()
  status.lock = 'none'
}

/** Erases everything everywhere; returns the workbook as it was, for undo. */
export async function erase (session: Session): Promise<Workbook> {
  const { status, writer } = session
  const before = session.book
  const empty = async (): Promise<void> => {
    session.book = emptyWorkbook(randomName('w'), session.guide)
    writer.unwritten = emptyWorkbook('')
    writer.safe.lock = null
    await writer.safe.useFresh()
  }
  await writer.drop()
  writer.journal.erase(writer.area)
  writer.tab.clear()
  Object.assign(status, { saved: null, unsaved: 0, lock: 'none', trouble: status.trouble === 'unreadable' ? null : status.trouble })
  if (status.place === 'computer') {
    await writer.computer?.erase().catch(() => undefined)
    writer.revision = 0
    // With the new key in its place, nothing that is typed next can be lost.
    await writer.rewrite(empty)
    status.saved = null
  } else {
    await empty()
    if (status.chosen) rememberPlace(session.site, writer.tab, status.place)
  }
  session.emit('elsewhere')
  return before
}

/** Puts another workbook in the place of this one: after opening a file, or to undo erasing. */
export async function replace (session: Session, book: Workbook): Promise<void> {
  session.clock.seenAll(book)
  if (session.status.place === 'file') session.status.unsaved++
  await session.writer.rewrite(() => { session.book = book })
  session.emit('elsewhere')
}

/**
 * Takes a part out of the workbook, without leaving a trace that it was there; returns it, for `putBack`. Other tabs read
 * all anew, so that none brings it back.
 */
export async function takeOut (session: Session, part: Part): Promise<Workbook> {
  const { writer } = session
  const taken = emptyWorkbook('')
  await writer.rewrite(async () => {
    merge(taken, cutOut(session.book, part))
    if (writer.safe.lock === null) await writer.safe.useFresh()
  })
  if (session.status.place === 'file') session.status.unsaved++
  if ('partner' in part && session.recall('partner') === part.partner) writer.tab.remove('page partner')
  session.emit('elsewhere')
  return taken
}

export function putBack (session: Session, taken: Workbook): void {
  merge(session.book, taken)
  if (session.status.place === 'file') session.status.unsaved++
  session.writer.note(taken)
  session.emit('elsewhere')
}
