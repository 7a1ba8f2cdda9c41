import type { ReadOptions } from './options.ts'
import type { Guide } from '../workbook/guide.ts'
import { daysOf } from './dates.ts'
import { cellOf } from './fields.ts'
import { Findings } from './findings.ts'
import { limits } from './limits.ts'
import { inPdf } from './metadata-places.ts'
import { Refused } from './metadata.ts'
import type { ReadDocument } from '../workbook/read-document.ts'
import type { Pace } from './pace.ts'
import { PdfFile } from './pdf-file.ts'
import { flag, type FormField, PdfForm } from './pdf-form.ts'
import { type Dictionary, Name, type PdfValue } from './pdf-values.ts'
import type { Found } from './values.ts'

/** So many bytes hold more than the longest answer, in every encoding. */
const longestAnswer = 3 * limits.answer + 8

/** Reads a PDF. */
export async function readPdf (bytes: Uint8Array, guide: Guide, options: ReadOptions, pace: Pace): Promise<ReadDocument> {
  const file = await PdfFile.open(bytes, pace)
  const metadata = inPdf(file)
  const form = await PdfForm.open(file, pace)
  if (form.fields.size === 0 && file.objects.size === 0) throw new Refused('damaged')
  const findings = new Findings(guide, metadata, daysOf(metadata, form.language, options, form.language === 'en-US' ? 'en-US' : undefined), options.labels?.others)
  for (const field of [...form.fields.values(), ...form.repeated]) {
    await pace.restAt(1)
    // Programs that put files together, or copy pages, give names that are taken a number.
    const name = field.name.replace(/^\d+\.|\+\d+/g, '')
    const found = foundIn(field, file)
    const cell = cellOf(name)
    if (!findings.knows(name)) {
      findings.stray(found)
      continue
    }
    findings.take(name, found)
    if (cell !== undefined) findings.row(cell.table, cell.row)
  }
  const numbers = pageNumbers(form)
  const seen = new Set<Dictionary | undefined>()
  for (const { value } of file.objects.values()) {
    await pace.restAt(1)
    for (const reference of value instanceof Map ? file.array(value.get('Annots')) : []) {
      const annotation = file.dictionary(reference)
      if (seen.has(annotation)) continue
      seen.add(annotation)
      await pace.restAt(1)
      const words = drawn(annotation, file)
      const page = numbers.get(value as Dictionary)
      if (words === '') findings.remark('drawn', undefined, undefined, page)
      else findings.beside(words, undefined, undefined, page)
    }
  }
  return findings.result('pdf', metadata?.document ?? null, metadata?.serials ?? findings.expected(null))
}

/** The pages in their order, counted from 1. */
function pageNumbers ({ catalog, file }: PdfForm): Map<Dictionary, number> {
  const numbers = new Map<Dictionary, number>()
  const seen = new Set<Dictionary>()
  const waiting = [catalog?.get('Pages')]
  while (waiting.length > 0) {
    const node = file.dictionary(waiting.pop())
    if (node === undefined || seen.has(node)) continue
    seen.add(node)
    const kids = file.array(node.get('Kids'))
    if (kids.length === 0) numbers.set(node, numbers.size + 1)
    for (let i = kids.length; i > 0; i--) waiting.push(kids[i - 1])
  }
  return numbers
}

/** Annotations that nobody sees: unknown, hidden, or not for the screen. */
const unseen = 1 | 2 | 32

/** What someone drew on a page, in the words that stand with it: '' where there are none, undefined where it is no drawing. */
function drawn (annotation: Dictionary | undefined, file: PdfFile): string | undefined {
  const kind = file.name(annotation?.get('Subtype'))
  if (annotation === undefined || kind === undefined || /^(?:Link|Popup)$/.test(kind) || (file.number(annotation.get('F')) & unseen) !== 0) return undefined
  // Of fields only a signature is drawn.
  if (kind === 'Widget' && (file.name(annotation.get('FT')) !== 'Sig' || !annotation.has('V'))) return undefined
  return (file.text(annotation.get('Contents')) || unformatted(annotation.get('RC'), file)).trim()
}

function unformatted (value: PdfValue | undefined, file: PdfFile): string {
  return file.text(value).replace(/<[^<>]*>/g, ' ')
}

function foundIn (field: FormField, file: PdfFile): Found {
  const name = field.label
  const formatted = field.dictionary.get('RV')
  if (field.value instanceof Map || (field.value === null && formatted !== undefined)) {
    return { name, text: unformatted(formatted, file), unreadable: true }
  }
  if (field.type !== 'Btn') return { name, text: textIn(field.value, file, longestAnswer), labels: labelsOf(field, file) }
  const { state, shownOtherwise } = stateOf(field, file)
  return (field.flags & flag.radio) !== 0 ? { name, shownOtherwise, text: state } : { name, shownOtherwise, text: '', ticked: state !== '' }
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

/** The state that a tick or a group of radio buttons is in, '' for off, and whether it is seen in another one. */
function stateOf (field: FormField, file: PdfFile): { state: string, shownOtherwise: boolean } {
  const meaning = (state: string): string => state === 'Off' ? ''
    // Some programs name the states by position and keep the export values in a list.
    : (/^\d{1,4}$/.test(state) && file.text(field.options[Number(state)])) || state
  const looks = field.widgets.flatMap(widget => file.name(widget.dictionary.get('AS')) ?? []).map(meaning)
  const shown = looks.find(state => state !== '') ?? ''
  const value = textIn(field.value, file)
  const own = meaning(value)
  const same = (field.flags & flag.radio) !== 0 ? looks.every(state => state === '' || state === own) && own !== '' === (shown !== '') : own !== '' === (shown !== '')
  return { state: own || shown, shownOtherwise: value !== '' && looks.length > 0 && !same }
}
