import { limits } from '../../../documents/limits.ts'
import { Refused } from '../../../documents/metadata.ts'
import type { ReadOptions } from '../../../documents/options.ts'
import { Pace } from '../../../documents/pace.ts'
import { listEntries, openPart, type ZipEntry } from '../../../documents/unzip.ts'
import { elements, textIn, type XmlElement } from '../../../documents/xml.ts'
import { longestTyped } from '../../../workbook/limits.ts'
import { mostColumns, mostLines, NotAList, trimmed, type CellTrouble, type Grid, type Line } from '../grid.ts'

/** Formats that a file names by number alone: days, with and without times. */
const dayFormats = /^(?:1[4-7]|22|2[7-9]|3[014-6]|5[0-478])$/

/** What all sheets of a file share. */
interface Shared {
  texts: string[]
  /** Which looks are those of a day. */
  days: boolean[]
  /** Whether days are counted from 1904. */
  late: boolean
}

/**
 * Reads the sheets of an .xlsx file: what a spreadsheet shows or stores in each cell. Formulas are never worked out, their stored values are
 * taken. A cell that covers several rows counts for each of them, in its first column.
 * @throws {NotAList} Where the file is no spreadsheet, protected, damaged, or larger than what is read here.
 */
export async function readSpreadsheet (bytes: Uint8Array, options: ReadOptions = {}): Promise<Grid[]> {
  if (bytes.length > limits.file) throw new NotAList('too-large')
  try {
    const pace = new Pace({ deadline: 60_000, ...options })
    return await sheetsOf(listEntries(bytes), pace)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const { reason } = error
    throw new NotAList(reason === 'encrypted' || reason === 'too-large' || reason === 'old-browser' ? reason : 'damaged')
  }
}

async function sheetsOf (entries: readonly ZipEntry[], pace: Pace): Promise<Grid[]> {
  const names = entries.map(({ name }) => name.replaceAll('\\', '/').toLowerCase())
  // Numbers first: its files can hold what others are known by.
  if (names.some(name => /^index\/.*\.iwa$/.test(name))) throw new NotAList('numbers')
  if (names.includes('content.xml')) throw new NotAList('open-document')
  // Where the main part lies, its relation says; nearly every program puts it here.
  const main = await mainPart(entries, pace)
  const book = await openPart(entries, main, pace)
  if (book === undefined || local(book) !== 'workbook') throw new NotAList('other-kind')
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const relations = await relationsOf(entries, main, pace)
  const related = (type: string): string | undefined => [...relations.values()].find(relation => relation.type.endsWith('/' + type))?.target
  const shared: Shared = {
    texts: await sharedTexts(await openPart(entries, related('sharedStrings') ?? folder + 'sharedStrings.xml', pace), pace),
    days: dayLooks(await openPart(entries, related('styles') ?? folder + 'styles.xml', pace)),
    late: isOn(attribute(below(book, 'workbookPr'), 'date1904'))
  }
  const grids: Grid[] = []
  for (const sheet of elements(below(book, 'sheets'))) {
    const relation = relations.get(attribute(sheet, 'id'))
    // A sheet that holds nothing but a chart has no cells.
    if (relation?.type.endsWith('/worksheet') !== true) continue
    const part = await openPart(entries, relation.target, pace, shortened)
    if (part === undefined) throw new NotAList('damaged')
    const grid = await readSheet(part, shared, pace)
    grids.push({ ...grid, name: attribute(sheet, 'name'), ...attribute(sheet, 'state').toLowerCase().includes('hidden') && { hidden: true as const } })
  }
  if (grids.length === 0) throw new NotAList('no-sheet')
  if (grids.every(grid => grid.lines.length === 0)) throw new NotAList('empty')
  return grids
}

async function mainPart (entries: readonly ZipEntry[], pace: Pace): Promise<string> {
  const relations = await relationsOf(entries, '', pace)
  return [...relations.values()].find(relation => relation.type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml'
}

/** Relations of a part by id, with the full names of what they lead to. */
async function relationsOf (entries: readonly ZipEntry[], part: string, pace: Pace): Promise<Map<string, { type: string, target: string }>> {
  const slash = part.lastIndexOf('/') + 1
  const folder = part.slice(0, slash)
  const root = await openPart(entries, `${folder}_rels/${part.slice(slash)}.rels`, pace)
  return new Map(elements(root).map(relation => {
    const target = attribute(relation, 'Target')
    const path: string[] = []
    for (const step of (target.startsWith('/') ? target.slice(1) : folder + target).split('/')) {
      if (step === '..') path.pop()
      else if (step !== '.') path.push(step)
    }
    return [attribute(relation, 'Id'), { type: attribute(relation, 'Type'), target: path.join('/') }]
  }))
}

async function sharedTexts (root: XmlElement | undefined, pace: Pace): Promise<string[]> {
  const texts: string[] = []
  for (const item of elements(root)) {
    if (pace.due) await pace.rest()
    if (local(item) === 'si') texts.push(richText(item))
  }
  return texts
}

/** The text of a cell in pieces of several looks; how Japanese words are read aloud is left out. */
function richText (item: XmlElement): string {
  return unmasked(elements(item).map(part => local(part) === 't' ? textIn(part) : local(part) === 'r' ? richText(part) : '').join(''))
}

/** Spreadsheets write a character that XML cannot hold as its number. */
function unmasked (text: string): string {
  return text.replace(/_x([\da-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

/** Characters of what says how a number looks, as Excel takes them. */
const longestLook = 255

/** Which looks show a number as a day. */
function dayLooks (styles: XmlElement | undefined): boolean[] {
  const own = new Map(elements(below(styles, 'numFmts')).map(format => [attribute(format, 'numFmtId'), attribute(format, 'formatCode').slice(0, longestLook)]))
  return elements(below(styles, 'cellXfs')).map(look => {
    const id = attribute(look, 'numFmtId')
    const code = own.get(id)
    // What stands in quotes or brackets is shown as it is, or names a color or a language.
    return code === undefined ? dayFormats.test(id) : /[dy]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').split(';')[0]!)
  })
}

/**
 * A sheet of which the rows are left out that are not read, but for one that says where it was cut: a hundred thousand rows cost no more than
 * those. What follows the rows stays. Where a row may stand in a comment, nothing is left out.
 */
export function shortened (xml: string): string {
  const rows = /<\w*:?row\b/g
  if (xml.includes('<!')) return xml
  for (let left = mostLines + 2; left-- > 0;) if (!rows.test(xml)) return xml
  return xml.slice(0, xml.lastIndexOf('<', rows.lastIndex)) + xml.slice(xml.search(/<\/\w*:?sheetData/))
}

async function readSheet (sheet: XmlElement, shared: Shared, pace: Pace): Promise<Omit<Grid, 'name' | 'hidden'>> {
  const hiddenColumns = new Set<number>()
  for (const column of elements(below(sheet, 'cols'))) {
    if (!isOn(attribute(column, 'hidden'))) continue
    const last = Math.min(Number(attribute(column, 'max')), mostColumns)
    for (let i = Math.max(Number(attribute(column, 'min')), 1); i <= last; i++) hiddenColumns.add(i - 1)
  }
  const lines: Line[] = []
  let cutAt: number | undefined
  let before = 0
  for (const row of elements(below(sheet, 'sheetData'))) {
    const number = Number(attribute(row, 'r')) || before + 1
    before = number
    if (lines.length >= mostLines) {
      cutAt = number
      break
    }
    lines.push(readRow(row, number, shared))
    // A row is some work by itself.
    await pace.restAt(0.9)
  }
  await spread(lines, elements(below(sheet, 'mergeCells')), pace)
  return { lines: trimmed(lines), ...hiddenColumns.size > 0 && { hiddenColumns }, ...cutAt !== undefined && { cutAt } }
}

function readRow (row: XmlElement, number: number, shared: Shared): Line {
  const line: Line = { number, cells: [], ...isOn(attribute(row, 'hidden')) && { hidden: true as const } }
  let next = 0
  for (const cell of elements(row)) {
    const at = columnOf(attribute(cell, 'r')) ?? next
    next = at + 1
    if (at >= mostColumns) continue
    const { text, trouble } = readCell(cell, shared)
    while (line.cells.length <= at) line.cells.push('')
    line.cells[at] = text.slice(0, longestTyped)
    const wrong = text.length > longestTyped ? 'long' : trouble
    if (wrong !== undefined) (line.trouble ??= new Map()).set(at, wrong)
  }
  return line
}

function readCell (cell: XmlElement, shared: Shared): { text: string, trouble?: CellTrouble } {
  const type = attribute(cell, 't')
  if (type === 'inlineStr') return { text: richText(below(cell, 'is') ?? cell) }
  const value = below(cell, 'v')
  const stored = value === undefined ? '' : textIn(value)
  if (stored === '') return below(cell, 'f') === undefined || value !== undefined ? { text: '' } : { text: '', trouble: 'formula' }
  switch (type) {
    case 's': return { text: shared.texts[Number(stored)] ?? '' }
    case 'str': return { text: unmasked(stored) }
    case 'e': return { text: stored, trouble: 'error' }
    case 'b': return { text: stored === '1' ? 'TRUE' : 'FALSE' }
    case 'd': return { text: stored.slice(0, 10) }
    default: return { text: numberText(stored, shared.days[Number(attribute(cell, 's')) || 0] === true, shared.late) }
  }
}

/** A number as a spreadsheet shows it without a look; a day as ISO 8601. */
function numberText (stored: string, isDay: boolean, late: boolean): string {
  const number = Number(stored)
  if (!Number.isFinite(number)) return stored
  if (!isDay || number < 1) return String(Number(number.toPrecision(15)))
  // Excel knows a February 29, 1900, so that days before March of that year are one off.
  const days = Math.floor(number) + (late ? 1462 : number < 60 ? 1 : 0)
  const date = new Date(Date.UTC(1899, 11, 30) + days * 86_400_000)
  return Number.isNaN(date.getTime()) ? stored : date.toISOString().slice(0, 10)
}

/** Puts what a cell over several rows says into each of them. */
async function spread (lines: readonly Line[], merged: readonly XmlElement[], pace: Pace): Promise<void> {
  const places = new Map(lines.map((line, i) => [line.number, i]))
  // A line that says nothing else is the room that the cell takes, and no row of its own.
  const says = lines.map(line => line.cells.some(cell => cell.trim() !== ''))
  // In a sheet that somebody made, no two of them cover the same cell.
  let left = mostLines * mostColumns
  for (const cell of merged) {
    if (pace.due) await pace.rest()
    const match = /^\$?([A-Z]{1,3})\$?(\d+):\$?[A-Z]{1,3}\$?(\d+)$/.exec(attribute(cell, 'ref'))
    if (match === null) continue
    const column = columnOf(match[1]!)!
    const [first, last] = [Number(match[2]), Number(match[3])]
    const at = places.get(first) ?? lines.length
    const text = lines[at]?.cells[column] ?? ''
    if (text === '' || column >= mostColumns) continue
    // Lines alone that stand in the file: a range can cover a million rows.
    for (let i = at + 1; i < lines.length && lines[i]!.number <= last && left-- > 0; i++) {
      const { cells } = lines[i]!
      if (!says[i]) continue
      while (cells.length <= column) cells.push('')
      cells[column] = text
    }
  }
}

/** Which column a place such as `AB12` is in, counted from 0. */
function columnOf (place: string): number | null {
  const letters = /^\$?([A-Z]{1,3})/.exec(place)?.[1]
  return letters === undefined ? null : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function isOn (value: string): boolean {
  return value === '1' || value === 'true'
}

/** The name without its prefix: programs choose their own. */
function local (element: XmlElement): string {
  return element.name.slice(element.name.indexOf(':') + 1)
}

function below (element: XmlElement | undefined, name: string): XmlElement | undefined {
  return elements(element).find(child => local(child) === name)
}

/** What an attribute says, whatever prefix it has; '' where it is not there. */
function attribute (element: XmlElement | undefined, name: string): string {
  if (element === undefined) return ''
  const own = element.attributes.get(name)
  if (own !== undefined) return own
  for (const [key, value] of element.attributes) if (key.endsWith(':' + name)) return value
  return ''
}
