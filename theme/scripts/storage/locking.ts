import { canEncrypt, random, xor, type Bytes } from './cipher.ts'
import { toBase64 } from '../workbook/base64.ts'
import { journalOf } from './journal.ts'
import { keyOf, newLock } from './lock.ts'
import { take } from './reader.ts'
import { randomName } from '../workbook/stamp.ts'
import { keysAfter } from './recovery/handover.ts'
import { rewrite } from './rewrite.ts'
import type { Session } from './session.ts'
import { isWithheld } from './status.ts'
import { mark, type TabStore } from './tab.ts'
import { canKeepOnComputer } from './where-kept.ts'

export function canLock (): boolean {
  return canEncrypt() && canKeepOnComputer()
}

/**
 * Keeps the key of a passphrase for the next pages in this tab. Browsers write a tab's storage to the disk, but not the
 * name of its window, which ends with it: the key is hidden under random bytes that are there alone.
 */
function rememberKey (tab: TabStore, key: Bytes): void {
  const pad = random(key.length)
  try {
    tab.writeBytes('unlocked', xor(key, pad))
    window.name = mark + toBase64(pad)
  } catch {
    // Then the passphrase is asked for on the next page again.
  }
}

/** Protects what is on this computer with a passphrase. Choose `computer` first. @returns Whether it is protected now. @throws {Unanswered} */
export async function setPassphrase (session: Session, passphrase: string): Promise<boolean> {
  const lock = newLock()
  const key = await keyOf(passphrase, lock)
  const written = await rewrite(session, async () => {
    // Somebody may have left the site meanwhile, or moved the answers.
    if (session.ended || !session.onComputer) return null
    return { keys: await keysAfter(session, key, lock), written () { rememberKey(session.tab, key) } }
  }, { kind: 'locked' })
  session.emit('status')
  return written
}

/** Takes the passphrase away; answers stay. @returns Whether it is gone. */
export async function removePassphrase (session: Session): Promise<boolean> {
  const written = await rewrite(session, async () => ({ keys: await keysAfter(session, random(32), null), written () { session.tab.forgetKey() } }))
  session.emit('status')
  return written
}

/**
 * Closes the lock in every tab: the page forgets answers and key until the passphrase is typed.
 * @returns False where the last changes could not be kept: they would be lost.
 */
export async function lockNow (session: Session): Promise<boolean> {
  const { status, writer } = session
  await writer.flush()
  if (status.trouble !== null) return false
  // After what is being written: it would end without a key.
  await writer.after(async () => {
    // The answers may have been moved meanwhile, or the passphrase taken away: nothing would open the lock again.
    if (status.lock !== 'open') return
    session.others?.tell({ kind: 'locked' })
    writer.lock()
  })
  return status.lock === 'locked'
}

/**
 * What is typed as soon as it is open must not take the place of the page's own journal from before it was locked, which is not read yet, and
 * has to be in the journal at once itself: the old one becomes one of those that pages left.
 * @returns Whether the page's own is free.
 */
function setAside ({ site, clock, area }: Session): boolean {
  const own = journalOf(site, clock.tab)
  try {
    const text = area?.getItem(own) ?? null
    if (text === null) return true
    area!.setItem(own + randomName('-'), text)
    area!.removeItem(own)
    return true
  } catch {
    // No room for it twice.
    return false
  }
}

/** False where the passphrase is another one. @throws {Unanswered} */
export async function unlock (session: Session, passphrase: string): Promise<boolean> {
  const { status, tab, writer } = session
  const lock = (await session.computer?.head())?.lock
  if (lock == null) return false
  const key = await keyOf(passphrase, lock)
  // In its turn: while the key was made, another tab may have opened, moved or erased what is kept.
  await writer.after(async () => {
    if (session.ended || status.lock !== 'locked') return
    const kept = await session.computer?.read()
    if (kept == null) return
    session.readingAgain = !setAside(session)
    try {
      await take(session, kept, kept.lock === null ? kept.key : key)
      if (kept.lock !== null) rememberKey(tab, key)
      await writer.takeJournals()
    } catch (error) {
      if (isWithheld(error) || status.lock !== 'locked') throw error
      return
    } finally {
      session.readingAgain = false
    }
    writer.journalAnew()
    if (session.keys.handover) writer.tidyLater()
    session.emit('elsewhere')
  })
  return status.lock !== 'locked'
}
