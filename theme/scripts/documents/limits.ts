/** What a file may cost at most. Far above the largest document of a guide, far below what would stall a phone. */
export const enum limits {
  /** Bytes of a file as it is dropped. */
  file = 20 * 1024 * 1024,
  /** Parts in a .docx. */
  entries = 2000,
  /** Bytes of one part, and of all that is unpacked. */
  entry = 32 * 1024 * 1024,
  inflated = 48 * 1024 * 1024,
  /** Unpacked bytes for one packed byte, asked of parts larger than a mebibyte. */
  ratio = 200,
  /** Elements within elements, and elements in all. */
  xmlDepth = 200,
  xmlElements = 1_000_000,
  /** Values within values, and how deep the tree of fields goes; values in one object and in all; objects in all. */
  pdfDepth = 60,
  pdfValues = 200_000,
  pdfAllValues = 1_000_000,
  pdfObjects = 300_000,
  /** Fields in a file, and what stands in lists that fields share, counted as often as it is looked through. */
  fields = 50_000,
  pdfListed = 300_000,
  /** Characters of one answer, and of any other text in a file. */
  answer = 100_000,
  text = 5 * 1024 * 1024,
  /** Characters of the metadata. */
  metadata = 4 * 1024 * 1024,
  /** Remarks in one result. */
  remarks = 1000
}
