/**
 * Answers are never written in the clear: what lies on the disk is AES-GCM with a key that erasing removes too, so that
 * leftovers of a browser's own files show nothing. Without a passphrase the key lies beside them: that hides answers from a
 * search of the disk, not from someone who uses this browser; the passphrase (`lock.ts`) does that.
 */
export interface Seal {
  seal (text: string): Promise<Uint8Array<ArrayBuffer>>
  /** @throws where the bytes were sealed with another key or were changed. */
  open (bytes: Uint8Array<ArrayBuffer>): Promise<string>
}

const ivLength = 12

/** @param raw 32 bytes. */
export async function sealWith (raw: Uint8Array<ArrayBuffer>): Promise<Seal> {
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])
  return {
    async seal (text) {
      const iv = crypto.getRandomValues(new Uint8Array(ivLength))
      const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(text)))
      const bytes = new Uint8Array(ivLength + sealed.length)
      bytes.set(iv)
      bytes.set(sealed, ivLength)
      return bytes
    },
    async open (bytes) {
      const iv = bytes.subarray(0, ivLength)
      return new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, bytes.subarray(ivLength)))
    }
  }
}

/** Where the browser offers no encryption (a site served over plain http), text is kept as it is. */
export const noSeal: Seal = {
  seal: async text => new TextEncoder().encode(text),
  open: async bytes => new TextDecoder().decode(bytes)
}

/** Whether this page may encrypt. */
export function canSeal (): boolean {
  return typeof crypto === 'object' && crypto.subtle !== undefined
}

export function newKey (): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(32))
}

export function toBase64 (bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 0x8000) text += String.fromCharCode(...bytes.subarray(i, i + 0x8000))
  return btoa(text)
}

export function fromBase64 (text: string): Uint8Array<ArrayBuffer> {
  const raw = atob(text)
  const bytes = new Uint8Array(raw.length)
  for (let i = 0; i < raw.length; i++) bytes[i] = raw.charCodeAt(i)
  return bytes
}
