import { circuit } from '../workbook/circuit.ts'

export type Bytes = Uint8Array<ArrayBuffer>

/**
 * Answers are never written in the clear: what lies on the disk is AES-GCM with a key that erasing removes too, so that
 * leftovers of a browser's own files show no words. Without a passphrase the key lies beside them: that hides answers from a
 * search of the disk, not from someone who uses this browser; the passphrase (`lock.ts`) does that, for what is written from
 * then on. Browsers append to their files: an expert may find an earlier key beside answers that it opens, until they tidy up.
 */
export interface Seal {
  seal (text: string): Promise<Bytes>
  /** @throws where the bytes were sealed with another key or were changed. */
  open (bytes: Bytes): Promise<string>
  /** Bytes that nobody without the key can tell, for `journal.ts`; always the same for one `iv`, which is used for nothing else. */
  mask (iv: Bytes, length: number): Promise<Bytes>
}

export const ivLength = 12

const ask = circuit()

/** @param raw 32 bytes. */
export async function sealWith (raw: Bytes): Promise<Seal> {
  const key = await ask(() => crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']))
  const encrypt = async (iv: Bytes, bytes: Bytes): Promise<Bytes> => new Uint8Array(await ask(() => crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, bytes)))
  return {
    async seal (text) {
      const iv = random(ivLength)
      return join(iv, await encrypt(iv, encode(text)))
    },
    async open (bytes) {
      const iv = bytes.subarray(0, ivLength)
      return decode(new Uint8Array(await ask(() => crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, bytes.subarray(ivLength)))))
    },
    mask: async (iv, length) => (await encrypt(iv, new Uint8Array(length))).subarray(0, length)
  }
}

/** Where the browser offers no encryption (a site served over plain http), text is kept as it is. */
export const noSeal: Seal = {
  seal: async text => encode(text),
  open: async bytes => decode(bytes),
  mask: async (_, length) => new Uint8Array(length)
}

/** Whether this page may encrypt. */
export function canSeal (): boolean {
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

/** Hides bytes under as many others, or shows them again. */
export function mix (bytes: Bytes, mask: Bytes): Bytes {
  return bytes.map((byte, i) => byte ^ mask[i]!)
}

export function toBase64 (bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 0x8000) text += String.fromCharCode(...bytes.subarray(i, i + 0x8000))
  return btoa(text)
}

export function fromBase64 (text: string): Bytes {
  const raw = atob(text)
  const bytes = new Uint8Array(raw.length)
  for (let i = 0; i < raw.length; i++) bytes[i] = raw.charCodeAt(i)
  return bytes
}
