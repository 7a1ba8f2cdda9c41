import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cleanText } from '../../workbook/text.ts'
import { Pace } from '../pace.ts'
import { listEntries, unpack } from '../unzip.ts'
import { descendants, parseXml, type XmlElement } from '../xml.ts'
import { csv } from './csv.ts'
import { xlsx } from './xlsx.ts'

const dangerous = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\uff1d1+1', '=HYPERLINK("https://example.com")']
const table = { title: 'Plan', columns: ['Step', 'Number'], rows: [['One, "two"\nthree', 3], ...dangerous.map(text => [text, -1.5])] }

async function part (bytes: Uint8Array, name: string): Promise<XmlElement> {
  const pace = new Pace()
  return await parseXml(await unpack(listEntries(bytes).find(entry => entry.name === name)!, pace), pace)
}

test('a text in comma-separated values never starts a formula, and a number stays one', () => {
  const lines = new TextDecoder('utf-8', { ignoreBOM: true }).decode(csv(table)).split('\r\n')
  assert.equal(lines[0], '\ufeffStep,Number')
  assert.equal(lines[1], '"One, ""two""\nthree",3')
  assert.equal(lines.length, dangerous.length + 3)
  for (const line of lines.slice(2, -1)) {
    assert.match(line, /^"?'/)
    assert.match(line, /,-1\.5$/)
  }
})

test('a workbook holds text as text, and marks what looks like a formula', async () => {
  const root = await part(await xlsx([table]), 'xl/worksheets/sheet1.xml')
  const cells = [...descendants(root, 'c')]
  assert.equal(cells.length, 2 * (dangerous.length + 2))
  assert.equal([...descendants(root, 'f')].length, 0)
  for (const cell of cells) {
    const text = [...descendants(cell, 't')][0]?.children.join('')
    assert.equal(cell.attributes.get('t'), text === undefined ? undefined : 'inlineStr')
    if (text !== undefined && dangerous.some(one => cleanText(one) === text)) assert.equal(cell.attributes.get('s'), '3')
  }
  const texts = cells.flatMap(cell => [...descendants(cell, 't')].map(t => t.children.join('')))
  assert.deepEqual(texts, ['Step', 'Number', 'One, "two"\nthree', ...dangerous.map(cleanText)])
})

test('names of sheets are short, allowed and different', async () => {
  const titles = ['Partners: who/what?', 'A very long title that no spreadsheet would ever take', 'A very long title that no spreadsheet would ever take', '', "'quoted'"]
  const root = await part(await xlsx(titles.map(title => ({ title, columns: ['A'], rows: [] }))), 'xl/workbook.xml')
  const names = [...descendants(root, 'sheet')].map(sheet => sheet.attributes.get('name')!)
  assert.equal(new Set(names).size, titles.length)
  for (const name of names) assert.match(name, /^[^[\]:*?/\\']{1,31}$/)
})

test('far columns have the names that spreadsheets give them', async () => {
  const columns = Array.from({ length: 703 }, (_, i) => `c${i}`)
  const root = await part(await xlsx([{ title: 'Wide', columns, rows: [] }]), 'xl/worksheets/sheet1.xml')
  const places = [...descendants(root, 'c')].map(cell => cell.attributes.get('r'))
  assert.deepEqual([places[25], places[26], places[701], places[702]], ['Z1', 'AA1', 'ZZ1', 'AAA1'])
})
