import { WorkbookRefused } from '../workbook/json.ts'
import { iterations, keyOf, newLock } from './lock.ts'
import { cipherOf } from './cipher.ts'
import { fromBase64, toBase64 } from '../workbook/base64.ts'
import { troubleOf } from './status.ts'

const format = 'partnership-toolkit-locked-workbook'

/** A workbook file that opens with a passphrase alone. */
export interface LockedFile {
  format: typeof format
  version: 1
  salt: string
  iterations: number
  sealed: string
}

export async function lockText (text: string, passphrase: string): Promise<string> {
  const lock = newLock()
  const cipher = await cipherOf(await keyOf(passphrase, lock))
  const file: LockedFile = {
    format, version: 1,
    salt: toBase64(lock.salt), iterations, sealed: toBase64(await cipher.encrypt(text))
  }
  return JSON.stringify(file, null, 2)
}

/** The locked file in a text; null where it is none. @throws {WorkbookRefused} where it is one that cannot be opened. */
export function asLockedFile (text: string): LockedFile | null {
  if (!text.includes(format)) return null
  let file: Partial<Record<keyof LockedFile, unknown>> | null
  try {
    file = JSON.parse(text) as typeof file
  } catch {
    throw new WorkbookRefused('damaged')
  }
  // A workbook in which somebody wrote the word.
  if (file?.format !== format) return null
  const { version, salt, sealed, iterations: rounds } = file
  if (typeof version === 'number' && version > 1) throw new WorkbookRefused('newer')
  if (version !== 1 || typeof salt !== 'string' || typeof sealed !== 'string' || !Number.isInteger(rounds) || !(Number(rounds) > 0 && Number(rounds) <= 10_000_000)) {
    throw new WorkbookRefused('damaged')
  }
  return file as LockedFile
}

/** The text inside; null where the passphrase is another one or the file was changed. @throws {Unanswered} */
export async function unlockText (file: LockedFile, passphrase: string): Promise<string | null> {
  try {
    const cipher = await cipherOf(await keyOf(passphrase, { salt: fromBase64(file.salt), iterations: file.iterations }))
    return await cipher.decrypt(fromBase64(file.sealed))
  } catch (error) {
    if (troubleOf(error) === 'silent') throw error
    return null
  }
}
