import { keyOf, newLock } from './lock.ts'
import { canKeepOnComputer } from './where-kept.ts'
import { canSeal, mix, random, toBase64, type Bytes } from './seal.ts'
import { rewrite } from './rewrite.ts'
import type { Session } from './session.ts'
import { troubleOf } from './status.ts'
import { mark, type TabStore } from './tab.ts'

export function canLock (): boolean {
  return canSeal() && canKeepOnComputer()
}

/**
 * Keeps the key of a passphrase for the next pages in this tab. Browsers write a tab's storage to the disk, but not the
 * name of its window, which ends with it: the key is hidden under bytes that are there alone.
 */
function rememberKey (tab: TabStore, key: Bytes): void {
  const mask = random(key.length)
  try {
    tab.writeBytes('unlocked', mix(key, mask))
    window.name = mark + toBase64(mask)
  } catch {
    // Then the passphrase is asked for on the next page again.
  }
}

/** Protects what is on this computer with a passphrase. Choose `computer` first. @returns Whether it is protected now. @throws {Unanswered} */
export async function setPassphrase (session: Session, passphrase: string): Promise<boolean> {
  const { status, writer } = session
  const lock = newLock()
  const key = await keyOf(passphrase, lock)
  // Somebody may have left the site meanwhile.
  if (writer.ended) return false
  const written = await rewrite(session, async () => {
    await writer.safe.use(key)
    writer.safe.lock = lock
  }, { kind: 'locked' })
  if (written) {
    rememberKey(writer.tab, key)
    status.lock = 'open'
  }
  session.emit('status')
  return written
}

/** Takes the passphrase away; answers stay. @returns Whether it is gone. */
export async function removePassphrase (session: Session): Promise<boolean> {
  const { status, writer } = session
  const written = await rewrite(session, async () => {
    await writer.safe.useFresh()
    writer.safe.lock = null
  })
  if (written) {
    writer.tab.forgetKey()
    status.lock = 'none'
  }
  session.emit('status')
  return written
}

/**
 * Closes the lock in every tab: the page forgets answers and key until the passphrase is typed.
 * @returns False where the last changes could not be kept: they would be lost.
 */
export async function lockNow (session: Session): Promise<boolean> {
  const { writer } = session
  await writer.flush()
  if (session.status.trouble !== null) return false
  writer.others?.tell({ kind: 'locked' })
  writer.forget()
  return true
}

/** False where the passphrase is another one. @throws {Unanswered} */
export async function unlock (session: Session, passphrase: string): Promise<boolean> {
  const { writer } = session
  const kept = await writer.computer?.read() ?? null
  if (kept?.lock == null) return false
  const key = await keyOf(passphrase, kept.lock)
  if (writer.ended) return false
  try {
    await writer.take(kept, key)
  } catch (error) {
    if (troubleOf(error) === 'silent') throw error
    return false
  }
  rememberKey(writer.tab, key)
  await writer.takeJournals()
  session.emit('elsewhere')
  return true
}
