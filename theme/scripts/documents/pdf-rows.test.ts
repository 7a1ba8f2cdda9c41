import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inflate } from './deflate.ts'
import { Pace } from './pace.ts'
import { PdfFile } from './pdf-file.ts'
import { fillPdf } from './pdf-fill.ts'
import { latin } from './pdf-parser.ts'
import type { Dictionary, Ref } from './pdf-values.ts'
import { blankPdf, noInk } from './testing/blank-pdf.ts'
import { bytesOf } from './testing/bytes.ts'
import { content } from './testing/guide.ts'

/** The blank sample with a structure, and a place below its table for what has no row there. */
function tagged (): Uint8Array {
  const structure = '900 0 obj\n<</Type/StructTreeRoot/K[901 0 R]/ParentTree<</Nums[3 901 0 R 7[902 0 R]]>>/ParentTreeNextKey 8>>\nendobj\n' +
    '901 0 obj\n<</Type/StructElem/S/Document/P 900 0 R/K[902 0 R 903 0 R]>>\nendobj\n' +
    '902 0 obj\n<</Type/StructElem/S/P/P 901 0 R/K 0/Pg 5 0 R>>\nendobj\n903 0 obj\n<</Type/StructElem/S/Span/P 901 0 R>>\nendobj\n'
  return bytesOf(latin(blankPdf())
    .replace('/Type/Catalog', '/Type/Catalog/StructTreeRoot 900 0 R')
    .replace('/Type/Page/', '/Type/Page/StructParents 7/')
    .replace('/T(gives)', '/T(gives)/PartnershipToolkitRows[5 0 R 50 100 450 111 903 0 R]')
    .replace('\nxref\n', '\n' + structure + 'xref\n'))
}

async function filled (count: number): Promise<{ file: PdfFile, page: Dictionary, bytes: Uint8Array }> {
  const keys = Array.from({ length: count }, (_, i) => `r${i + 1}`)
  const { bytes } = await fillPdf(tagged(), content(Object.fromEntries(keys.map(key => [`sample.gives.${key}.what`, `what of ${key}`])), { 'sample.gives': keys }), noInk)
  const file = await PdfFile.open(bytes, new Pace({ deadline: 60_000 }))
  const tree = file.dictionary(file.dictionary(file.trailer.get('Root'))!.get('Pages'))!
  return { file, page: file.dictionary(file.array(tree.get('Kids'))[0])!, bytes }
}

test('a table without room for all rows says so below it, tagged there', async () => {
  const { file, page, bytes } = await filled(6)
  const [stream] = file.array(page.get('Contents')) as Ref[]
  const at = latin(bytes).lastIndexOf(`\n${stream!.number} 0 obj\n`)
  const start = latin(bytes).indexOf('stream\n', at) + 7
  const text = latin(await inflate(bytes.subarray(start, start + file.number(file.dictionary(stream)!.get('Length'))), 'deflate', 1_000_000, async () => {}))
  const [, mark, place, codes] = /^q \/Span <<\/MCID (\d+)>> BDC\nBT .* (50 [\d.]+) Td <([0-9a-f]+)> Tj ET\nEMC Q\n$/.exec(text) ?? []
  assert.equal(latin(Uint8Array.from(codes!.match(/../g)!, code => Number.parseInt(code, 16))), '2 more rows of this table stand at the end of this file.')
  assert.ok(Number(place!.split(' ')[1]) > 100 && Number(place!.split(' ')[1]) < 108, place)
  // The mark leads to the element below the table, and back.
  const root = file.dictionary(file.dictionary(file.trailer.get('Root'))!.get('StructTreeRoot'))!
  const numbers = file.array(file.dictionary(root.get('ParentTree'))!.get('Nums'))
  const marked = file.array(numbers[numbers.indexOf(7) + 1]) as Ref[]
  assert.deepEqual(marked.map(element => element.number), [902, 903])
  assert.equal(mark, '1')
  assert.equal(file.number(file.dictionary(file.array(file.dictionary(marked[1])!.get('K'))[0])!.get('MCID')), 1)
  assert.ok(file.dictionary(file.dictionary(page.get('Resources'))!.get('Font'))!.has('Answer'))
})

test('one row is one row, and where all have room nothing is said', async () => {
  const { page } = await filled(4)
  assert.ok(!page.has('Contents'))
  const { file, page: full } = await filled(5)
  assert.equal(file.array(full.get('Contents')).length, 1)
})
