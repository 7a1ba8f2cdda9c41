import { iterations, keyOf, newLock } from './lock.ts'
import { fromBase64, sealWith, toBase64 } from './seal.ts'

/** A workbook file that opens with a passphrase alone. */
export interface LockedFile {
  format: 'partnership-toolkit-locked-workbook'
  version: 1
  salt: string
  iterations: number
  sealed: string
}

export async function lockText (text: string, passphrase: string): Promise<string> {
  const lock = newLock()
  const seal = await sealWith(await keyOf(passphrase, lock))
  const file: LockedFile = {
    format: 'partnership-toolkit-locked-workbook', version: 1,
    salt: toBase64(lock.salt), iterations, sealed: toBase64(await seal.seal(text))
  }
  return JSON.stringify(file, null, 2)
}

/** The locked file in a text; null where it is none. */
export function asLockedFile (text: string): LockedFile | null {
  if (!text.includes('partnership-toolkit-locked-workbook')) return null
  try {
    const file = JSON.parse(text) as Partial<LockedFile>
    const complete = file.format === 'partnership-toolkit-locked-workbook' && file.version === 1 && typeof file.salt === 'string' &&
      typeof file.sealed === 'string' && Number.isInteger(file.iterations) && file.iterations! > 0 && file.iterations! <= 10_000_000
    return complete ? file as LockedFile : null
  } catch {
    return null
  }
}

/** The text inside; null where the passphrase is another one or the file was changed. */
export async function unlockText (file: LockedFile, passphrase: string): Promise<string | null> {
  try {
    const seal = await sealWith(await keyOf(passphrase, { salt: fromBase64(file.salt), iterations: file.iterations }))
    return await seal.open(fromBase64(file.sealed))
  } catch {
    return null
  }
}
