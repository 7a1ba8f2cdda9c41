import type { ReadOptions } from './options.ts'
import type { Guide } from '../workbook/guide.ts'
import { daysOf } from './dates.ts'
import { DocxTables } from './docx-tables.ts'
import { walkBody, type Body } from './docx-walk.ts'
import { isOn, type Mark, type Place } from './docx-parts.ts'
import { Findings } from './findings.ts'
import { parseMetadata } from './metadata-json.ts'
import { Refused } from './metadata.ts'
import type { DocumentMetadata, ReadDocument } from '../workbook/read-document.ts'
import { inWord } from './metadata-places.ts'
import type { Pace } from './pace.ts'
import { foundAt } from './docx-values.ts'
import { listEntries, openPart, type ZipEntry } from './unzip.ts'
import { attributeOf, child, elements, make, textIn, wordsIn, type XmlElement } from './xml.ts'

/** Reads a Word file. */
export async function readDocx (bytes: Uint8Array, guide: Guide, options: ReadOptions, pace: Pace): Promise<ReadDocument> {
  const entries = listEntries(bytes)
  const main = await partOf(entries, 'word/document.xml', '/officeDocument', pace)
  if (main === undefined) throw notWord(entries.map(entry => entry.name))
  const json = inWord(await partOf(entries, 'docProps/custom.xml', '/custom-properties', pace))
  const metadata = parseMetadata(json && textIn(json))
  // Answers are read without it too.
  const styles = await openPart(entries, 'word/styles.xml', pace).catch(() => undefined)
  const marked = metadata === null ? languageIn(styles) || wordsIn(elements(await openPart(entries, 'docProps/core.xml', pace).catch(() => undefined)).find(({ name }) => /(?:^|:)language$/.test(name)) ?? none) : ''
  const findings = new Findings(guide, metadata, daysOf(metadata, marked, options), options.labels?.others)
  const hides = hiding(styles)
  const body = await walkBody(main, tag => findings.knows(tag), hides, options, pace)
  const comments = elements(await openPart(entries, 'word/comments.xml', pace)).map(wordsIn)
  return await collect(body, findings, pace, [...body.boxes, ...comments])
}

/** The language that a file is in where nothing in it says otherwise; '' where it does not say that. */
function languageIn (styles: XmlElement | undefined): string {
  return attributeOf(child(child(child(child(styles, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr'), 'w:lang'))
}

/** A part where it usually is, or else where the package says. */
async function partOf (entries: readonly ZipEntry[], usual: string, type: string, pace: Pace): Promise<XmlElement | undefined> {
  const part = await openPart(entries, usual, pace)
  if (part !== undefined) return part
  const relations = elements(await openPart(entries, '_rels/.rels', pace))
  const target = attributeOf(relations.find(element => attributeOf(element, 'Type').endsWith(type)), 'Target')
  return await openPart(entries, target.replace(/^[./]+/, ''), pace)
}

const none = make('none')

// Word lets about ten styles stand on each other.
const mostBases = 32

/** Tells which styles hide their text, themselves or by the style that they stand on. */
function hiding (styles: XmlElement | undefined): (style: string) => boolean {
  const all = new Map(elements(styles).map(style => {
    const own = child(child(style, 'w:rPr'), 'w:vanish')
    return [attributeOf(style, 'w:styleId'), { hides: own && isOn(own), base: attributeOf(child(style, 'w:basedOn')) }]
  }))
  return id => {
    let style = all.get(id)
    for (let i = 0; style !== undefined && style.hides === undefined && i < mostBases; i++) style = all.get(style.base)
    return style?.hides === true
  }
}

function notWord (names: readonly string[]): Refused {
  return new Refused(names.includes('content.xml') ? 'open-document'
    : names.some(name => /\.(?:docx|pdf|json)$/i.test(name)) ? 'zip-folder' : 'other-kind')
}

async function collect (body: Body, findings: Findings, pace: Pace, beside: readonly string[]): Promise<ReadDocument> {
  const { guide, metadata } = findings
  const serials = new Serials(guide, metadata)
  const ids = new Map<Place, { byTag?: string, byMark?: string }>()
  for (const place of body.places) {
    const id: { byTag?: string, byMark?: string } = {}
    if (place.control?.known === true) id.byTag = place.control.tag
    const byMark = place.mark && serials.id(place.mark)
    if (byMark !== undefined) id.byMark = byMark
    if (id.byTag !== undefined || id.byMark !== undefined) ids.set(place, id)
  }
  const tables = new DocxTables(findings, ids)
  await tables.take(body.tables, pace)
  for (const place of body.places) {
    if (pace.due) await pace.rest()
    if (tables.done.has(place)) continue
    const { byTag, byMark } = ids.get(place) ?? {}
    const id = byTag ?? byMark
    if (id !== undefined) findings.take(id, foundAt(place))
    else if (place.control !== undefined && place.control.tag !== '') findings.stray(foundAt(place))
  }
  for (const words of beside) findings.beside(words)
  const document = metadata?.document ?? serials.document
  // A file that lost all but its tables does not say what else it had: the rest of what it belongs to.
  return findings.result('docx', document, metadata?.serials ?? (ids.size > 0 ? findings.expected(document) : findings.singles()))
}

/** Knows which field a bookmark is for: from the file's metadata, else from the site's own list of documents. */
class Serials {
  /** The document that the first known bookmark belongs to. */
  document: string | null = null

  constructor (readonly guide: Guide, readonly metadata: DocumentMetadata | null) {}

  id (mark: Mark): string | undefined {
    const known = this.guide.documents.find(document => document.code === mark.code)
    const serials = this.metadata?.code === mark.code ? this.metadata.serials : known?.serials
    const id = serials?.[mark.serial - 1]
    if (id === undefined || id === '') return undefined
    this.document ??= known?.id ?? null
    if (mark.row === undefined) return id
    const segments = id.split('.')
    if (segments.length === 4) segments[2] = mark.row
    return segments.join('.')
  }
}
