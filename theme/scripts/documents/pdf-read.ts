import type { ReadOptions } from './api.ts'
import type { Guide } from '../workbook/guide.ts'
import { cellOf } from './fields.ts'
import { Findings } from './findings.ts'
import { limits } from './limits.ts'
import { parseMetadata } from './metadata-json.ts'
import { metadataKey, Refused } from './metadata.ts'
import type { DocumentMetadata, ReadDocument } from '../workbook/read-document.ts'
import type { Pace } from './pace.ts'
import { PdfFile } from './pdf-file.ts'
import { flag, type FormField, PdfForm } from './pdf-form.ts'
import { Name, type PdfValue } from './pdf-values.ts'
import type { Found } from './values.ts'

/** So many bytes hold more than the longest answer, in every encoding. */
const longestAnswer = 3 * limits.answer + 8

/** Reads a PDF. */
export async function readPdf (bytes: Uint8Array, guide: Guide, options: ReadOptions, pace: Pace): Promise<ReadDocument> {
  const file = await PdfFile.open(bytes, pace)
  const metadata = readMetadata(file)
  const form = await PdfForm.open(file, pace)
  if (form.fields.size === 0 && file.objects.size === 0) throw new Refused('damaged')
  const findings = new Findings(guide, metadata, options.language ?? 'en-US')
  for (const field of [...form.fields.values(), ...form.repeated]) {
    await pace.restAt(1)
    // Programs that put files together, or copy pages, give names that are taken a number.
    const name = field.name.replace(/^\d+\.|\+\d+/g, '')
    const found = foundIn(field, file)
    const cell = cellOf(name)
    if (!findings.knows(name)) {
      findings.stray(name, found)
      continue
    }
    findings.take(name, found)
    if (cell !== undefined) findings.row(cell.table, cell.row)
  }
  for (const { value } of file.objects.values()) {
    await pace.restAt(1)
    for (const reference of value instanceof Map ? file.array(value.get('Annots')) : []) {
      const annotation = file.dictionary(reference)
      if (!/^(?:Widget|Link|Popup)$/.test(file.name(annotation?.get('Subtype')) ?? '')) findings.beside(file.text(annotation?.get('Contents')))
    }
  }
  const document = metadata?.document ?? null
  const expected = metadata?.serials ?? []
  return findings.result('pdf', document, expected)
}

/** What the file says about itself; null where that is gone. */
export function readMetadata (file: PdfFile): DocumentMetadata | null {
  const json = file.dictionary(file.trailer.get('Info'))?.get(metadataKey)
  return parseMetadata(file.text(json, limits.text))
}

function foundIn (field: FormField, file: PdfFile): Found {
  const formatted = field.dictionary.get('RV')
  if (field.value instanceof Map || (field.value === null && formatted !== undefined)) {
    return { text: file.text(formatted).replace(/<[^<>]*>/g, ' '), unreadable: true }
  }
  if (field.type !== 'Btn') return { text: textIn(field.value, file, longestAnswer), labels: labelsOf(field, file) }
  const state = stateOf(field, file)
  if ((field.flags & flag.radio) !== 0) return { text: state }
  return { text: '', ticked: state !== '' }
}

/** The labels that a list gives to its export values. */
function labelsOf (field: FormField, file: PdfFile): Map<string, string> {
  const pairs = field.options.map(option => file.array(option).map(part => textIn(part, file)))
  return new Map(pairs.flatMap(([id, label]) => id === undefined || label === undefined ? [] : [[label, id] as const]))
}

/** The text of a field; a list's first choice. Old programs part lines by carriage returns. */
function textIn (value: PdfValue, file: PdfFile, most?: number): string {
  const first = Array.isArray(value) ? file.get(value[0]) : value
  return first instanceof Name ? first.text : file.text(first, most).replace(/\r\n?/g, '\n')
}

/** The state that a tick or a group of radio buttons is in; '' for off. */
function stateOf (field: FormField, file: PdfFile): string {
  const shown = field.widgets.map(widget => file.name(widget.dictionary.get('AS'))).find(name => name !== undefined && name !== 'Off')
  const own = textIn(field.value, file)
  const state = own === 'Off' || own === '' ? shown : own
  if (state === undefined) return ''
  // Some programs name the states by position and keep the export values in a list.
  return (/^\d{1,4}$/.test(state) && file.text(field.options[Number(state)])) || state
}
