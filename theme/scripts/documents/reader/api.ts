import type { Guide } from '../../workbook/guide.ts'
import type { ReadDocument } from '../../workbook/read-document.ts'
import type { ReadOptions } from '../options.ts'

declare global {
  interface Provided { reader: Reader }
}

/** What the script `reader` provides, and all that the rest of the page knows of reading files: no DOM, no storage, nothing kept between calls. */
export interface Reader {
  /**
   * Reads a filled .docx or .pdf in short steps. A field whose answer could not be told has no entry in the answers and
   * a remark instead: it must not look as if someone emptied it.
   * @throws {Refused} when the file is none of ours, encrypted, damaged, too large, of a newer format, or cancelled.
   * It comes from another bundle than yours: tell it by `error.name === 'Refused'`.
   */
  read (bytes: Uint8Array, guide: Guide, options?: ReadOptions): Promise<ReadDocument>
}
