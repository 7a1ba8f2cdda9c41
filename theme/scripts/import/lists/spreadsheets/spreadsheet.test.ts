import assert from 'node:assert/strict'
import { test } from 'node:test'
import { xlsx } from '../../../documents/tables/xlsx.ts'
import { pack, writeZip } from '../../../documents/zip.ts'
import { mostLines, NotAList, type Grid } from '../grid.ts'
import { readSpreadsheet, shortened } from './spreadsheet.ts'
import { spent } from '../../../workbook/testing/spent.ts'

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A file as Excel writes one. */
async function file (sheets: { name: string, xml: string, state?: string }[], more: Record<string, string> = {}): Promise<Uint8Array> {
  const relation = (id: string, type: string, target: string): string => `<Relationship Id="${id}" Type="${types}/${type}" Target="${target}"/>`
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships>${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${types}"><workbookPr/><sheets>${sheets.map((sheet, i) => `<sheet name="${sheet.name}" sheetId="${i + 1}"${sheet.state === undefined ? '' : ` state="${sheet.state}"`} r:id="s${i}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets.map((_, i) => relation(`s${i}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)).join('')}${relation('t', 'sharedStrings', '/xl/sharedStrings.xml')}${relation('y', 'styles', 'styles.xml')}</Relationships>`,
    'xl/styles.xml': `<styleSheet ${main}><numFmts><numFmt numFmtId="164" formatCode="[$-409]d\\-mmm\\-yy;@"/><numFmt numFmtId="165" formatCode="&quot;day&quot; 0"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(sheets.map((sheet, i) => [`xl/worksheets/sheet${i + 1}.xml`, `<worksheet ${main}>${sheet.xml}</worksheet>`])), ...more
  }
  return writeZip(await Promise.all(Object.entries(parts).map(([name, text]) => pack(name, text))))
}
const sheet = async (xml: string, more?: Record<string, string>): Promise<Grid> => (await readSpreadsheet(await file([{ name: 'A', xml }], more)))[0]!
const refusal = async (bytes: Uint8Array): Promise<string> => await readSpreadsheet(bytes).then(() => '', (error: unknown) => {
  assert.ok(error instanceof NotAList)
  return error.reason
})

test('our own file comes back to the letter', async () => {
  const rows = [['=1+1', ' both ', 'x\ny'], ['_x000A_', "'plain", '-5'], ['', 'b', '']]
  const [grid] = await readSpreadsheet(await xlsx([{ title: 'Map', columns: ['A', 'B', 'C'], rows }]))
  assert.equal(grid!.name, 'Map')
  assert.deepEqual(grid!.lines.map(line => line.cells), [['A', 'B', 'C'], rows[0], rows[1], ['', 'b']])
})

test('shared and rich texts, numbers, ticks, and values that formulas left', async () => {
  const grid = await sheet('<sheetData><row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c></row>' +
    '<row r="5"><c r="A5"><v>0.30000000000000004</v></c><c t="b"><v>1</v></c><c t="str"><f>A1&amp;"x"</f><v>Old Mill</v></c><c><f>1+1</f><v>2</v></c></row></sheetData>', {
    'xl/sharedStrings.xml': `<sst ${main}><si><t>Name</t></si><si><r><t>How </t></r><r><rPr><b/></rPr><t>close</t></r><rPh><t>aloud</t></rPh></si></sst>`
  })
  assert.deepEqual(grid.lines, [{ number: 2, cells: ['Name', '', 'How close'] }, { number: 5, cells: ['0.3', 'TRUE', 'Old Mill', '2'] }])
})

test('a formula that failed, or whose value the file does not hold, is no text', async () => {
  const grid = await sheet('<sheetData><row r="1"><c r="A1" t="e"><f>B9</f><v>#REF!</v></c><c r="B1"><f>1+1</f></c><c r="C1" t="str"><f>""</f><v></v></c><c r="D1"><v>7</v></c></row></sheetData>')
  assert.deepEqual([...grid.lines[0]!.trouble!], [[0, 'error'], [1, 'formula']])
  assert.deepEqual(grid.lines[0]!.cells, ['#REF!', '', '', '7'])
})

test('numbers that are shown as days are days, whatever shows them so', async () => {
  const row = '<row r="1"><c s="1"><v>46100</v></c><c s="2"><v>46100.75</v></c><c s="3"><v>46100</v></c><c><v>46100</v></c><c s="1"><v>1</v></c><c t="d"><v>2026-03-19T00:00:00</v></c></row>'
  assert.deepEqual((await sheet(`<sheetData>${row}</sheetData>`)).lines[0]!.cells, ['2026-03-19', '2026-03-19', '46100', '46100', '1900-01-01', '2026-03-19'])
  const bytes = await file([{ name: 'A', xml: `<sheetData>${row}</sheetData>` }], { 'xl/workbook.xml': `<workbook ${main} xmlns:r="${types}"><workbookPr date1904="1"/><sheets><sheet name="A" r:id="s0"/></sheets></workbook>` })
  assert.equal((await readSpreadsheet(bytes))[0]!.lines[0]!.cells[0], '2030-03-20')
})

test('a cell over several rows counts for each of them that says something', async () => {
  const text = (place: string, value: string): string => `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`
  const grid = await sheet(`<sheetData><row r="1">${text('A1', 'Our list')}</row><row r="2">${text('A2', 'Housing')}${text('B2', 'Old Mill')}</row><row r="3"><c r="A3"/>${text('B3', 'Harbor')}</row><row r="4"><c r="A4"/></row></sheetData>` +
    '<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="A2:A1048576"/></mergeCells>')
  assert.deepEqual(grid.lines.map(line => line.cells), [['Our list'], ['Housing', 'Old Mill'], ['Housing', 'Harbor']])
})

test('what a spreadsheet hides is known: sheets, rows and columns', async () => {
  const xml = '<cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="1" hidden="1"><c><v>1</v></c></row><row r="2"><c><v>2</v></c></row></sheetData>'
  const grids = await readSpreadsheet(await file([{ name: 'Seen', xml }, { name: 'Old', xml: '<sheetData><row><c><v>1</v></c></row></sheetData>', state: 'veryHidden' }]))
  assert.deepEqual(grids.map(grid => [grid.name, grid.hidden ?? false]), [['Seen', false], ['Old', true]])
  assert.deepEqual(grids[0]!.lines.map(line => line.hidden ?? false), [true, false])
  assert.deepEqual([...grids[0]!.hiddenColumns!], [1, 2])
})

test('what is no spreadsheet says what it is', async () => {
  const zip = async (...names: string[]): Promise<Uint8Array> => writeZip(await Promise.all(names.map(name => pack(name, '<x/>'))))
  assert.equal(await refusal(await zip('mimetype', 'content.xml')), 'open-document')
  assert.equal(await refusal(await zip('Index/Document.iwa')), 'numbers')
  assert.equal(await refusal(await zip('word/document.xml')), 'other-kind')
  assert.equal(await refusal(await file([])), 'no-sheet')
  assert.equal(await refusal(await file([{ name: 'A', xml: '<sheetData/>' }])), 'empty')
  assert.equal(await refusal((await file([{ name: 'A', xml: '' }])).subarray(0, 300)), 'damaged')
  assert.equal(await refusal(await file([{ name: 'A', xml: '<!DOCTYPE x>' }])), 'damaged')
})

test('tens of thousands of rows are read, and what would stall a phone is refused', async () => {
  const rows = (count: number): string => `<sheetData>${Array.from({ length: count }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}" t="inlineStr"><is><t>Org ${i}</t></is></c></row>`).join('')}</sheetData>`
  const grid = await sheet(rows(mostLines + 1000))
  assert.deepEqual([grid.lines.length, grid.cutAt], [mostLines, mostLines + 1])
  // What follows the rows counts all the same: here a cell over two of them.
  const long = await sheet(rows(100_000).replace('</sheetData>', '</sheetData><mergeCells><mergeCell ref="A1:A2"/></mergeCells>'))
  assert.deepEqual([long.lines.length, long.cutAt, long.lines[1]!.cells], [mostLines, mostLines + 1, ['Org 0']])
  assert.ok(shortened(rows(100_000)).length < rows(mostLines + 10).length)
  for (const kept of [rows(mostLines), rows(mostLines + 1), rows(mostLines + 5).replace('<row', '<!-- <row --><row')]) assert.equal(shortened(kept), kept)
  assert.equal(await refusal(await file([{ name: 'A', xml: `<sheetData><row r="1">${'<c/>'.repeat(1_000_001)}</row></sheetData>` }])), 'too-large')
})

test('a column that no sheet has, and more merged cells than a sheet holds, cost nothing', async () => {
  const time = spent()
  const rows = Array.from({ length: 8000 }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>1</v></c>${i === 0 ? '<c r="B1"><v>7</v></c>' : ''}</row>`).join('')
  const grid = await sheet('<cols><col hidden="1" min="-2000000000" max="2"/><col hidden="1" min="x" max="3"/></cols>' +
    `<sheetData>${rows}</sheetData><mergeCells>${'<mergeCell ref="B1:B1048576"/>'.repeat(30_000)}</mergeCells>`)
  assert.deepEqual([...grid.hiddenColumns!], [0, 1])
  assert.deepEqual([grid.lines.length, grid.lines[7999]!.cells], [8000, ['1', '7']])
  assert.ok(time() < 8000, String(time()))
})

test('the page breathes while a sheet is made of what was read, and whoever leaves is heard', async t => {
  let now = 0
  t.mock.method(performance, 'now', () => now++)
  const asks = async (tag: string): Promise<number> => {
    let asked = 0
    const signal = { get aborted () { asked++; return false } } as unknown as AbortSignal
    const rows = `<row>${'<c><v>1</v></c>'.repeat(20)}</row>`.repeat(2000)
    await readSpreadsheet(await file([{ name: 'A', xml: `<${tag}>${rows}</${tag}>` }, { name: 'B', xml: '<sheetData><row><c><v>1</v></c></row></sheetData>' }]), { signal, deadline: Infinity })
    return asked
  }
  assert.ok(await asks('sheetData') > await asks('otherData') + 20)
})
