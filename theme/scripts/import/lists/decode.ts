import { NotAList } from './grid.ts'

/** The first bytes of kinds of files that are no text, and what they are. */
const starts: [bytes: number[], reason: NotAList['reason']][] = [
  [[0xd0, 0xcf, 0x11, 0xe0], 'old-excel'],
  [[0x25, 0x50, 0x44, 0x46], 'other-kind'],
  [[0x89, 0x50, 0x4e, 0x47], 'other-kind'],
  [[0xff, 0xd8, 0xff], 'other-kind'],
  [[0x7b, 0x5c, 0x72, 0x74], 'other-kind']
]

/** Whether the bytes are a zip file, as every .xlsx is. */
export function isZip (bytes: Uint8Array): boolean {
  return startsWith(bytes, [0x50, 0x4b])
}

/**
 * Text of a file of whatever program: UTF-8 and UTF-16 with their marks or without, and else what Windows writes in America and
 * western Europe.
 * @throws {NotAList} Where the bytes are no text.
 */
export function decode (bytes: Uint8Array): string {
  const kind = starts.find(([start]) => startsWith(bytes, start))
  if (kind !== undefined) throw new NotAList(kind[1])
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes)
  if (text.includes('\0')) throw new NotAList('other-kind')
  if (/^\s*<(?:!doctype|html|\?xml|table)\b/i.test(text)) throw new NotAList('web-page')
  return text
}

function encodingOf (bytes: Uint8Array): string {
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le'
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be'
  // Of text in letters of ours, every second byte is empty.
  const empty = [0, 0]
  const looked = Math.min(bytes.length, 400) & ~1
  for (let i = 0; i < looked; i++) if (bytes[i] === 0) empty[i & 1]!++
  if (looked > 3 && empty[1]! > looked / 8 && empty[0] === 0) return 'utf-16le'
  if (looked > 3 && empty[0]! > looked / 8 && empty[1] === 0) return 'utf-16be'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}

function startsWith (bytes: Uint8Array, start: readonly number[]): boolean {
  return bytes.length >= start.length && start.every((byte, i) => bytes[i] === byte)
}
