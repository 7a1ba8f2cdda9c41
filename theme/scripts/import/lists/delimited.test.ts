import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csv } from '../../documents/tables/csv.ts'
import { decode } from './decode.ts'
import { readDelimited } from './delimited.ts'
import { mostLines, NotAList } from './grid.ts'
import { spent } from '../../workbook/testing/spent.ts'

const cells = (text: string, pasted = false): string[][] => readDelimited(text, pasted).lines.map(line => line.cells)
const bytes = (...parts: (string | number[])[]): Uint8Array => Uint8Array.from(parts.flatMap(part => typeof part === 'string' ? [...new TextEncoder().encode(part)] : part))
const utf16 = (text: string, big: boolean): number[] => [...text].flatMap(c => big ? [c.charCodeAt(0) >> 8, c.charCodeAt(0) & 255] : [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8])
const refusal = (run: () => unknown): string => {
  try {
    run()
  } catch (error) {
    assert.ok(error instanceof NotAList)
    return `${error.reason} ${error.row}`
  }
  return ''
}

test('commas, semicolons, tabs and bars part cells, whichever the file uses', () => {
  for (const sign of [',', ';', '\t', '|']) {
    assert.deepEqual(cells(`Name${sign}Sector\r\nOld Mill${sign}Housing\r\n`), [['Name', 'Sector'], ['Old Mill', 'Housing']], sign)
  }
  assert.deepEqual(cells('Name;Note\nOld Mill;beds, meals, rides\nHarbor;one, two'), [['Name', 'Note'], ['Old Mill', 'beds, meals, rides'], ['Harbor', 'one, two']])
  assert.deepEqual(cells('sep=;\nName;Note\nA;b,c'), [['Name', 'Note'], ['A', 'b,c']])
  assert.deepEqual(cells('One\nTwo\nThree'), [['One'], ['Two'], ['Three']])
})

test('quotes hold signs, quotes and line breaks, and what stands after them stays', () => {
  assert.deepEqual(cells('Name,Note\n"Mill, Old","says ""yes""\r\nand more"\n'), [['Name', 'Note'], ['Mill, Old', 'says "yes"\r\nand more']])
  assert.deepEqual(cells('"Two" Rivers,x\n5" pipe,y'), [['Two Rivers', 'x'], ['5" pipe', 'y']])
  assert.deepEqual(cells('a,"",c\n,,\nd'), [['a', '', 'c'], ['d']])
  assert.equal(refusal(() => readDelimited('a,b\nc,d\ne,"f\ng,h')), 'open-quote 3')
})

test('rows keep the numbers that the spreadsheet gives them', () => {
  assert.deepEqual(readDelimited('a,"x\ny"\n\n,\nb,c').lines.map(line => line.number), [1, 4])
})

test('what was pasted is parted by tabs alone, and a lone quote is what somebody typed', () => {
  assert.deepEqual(cells('Mill, Old\t"a\nb"\r\n"Big\tx\r\n"Q" Bar\ty', true), [['Mill, Old', 'a\nb'], ['"Big', 'x'], ['"Q" Bar', 'y']])
})

test('text is read in whatever way it was written', () => {
  const text = 'Name,Café – Ñandú\r\n'
  assert.equal(decode(bytes(text)), text)
  assert.equal(decode(bytes([0xef, 0xbb, 0xbf], text)), text)
  for (const big of [false, true]) {
    assert.equal(decode(Uint8Array.from([...(big ? [0xfe, 0xff] : [0xff, 0xfe]), ...utf16(text, big)])), text)
    assert.equal(decode(Uint8Array.from(utf16(text, big))), text)
  }
  assert.equal(decode(bytes('Caf', [0xe9], ' ', [0xd1], 'and', [0xfa])), 'Café Ñandú')
  assert.equal(decode(bytes('')), '')
})

test('what is no list says what it is', () => {
  assert.equal(refusal(() => decode(bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))), 'old-excel 0')
  assert.equal(refusal(() => decode(bytes('%PDF-1.7'))), 'other-kind 0')
  assert.equal(refusal(() => decode(bytes('a', [0, 1, 2, 0], 'b'))), 'other-kind 0')
  assert.equal(refusal(() => decode(bytes('<html><table>'))), 'web-page 0')
  assert.equal(refusal(() => readDelimited(' \n,,\n')), 'empty 0')
})

test('our own file comes back to the letter, with what looks like a formula', () => {
  const rows = [['=1+1', "'=x", '-5'], ['@a', 'a;b', ' both '], ['x\ny', '"', "'plain"], ['+1-555', '\uff1d2', "''"]]
  const table = { title: '', columns: ['A', 'B', 'C'], rows }
  assert.deepEqual(cells(decode(csv(table))), [['A', 'B', 'C'], ...rows])
})

test('of a hundred thousand rows the first that is not read is known', () => {
  const row = 'Old Mill,Housing,"beds, meals"\n'
  const time = spent()
  const grid = readDelimited('Name,Sector,Note\n' + row.repeat(100_000))
  assert.equal(grid.lines.length, mostLines)
  assert.equal(grid.cutAt, mostLines + 1)
  assert.ok(time() < 2000)
})

test('a cell that no field takes is known, and the others of its row are there', () => {
  const [line] = readDelimited(`a,${'x'.repeat(100_001)},c`).lines
  assert.equal(line!.trouble!.get(1), 'long')
  assert.deepEqual([line!.cells[0], line!.cells[1]!.length, line!.cells[2]], ['a', 100_000, 'c'])
})
