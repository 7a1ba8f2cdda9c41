import { cutOut, type Part } from '../workbook/cut-out.ts'
import { merge } from '../workbook/merge.ts'
import { randomName } from '../workbook/stamp.ts'
import { emptyWorkbook, isEmpty, valueOf, type Workbook } from '../workbook/workbook.ts'
import { openWhole } from './anew.ts'
import { rememberPlace } from './place.ts'
import { eraseKept, moveToTab, rewrite } from './rewrite.ts'
import type { Session } from './session.ts'
import type { Place } from './status.ts'
import type { Writer } from './writer.ts'

/**
 * Chooses where answers live and moves them there. All stays as it was where the browser refuses
 * (`blocked`), or where answers lie there already that are locked (`locked`) or contradict these (`others`). They leave one
 * place when they are in the other.
 */
export async function choose (session: Session, place: Place): Promise<'done' | 'blocked' | 'locked' | 'others'> {
  const { status, writer } = session
  if (status.lock === 'locked') return 'locked'
  await writer.flush()
  const before = { place: status.place, chosen: status.chosen, trouble: status.trouble }
  const gone = before.trouble === 'gone'
  try {
    if (gone) await holdInTab(session, place)
    if (place === 'computer') {
      const moved = status.place === 'computer' ? 'done' : await toComputer(session)
      if (moved !== 'done') {
        if (gone) Object.assign(status, before)
        return moved
      }
    } else {
      status.unsaved = place === 'file' && !isEmpty(session.book) ? Math.max(1, status.unsaved) : 0
      if (status.place === 'computer') await toTab(session, place)
      status.place = place
      writer.tab.remove('unsaved')
      if (place === 'file') writer.tab.write('unsaved', String(status.unsaved))
      if (gone && !await rewrite(session, () => {})) throw new Error(status.trouble ?? '')
    }
    rememberPlace(session.site, writer.tab, place)
    status.chosen = true
  } catch {
    if (gone) Object.assign(status, before)
    return 'blocked'
  } finally {
    session.emit('status')
  }
  return 'done'
}

/** The browser let go of what it kept: all that this page holds is this tab's own again, and written nowhere yet. */
async function holdInTab (session: Session, place: Place): Promise<void> {
  const { status, writer } = session
  session.leaveComputer()
  status.trouble = null
  session.beginEra()
  if (!writer.safe.ready) await writer.safe.useFresh()
  // In the tab the key would lie beside the answers.
  if (place !== 'computer') await takeLockAway(session)
}

async function takeLockAway ({ status, writer }: Session): Promise<void> {
  if (status.lock === 'none') return
  await writer.safe.useFresh()
  writer.safe.lock = null
  writer.tab.forgetKey()
  status.lock = 'none'
}

async function toComputer (session: Session): Promise<'done' | 'locked' | 'others'> {
  const { status, writer } = session
  const { place, chosen, saved } = status
  const computer = await openWhole(session.site)
  const kept = await computer.read()
  writer.apart = false
  const mine = session.book
  const { key, seal, ahead, lock } = writer.safe
  let moved = false
  try {
    if (kept?.lock != null) return 'locked'
    status.place = 'computer'
    session.listenOnComputer(computer)
    // Another tab may keep answers here already: both are wanted.
    if (kept !== null) {
      await writer.take(kept, kept.key)
      if (contradict(session.book, mine)) return 'others'
    }
    moved = await rewrite(session, () => { merge(session.book, mine) })
    if (!moved) throw new Error(status.trouble ?? '')
  } finally {
    if (!moved) {
      computer.close()
      session.leaveComputer()
      Object.assign(status, { place, chosen, saved })
      session.book = mine
      writer.safe.useReady(key, seal, ahead)
      writer.safe.lock = lock
    }
  }
  rememberPlace(session.site, writer.tab, 'computer')
  eraseJournals(writer, sessionStorage)
  for (const name of ['workbook', 'key', 'unsaved', 'saved', 'page news']) writer.tab.remove(name)
  status.unsaved = 0
  session.emit('elsewhere')
  return 'done'
}

/** Whether two workbooks that grew apart say different things in one place: merging would mix them without a word. */
function contradict (a: Workbook, b: Workbook): boolean {
  if (a.id === b.id) return false
  for (const [id, { answers }] of b.subjects) {
    for (const [field, { value }] of answers) {
      const other = valueOf(a, id, field)
      if (value !== '' && other !== '' && other !== value) return true
    }
  }
  return false
}

async function toTab (session: Session, place: Place): Promise<void> {
  const { status, writer } = session
  await moveToTab(session, place)
  writer.others?.tell({ kind: 'moved' })
  eraseJournals(writer, localStorage)
  session.leaveComputer()
  writer.tab.forgetKey()
  status.lock = 'none'
}

/** Of whatever page. */
function eraseJournals ({ journal }: Writer, area: Storage | null): void {
  for (const name of journal.names(area)) area!.removeItem(name)
}

/** Erases everything everywhere; returns the workbook as it was, for undo, and null where it could not be erased, or not all of it. */
export async function erase (session: Session): Promise<Workbook | null> {
  const { status, writer } = session
  const before = session.book
  const { lock, trouble } = status
  const empty = async (): Promise<void> => {
    session.book = emptyWorkbook(randomName('w'), session.guide)
    writer.unwritten = emptyWorkbook('')
    writer.erased = Date.now()
    writer.safe.lock = null
    // Erasing does not wait for a new key; until there is one, nothing is written.
    await writer.safe.useFresh().catch((error: unknown) => {
      writer.safe.forget()
      writer.fail(error)
    })
  }
  await writer.drop()
  Object.assign(status, { lock: 'none', trouble: trouble === 'unreadable' || trouble === 'gone' ? null : trouble })
  // Where what was kept could not be opened, there is no key yet.
  if (!writer.safe.ready) await writer.safe.useFresh().catch(() => {})
  // Another page may have put it back.
  if (trouble === 'gone' && status.place === 'computer') await openWhole(session.site).then(computer => { session.listenOnComputer(computer) }, () => {})
  if (status.place === 'computer') {
    const gone = writer.computer === null || await eraseKept(writer.computer).catch(() => false)
    if (gone) writer.revision = 0
    // With the new key in its place, nothing that is typed next can be lost.
    const written = await rewrite(session, empty, { kind: 'erased' })
    if (!written && !gone) {
      Object.assign(status, { lock, trouble: trouble ?? status.trouble })
      // What was not written yet stays to be written.
      writer.note(before)
      session.emit('elsewhere')
      return null
    }
    // Gone, though nothing new can be written.
    if (!written) {
      await empty()
      writer.others?.tell({ kind: 'erased' })
    }
  } else {
    await empty()
  }
  eraseJournals(writer, writer.area)
  writer.tab.clear()
  session.beginEra()
  if (status.place !== 'computer' && status.chosen) rememberPlace(session.site, writer.tab, status.place)
  Object.assign(status, { saved: null, unsaved: 0 })
  session.emit('elsewhere')
  // What did not come when the page began is still on this computer.
  return writer.apart ? null : before
}

/**
 * Puts another workbook in the place of this one: after opening a file, or to undo erasing.
 * @param make Is given what is there at that moment, with what was typed or came from another tab since.
 * @returns False where the browser could not write it; all is as it was then.
 */
export async function replace (session: Session, make: (present: Workbook) => Workbook): Promise<boolean> {
  const written = await rewrite(session, () => {
    session.book = make(session.book)
    session.clock.seenAll(session.book)
  })
  if (written && session.status.place === 'file') session.status.unsaved++
  session.emit('elsewhere')
  return written
}

/**
 * Takes a part out of the workbook, without leaving a trace that it was there. Other tabs read all anew, so that none
 * brings it back.
 * @returns The part, for `putBack`; null where it could not be taken out.
 */
export async function takeOut (session: Session, part: Part): Promise<Workbook | null> {
  const { writer } = session
  const taken = emptyWorkbook('')
  const written = await rewrite(session, async began => {
    merge(taken, cutOut(session.book, part))
    writer.erased = began
    if (writer.safe.lock === null) await writer.safe.useFresh()
  })
  if (written) {
    if (session.status.place === 'file') session.status.unsaved++
    if ('partner' in part && session.recall('partner') === part.partner) writer.tab.remove('page partner')
  }
  session.emit('elsewhere')
  return written ? taken : null
}

export function putBack (session: Session, taken: Workbook): void {
  if (session.status.lock === 'locked') return
  merge(session.book, taken)
  if (session.status.place === 'file') session.status.unsaved++
  session.writer.note(taken)
  session.emit('elsewhere')
}
