import type { DocumentDefinition, Guide } from '../workbook/guide.ts'
import type { FilledFrom } from '../workbook/read-document.ts'
import type { Drawing } from './drawing/api.ts'
import type { TemplateContent } from './templates/api.ts'

declare global {
  interface Provided { documents: DocumentsApi }
}

/**
 * What the documents script provides as `documents`, and all that the rest of the page knows of writing files. Bytes and answers
 * in, bytes out: no DOM, no storage, nothing kept between calls. Reading is a script of its own, see `reader/api.ts`: who fills a
 * document seldom reads one on the same page.
 */
export interface DocumentsApi {
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
  /** Which answers these are. */
  from?: FilledFrom
  /** Answers by field id, cells by `instrument.table.row.column`, in the workbook's own writing. No entry means empty. */
  answers: ReadonlyMap<string, string>
  /**
   * Keys of the rows to show in order, by table id (`instrument.table`); rows that hold nothing included. A table
   * without an entry keeps the rows of the blank.
   */
  rows: ReadonlyMap<string, readonly string[]>
  picture?: DocumentPicture
}

/** A picture that goes with the answers, on a page of its own at the end. */
export interface DocumentPicture {
  /** Heads the page. */
  title: string
  /** What it shows, for whoever does not see it. */
  alternative: string
  /** Its file: PNG for Word, JPEG for PDF. */
  bytes: Uint8Array<ArrayBuffer>
  /** In dots. */
  dots: { width: number, height: number }
  /** In points. */
  width: number
  height: number
  /** What stands below it. */
  texts: readonly string[]
}

export interface FilledDocument {
  bytes: Uint8Array
  /** Rows that found no room, by table id: they stand in the answers of the page only. Always empty in Word files. */
  rowsLeftOut: Record<string, string[]>
  /** Field ids whose answer could not be shown whole in print though the field holds it. */
  notShownWhole: string[]
}
