import type { Lock } from './lock.ts'
import { canSeal, ivLength, join, mix, noSeal, random, sealWith, type Bytes, type Seal } from './seal.ts'

/** How many bytes are made ahead for sealing at once. */
const enoughAtFirst = 1 << 16

/** Bytes that nobody without the key can tell, each to be used once; how many are used. */
interface Ahead { iv: Bytes, mask: Bytes, used: number }

export async function makeAhead (seal: Seal, length = enoughAtFirst): Promise<Ahead> {
  const iv = random(ivLength)
  return { iv, mask: await seal.mask(iv, length), used: 0 }
}

const nothing: Ahead = { iv: random(ivLength), mask: new Uint8Array(), used: 0 }

/** The key in use, and what is sealed with it. */
export class Safe {
  /** 32 bytes; null where the browser offers no encryption, or while a passphrase is waited for. */
  key: Bytes | null = null
  /** What makes the key from a passphrase; null where the key lies beside the answers. */
  lock: Lock | null = null
  seal: Seal = noSeal
  ahead: Ahead = nothing

  /** False while the browser owes us the key: nothing is written in the clear then. */
  get ready (): boolean {
    return this.key !== null || !canSeal()
  }

  /** Uses this key from now on. */
  async use (key: Bytes | null): Promise<void> {
    this.seal = key === null ? noSeal : await sealWith(key)
    this.key = key
    await this.#makeAhead()
  }

  /** Likewise, where all that it takes is made already. */
  useReady (key: Bytes | null, seal: Seal, ahead: Ahead): void {
    Object.assign(this, { key, seal, ahead })
  }

  async useFresh (): Promise<void> {
    await this.use(canSeal() ? random(32) : null)
  }

  forget (): void {
    this.useReady(null, noSeal, nothing)
  }

  /**
   * Seals without waiting, with bytes that were made ahead from the key and are each used once. Nobody without the key can
   * read it; other than with `seal`, changed bytes go unnoticed. Null where there are not enough of them just now.
   */
  sealAtOnce (bytes: Bytes): Bytes | null {
    const { ahead } = this
    const { iv, mask, used: from } = ahead
    const enough = from + bytes.length <= mask.length
    let sealed: Bytes | null = null
    if (enough) {
      ahead.used += bytes.length
      const place = new Uint8Array(new Uint32Array([from]).buffer)
      sealed = join(join(iv, place), mix(bytes, mask.subarray(from)))
    }
    if (ahead.used * 2 > mask.length || !enough) this.#makeAhead(Math.max(enoughAtFirst, Math.min(bytes.length * 8, 1 << 22))).catch(() => {})
    return sealed
  }

  /** What `sealAtOnce` made; other bytes where it was made with another key. */
  async openAtOnce (sealed: Bytes): Promise<Bytes> {
    const [from] = new Uint32Array(sealed.slice(ivLength, ivLength + 4).buffer)
    const bytes = sealed.subarray(ivLength + 4)
    const mask = await this.seal.mask(sealed.slice(0, ivLength), from! + bytes.length)
    return mix(bytes, mask.subarray(from))
  }

  async #makeAhead (length?: number): Promise<void> {
    const { seal } = this
    const ahead = await makeAhead(seal, length)
    // Another key may have come into use meanwhile.
    if (seal === this.seal) this.useReady(this.key, seal, ahead)
  }
}
