import { cutOut } from '../workbook/cut-out.ts'
import type { Part } from '../workbook/erased-part.ts'
import { sameKindOf } from '../workbook/layer-id.ts'
import { bringBack, mergeCopies, sayVersion } from '../workbook/layers.ts'
import { within } from '../workbook/circuit.ts'
import { merge } from '../workbook/merge.ts'
import { pack, unpack } from '../workbook/pack.ts'
import { emptyWorkbook, isEmpty, valueOf, type Workbook } from '../workbook/workbook.ts'
import { openWhole } from './anew.ts'
import { canEncrypt, random } from './cipher.ts'
import { adopt } from './commit.ts'
import { freshKeys, isReady, keyRing } from './key-ring.ts'
import { forgetComputer, rememberPlace } from './place.ts'
import { take } from './reader.ts'
import { firstMetOf, forgetPart, handoverOf, keysAfter, sealed } from './recovery/handover.ts'
import { drop } from './recovery/drop.ts'
import { copyOf, rewrite } from './rewrite.ts'
import type { Session } from './session.ts'
import { isBlank, State } from './state.ts'
import type { Place } from './status.ts'
import { fenceOf, mostTries } from './writer.ts'

/** How long erasing waits for a new key, in milliseconds. */
const patience = 1000

/**
 * Chooses where answers live and moves them there. All stays as it was where the browser refuses
 * (`blocked`), or where answers lie there already that are locked (`locked`) or contradict these (`others`). They leave one
 * place when they are in the other.
 */
export async function choose (session: Session, place: Place): Promise<'done' | 'blocked' | 'locked' | 'others'> {
  const { status, tab, writer } = session
  if (status.lock === 'locked') return 'locked'
  if (status.trouble === 'newer') return 'blocked'
  await writer.flush()
  const before = { place: status.place, chosen: status.chosen, trouble: status.trouble }
  const gone = before.trouble === 'gone'
  try {
    if (gone) await holdInTab(session, place)
    if (place === 'computer') {
      const moved = session.onComputer ? 'done' : await toComputer(session)
      if (moved !== 'done') {
        if (gone) Object.assign(status, before)
        return moved
      }
    } else {
      // What was on this computer is in no file.
      if (isEmpty(session.book)) status.unsaved = 0
      else if (session.onComputer) status.unsaved = Math.max(1, status.unsaved)
      if (session.onComputer) await toTab(session, place)
      status.place = place
      tab.write('unsaved', String(status.unsaved))
      if (gone && !await rewrite(session, () => ({}))) throw new Error(status.trouble ?? '')
    }
    rememberPlace(session.site, tab, place)
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
  const { status } = session
  session.leaveComputer()
  status.trouble = null
  session.beginEra()
  // In the tab the key of a passphrase would lie beside the answers.
  if (isReady(session.keys) && (place === 'computer' || status.lock === 'none')) return
  session.keys = await freshKeys()
  session.tab.forgetKey()
  status.lock = 'none'
}

async function toComputer (session: Session): Promise<'done' | 'locked' | 'others'> {
  const { site, status, tab, writer } = session
  const computer = await openWhole(site)
  let result: 'done' | 'locked' | 'others' = 'done'
  let moved = false
  try {
    await writer.after(async () => {
      // It may have been asked for twice.
      for (let tries = 0; !moved && !session.onComputer; tries++) {
        if (tries === mostTries) throw new Error('busy')
        // Answers that came from there a moment ago: what another page left there opens with these keys alone, and as part of this workbook.
        if (session.keys.handover) await writer.takeJournals()
        const kept = await computer.read()
        if (kept?.lock != null) {
          result = 'locked'
          return
        }
        // The lock that the answers had before the browser let go of them.
        let keys = await keyRing(session.keys.lock === null && canEncrypt() ? random(32) : session.keys.key, session.keys.lock, Date.now())
        const former = await handoverOf(session)
        if (former !== null) keys.handover = await sealed(keys, former)
        let erased = 0
        let others: Workbook | null = null
        // Another tab may keep answers here already: both are wanted.
        if (kept !== null) {
          const there = new State(site, session.guide, session.recovery)
          await take(there, kept, kept.key)
          others = there.book
          session.clock.seenAll(others)
          keys = there.keys
          erased = there.erased
        }
        moved = await writer.put(async () => {
          const book = others ?? copyOf(session)
          if (others !== null) {
            if (contradict(others, session.book)) {
              result = 'others'
              return false
            }
            mergeCopies(book, copyOf(session))
          }
          const revision = await computer.replace(await keys.cipher.encrypt(pack(book)), { ...keys, erased }, kept?.revision ?? 0)
          if (revision === 0) return false
          eraseJournals(session, session.area)
          session.listenOnComputer(computer)
          Object.assign(session, { revision, changes: 0, apart: false })
          Object.assign(status, { place: 'computer', unsaved: 0, saved: new Date(), trouble: null })
          Object.assign(session, { keys, erased })
          adopt(session, book)
          rememberPlace(site, tab, 'computer')
          session.others?.tell({ kind: 'changed' })
          for (const name of ['unsaved', 'page news']) tab.remove(name)
          return await tab.erase()
        })
        if (result !== 'done') return
      }
    })
  } finally {
    if (!moved) computer.close()
  }
  if (session.keys.handover) writer.tidyLater()
  session.emit('elsewhere')
  return result
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

/** Moves all from this computer into the tab, with what other tabs wrote until then. @throws where that fails; all is as it was then. */
async function toTab (session: Session, place: Place): Promise<void> {
  const { site, status, tab, writer } = session
  await writer.after(async () => {
    await writer.attempt(async () => {
      // Another tab may have been quicker.
      if (!session.onComputer) return true
      await writer.takeJournals()
      const keys = await keysAfter(session, canEncrypt() ? random(32) : null, null)
      return await writer.put(async () => {
        const { computer, journal, revision } = session
        const book = copyOf(session)
        const encrypted = await keys.cipher.encrypt(pack(book))
        let gone = false
        try {
          await tab.replace(encrypted, keys)
          // Before it is gone: a tab that finds nothing there must know why.
          forgetComputer(site)
          gone = computer === null || await computer.erase(revision)
        } finally {
          if (gone) {
            session.others?.tell({ kind: 'moved' })
            journal.clear(session.area)
            session.leaveComputer()
            tab.forgetKey()
            Object.assign(status, { place, lock: 'none' })
            rememberPlace(site, tab, place)
            session.keys = keys
            adopt(session, book)
          } else {
            rememberPlace(site, tab, 'computer')
            await tab.erase()
          }
        }
        return gone
      })
    })
  })
  writer.tidyLater()
}

/** Of whatever page. */
function eraseJournals ({ journal }: Session, area: Storage | null): void {
  for (const name of journal.names(area)) area!.removeItem(name)
}

/** Erases everything everywhere; returns the workbook as it was, for undo, and null where it could not be erased, or not all of it. */
export async function erase (session: Session): Promise<Workbook | null> {
  const { book: before, status, tab, writer } = session
  const { place, chosen } = status
  await drop(session, writer)
  // Erasing does not wait long for a new key; until there is one, nothing is written.
  let trouble: unknown = null
  const keys = await within(freshKeys(Date.now()), patience).catch((error: unknown) => {
    trouble = error
    return session.noKeys
  })
  try {
    await writer.after(async () => {
      const book = session.blank()
      const erased = session.clock.next().at
      let revision = 0
      if (session.onComputer) {
        // Another page may have put it back.
        if (status.trouble === 'gone') await openWhole(session.site).then(computer => { session.listenOnComputer(computer) }, () => {})
        const { computer } = session
        // In one step, so that nothing that is typed next can be lost.
        if (computer !== null && isReady(keys)) {
          revision = await computer.replace(await keys.cipher.encrypt(pack(book)), { ...keys, erased }, null).catch((error: unknown) => {
            trouble = error
            return 0
          })
        }
        if (computer !== null && revision === 0) await computer.erase(null)
        for (const name of [fenceOf(session.site), firstMetOf(session.site)]) localStorage.removeItem(name)
      }
      eraseJournals(session, session.area)
      session.others?.tell({ kind: 'erased', revision })
      Object.assign(session, { revision, changes: 0 })
      Object.assign(status, { lock: 'none', saved: null, unsaved: 0, trouble: session.apart ? 'silent' : null })
      tab.clear()
      session.beginEra()
      if (place !== 'computer' && chosen) rememberPlace(session.site, tab, place)
      // What was typed until now goes with it, as in every other tab: it was typed over what was still shown, and may say that again.
      merge(before, session.unwritten)
      Object.assign(session, { keys, erased, book, unwritten: emptyWorkbook('') })
      if (trouble !== null) session.fail(trouble)
    })
  } catch (error) {
    // What was not written yet stays to be written.
    session.fail(error)
    writer.note(before)
    session.emit('elsewhere')
    return null
  }
  session.emit('elsewhere')
  // What did not come when the page began is still on this computer.
  return session.apart ? null : before
}

/**
 * Puts another workbook in the place of this one: after opening a file, or to undo erasing.
 * @param make Is given what is there at that moment, with what was typed or came from another tab since.
 * @returns False where the browser could not write it; all is as it was then.
 */
export async function replace (session: Session, make: (present: Workbook) => Workbook): Promise<boolean> {
  const written = await rewrite(session, () => {
    const book = make(copyOf(session))
    session.clock.seenAll(book)
    return { book }
  })
  if (written && session.status.place !== 'computer') session.status.unsaved++
  session.emit('elsewhere')
  return written
}

/**
 * Takes a part out of the workbook, without leaving a trace that it was there. Other tabs read all anew, so that none
 * brings it back.
 * @returns The part, for `putBack`; null where it could not be taken out.
 */
export async function takeOut (session: Session, part: Part): Promise<Workbook | null> {
  let taken = emptyWorkbook('')
  const written = await rewrite(session, async () => {
    const { key, lock } = session.keys
    const erased = session.clock.next().at
    const keys = await keysAfter(session, lock === null && canEncrypt() ? random(32) : key, lock, [[part, erased]])
    const book = copyOf(session)
    taken = cutOut(book, part)
    return { book, keys, erased, forget (changes) { forgetPart(part, erased, changes) } }
  })
  if (written) {
    if (session.status.place !== 'computer') session.status.unsaved++
    if ('partner' in part && session.recall('partner') === part.partner) session.tab.remove('page partner')
  }
  session.emit('elsewhere')
  return written ? taken : null
}

/** Puts back what was taken out. @returns False where the browser could not write it. */
export async function putBack (session: Session, taken: Workbook): Promise<boolean> {
  const written = session.status.lock !== 'locked' && await rewrite(session, async () => {
    const former = await handoverOf(session)
    // From journals it may come back now.
    const concerns = (part: Part): boolean => !('layer' in part) && !isBlank(cutOut(unpack(pack(taken)), part))
    const handover = former === null ? session.keys.handover : await sealed(session.keys, { ...former, erased: former.erased.filter(([part]) => !concerns(part)) })
    const book = copyOf(session)
    bringBack(book, taken, sameKindOf)
    merge(book, { ...taken, rest: new Map() })
    sayVersion(book)
    return { book, handover }
  })
  if (written && session.status.place !== 'computer') session.status.unsaved++
  session.emit('elsewhere')
  return written
}
