import { inflate } from './deflate.ts'
import { limits } from './limits.ts'
import { Refused } from './metadata.ts'
import type { Pace } from './pace.ts'
import { latin, noValue, PdfParser, standsAt } from './pdf-parser.ts'
import { Bytes, type Dictionary, Name, type PdfValue, Ref, textOf } from './pdf-values.ts'

/** Bytes of names and labels: more than any id or label has, however it is written. */
const longestName = 2000

/** An object and where its stream, if any, lies. */
interface StoredObject {
  value: PdfValue
  generation: number
}

/**
 * The objects of a PDF, found by reading the file from its start to its end; of two with one number the later wins. The
 * cross-reference tables are not trusted: this way files of every program read alike, also those that others damaged.
 */
export class PdfFile {
  readonly objects = new Map<number, StoredObject>()
  readonly trailer: Dictionary = new Map()
  /** Values in all objects. */
  values = 0
  #listed = 0
  #inflated = 0
  #wasted = 0

  private constructor (readonly bytes: Uint8Array) {}

  /** Reads all objects, in steps. @throws {Refused} */
  static async open (bytes: Uint8Array, pace: Pace): Promise<PdfFile> {
    const file = new PdfFile(bytes)
    await file.#scan(pace)
    if (file.trailer.has('Encrypt')) {
      throw new Refused('encrypted')
    }
    return file
  }

  /** The object behind a pointer, or the value itself. */
  get (value: PdfValue | undefined): PdfValue {
    let found = value
    for (let i = 0; found instanceof Ref && i < 16; i++) found = this.objects.get(found.number)?.value
    return found === undefined || found instanceof Ref ? null : found
  }

  dictionary (value: PdfValue | undefined): Dictionary | undefined {
    const found = this.get(value)
    return found instanceof Map ? found : undefined
  }

  array (value: PdfValue | undefined): PdfValue[] {
    const found = this.get(value)
    const list = Array.isArray(found) ? found : []
    // A list that is shared is small in the file and large in all.
    this.#listed += list.length
    if (this.#listed > limits.pdfListed) throw new Refused('too-large')
    return list
  }

  name (value: PdfValue | undefined): string | undefined {
    const found = this.get(value)
    return found instanceof Name ? found.text : undefined
  }

  /** The text of a string; '' of anything else. @param most Bytes to look at. */
  text (value: PdfValue | undefined, most = longestName): string {
    const found = this.get(value)
    return found instanceof Bytes ? textOf(found, most) : ''
  }

  number (value: PdfValue | undefined): number {
    const found = this.get(value)
    return typeof found === 'number' ? found : 0
  }

  async #scan (pace: Pace): Promise<void> {
    let at = 0
    for (;;) {
      const word = await this.#nextWord(at, pace)
      if (word === undefined) break
      const parser = new PdfParser(this.bytes, at = word.after, this)
      try {
        const value = parser.value()
        if (word.number === undefined) {
          if (value instanceof Map) this.#addTrailer(value)
          at = parser.at
          continue
        }
        this.#store(word.number, value, word.generation)
        parser.skipSpace()
        at = parser.at
        if (value instanceof Map && parser.startsWith('stream')) at = await this.#stream(value, parser.at + 6, pace)
      } catch (error) {
        if (error !== noValue) throw error
        this.#waste(parser.at - word.after + 256)
      }
    }
  }

  /** Bytes that were read and led to nothing, with something for the failure itself: a file that is made to waste time is not read on. */
  #waste (bytes: number): void {
    this.#wasted += bytes
    if (this.#wasted > 4 * this.bytes.length + 1_000_000) throw new Refused('damaged')
  }

  /** The next `7 0 obj` or `trailer`. */
  async #nextWord (from: number, pace: Pace): Promise<{ after: number, number?: number, generation: number } | undefined> {
    const { bytes } = this
    for (let at = from; at < bytes.length; at++) {
      if (at === from || (at & 0xffff) === 0) await pace.restAt(at / bytes.length)
      const byte = bytes[at]
      if (byte === 0x6f && bytes[at - 1]! < 33 && standsAt(bytes, at, 'obj')) {
        const before = /(?:^|[^\d.])(\d{1,9})[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+$/.exec(latin(bytes, Math.max(from, at - 32), at))
        if (before !== null) return { after: at + 3, number: Number(before[1]), generation: Number(before[2]) }
      } else if (byte === 0x74 && standsAt(bytes, at, 'trailer')) {
        return { after: at + 7, generation: 0 }
      }
    }
    return undefined
  }

  #store (number: number, value: PdfValue, generation: number): void {
    this.objects.set(number, { value, generation })
    if (this.objects.size > limits.pdfObjects) throw new Refused('too-large')
  }

  #addTrailer (trailer: Dictionary): void {
    for (const [key, value] of trailer) this.trailer.set(key, value)
  }

  /** Looks into a stream that holds objects or the trailer; the result is where it ends. */
  async #stream (dictionary: Dictionary, after: number, pace: Pace): Promise<number> {
    let start = after
    if (this.bytes[start] === 13) start++
    if (this.bytes[start] === 10) start++
    const end = this.#streamEnd(dictionary, start)
    const type = this.name(dictionary.get('Type'))
    if (type === 'XRef' && dictionary.has('Root')) this.#addTrailer(dictionary)
    if (type === 'ObjStm') await this.#unpackObjects(dictionary, this.bytes.subarray(start, end), pace)
    return end
  }

  #streamEnd (dictionary: Dictionary, start: number): number {
    const length = dictionary.get('Length')
    if (typeof length === 'number' && length >= 0) {
      const end = start + length
      if (/^\s{0,2}endstream/.test(latin(this.bytes, end, end + 11))) return end
    }
    for (let at = start; at < this.bytes.length; at++) {
      if (!standsAt(this.bytes, at, 'endstream')) continue
      // The end of the line before it is not the stream's.
      return at - (/\r?\n$|\r$/.exec(latin(this.bytes, Math.max(start, at - 2), at))?.[0].length ?? 0)
    }
    return this.bytes.length
  }

  async #unpackObjects (dictionary: Dictionary, packed: Uint8Array, pace: Pace): Promise<void> {
    const filter = this.get(dictionary.get('Filter'))
    const left = limits.inflated - this.#inflated
    const content = filter === null ? packed : await inflate(packed, 'deflate', left, () => pace.restAt(0.5))
    this.#inflated += content.length
    const first = this.number(dictionary.get('First'))
    const numbers = latin(content, 0, Math.min(first, content.length, 1024 * 1024)).trim().split(/[\0\t\n\f\r ]+/).map(Number)
    let read = 0
    for (let i = 0; i + 1 < numbers.length; i += 2) {
      await pace.restAt(0.5)
      const [number, offset] = [numbers[i]!, numbers[i + 1]!]
      if (!Number.isSafeInteger(number) || !Number.isSafeInteger(offset)) break
      const parser = new PdfParser(content, first + offset, this)
      try {
        this.#store(number, parser.value(), 0)
      } catch (error) {
        if (error !== noValue) throw error
      }
      read += parser.at - first - offset
      if (read > 2 * content.length) throw new Refused('damaged')
    }
  }
}
