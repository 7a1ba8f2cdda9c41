import { crc32 } from './crc32.ts'
import { inflate } from './deflate.ts'
import { limits } from './limits.ts'
import { Refused } from './metadata.ts'
import type { Pace } from './pace.ts'
import { damaged, parseXml, type XmlElement } from './xml.ts'

/** A part of a zip file, still packed. */
export interface ZipEntry {
  name: string
  /** 0 stored, 8 deflated. */
  method: number
  crc: number
  size: number
  packed: Uint8Array
}

const signatures = { entry: 0x02014b50, local: 0x04034b50, end: 0x06054b50 }
const endSize = 22

/** Lists the parts of a zip file from its directory; nothing is unpacked. */
export function listEntries (bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count > limits.entries) throw new Refused('too-large')
  const entries: ZipEntry[] = []
  const names = new Set<string>()
  let total = 0
  for (let i = 0; i < count; i++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== signatures.entry) throw damaged()
    const entry = readEntry(bytes, view, at)
    total += entry.size
    if (total > limits.inflated) throw new Refused('too-large')
    if (names.has(entry.name)) throw damaged()
    names.add(entry.name)
    entries.push(entry)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

function findEnd (view: DataView): number {
  const last = view.byteLength - endSize
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) {
    if (view.getUint32(at, true) === signatures.end) return at
  }
  throw damaged()
}

function readEntry (bytes: Uint8Array, view: DataView, at: number): ZipEntry {
  const nameLength = view.getUint16(at + 28, true)
  const packedSize = view.getUint32(at + 20, true)
  const size = view.getUint32(at + 24, true)
  const local = view.getUint32(at + 42, true)
  const method = view.getUint16(at + 10, true)
  if ((view.getUint16(at + 8, true) & 1) !== 0) {
    throw new Refused('encrypted')
  }
  if (at + 46 + nameLength > bytes.length || local + 30 > bytes.length) throw damaged()
  if (view.getUint32(local, true) !== signatures.local || (method !== 0 && method !== 8)) throw damaged()
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  if (start + packedSize > bytes.length || (method === 0 && size !== packedSize)) throw damaged()
  if (size > limits.entry || (size > 1024 * 1024 && size > packedSize * limits.ratio)) {
    throw new Refused('too-large')
  }
  return {
    name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
    method,
    crc: view.getUint32(at + 16, true),
    size,
    packed: bytes.subarray(start, start + packedSize)
  }
}

/** Unpacks one part, never more than the size that its directory entry says. */
export async function unpack (entry: ZipEntry, pace: Pace): Promise<Uint8Array> {
  const bytes = entry.method === 0
    ? entry.packed
    : await inflate(entry.packed, 'deflate-raw', entry.size, () => pace.restAt(0.1))
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) throw damaged()
  return bytes
}

/** Reads a part of XML; undefined where there is none of this name. @param shorten Leaves out what is not to be read. */
export async function openPart (entries: readonly ZipEntry[], name: string, pace: Pace, shorten?: (xml: string) => string): Promise<XmlElement | undefined> {
  // Names of parts know no upper case, and some programs part folders as Windows does.
  const plain = (text: string): string => text.replaceAll('\\', '/').toLowerCase()
  const entry = entries.find(entry => plain(entry.name) === plain(name))
  return entry && await parseXml(await unpack(entry, pace), pace, shorten)
}
