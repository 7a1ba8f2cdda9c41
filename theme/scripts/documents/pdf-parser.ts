import { limits } from './limits.ts'
import { Refused } from './metadata.ts'
import { Bytes, type Dictionary, Name, type PdfValue, Ref } from './pdf-values.ts'

/** Thrown where no value stands: the reader of the file goes on behind it. Not an error, whose trace would cost more than the reading. */
export const noValue = Symbol('no value')

// What a byte is: 1 white space, 2 delimiter, 0 part of a word.
const kinds = new Uint8Array(256)
for (const c of '\0\t\n\f\r ') kinds[c.charCodeAt(0)] = 1
for (const c of '()<>[]{}/%') kinds[c.charCodeAt(0)] = 2

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '\r': '', '\n': '' }

/** Reads the values of a PDF from bytes. */
export class PdfParser {
  /** Values in the object that is being read. */
  #values = 0

  /** @param file Counts the values of all its objects. */
  constructor (readonly bytes: Uint8Array, public at: number, readonly file: { values: number }) {}

  skipSpace (): void {
    for (; this.at < this.bytes.length; this.at++) {
      const byte = this.bytes[this.at]!
      if (byte === 0x25) { // %
        while (this.at < this.bytes.length && this.bytes[this.at] !== 10 && this.bytes[this.at] !== 13) this.at++
      } else if (kinds[byte] !== 1) {
        return
      }
    }
  }

  /** Whether these characters stand here. */
  startsWith (word: string): boolean {
    return standsAt(this.bytes, this.at, word)
  }

  value (depth = 0): PdfValue {
    if (depth > limits.pdfDepth) throw noValue
    if (depth === 0) this.#values = 0
    if (++this.#values > limits.pdfValues || ++this.file.values > limits.pdfAllValues) throw new Refused('too-large')
    this.skipSpace()
    const byte = this.bytes[this.at]
    switch (byte) {
      case 0x2f: return this.#name()
      case 0x28: return this.#literal()
      case 0x5b: return this.#array(depth)
      case 0x3c: return this.bytes[this.at + 1] === 0x3c ? this.#dictionary(depth) : this.#hexadecimal()
      default: return this.#word()
    }
  }

  #token (): string {
    const start = this.at
    while (this.at < this.bytes.length && kinds[this.bytes[this.at]!] === 0 && this.at - start < 1024) this.at++
    return latin(this.bytes, start, this.at)
  }

  #name (): Name {
    this.at++
    return new Name(this.#token().replace(/#([\da-f]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16))))
  }

  #word (): PdfValue {
    const word = this.#token()
    if (word === 'true' || word === 'false') return word === 'true'
    if (word === 'null') return null
    if (!/^[-+]?(?:\d+\.?\d*|\.\d+)$/.test(word)) throw noValue
    if (mayBeNumber(this.bytes[this.at + 1]) && /^\d+$/.test(word)) {
      const rest = /^[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]{}/%])/.exec(latin(this.bytes, this.at, this.at + 24))
      if (rest !== null) {
        this.at += rest[0].length
        return new Ref(Number(word), Number(rest[1]))
      }
    }
    return Number(word)
  }

  #literal (): Bytes {
    const start = ++this.at
    for (let open = 1; ; this.at++) {
      const byte = this.bytes[this.at]
      if (byte === undefined) throw noValue
      if (byte === 0x5c) this.at++ // backslash
      if (byte === 0x28) open++
      if (byte === 0x29 && --open === 0) break
    }
    this.#sized(start, this.at)
    return new Bytes(latin(this.bytes, start, this.at++).replace(/\\(?:([0-7]{1,3})|\r\n|([^]))/g, (_, octal?: string, letter?: string) =>
      octal === undefined ? escapes[letter ?? '\n'] ?? letter! : String.fromCharCode(Number.parseInt(octal, 8) & 255)))
  }

  /** The length of a string. */
  #sized (from: number, to: number): number {
    if (to - from > limits.text) throw new Refused('too-large')
    return to - from
  }

  #hexadecimal (): Bytes {
    const end = this.bytes.indexOf(0x3e, this.at)
    if (end < 0) {
      this.at = this.bytes.length
      throw noValue
    }
    // In one loop, because a long answer is hundreds of thousands of digits.
    const raw = new Uint8Array((this.#sized(this.at, end) >> 1) + 1)
    let count = 0
    while (++this.at < end) {
      const byte = this.bytes[this.at]!
      const digit = byte < 58 ? byte - 48 : (byte | 32) - 87
      if (digit < 0 || digit > 15) continue
      raw[count >> 1]! |= digit << (count % 2 === 0 ? 4 : 0)
      count++
    }
    this.at++
    return new Bytes(latin(raw, 0, (count + 1) >> 1))
  }

  #array (depth: number): PdfValue[] {
    this.at++
    const list: PdfValue[] = []
    for (;;) {
      this.skipSpace()
      if (this.bytes[this.at] === 0x5d) {
        this.at++
        return list
      }
      list.push(this.value(depth + 1))
    }
  }

  #dictionary (depth: number): Dictionary {
    this.at += 2
    const dictionary: Dictionary = new Map()
    for (;;) {
      this.skipSpace()
      if (this.startsWith('>>')) {
        this.at += 2
        return dictionary
      }
      if (this.bytes[this.at] !== 0x2f) throw noValue
      dictionary.set(this.#name().text, this.value(depth + 1))
    }
  }
}

/** Whether the second number of a pointer may begin here: most numbers are not followed by one, and need no closer look. */
function mayBeNumber (byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x30 && byte <= 0x39) || kinds[byte] === 1)
}

/** Whether these characters stand in bytes. */
export function standsAt (bytes: Uint8Array, at: number, word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    if (bytes[at + i] !== word.charCodeAt(i)) return false
  }
  return true
}

/** Bytes as text, one character each. */
export function latin (bytes: Uint8Array, from = 0, to = bytes.length): string {
  const end = Math.min(to, bytes.length)
  let text = ''
  if (end - from < 64) {
    for (let at = from; at < end; at++) text += String.fromCharCode(bytes[at]!)
    return text
  }
  for (let at = from; at < end; at += 8192) text += String.fromCharCode(...bytes.subarray(at, Math.min(at + 8192, end)))
  return text
}
