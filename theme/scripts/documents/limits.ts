const mebi = 1024 * 1024

/** What a file may cost at most. Far above the largest document of a guide, far below what would stall a phone. */
export const limits = {
  /** Bytes of a file as it is dropped. */
  file: 20 * mebi,
  /** Parts in a .docx. */
  entries: 2000,
  /** Bytes of one part, and of all that is unpacked. */
  entry: 32 * mebi,
  inflated: 48 * mebi,
  /** Unpacked bytes for one packed byte, asked of parts larger than a mebibyte. */
  ratio: 200,
  /** Elements within elements, and elements in all. */
  xmlDepth: 200,
  xmlElements: 1_000_000,
  /** Values within values, objects in all, and how deep the tree of fields goes. */
  pdfDepth: 60,
  pdfObjects: 300_000,
  pdfFields: 50_000,
  /** Characters of one answer. */
  answer: 100_000,
  /** Characters of the metadata. */
  metadata: 4 * mebi,
  /** Remarks in one result. */
  remarks: 1000
} as const
