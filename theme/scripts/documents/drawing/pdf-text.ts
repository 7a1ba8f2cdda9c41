import type { PdfFile } from '../pdf-file.ts'
import { decimal, type Dictionary, hexadecimal, type PdfValue } from '../pdf-values.ts'

/** Room between text and the border of its box, in points; the largest letters, and the smallest that can be read. */
const padding = 2
const usualSize = 10
export const leastSize = 7
const leading = 1.2

/** What stands in windows-1252 from 128 to 159. */
const inOneByte = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 32 }, (_, i) => 0x80 + i))

/** The form's own font: WinAnsi, embedded, with the widths of its letters. */
export class FieldFont {
  readonly #first: number
  readonly #widths: number[]

  /** @param name Its name among the form's resources. */
  constructor (readonly name: string, readonly reference: PdfValue, dictionary: Dictionary, file: PdfFile) {
    this.#first = file.number(dictionary.get('FirstChar'))
    this.#widths = file.array(dictionary.get('Widths')).map(width => file.number(width))
  }

  /** The text in the font's codes; null where it has no letter for a character. */
  encode (text: string): string | null {
    const codes = winAnsi(text.normalize('NFC').replace(/\t/g, '    '))
    if (codes === null) return null
    for (let i = 0; i < codes.length; i++) {
      if (codes[i] !== '\n' && this.#widthOf(codes, i) === 0) return null
    }
    return codes
  }

  /** How wide a line is, in points, at a size of one point. */
  width (codes: string): number {
    let sum = 0
    for (let i = 0; i < codes.length; i++) sum += this.#widthOf(codes, i)
    return sum / 1000
  }

  #widthOf (codes: string, at: number): number {
    return this.#widths[codes.charCodeAt(at) - this.#first] ?? 0
  }
}

/** A box to write in. */
export interface TextBox {
  width: number
  height: number
  multiline: boolean
  /** Letter size of the field; 0 where it is free. */
  size: number
  /** What stands at the end of a text that is cut, where there is room for it. */
  more: string
}

/** The text in WinAnsiEncoding, one character per byte; null where it has a character that is not in it. */
function winAnsi (text: string): string | null {
  let raw = ''
  for (const character of text) {
    const code = character.codePointAt(0)!
    const special = inOneByte.indexOf(character)
    if (code === 10 || (code > 31 && code < 127) || (code > 159 && code < 256)) raw += character
    else if (special >= 0) raw += String.fromCharCode(0x80 + special)
    else return null
  }
  return raw
}

/** The largest letters that a box may start with. */
export function startSize (box: TextBox): number {
  const size = box.size > 0 ? box.size : usualSize
  return Math.max(leastSize, Math.min(size, box.multiline ? size : box.height * 0.8))
}

/** The drawing of a text in a box: letters shrink until it fits, down to the smallest; then it is cut. */
export function drawText (codes: string, box: TextBox, font: FieldFont, colour: string): { content: string, whole: boolean } {
  let size = startSize(box)
  let lines = layOut(codes, box, size, font)
  while (!fits(lines, box, size, font) && size > leastSize) {
    size = Math.max(leastSize, size - 0.5)
    lines = layOut(codes, box, size, font)
  }
  const whole = fits(lines, box, size, font)
  if (!whole) lines = cut(lines, box, size, font)
  const baseline = box.multiline ? box.height - padding - size * 0.95 : (box.height - size) / 2 + size * 0.22
  const shown = lines.map(line => hexadecimal(line) + ' Tj T*').join(' ')
  const [width, height] = [decimal(box.width), decimal(box.height)]
  const start = `/${font.name} ${decimal(size)} Tf ${colour} ${decimal(size * leading)} TL ${padding} ${decimal(baseline)} Td`
  return { content: `/Tx BMC q 0 0 ${width} ${height} re W n BT ${start} ${shown} ET Q EMC`, whole }
}

function layOut (codes: string, box: TextBox, size: number, font: FieldFont): string[] {
  if (!box.multiline) return [codes.replace(/\n/g, ' ')]
  return wrap(codes, (box.width - 2 * padding) / size, text => font.width(text))
}

function fits (lines: readonly string[], box: TextBox, size: number, font: FieldFont): boolean {
  if (!box.multiline) return font.width(lines[0]!) * size <= box.width - 2 * padding
  return lines.length <= room(box, size)
}

function room (box: TextBox, size: number): number {
  return Math.max(1, Math.floor((box.height - 2 * padding) / (size * leading) + 0.15))
}

/** The lines that there is room for; their end says that more follows: in words where they leave half of the line, else three dots. */
function cut (lines: readonly string[], box: TextBox, size: number, font: FieldFont): string[] {
  const whole = (box.width - 2 * padding) / size
  const dots = [box.more, '\u2026'].map(end => font.encode(end)).find(end => end !== null && font.width(end) <= whole / 2) ?? '...'
  const shown = lines.slice(0, room(box, size))
  const width = whole - font.width(dots)
  let last = shown.pop()!.slice(0, 2000)
  while (last !== '' && font.width(last) > width) last = last.slice(0, -1)
  return [...shown, last.trimEnd() + dots]
}

// Lines break behind spaces and hyphens, and at any Chinese, Japanese or Korean character.
const words = /[\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]|[^ \-\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]+[ -]?|[ -]/g

/** Breaks text into lines of at most this width: between words, and within a word that is longer than a line. */
export function wrap (text: string, width: number, measure: (text: string) => number): string[] {
  return text.split('\n').flatMap(paragraph => {
    const lines: string[] = []
    let line = ''
    for (const word of paragraph.match(words) ?? []) {
      if (line !== '' && measure((line + word).trimEnd()) > width) {
        lines.push(line.trimEnd())
        line = ''
      }
      line += word
      while (line.length > 1 && measure(line.trimEnd()) > width) {
        const length = longestStart(line, width, measure)
        lines.push(line.slice(0, length))
        line = line.slice(length)
      }
    }
    lines.push(line.trimEnd())
    return lines
  })
}

/** How many characters of a word fit on a line; at least one, and no half of one. */
function longestStart (word: string, width: number, measure: (text: string) => number): number {
  let [fits, over] = [1, word.length]
  while (over - fits > 1) {
    const middle = (fits + over) >> 1
    if (measure(word.slice(0, middle)) > width) over = middle
    else fits = middle
  }
  const next = word.charCodeAt(fits)
  return next >= 0xdc00 && next <= 0xdfff ? Math.max(fits - 1, Math.min(2, word.length)) : fits
}
