import type { DocumentDefinition, Guide } from '../workbook/guide.ts'
import type { ReadDocument } from '../workbook/read-document.ts'
import type { Drawing } from './drawing/api.ts'
import type { ReadOptions } from './options.ts'
import type { TemplateContent } from './templates/api.ts'

declare global {
  interface Provided { documents: DocumentsApi }
}

/**
 * What the documents script provides as `documents`, and all that the rest of the page knows of it. Bytes in, bytes or
 * answers out: no DOM, no storage, nothing kept between calls.
 */
export interface DocumentsApi {
  /**
   * Reads a filled .docx or .pdf in short steps. A field whose answer could not be told has no entry in the answers and
   * a remark instead: it must not look as if someone emptied it.
   * @throws {Refused} when the file is none of ours, encrypted, damaged, too large, of a newer format, or cancelled.
   * It comes from another bundle than yours: tell it by `error.name === 'Refused'`.
   */
  read (bytes: Uint8Array, guide: Guide, options?: ReadOptions): Promise<ReadDocument>
  /** Fills a blank Word file. */
  fillDocx (blank: Uint8Array, content: FillContent): Promise<FilledDocument>
  /**
   * Fills a blank PDF.
   * @param drawing Draws the answers; provided as `drawing`.
   */
  fillPdf (blank: Uint8Array, content: FillContent, drawing: Drawing): Promise<FilledDocument>
  /**
   * Completes a Word template by cloning rows.
   * @param blank Its bytes, provided as base64 text under `docx/TEMPLATE-ID`.
   */
  fillTemplate (blank: Uint8Array, content: TemplateContent): Promise<Uint8Array<ArrayBuffer>>
}

/** What is written into a blank document. */
export interface FillContent {
  guide: Guide
  document: DocumentDefinition
  /** The partner that it is about: written into every `instrument.partner` field and the metadata. */
  partner?: { id: string, name: string }
  /** Answers by field id, cells by `instrument.table.row.column`, in the workbook's own writing. No entry means empty. */
  answers: ReadonlyMap<string, string>
  /**
   * Keys of the rows to show in order, by table id (`instrument.table`); rows that hold nothing included. A table
   * without an entry keeps the rows of the blank.
   */
  rows: ReadonlyMap<string, readonly string[]>
}

export interface FilledDocument {
  bytes: Uint8Array
  /** Rows that found no room, by table id: they stand in the answers of the page only. Always empty in Word files. */
  rowsLeftOut: Record<string, string[]>
  /** Field ids whose answer could not be shown whole in print though the field holds it. */
  notShownWhole: string[]
}
