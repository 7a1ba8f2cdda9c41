import type { DocumentMetadata } from '../workbook/read-document.ts'
import { limits } from './limits.ts'
import { parseMetadata } from './metadata-json.ts'
import { metadataKey } from './metadata.ts'
import type { PdfFile } from './pdf-file.ts'
import { attributeOf, elements, first, type XmlElement } from './xml.ts'

/** The element that holds the metadata among the custom properties of a Word file. */
export function inWord (properties: XmlElement | undefined): XmlElement | undefined {
  const found = elements(properties).find(element => attributeOf(element, 'name') === metadataKey)
  return found && first(found, 'vt:lpwstr')
}

/** What a PDF says about itself; null where that is gone. */
export function inPdf (file: PdfFile): DocumentMetadata | null {
  return parseMetadata(file.text(file.dictionary(file.trailer.get('Info'))?.get(metadataKey), limits.text))
}
