import { isFieldId, isSegment } from '../workbook/field-id.ts'
import { oneLine } from '../workbook/text.ts'
import { isPartnerId } from '../workbook/workbook.ts'
import { limits } from './limits.ts'
import { Refused } from './metadata.ts'
import type { DocumentMetadata, FilledFrom } from '../workbook/read-document.ts'

// A guide has about twenty; the list is looked through for every field.
const mostInstruments = 1000
/** Characters of the name of a round or view. */
const longestName = 100

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
  const layer = filledFrom(data['layer'])
  if (layer !== undefined) metadata.layer = layer
  return metadata
}

/** Which answers a file was filled from; undefined of anything that makes no sense. */
function filledFrom (value: unknown): FilledFrom | undefined {
  if (!isObject(value)) return undefined
  const { kind, name, day, at } = value
  if ((kind !== 'today' && kind !== 'round' && kind !== 'view') || typeof day !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(day)) return undefined
  if (typeof at !== 'number' || !Number.isFinite(at) || (kind !== 'today' && typeof name !== 'string')) return undefined
  return { kind, ...typeof name === 'string' && { name: oneLine(name).slice(0, longestName) }, day, at }
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
