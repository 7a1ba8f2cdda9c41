import { keyOf, newLock } from './lock.ts'
import { canKeepOnComputer } from './where-kept.ts'
import { canSeal } from './seal.ts'
import { rewrite } from './rewrite.ts'
import type { Session } from './session.ts'

export function canLock (): boolean {
  return canSeal() && canKeepOnComputer()
}

/** Protects what is on this computer with a passphrase. Choose `computer` first. @returns Whether it is protected now. */
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
    writer.tab.rememberKey(key)
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

/** False where the passphrase is another one. */
export async function unlock (session: Session, passphrase: string): Promise<boolean> {
  const { writer } = session
  const kept = await writer.computer?.read() ?? null
  if (kept === null || kept.lock === null) return false
  const key = await keyOf(passphrase, kept.lock)
  if (writer.ended) return false
  try {
    await writer.take(kept, key)
  } catch {
    return false
  }
  writer.tab.rememberKey(key)
  await writer.takeJournals()
  session.emit('elsewhere')
  return true
}
