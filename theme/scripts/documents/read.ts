import type { ReadOptions } from './options.ts'
import type { Guide } from '../workbook/guide.ts'
import { readDocx } from './docx-read.ts'
import { limits } from './limits.ts'
import { Refused } from './metadata.ts'
import type { ReadDocument } from '../workbook/read-document.ts'
import { Pace } from './pace.ts'
import { latin } from './pdf-parser.ts'
import { readPdf } from './pdf-read.ts'

/** Reads a Word or PDF file, told apart by what is in it. @throws {Refused} and nothing else. */
export async function read (bytes: Uint8Array, guide: Guide, options: ReadOptions = {}): Promise<ReadDocument> {
  try {
    const pace = new Pace(options)
    if (bytes.length > limits.file) throw new Refused('too-large')
    if (startsWith(bytes, 'PK')) return await readDocx(bytes, guide, options, pace)
    if (latin(bytes, 0, 1024).includes('%PDF-')) return await readPdf(bytes, guide, options, pace)
    throw otherKind(bytes)
  } catch (error) {
    // Whatever a broken file makes our code stumble over is a broken file.
    throw error instanceof Refused ? error : new Refused('damaged')
  }
}

function otherKind (bytes: Uint8Array): Refused {
  if (bytes.length === 0) return new Refused('empty')
  if (startsWith(bytes, '\xd0\xcf\x11\xe0')) {
    return new Refused(latin(bytes).includes('EncryptedPackage'.split('').join('\0')) ? 'encrypted' : 'old-word')
  }
  return new Refused('other-kind')
}

function startsWith (bytes: Uint8Array, start: string): boolean {
  return latin(bytes, 0, start.length) === start
}
