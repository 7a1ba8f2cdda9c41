let table: Int32Array | undefined

function makeTable (): Int32Array {
  return Int32Array.from({ length: 256 }, (_, byte) => {
    let value = byte
    for (let bit = 0; bit < 8; bit++) value = (value & 1) !== 0 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
    return value
  })
}

/** The check sum of zip files. */
export function crc32 (bytes: Uint8Array): number {
  table ??= makeTable()
  let sum = -1
  for (const byte of bytes) sum = (sum >>> 8) ^ table[(sum ^ byte) & 255]!
  return ~sum >>> 0
}
