import { keyOf, newLock } from './lock.ts'
import { canKeepOnComputer } from './place.ts'
import { canSeal } from './seal.ts'
import type { Session } from './session.ts'

export function canLock (): boolean {
  return canSeal() && canKeepOnComputer()
}

/** Protects what is on this computer with a passphrase. Choose `computer` first. */
export async function setPassphrase (session: Session, passphrase: string): Promise<void> {
  const { status, writer } = session
  const lock = newLock()
  const key = await keyOf(passphrase, lock)
  await writer.rewrite(async () => {
    await writer.safe.use(key)
    writer.safe.lock = lock
  }, { kind: 'locked' })
  if (status.trouble !== null) return
  writer.tab.rememberKey(key)
  status.lock = 'open'
  session.emit('status')
}

/** Takes the passphrase away; answers stay. */
export async function removePassphrase (session: Session): Promise<void> {
  const { status, writer } = session
  await writer.rewrite(async () => {
    await writer.safe.useFresh()
    writer.safe.lock = null
  })
  if (status.trouble !== null) return
  writer.tab.forgetKey()
  status.lock = 'none'
  session.emit('status')
}

/** Closes the lock in every tab: the page forgets answers and key until the passphrase is typed. */
export async function lockNow (session: Session): Promise<void> {
  const { writer } = session
  await writer.flush()
  writer.others?.tell({ kind: 'locked' })
  writer.forget()
}

/** False where the passphrase is another one. */
export async function unlock (session: Session, passphrase: string): Promise<boolean> {
  const { writer } = session
  const kept = await writer.computer?.read() ?? null
  if (kept === null || kept.lock === null) return false
  const key = await keyOf(passphrase, kept.lock)
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
