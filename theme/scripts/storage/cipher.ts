import { circuit } from '../workbook/circuit.ts'

export type Bytes = Uint8Array<ArrayBuffer>

/**
 * Answers are never written in the clear: what lies on the disk is AES-GCM with a key that erasing removes too, so that
 * leftovers of a browser's own files show no words. Without a passphrase the key lies beside them: that hides answers from a
 * search of the disk, not from someone who uses this browser; the passphrase (`lock.ts`) does that, for what is written from
 * then on. Browsers append to their files, and old sealed bytes stay there for a while: keys lie where they do not (`computer.ts`).
 */
export interface Cipher {
  /** AES-GCM under a fresh random IV, which stands before the encrypted bytes. */
  encrypt (text: string): Promise<Bytes>
  /** @throws where the bytes were encrypted with another key or were changed. */
  decrypt (bytes: Bytes): Promise<string>
  /**
   * The key's stream of bytes for one `iv`, which is used for nothing else: bytes are XORed with it where there is no time to
   * encrypt (`key-ring.ts`). Always the same for one `iv`.
   */
  keystream (iv: Bytes, length: number): Promise<Bytes>
}

export const ivLength = 12

const ask = circuit()

/** @param key 32 bytes; null where the browser offers no encryption (a site served over plain http): text is kept as it is then. */
export async function cipherOf (key: Bytes | null): Promise<Cipher> {
  if (key === null) return plain
  const imported = await ask(() => crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt']))
  const encrypt = async (iv: Bytes, bytes: Bytes): Promise<Bytes> => new Uint8Array(await ask(() => crypto.subtle.encrypt({ name: 'AES-GCM', iv }, imported, bytes)))
  return {
    async encrypt (text) {
      const iv = random(ivLength)
      return join(iv, await encrypt(iv, encode(text)))
    },
    async decrypt (bytes) {
      const iv = bytes.subarray(0, ivLength)
      return decode(new Uint8Array(await ask(() => crypto.subtle.decrypt({ name: 'AES-GCM', iv }, imported, bytes.subarray(ivLength)))))
    },
    // In counter mode, zeros encrypted are the stream itself; the tag behind it is left away.
    keystream: async (iv, length) => (await encrypt(iv, new Uint8Array(length))).subarray(0, length)
  }
}

export const plain: Cipher = {
  encrypt: async text => encode(text),
  decrypt: async bytes => decode(bytes),
  keystream: async (_, length) => new Uint8Array(length)
}

/** Whether this page may encrypt. */
export function canEncrypt (): boolean {
  return typeof crypto === 'object' && crypto.subtle !== undefined
}

export function random (length: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(length))
}

export function encode (text: string): Bytes {
  return new TextEncoder().encode(text)
}

export function decode (bytes: Bytes): string {
  return new TextDecoder().decode(bytes)
}

export function join (first: Bytes, second: Bytes): Bytes {
  const both = new Uint8Array(first.length + second.length)
  both.set(first)
  both.set(second, first.length)
  return both
}

/** Bytes under as many others, or shown again. */
export function xor (bytes: Bytes, stream: Bytes): Bytes {
  return bytes.map((byte, i) => byte ^ stream[i]!)
}
