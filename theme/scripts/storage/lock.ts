import { toFetch, within } from '../workbook/circuit.ts'

/** What is kept of a passphrase: enough to make its key again, nothing that shows it. */
export interface Lock {
  salt: Uint8Array<ArrayBuffer>
  iterations: number
}

/** PBKDF2-SHA-256 as OWASP advises since 2023. */
export const iterations = 600_000

export function newLock (): Lock {
  return { salt: crypto.getRandomValues(new Uint8Array(16)), iterations }
}

/** The key of a passphrase: 32 bytes. The same letters typed on another keyboard give the same key. @throws {Unanswered} */
export async function keyOf (passphrase: string, lock: Lock): Promise<Uint8Array<ArrayBuffer>> {
  const typed = new TextEncoder().encode(passphrase.normalize('NFC'))
  const base = await within(crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveBits']))
  const rule = { name: 'PBKDF2', hash: 'SHA-256', salt: lock.salt, iterations: lock.iterations }
  return new Uint8Array(await within(crypto.subtle.deriveBits(rule, base, 256), toFetch))
}
