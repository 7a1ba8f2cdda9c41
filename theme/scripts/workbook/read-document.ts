/**
 * What a document says about itself: JSON in a Word custom property and in a key of the PDF's Info, both named
 * `PartnershipToolkit`. Blank files carry it too, with no partner and no values.
 */
export interface DocumentMetadata {
  /** Version of this format. */
  format: 1
  /** Document id and code, see `DocumentDefinition`. */
  document: string
  code: string
  /** Version of the guide that it was made from. */
  guide: string
  /** Language that it is written in; absent where that is the guide's first. */
  language?: string
  instruments: string[]
  /** The partner that it was made for; absent where none was chosen. */
  partner?: { id: string, name: string }
  /** Which answers it was filled from; absent in blank files, and in those of earlier versions. */
  layer?: FilledFrom
  /** Field id by serial (position + 1), rows that were added when it was filled included. */
  serials: string[]
  /** Wording by field id; for cells of a table by `instrument.table.column`. */
  wording: Record<string, string>
  /** The answers it was made with, by field id; no entry means empty. */
  values: Record<string, string>
}

/** Answers that a document was filled from: today's, those of a round, or a view of a colleague. */
export interface FilledFrom {
  kind: 'today' | 'round' | 'view'
  /** What a round or view is called; absent of today's. */
  name?: string
  /** ISO day. */
  day: string
  /** In milliseconds since 1970. */
  at: number
}

/** What was read from a file: nothing is changed by reading. */
export interface ReadDocument {
  format: 'docx' | 'pdf'
  /** Null where the file lost it. */
  metadata: DocumentMetadata | null
  /** Document id: from metadata, else from the bookmarks' code; null where neither is there. */
  document: string | null
  /** What stands in the partner fields, by instrument id. */
  partners: Record<string, string>
  /**
   * Answers by field id, in the workbook's own writing (an option's id, `yes`, an ISO date). A field that stands in the
   * file and is empty has ''. Rows without a key of their own got the next free one.
   */
  answers: Record<string, string>
  /** Keys of the rows found, by table id, in the order of the file. */
  rows: Record<string, string[]>
  /** Rows that someone added in the file: their keys are new, by table id. */
  addedRows: Record<string, string[]>
  /** What could not be read, or not surely: in words for people. */
  remarks: ReadingRemark[]
}

export interface ReadingRemark {
  kind: 'outside-options' | 'not-a-date' | 'which-day' | 'unknown-field' | 'missing-field' | 'cut' | 'by-position' | 'no-fields' | 'beside' | 'drawn' | 'twice'
    | 'unreadable' | 'unsure' | 'shown-otherwise'
  /** The id of a field of this guide, or what people call its place. */
  field?: string
  /** The number of the page. */
  page?: number
  /** What stood there. */
  found?: string
}
