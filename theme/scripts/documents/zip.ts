import { crc32 } from './crc32.ts'
import { deflate } from './deflate.ts'
import type { ZipEntry } from './unzip.ts'

// 1 January 1980, the first day that a zip file can say: the same content gives the same bytes.
const date = 0x21
const utf8Names = 0x800

/** Packs one part. */
export async function pack (name: string, content: string): Promise<ZipEntry> {
  const bytes = new TextEncoder().encode(content)
  return { name, method: 8, crc: crc32(bytes), size: bytes.length, packed: await deflate(bytes, 'deflate-raw') }
}

/** Stores one part that is packed already. */
export function store (name: string, bytes: Uint8Array): ZipEntry {
  return { name, method: 0, crc: crc32(bytes), size: bytes.length, packed: bytes }
}

/** Writes a zip file with these parts in this order. */
export function writeZip (entries: readonly ZipEntry[]): Uint8Array<ArrayBuffer> {
  const names = entries.map(entry => new TextEncoder().encode(entry.name))
  const size = entries.reduce((sum, entry, i) => sum + 76 + 2 * names[i]!.length + entry.packed.length, 22)
  const bytes = new Uint8Array(size)
  const view = new DataView(bytes.buffer)
  const offsets: number[] = []
  let at = 0
  const u16 = (...values: number[]): void => {
    for (const value of values) {
      view.setUint16(at, value, true)
      at += 2
    }
  }
  const u32 = (...values: number[]): void => {
    for (const value of values) {
      view.setUint32(at, value, true)
      at += 4
    }
  }
  const raw = (part: Uint8Array): void => {
    bytes.set(part, at)
    at += part.length
  }
  const common = (entry: ZipEntry, name: Uint8Array): void => {
    u16(20, utf8Names, entry.method, 0, date)
    u32(entry.crc, entry.packed.length, entry.size)
    u16(name.length, 0)
  }
  entries.forEach((entry, i) => {
    offsets.push(at)
    u32(0x04034b50)
    common(entry, names[i]!)
    raw(names[i]!)
    raw(entry.packed)
  })
  const directory = at
  entries.forEach((entry, i) => {
    u32(0x02014b50)
    u16(20)
    common(entry, names[i]!)
    u16(0, 0, 0)
    u32(0, offsets[i]!)
    raw(names[i]!)
  })
  const length = at - directory
  u32(0x06054b50)
  u16(0, 0, entries.length, entries.length)
  u32(length, directory)
  u16(0)
  return bytes
}
