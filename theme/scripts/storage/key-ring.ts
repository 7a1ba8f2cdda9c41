import { canEncrypt, cipherOf, ivLength, join, plain, random, xor, type Bytes, type Cipher } from './cipher.ts'
import type { Part } from '../workbook/erased-part.ts'
import type { Lock } from './lock.ts'

/** How many bytes of keystream are computed before they are needed. */
const enoughAtFirst = 1 << 16

/** A keystream, each byte of which is used once, and how much of it is used. */
interface Precomputed { iv: Bytes, stream: Bytes, used: number }

/**
 * What is kept beside the answers from when the key changes or a part is erased until every page has had the time to hear of
 * it. It is encrypted with the present key.
 */
export interface Handover {
  /** Keys before this one, in base64: pages that had no time to learn the present key leave journals under them. */
  keys: string[]
  /** What was erased, and the stamp up to which entries of it do not come back from such a journal. */
  erased: [part: Part, at: number][]
  /** The stamp of the last erasure before these: of it every page had the time to hear, or nothing was left. */
  until: number
}

/** The key in use, with all that is needed to use it. One that comes after it is another ring: it takes the place of this one when it is written. */
export interface KeyRing {
  /** 32 bytes; null where the browser offers no encryption, or where there is no key yet. */
  readonly key: Bytes | null
  /** What makes the key from a passphrase; null where the key lies beside the answers. */
  readonly lock: Lock | null
  readonly cipher: Cipher
  /** Grows with each change of the key and each erased part; a page with a smaller one has not heard of it. */
  readonly generation: number
  /** A `Handover`, encrypted with this key; undefined where every page has had the time to hear of it. */
  handover: Bytes | undefined
  precomputed: Precomputed
}

/** No key: while the browser owes us one, or a passphrase is waited for. */
export const noKeys: KeyRing = { key: null, lock: null, cipher: plain, generation: 0, handover: undefined, precomputed: { iv: new Uint8Array(ivLength), stream: new Uint8Array(), used: 0 } }

/** @throws {Unanswered} */
export async function keyRing (key: Bytes | null, lock: Lock | null = null, generation = 0, handover?: Bytes, cipher?: Cipher): Promise<KeyRing> {
  cipher ??= await cipherOf(key)
  return { key, lock, cipher, generation, handover, precomputed: await precompute(cipher, enoughAtFirst) }
}

/** With a new random key. @throws {Unanswered} */
export async function freshKeys (generation?: number): Promise<KeyRing> {
  return await keyRing(canEncrypt() ? random(32) : null, null, generation)
}

/** False while there is no key: nothing is written in the clear then. */
export function isReady ({ key }: KeyRing): boolean {
  return key !== null || !canEncrypt()
}

/**
 * Encrypts without waiting, with keystream that was computed before and is used once. Nobody without the key can
 * read it; other than with the cipher, changed bytes go unnoticed. Null where there is not enough of it just now.
 */
export function encryptAtOnce (keys: KeyRing, bytes: Bytes): Bytes | null {
  const { cipher, precomputed } = keys
  const { iv, stream, used: from } = precomputed
  precomputed.used += bytes.length
  if (precomputed.used * 2 > stream.length) {
    precompute(cipher, Math.max(enoughAtFirst, Math.min(bytes.length * 8, 1 << 22))).then(next => { keys.precomputed = next }, () => {})
  }
  const place = new Uint8Array(new Uint32Array([from]).buffer)
  return precomputed.used > stream.length ? null : join(join(iv, place), xor(bytes, stream.subarray(from)))
}

/** What `encryptAtOnce` made with this key; other bytes where it was made with another one. @throws {Unanswered} */
export async function decryptAtOnce (encrypted: Bytes, cipher: Cipher): Promise<Bytes> {
  const [from] = new Uint32Array(encrypted.slice(ivLength, ivLength + 4).buffer)
  const bytes = encrypted.subarray(ivLength + 4)
  const stream = await cipher.keystream(encrypted.slice(0, ivLength), from! + bytes.length)
  return xor(bytes, stream.subarray(from))
}

async function precompute (cipher: Cipher, length: number): Promise<Precomputed> {
  const iv = random(ivLength)
  return { iv, stream: await cipher.keystream(iv, length), used: 0 }
}
