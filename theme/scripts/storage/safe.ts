import type { Lock } from './lock.ts'
import { canSeal, ivLength, join, mix, noSeal, random, sealWith, type Bytes, type Seal } from './seal.ts'

/** Bytes that are made ahead for sealing at once. */
const ahead = 1 << 16

/** The key in use, and what is sealed with it. */
export class Safe {
  /** 32 bytes; null where the browser offers no encryption, or while a passphrase is waited for. */
  key: Bytes | null = null
  /** What makes the key from a passphrase; null where the key lies beside the answers. */
  lock: Lock | null = null
  seal: Seal = noSeal
  #iv = random(ivLength)
  #mask: Bytes = new Uint8Array()
  #used = 0

  /** Uses this key from now on. @param seal What is sealed with it, where that is made already. */
  async use (key: Bytes | null, seal?: Seal): Promise<void> {
    this.seal = seal ?? (key === null ? noSeal : await sealWith(key))
    this.key = key
    await this.#makeAhead(ahead)
  }

  async useFresh (): Promise<void> {
    await this.use(canSeal() ? random(32) : null)
  }

  forget (): void {
    this.key = null
    this.seal = noSeal
    this.#mask = new Uint8Array()
    this.#used = 0
  }

  /**
   * Seals without waiting, with bytes that were made ahead from the key and are each used once. Nobody without the key can
   * read it; other than with `seal`, changed bytes go unnoticed. Null where there are not enough of them just now.
   */
  sealAtOnce (bytes: Bytes): Bytes | null {
    const from = this.#used
    const enough = from + bytes.length <= this.#mask.length
    let sealed: Bytes | null = null
    if (enough) {
      this.#used += bytes.length
      const place = new Uint8Array(new Uint32Array([from]).buffer)
      sealed = join(join(this.#iv, place), mix(bytes, this.#mask.subarray(from)))
    }
    if (this.#used * 2 > this.#mask.length || !enough) void this.#makeAhead(Math.max(ahead, Math.min(bytes.length * 8, 1 << 22)))
    return sealed
  }

  /** What `sealAtOnce` made; other bytes where it was made with another key. */
  async openAtOnce (sealed: Bytes): Promise<Bytes> {
    const [from] = new Uint32Array(sealed.slice(ivLength, ivLength + 4).buffer)
    const bytes = sealed.subarray(ivLength + 4)
    const mask = await this.seal.mask(sealed.slice(0, ivLength), from! + bytes.length)
    return mix(bytes, mask.subarray(from))
  }

  async #makeAhead (length: number): Promise<void> {
    const { seal } = this
    const iv = random(ivLength)
    const mask = await seal.mask(iv, length)
    // Another key may have come into use meanwhile.
    if (seal !== this.seal) return
    this.#iv = iv
    this.#mask = mask
    this.#used = 0
  }
}
