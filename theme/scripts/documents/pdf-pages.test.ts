import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Pace } from './pace.ts'
import { PdfFile } from './pdf-file.ts'
import { fillPdf } from './pdf-fill.ts'
import type { Dictionary } from './pdf-values.ts'
import { read } from './read.ts'
import { inflate } from './deflate.ts'
import { latin } from './pdf-parser.ts'
import { blankPdf, noInk } from './testing/blank-pdf.ts'
import { content, guide } from './testing/guide.ts'

/** The words of each page, line by line. */
async function pagesOf (bytes: Uint8Array): Promise<string[][]> {
  const file = await PdfFile.open(bytes, new Pace({ deadline: 60_000 }))
  const tree = file.dictionary(file.dictionary(file.trailer.get('Root'))!.get('Pages'))!
  assert.equal(file.number(tree.get('Count')), file.array(tree.get('Kids')).length)
  return await Promise.all(file.array(tree.get('Kids')).map(async kid => {
    const page = file.dictionary(kid)!
    return page.has('Contents') ? await linesOf(bytes, page, file) : []
  }))
}

async function linesOf (bytes: Uint8Array, page: Dictionary, file: PdfFile): Promise<string[]> {
  const { number } = page.get('Contents') as { number: number }
  const at = latin(bytes).lastIndexOf(`\n${number} 0 obj\n`)
  const start = latin(bytes).indexOf('stream\n', at) + 7
  const length = file.number(file.dictionary(page.get('Contents'))!.get('Length'))
  const text = latin(await inflate(bytes.subarray(start, start + length), 'deflate', 1_000_000, async () => {}))
  return [...text.matchAll(/<([0-9a-f]+)> Tj/g)].map(([, codes]) => latin(Uint8Array.from(codes!.match(/../g)!, code => Number.parseInt(code, 16))))
}

test('an answer that its box cannot show stands whole on an added page, below what was asked', async () => {
  const long = Array.from({ length: 200 }, (_, i) => `word${i}`).join(' ')
  const { bytes } = await fillPdf(blankPdf(), content({ 'sample.name': long, 'sample.why': 'short' }), noInk)
  const [first, added, ...more] = await pagesOf(bytes)
  assert.deepEqual([first, more], [[], []])
  const text = added!.join(' ')
  assert.ok(text.includes('Answers that did not fit'))
  assert.ok(text.includes(`Name of the program ${long}`), text)
  assert.ok(!text.includes('short'))
  const result = await read(bytes, guide)
  assert.deepEqual([result.answers['sample.name'], result.remarks], [long, []])
})

test('rows that found no room stand there with all that they hold, others with what is cut', async () => {
  const keys = ['r1', 'r2', 'r3', 'r4', 'r5', 'r9']
  const answers = Object.fromEntries(keys.flatMap(key => [[`sample.gives.${key}.what`, `what of ${key}`], [`sample.gives.${key}.tie`, 'strong'], [`sample.gives.${key}.agreed`, 'yes'], [`sample.gives.${key}.by`, '2026-03-04']]))
  answers['sample.gives.r1.what'] = 'many words '.repeat(40).trim()
  const { bytes } = await fillPdf(blankPdf(), content(answers, { 'sample.gives': keys }), noInk)
  const text = (await pagesOf(bytes)).flat().join(' ')
  assert.ok(text.includes(`What each side gives: row 1 What: ${answers['sample.gives.r1.what']}`), text)
  assert.ok(!text.includes('what of r2'))
  for (const key of [5, 9]) assert.ok(text.includes(`What each side gives: row ${key} What: what of r${key} Agreed: Yes By when: Mar 4, 2026 Tie: A "strong" tie & more`), text)
})

test('what no letters of the form can say is drawn, and many answers take several pages', async () => {
  const keys = Array.from({ length: 200 }, (_, i) => `r${i + 1}`)
  const answers = Object.fromEntries(keys.map(key => [`sample.gives.${key}.ours`, `line of ${key}\n\nand more`]))
  answers['sample.name'] = '\u652f\u63f4\u5c31\u696d '.repeat(80)
  const made = await fillPdf(blankPdf(), content(answers, { 'sample.gives': keys }), noInk)
  const pages = await pagesOf(made.bytes)
  assert.ok(pages.length > 8, String(pages.length))
  pages.slice(1).forEach((lines, i) => { assert.equal(lines[0], `A sample \xb7 added page ${i + 1}`) })
  for (const key of keys.slice(4)) assert.ok(pages.flat().includes(`We give: line of ${key}`), key)
})

test('where all fits, no page is added', async () => {
  const { bytes } = await fillPdf(blankPdf(), content({ 'sample.name': 'short' }), noInk)
  assert.equal((await pagesOf(bytes)).length, 1)
})
