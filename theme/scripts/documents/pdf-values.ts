/** A name, such as `/Off`. */
export class Name {
  constructor (readonly text: string) {}
}

/** A pointer to an object. */
export class Ref {
  constructor (readonly number: number, readonly generation = 0) {}
}

/** A string: bytes, one character each. */
export class Bytes {
  constructor (readonly text: string) {}
}

export type Dictionary = Map<string, PdfValue>
export type PdfValue = Name | Ref | Bytes | number | boolean | null | PdfValue[] | Dictionary

const inDocEncoding = '\u2022\u2020\u2021\u2026\u2014\u2013\u0192\u2044\u2039\u203a\u2212\u2030\u201e\u201c\u201d\u2018' +
  '\u2019\u201a\u2122\ufb01\ufb02\u0141\u0152\u0160\u0178\u017d\u0131\u0142\u0153\u0161\u017e\ufffd\u20ac'
const accents = '\u02d8\u02c7\u02c6\u02d9\u02dd\u02db\u02da\u02dc'

/** Reads the first bytes of a text string: UTF-16 or UTF-8 where it says so, else PDFDocEncoding. */
export function textOf (bytes: Bytes, most: number): string {
  const raw = bytes.text.slice(0, most)
  if (raw.startsWith('\xfe\xff')) return utf16(raw, 0)
  if (raw.startsWith('\xff\xfe')) return utf16(raw, 1)
  if (raw.startsWith('\xef\xbb\xbf')) return new TextDecoder().decode(Uint8Array.from(raw.slice(3), c => c.charCodeAt(0)))
  return raw.replace(/[\x18-\x1f\x80-\xa0]/g, c => {
    const code = c.charCodeAt(0)
    return code < 0x20 ? accents[code - 0x18]! : inDocEncoding[code - 0x80]!
  })
}

function utf16 (raw: string, low: 0 | 1): string {
  let text = ''
  for (let i = 2; i + 1 < raw.length; i += 2) {
    text += String.fromCharCode(raw.charCodeAt(i + low) << 8 | raw.charCodeAt(i + 1 - low))
  }
  // Escape characters enclose a language code.
  return text.replace(/\x1b[^\x1b]{0,10}\x1b/g, '')
}

/** Writes a text string: plain where ASCII says it all, else UTF-16. */
export function textString (text: string): Bytes {
  if (/^[\x20-\x7e\n]*$/.test(text)) return new Bytes(text)
  let raw = '\xfe\xff'
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    raw += String.fromCharCode(code >> 8, code & 255)
  }
  return new Bytes(raw)
}

/** Writes a value as it stands in a file. */
export function write (value: PdfValue | undefined): string {
  if (value === null || value === undefined) return 'null'
  if (value instanceof Name) return '/' + value.text.replace(/[^!-~]|[#()<>[\]{}/%]/g, c => '#' + hex(c))
  if (value instanceof Ref) return `${value.number} ${value.generation} R`
  if (value instanceof Bytes) {
    return /^[\x20-\x7e]*$/.test(value.text)
      ? '(' + value.text.replace(/[\\()]/g, '\\$&') + ')'
      : hexadecimal(value.text)
  }
  if (value instanceof Map) return '<<' + [...value].map(([key, v]) => write(new Name(key)) + ' ' + write(v)).join('') + '>>'
  if (Array.isArray(value)) return '[' + value.map(write).join(' ') + ']'
  return typeof value === 'number' ? decimal(value) : String(value)
}

/** A number without exponent. */
export function decimal (value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(4).replace(/\.?0+$/, '')
}

/** A string by the codes of its bytes. */
export function hexadecimal (raw: string): string {
  return '<' + raw.replace(/[^]/g, hex) + '>'
}

function hex (character: string): string {
  return character.charCodeAt(0).toString(16).padStart(2, '0')
}
