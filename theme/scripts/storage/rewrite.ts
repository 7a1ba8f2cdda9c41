import { merge } from '../workbook/merge.ts'
import { pack, unpack } from '../workbook/pack.ts'
import type { ComputerStore } from './computer.ts'
import { forgetComputer, rememberPlace } from './place.ts'
import type { Session } from './session.ts'
import type { Place } from './status.ts'
import type { Message } from './tabs.ts'

/** After how many milliseconds what one tab put into localStorage is there for all. */
const shared = 50

/**
 * Writes the whole workbook after a change that merging does not know, such as taking out without a trace. The change is
 * made again where another tab wrote in between, and taken back where it cannot be written: a key that is nowhere but here
 * would make all that is written next unreadable. Where the browser never kept anything, what the page shows is all there is.
 * @param change Told the moment up to which all that was typed in other tabs is in this workbook.
 * @returns Whether the change is made.
 */
export async function rewrite (session: Session, change: (began: number) => void | Promise<void>, tell: Message = { kind: 'changed' }): Promise<boolean> {
  const { writer } = session
  const keptNothing = writer.unkept
  let made = false
  await writer.flush()
  await writer.after(async () => {
    await writer.watch(async () => {
      // What other tabs wrote up to then is in their journals; browsers share these a moment late.
      const began = Date.now() - shared
      // Under another key nobody could read them any more.
      if (session.status.place === 'computer' && writer.revision > 0) await writer.takeJournals()
      await writer.attempt(async () => {
        // A tab that only heard of a new revision would go on with a key that is gone.
        return await orBack(session, async () => {
          await change(began)
          made = keptNothing
          const written = await writer.putWhole(false)
          made ||= written
          return written
        }, keptNothing)
      })
      writer.others?.tell(tell)
    })
  })
  return made
}

/** Moves all from this computer into the tab, with what other tabs wrote until then. @throws where that fails; all is as it was then. */
export async function moveToTab (session: Session, place: Place): Promise<void> {
  const { site, status, writer } = session
  await writer.flush()
  await writer.after(async () => {
    await writer.attempt(async () => {
      const mine = session.book
      let gone = false
      try {
        gone = await orBack(session, async () => {
          status.place = place
          writer.safe.lock = null
          await writer.safe.useFresh()
          await writer.putWhole(false)
          // Before it is gone: a tab that finds nothing there must know why.
          forgetComputer(site)
          return writer.computer === null || await eraseKept(writer.computer, writer.revision)
        })
      } finally {
        if (!gone) {
          rememberPlace(site, writer.tab, 'computer')
          for (const name of ['workbook', 'key', 'saved']) writer.tab.remove(name)
          merge(writer.unwritten, mine)
        }
      }
      return gone
    })
  })
}

/**
 * Removes everything from this computer, if nobody else wrote since revision `known`. The empty database stays: taking it away
 * would have to wait for other tabs.
 * @returns Whether it was removed.
 */
export async function eraseKept (computer: ComputerStore, known?: number): Promise<boolean> {
  let same = true
  await computer.change((objects, before) => {
    same = known === undefined || (before?.revision ?? 0) === known
    return same ? objects.clear() : null
  })
  return same
}

async function orBack (session: Session, write: () => Promise<boolean>, stay = false): Promise<boolean> {
  const { status, writer } = session
  const { place } = status
  const { key, seal, ahead, lock } = writer.safe
  const book = pack(session.book)
  let written = false
  try {
    return written = await write()
  } finally {
    if (!written && !stay) {
      writer.safe.useReady(key, seal, ahead)
      writer.safe.lock = lock
      status.place = place
      session.book = unpack(book)
      merge(session.book, writer.unwritten)
    }
  }
}
