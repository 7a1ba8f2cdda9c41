import { isFieldId, isSegment } from '../workbook/field-id.ts'
import { oneLine } from '../workbook/text.ts'
import { isPartnerId } from '../workbook/workbook.ts'
import { limits } from './limits.ts'
import { Refused } from './metadata.ts'
import type { DocumentMetadata } from '../workbook/read-document.ts'

// A guide has about twenty; the list is looked through for every field.
const mostInstruments = 1000

/**
 * Reads the metadata of a file, taking only what has the right shape; null where it is not there or cut.
 * @throws {Refused} where a newer version of this site wrote it.
 */
export function parseMetadata (json: string | undefined): DocumentMetadata | null {
  if (json === undefined || json.length > limits.metadata) return null
  let data: unknown
  try {
    data = JSON.parse(json)
  } catch {
    return null
  }
  if (!isObject(data) || typeof data['format'] !== 'number') return null
  if (data['format'] > 1) {
    throw new Refused('newer')
  }
  const { document, code, guide, partner } = data
  if (typeof document !== 'string' || typeof code !== 'string' || typeof guide !== 'string') return null
  if (!/^[a-z0-9-]{1,100}$/.test(document) || !/^[a-z0-9]{1,12}$/.test(code)) return null
  const metadata: DocumentMetadata = {
    format: 1,
    document,
    code,
    guide: oneLine(guide),
    instruments: texts(data['instruments']).slice(0, mostInstruments).filter(isSegment),
    serials: texts(data['serials']).map(id => isFieldId(id) ? id : ''),
    wording: entries(data['wording']),
    values: entries(data['values'])
  }
  const language = languageOf(data['language'])
  if (language !== undefined) metadata.language = language
  // Under any other id a partner could not be saved again.
  if (isObject(partner) && typeof partner['id'] === 'string' && isPartnerId(partner['id']) && typeof partner['name'] === 'string') {
    metadata.partner = { id: partner['id'], name: oneLine(partner['name']) }
  }
  return metadata
}

/** JSON in ASCII, so that every format carries it unchanged; LibreOffice reads `_x000A_` in a property as the character. */
export function writeMetadata (metadata: DocumentMetadata): string {
  return JSON.stringify(metadata).replace(/[\x7f-\uffff]|_(?=x[\da-f]{4}_)/gi, c => '\\u' + c.charCodeAt(0).toString(16).padStart(4, '0'))
}

/** A language that the browser takes; undefined of anything else. */
function languageOf (value: unknown): string | undefined {
  try {
    return typeof value === 'string' && value.length < 36 ? Intl.getCanonicalLocales(value)[0] : undefined
  } catch {
    return undefined
  }
}

function isObject (value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function texts (value: unknown): string[] {
  return Array.isArray(value) ? value.slice(0, limits.fields).filter(item => typeof item === 'string') : []
}

/** Texts by field id. The grammar of ids leaves no room for names such as `__proto__`. */
function entries (value: unknown): Record<string, string> {
  if (!isObject(value)) return {}
  return Object.fromEntries(Object.entries(value).slice(0, limits.fields).filter((entry): entry is [string, string] =>
    isFieldId(entry[0]) && typeof entry[1] === 'string'))
}
