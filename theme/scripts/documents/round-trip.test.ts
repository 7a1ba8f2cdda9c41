import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fillDocx } from './docx-fill.ts'
import { fillPdf } from './pdf-fill.ts'
import { parseMetadata } from './metadata-json.ts'
import { read } from './read.ts'
import type { ReadDocument } from '../workbook/read-document.ts'
import { cleanText, oneLine } from '../workbook/text.ts'
import { answerFor } from './testing/answers.ts'
import { blankBody, blankDocx, docx } from './testing/blank-docx.ts'
import { blankPdf, noInk } from './testing/blank-pdf.ts'
import { content, guide, sample } from './testing/guide.ts'
import { Pace } from './pace.ts'
import { listEntries, unpack } from './unzip.ts'
import { pack, writeZip } from './zip.ts'

const scripts = ['plain words', 'Quotes "double", \'single\' & <angle> \\(brackets\\)', 'ma\u00f1ana ni\u00f1o \u201cs\u00ed\u201d \u2014 \u20ac 5',
  'Ti\u1ebfng Vi\u1ec7t', '\u652f\u63f4\u5c31\u696d\u670d\u52d9', '\u062f\u0639\u0645 \u0627\u0644\u0639\u0645\u0644 123', '\u{1f642} \u{1f468}\u200d\u{1f469}\u200d\u{1f467}', '  spaces  at ends  ', '=1+2', 'x'.repeat(3000)]
const line = fc.oneof(fc.constantFrom(...scripts), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }))
  .map(text => oneLine(text)).filter(text => text.trim() !== '')
const lines = fc.array(fc.oneof(line, fc.constant('')), { minLength: 1, maxLength: 6 }).map(all => cleanText(all.join('\n'))).filter(text => text.trim() !== '')

const rowKeys = fc.constantFrom(0, 1, 2, 4, 12).chain(count => fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: count, maxLength: count }))
  .map(numbers => numbers.map(n => `r${n}`))

const filled = rowKeys.chain(keys => {
  const fields = sample.parts.flatMap(part => 'field' in part ? [part.field]
    : (part.table.fixedRows?.map(row => row.key) ?? keys).flatMap(key => part.table.columns.map(c => ({ ...c, id: `${part.table.id}.${key}.${c.id}` }))))
  const answers = fc.tuple(...fields.map(field => fc.option(answerFor(field, line, lines), { freq: 3, nil: '' }).map(answer => [field.id, answer] as const)))
  return fc.record({
    keys: fc.constant(keys),
    answers: answers.map(entries => Object.fromEntries(entries.filter(([, answer]) => answer !== ''))),
    partner: fc.option(line.map(name => ({ id: 'p1', name })), { nil: undefined })
  })
})

const given = (result: ReadDocument): Record<string, string> => Object.fromEntries(Object.entries(result.answers).filter(([, answer]) => answer !== ''))

test('what is written into a Word file comes back, however many rows', async () => {
  const blank = await blankDocx()
  await fc.assert(fc.asyncProperty(filled, async ({ keys, answers, partner }) => {
    const made = await fillDocx(blank, content(answers, { 'sample.gives': keys }, partner))
    const result = await read(made.bytes, guide)
    assert.deepEqual(given(result), answers)
    assert.deepEqual(result.rows['sample.gives']?.slice(0, keys.length), keys.length === 0 ? [] : keys)
    assert.equal(result.partners['sample'], partner?.name ?? '')
    assert.deepEqual(result.remarks, [])
    assert.deepEqual(result.addedRows, {})
    assert.deepEqual(result.metadata?.values, answers)
    assert.deepEqual(result.metadata?.partner, partner)
  }), { numRuns: 120 })
})

test('what is written into a PDF comes back, and rows without room are named', async () => {
  const blank = blankPdf()
  await fc.assert(fc.asyncProperty(filled, async ({ keys, answers, partner }) => {
    const made = await fillPdf(blank, content(answers, { 'sample.gives': keys }, partner), noInk)
    const left = new Set(made.rowsLeftOut['sample.gives'])
    const expected = Object.fromEntries(Object.entries(answers).filter(([id]) => !id.startsWith('sample.gives.') || !left.has(id.split('.')[2]!)))
    const result = await read(made.bytes, guide)
    assert.deepEqual(given(result), expected)
    assert.equal(result.partners['sample'], partner?.name ?? '')
    assert.deepEqual(result.remarks, [])
    assert.deepEqual(result.metadata?.values, expected)
    const answered = keys.filter(key => Object.keys(answers).some(id => id.startsWith(`sample.gives.${key}.`)))
    assert.equal(left.size, Math.max(0, answered.length - 4))
  }), { numRuns: 120 })
})

test('the same answers give the same bytes', async () => {
  const answers = content({ 'sample.name': 'One', 'sample.gives.r9.what': '\u652f\u63f4' })
  assert.deepEqual((await fillDocx(await blankDocx(), answers)).bytes, (await fillDocx(await blankDocx(), answers)).bytes)
  assert.deepEqual((await fillPdf(blankPdf(), answers, noInk)).bytes, (await fillPdf(blankPdf(), answers, noInk)).bytes)
})

test('a blank file reads as empty everywhere', async () => {
  for (const bytes of [await blankDocx(), blankPdf()]) {
    const result = await read(bytes, guide)
    assert.deepEqual(new Set(Object.values(result.answers)), new Set(['']))
    assert.equal(Object.keys(result.answers).length, guide.documents[0]!.serials.length - 1)
    assert.deepEqual(result.rows, { 'sample.gives': ['r1', 'r2', 'r3', 'r4'], 'sample.roles': ['case-management', 'job-coach'] })
    assert.deepEqual(result.remarks, [])
    assert.equal(result.document, 'a-sample')
  }
})

test('a picture stands at the end of both files with what it shows in words, and reading passes it by', async () => {
  const picture = {
    title: 'You know 2 of 10', alternative: 'You know 2 of 10 <sectors>. Each has a place.', bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47]), dots: { width: 20, height: 10 }, width: 734, height: 470,
    texts: ['Employers: 1 Bakery']
  }
  const answers = { 'sample.name': 'A name' }
  const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')
  const page = '<w:sectPr><w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1000" w:right="1000" w:bottom="1000" w:left="1000" w:header="500" w:footer="500" w:gutter="0"/><w:titlePg/></w:sectPr>'
  const blank = writeZip([...listEntries(await docx(blankBody() + page)), await pack('word/_rels/document.xml.rels', '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>')])
  const made = await fillDocx(blank, { ...content(answers), picture })
  const result = await read(made.bytes, guide)
  assert.deepEqual([given(result), result.remarks], [answers, []])
  const parts = new Map(await Promise.all(listEntries(made.bytes).map(async entry => [entry.name, latin1(await unpack(entry, new Pace({ deadline: 60_000 })))] as const)))
  assert.equal(parts.get('word/media/picture.png')!.slice(1, 4), 'PNG')
  assert.ok(parts.get('word/document.xml')!.includes('descr="You know 2 of 10 &#60;sectors'))
  assert.ok((parts.get('word/document.xml')!).includes('w:orient="landscape"'))
  assert.ok((parts.get('word/_rels/document.xml.rels')!).includes('media/picture.png'))

  const filled = await fillPdf(blankPdf(), { ...content(answers), picture }, noInk)
  const back = await read(filled.bytes, guide)
  assert.deepEqual([given(back), back.remarks], [answers, []])
  const text = latin1(filled.bytes)
  assert.ok(text.includes('/S /Figure'))
  assert.ok(text.includes('/DCTDecode'))
  assert.ok(text.includes('/MediaBox [0 0 792 612]'))
})

test('a file says which answers it was filled from, in the same words whoever reads it; what makes no sense is not said', async () => {
  const from = { kind: 'round', name: 'Fall “2026”, _x000A_', day: '2026-11-30', at: 1_796_000_000_000 } as const
  const answers = { ...content({ 'sample.name': 'One' }), from }
  for (const { bytes } of [await fillDocx(await blankDocx(), answers), await fillPdf(blankPdf(), answers, noInk)]) assert.deepEqual((await read(bytes, guide)).metadata?.layer, from)
  for (const bytes of [await blankDocx(), (await fillDocx(await blankDocx(), content({ 'sample.name': 'One' }))).bytes]) assert.equal((await read(bytes, guide)).metadata?.layer, undefined)
  const layerOf = (layer: unknown): unknown => parseMetadata(JSON.stringify({ format: 1, document: 'a', code: 'abcdef', guide: '1', layer }))?.layer
  assert.deepEqual(layerOf({ kind: 'today', day: '2026-11-30', at: 5, other: 1 }), { kind: 'today', day: '2026-11-30', at: 5 })
  for (const wrong of [null, 'round', { ...from, kind: 'counts' }, { ...from, day: 'yesterday' }, { ...from, at: '5' }, { ...from, name: 7 }, { kind: 'view', day: '2026-11-30', at: 5 }]) assert.equal(layerOf(wrong), undefined)
  assert.equal((layerOf({ ...from, name: `${'x'.repeat(500)}\n` }) as { name: string }).name.length, 100)
})
