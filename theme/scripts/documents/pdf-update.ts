import { deflate, join } from './deflate.ts'
import { Refused } from './metadata.ts'
import { latin } from './pdf-parser.ts'
import type { PdfFile } from './pdf-file.ts'
import { Bytes, type Dictionary, Name, type PdfValue, Ref, write } from './pdf-values.ts'

/** Appends changed and new objects to a PDF; what was there stays as it is, byte for byte. */
export class PdfUpdate {
  readonly #objects = new Map<number, { value: PdfValue, stream: Uint8Array | undefined, generation: number }>()
  #next: number
  /** Streams that are still being packed. */
  readonly #packing: Promise<void>[] = []

  constructor (readonly file: PdfFile) {
    this.#next = Math.max(file.number(file.trailer.get('Size')), ...[...file.objects.keys()].map(number => number + 1))
  }

  /** Adds an object. */
  add (dictionary: Dictionary, stream?: Uint8Array): Ref {
    const reference = new Ref(this.#next++)
    this.change(reference, dictionary, stream)
    return reference
  }

  /** Adds an object with a stream that is packed beside the work on others. */
  addPacked (dictionary: Dictionary, content: Uint8Array<ArrayBuffer>): Ref {
    dictionary.set('Filter', new Name('FlateDecode'))
    const reference = this.add(dictionary)
    this.#packing.push(deflate(content, 'deflate').then(stream => { this.change(reference, dictionary, stream) }))
    return reference
  }

  /** Writes an object anew. */
  change (reference: Ref, value: Dictionary, stream?: Uint8Array): void {
    if (stream !== undefined) value.set('Length', stream.length)
    const generation = this.file.objects.get(reference.number)?.generation ?? 0
    this.#objects.set(reference.number, { value, stream, generation })
  }

  /** A dictionary to change: the changed one where there is one already, else a copy. */
  edit (reference: Ref): Dictionary {
    const changed = this.#objects.get(reference.number)?.value
    if (changed instanceof Map) return changed
    const copy = new Map(this.file.dictionary(reference))
    this.change(reference, copy)
    return copy
  }

  /** The file with the changes at its end. */
  async bytes (): Promise<Uint8Array<ArrayBuffer>> {
    await Promise.all(this.#packing)
    const { file } = this
    const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(latin(file.bytes, file.bytes.length - 64))
    if (previous === null) throw new Refused('damaged')
    const parts: Uint8Array[] = [file.bytes]
    let length = file.bytes.length
    const put = (part: Uint8Array): void => {
      parts.push(part)
      length += part.length
    }
    put(raw('\n'))
    const numbers = [...this.#objects.keys()].sort((a, b) => a - b)
    const places = new Map<number, string>()
    for (const number of numbers) {
      const { value, stream, generation } = this.#objects.get(number)!
      places.set(number, `${String(length).padStart(10, '0')} ${String(generation).padStart(5, '0')} n \n`)
      put(raw(`${number} ${generation} obj\n${write(value)}\n`))
      if (stream !== undefined) {
        put(raw('stream\n'))
        put(stream)
        put(raw('\nendstream\n'))
      }
      put(raw('endobj\n'))
    }
    const trailer: Dictionary = new Map()
    for (const key of ['Root', 'Info', 'ID']) {
      const value = file.trailer.get(key)
      if (value !== undefined) trailer.set(key, value)
    }
    trailer.set('Size', this.#next)
    trailer.set('Prev', Number(previous[1]))
    const start = length
    put(raw(`xref\n${sections(numbers, places)}trailer\n${write(trailer)}\nstartxref\n${start}\n%%EOF\n`))
    return join(parts, length)
  }
}

/** The table of places, in runs of numbers that follow each other. */
function sections (numbers: readonly number[], places: ReadonlyMap<number, string>): string {
  let text = ''
  for (let i = 0; i < numbers.length;) {
    let end = i + 1
    while (numbers[end] === numbers[end - 1]! + 1) end++
    const run = numbers.slice(i, end)
    text += `${run[0]} ${run.length}\n${run.map(number => places.get(number)).join('')}`
    i = end
  }
  return text
}

function raw (text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i)
  return bytes
}

/**
 * Adds a picture made of ink alone: one colour, seen through a mask. Its base has the mask's size, or LibreOffice shows nothing.
 * @param colour What the form's text has, as operators such as `0.2 0.1 0.3 rg`.
 */
export function addInk (update: PdfUpdate, width: number, height: number, alpha: Uint8Array<ArrayBuffer>, colour: string): Ref {
  const image = (bits: number, space: PdfValue): Dictionary => new Map<string, PdfValue>([
    ['Type', new Name('XObject')], ['Subtype', new Name('Image')], ['Width', width], ['Height', height],
    ['ColorSpace', space], ['BitsPerComponent', bits]
  ])
  const grey = new Name('DeviceGray')
  const parts = /^([\d.]+) ([\d.]+) ([\d.]+) rg/.exec(colour)?.slice(1).map(part => String.fromCharCode(Math.round(Math.min(1, Number(part)) * 255)))
  // A palette of one colour: the picture is all zeros, whatever it shows.
  const base = image(1, parts === undefined ? grey : [new Name('Indexed'), new Name('DeviceRGB'), 0, new Bytes(parts.join(''))])
  base.set('Filter', new Name('RunLengthDecode'))
  base.set('SMask', update.addPacked(image(8, grey), alpha))
  return update.add(base, zeros(((width + 7) >> 3) * height))
}

/** Adds a picture that is a JPEG file: PDFs hold such files as they are. */
export function addPhoto (update: PdfUpdate, width: number, height: number, file: Uint8Array): Ref {
  return update.add(new Map<string, PdfValue>([
    ['Type', new Name('XObject')], ['Subtype', new Name('Image')], ['Width', width], ['Height', height],
    ['ColorSpace', new Name('DeviceRGB')], ['BitsPerComponent', 8], ['Filter', new Name('DCTDecode')]
  ]), file)
}

/** So many zeros in runs of at most 128. */
function zeros (count: number): Uint8Array {
  const runs: number[] = []
  for (let left = count; left > 0; left -= 128) {
    if (left === 1) runs.push(0, 0)
    else runs.push(257 - Math.min(left, 128), 0)
  }
  return Uint8Array.from([...runs, 128])
}
