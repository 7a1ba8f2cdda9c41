import { cleanText, oneLine } from '../../workbook/text.ts'
import { escape, escapeAttribute } from '../xml.ts'
import { pack, writeZip } from '../zip.ts'
import { sameSheet, sheetWithoutName } from '../../words/exports.ts'
import type { Table } from './api.ts'
import { looksLikeFormula } from './csv.ts'

const start = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const content = 'application/vnd.openxmlformats-officedocument.spreadsheetml.'

// What a program takes at most.
const limits = { rows: 1_048_576, columns: 16_384, characters: 32_767, name: 31 }

/** Positions in the list of looks below. */
const look = { text: 1, heading: 2, notFormula: 3 }
const styles = `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>` +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4">' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  ['fontId="0"', 'fontId="1" applyFont="1"', 'fontId="0" quotePrefix="1"'].map(own =>
    `<xf numFmtId="49" fillId="0" borderId="0" xfId="0" ${own} applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`).join('') +
    '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'

/** Writes a workbook. Text is stored as text, whatever it looks like, and stays so when someone edits the cell. */
export async function xlsx (tables: readonly Table[]): Promise<Uint8Array<ArrayBuffer>> {
  const names = sheetNames(tables.map(table => table.title))
  const overrides = [['/xl/workbook.xml', 'sheet.main+xml'], ['/xl/styles.xml', 'styles+xml'],
    ...tables.map((_, i) => [`/xl/worksheets/sheet${i + 1}.xml`, 'worksheet+xml'])]
  const parts: [string, string][] = [
    ['[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' +
    overrides.map(([part, type]) => `<Override PartName="${part}" ContentType="${content}${type}"/>`).join('') + '</Types>'],
    ['_rels/.rels', relationships([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>` +
    names.map((name, i) => `<sheet name="${escapeAttribute(plainly(name))}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('') + '</sheets></workbook>'],
    ['xl/_rels/workbook.xml.rels', relationships([...tables.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`] as const), ['styles', 'styles.xml']])],
    ['xl/styles.xml', styles],
    ...tables.map((table, i): [string, string] => [`xl/worksheets/sheet${i + 1}.xml`, sheet(table)])
  ]
  return writeZip(await Promise.all(parts.map(([name, xml]) => pack(name, start + xml))))
}

function relationships (targets: readonly (readonly [type: string, target: string])[]): string {
  return `<Relationships xmlns="${packageRelations}">` + targets.map(([type, target], i) =>
    `<Relationship Id="rId${i + 1}" Type="${relations}/${type}" Target="${target}"/>`).join('') + '</Relationships>'
}

function sheet (table: Table): string {
  const columns = table.columns.slice(0, limits.columns)
  const rows = table.rows.slice(0, limits.rows - 1)
  const widths = columns.map((heading, i) => Math.min(60, Math.max(10, ...[heading, ...rows.map(row => row[i] ?? '')].map(cell => longestLine(String(cell)) + 2))))
  const row = (cells: readonly (string | number)[], number: number): string => `<row r="${number}">` +
    cells.slice(0, limits.columns).map((value, i) => cell(value, `${columnName(i)}${number}`, number === 1)).join('') + '</row>'
  return `<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
    (columns.length === 0 ? '' : `<cols>${widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`) +
    `<sheetData>${[columns, ...rows].map((cells, i) => row(cells, i + 1)).join('')}</sheetData></worksheet>`
}

function longestLine (text: string): number {
  return text.split('\n').reduce((longest, line) => Math.max(longest, line.length), 0)
}

function cell (value: string | number, place: string, heading: boolean): string {
  if (typeof value === 'number') return Number.isFinite(value) ? `<c r="${place}"><v>${value}</v></c>` : ''
  if (value === '') return ''
  const style = heading ? look.heading : looksLikeFormula(value) ? look.notFormula : look.text
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escape(plainly(cut(cleanText(value), limits.characters)))}</t></is></c>`
}

/** A text that is too long says that it goes on. */
function cut (text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '') + '\u2026'
}

/** Spreadsheets read _x000A_ as a character: the underscore before such a text is written as one too. */
function plainly (text: string): string {
  return text.replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_')
}

/** A, B … Z, AA … */
function columnName (index: number): string {
  return (index >= 26 ? columnName(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + index % 26)
}

/** Names that a spreadsheet takes: short, without certain signs, and each once. */
function sheetNames (titles: readonly string[]): string[] {
  const taken = new Set<string>()
  return titles.map((title, i) => {
    const plain = cut(oneLine(title).replace(/[[\]:*?/\\]/g, ' ').replace(/^'+|'+$/g, '').trim(), limits.name) || sheetWithoutName({ number: i + 1 })
    let name = plain
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = sameSheet({ name: cut(plain, limits.name - 4), number: n })
    taken.add(name.toLowerCase())
    return name
  })
}
