import { Refused } from './metadata.ts'

/**
 * `deflate-raw` in zip files, `deflate` in PDFs. The browser's own streams do the work: beside the page, in slices, and
 * without a byte of script.
 */
export type Format = 'deflate-raw' | 'deflate'

/** Packs bytes. */
export async function deflate (bytes: Uint8Array<ArrayBuffer>, format: Format): Promise<Uint8Array<ArrayBuffer>> {
  return await pump(bytes, new CompressionStream(format))
}

/**
 * Unpacks bytes, at most `most` of them; of a stream that is cut off or spoilt, what there is.
 * @throws {Refused} where there is more than that.
 */
export async function inflate (bytes: Uint8Array, format: Format, most: number, rest: () => Promise<void>): Promise<Uint8Array> {
  if (typeof DecompressionStream === 'undefined') {
    throw new Refused('old-browser')
  }
  return await pump(bytes as Uint8Array<ArrayBuffer>, new DecompressionStream(format), async length => {
    if (length > most) throw new Refused('too-large')
    await rest()
  })
}

// A browser unpacks what it is handed in one go: of a file that is made to burst, little is handed over at once.
const portion = 16 * 1024

async function pump (
  bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream, more?: (length: number) => Promise<void>
): Promise<Uint8Array<ArrayBuffer>> {
  const writer = (stream.writable as WritableStream<Uint8Array<ArrayBuffer>>).getWriter()
  const reader = (stream.readable as ReadableStream<Uint8Array>).getReader()
  const feed = async (): Promise<void> => {
    for (let at = 0; at < bytes.length; at += portion) await writer.write(bytes.subarray(at, at + portion))
    await writer.close()
  }
  // A stream that is spoilt or was stopped says so where it is read.
  feed().catch(() => undefined)
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }))
      if (done || value === undefined) return join(chunks, length)
      chunks.push(value)
      length += value.length
      await more?.(length)
    }
  } finally {
    // Ends the work where it was stopped half-way; there is nothing to do if that fails.
    reader.cancel().catch(() => undefined)
  }
}

/** Puts pieces together; `length` is the sum of theirs. */
export function join (pieces: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}
