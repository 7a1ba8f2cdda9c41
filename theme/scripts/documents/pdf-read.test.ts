import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deflateSync } from 'node:zlib'
import type { ReadDocument } from '../workbook/read-document.ts'
import { fillPdf } from './pdf-fill.ts'
import { latin } from './pdf-parser.ts'
import { read } from './read.ts'
import { blankPdf, noInk, pdf } from './testing/blank-pdf.ts'
import { blankMetadata, content, guide } from './testing/guide.ts'

const raw = (text: string): Uint8Array => Uint8Array.from(text, c => c.charCodeAt(0))
const info = `<</PartnershipToolkit(${blankMetadata.replace(/[\\()]/g, '\\$&')})>>`

/** A PDF with these fields at the top of its form. */
const form = (...fields: string[]): Uint8Array => pdf([
  `<</Type/Catalog/Pages 3 0 R/AcroForm<</Fields[${fields.map((_, i) => `${i + 4} 0 R`).join(' ')}]>>>>`, info, '<</Type/Pages/Kids[]/Count 0>>', ...fields
])
const answersOf = async (bytes: Uint8Array): Promise<ReadDocument['answers']> => (await read(bytes, guide)).answers
const reason = async (bytes: Uint8Array): Promise<string> => await read(bytes, guide).then(() => 'read', (error: { reason: string }) => error.reason)

test('text is read in every encoding that programs write', async () => {
  const ways: [string, string][] = [
    ['(plain \\(\\051 \\\\ text)', 'plain () \\ text'], ['(two\\\nlines)', 'twolines'], ['(a\\rb\\r\\nc)', 'a\nb\nc'], ['<feff652f63f4d83dde42>', '\u652f\u63f4\u{1f642}'],
    ['<fffe2f65f463>', '\u652f\u63f4'], ['<efbbbfe694afc3a9>', '\u652f\u00e9'], ['(\\200 \\240 \\222 \\351)', '\u2022 \u20ac \u2122 \u00e9'], ['<4f 6e 65 2>', 'One'], ['<feff001b0065006e001b0041>', 'A'], ['()', '']
  ]
  for (const [value, text] of ways) assert.equal((await answersOf(form(`<</T(sample.why)/FT/Tx/V${value}>>`)))['sample.why'], text, value)
})

test('buttons are read by state, by position in a list of values, and from their kids alone', async () => {
  const radio = (own: string, ...states: string[]): Uint8Array =>
    form(`<</T(sample.safe.answer)/FT/Btn/Ff 32768${own}/Kids[${states.map(state => `<</Subtype/Widget/AS/${state}>>`).join('')}]>>`)
  const answer = async (bytes: Uint8Array): Promise<string | undefined> => (await answersOf(bytes))['sample.safe.answer']
  assert.equal(await answer(radio('/V/partly', 'Off', 'partly')), 'partly')
  assert.equal(await answer(radio('', 'Off', 'partly')), 'partly')
  assert.equal(await answer(radio('/V/1/Opt[(not-yet)(partly)]', 'Off', '1')), 'partly')
  assert.equal(await answer(radio('/V(partly)', 'Off', 'Off')), 'partly')
  assert.equal(await answer(radio('/V/Off', 'Off', 'Off')), '')
  assert.equal(await answer(radio('', 'Off', 'Off')), '')
  assert.equal(await answer(radio('/V/Off', 'Off', 'partly')), 'partly')
  for (const [state, tick] of [['/V/yes/AS/yes', 'yes'], ['/V/Yes', 'yes'], ['/AS/On', 'yes'], ['/V/Off/AS/Off', ''], ['', '']]) {
    assert.equal((await answersOf(form(`<</T(sample.done)/FT/Btn${state}>>`)))['sample.done'], tick, state)
  }
})

test('a list is read by value and by label, also of an older guide', async () => {
  const list = (value: string): Uint8Array => form(`<</T(sample.tie)/FT/Ch/V${value}/Opt[[(partly)(Somewhat)][(na)(Not for us)]]>>`)
  for (const value of ['(partly)', '(Somewhat)', '(PARTLY in  place)', '[(partly)]', '/partly']) assert.equal((await answersOf(list(value)))['sample.tie'], 'partly', value)
  const result = await read(list('(Maybe)'), guide)
  assert.equal('sample.tie' in result.answers, false)
  assert.ok(result.remarks.some(remark => remark.kind === 'outside-options' && remark.found === 'Maybe'))
})

test('objects may be packed, moved, written twice, or have lost their table', async () => {
  const made = latin((await fillPdf(blankPdf(), content({ 'sample.name': 'One', 'sample.safe.answer': 'na' }), noInk)).bytes)
  assert.equal((await answersOf(raw(made.replace(/(?<!start)xref[^]*?trailer/g, 'trailer'))))['sample.name'], 'One')
  const lost = await read(raw(made.replace(/trailer[^]*?%%EOF/g, '')), guide)
  assert.equal(lost.answers['sample.safe.answer'], 'na')
  assert.equal(lost.metadata, null)
  const objects = ['4 0 obj\n', '<</T(sample.name)/FT/Tx/V(packed)>>', '<</T(sample.why)/FT/Tx/V(also)>>']
  const first = '4 0 5 36 '
  const packed = latin(new Uint8Array(deflateSync(raw(first + objects[1] + ' ' + objects[2]))))
  const stream = `<</Type/ObjStm/N 2/First ${first.length}/Filter/FlateDecode/Length ${packed.length}>>\nstream\n${packed}\nendstream`
  const bytes = pdf([`<</Type/Catalog/Pages 3 0 R/AcroForm<</Fields[4 0 R 5 0 R]>>>>`, info, '<</Type/Pages/Kids[]/Count 0>>', 'null', 'null', stream])
  const answers = await answersOf(bytes)
  assert.deepEqual([answers['sample.name'], answers['sample.why']], ['packed', 'also'])
})

test('pointers may be written over several lines', async () => {
  const bytes = pdf(['<</Type/Catalog/AcroForm<</Fields[3\r\n0  R]>>>>', info, '<</T(sample.name)/FT/Tx/V 4\n 0 R/Ff 0>>', '(One)'])
  assert.equal((await answersOf(bytes))['sample.name'], 'One')
})

test('text that looks like an object is not taken for one', async () => {
  const text = 'x\nendobj\n1 0 obj <<>> endobj\ntrailer <</Encrypt 1 0 R>> stream'
  const made = await fillPdf(blankPdf(), content({ 'sample.why': text }), noInk)
  assert.equal((await answersOf(made.bytes))['sample.why'], text)
})

test('locked, foreign and broken files are refused, and of a flattened one it is said what it was', async () => {
  assert.equal(await reason(pdf(['<</Type/Catalog>>', info], '/Encrypt 2 0 R')), 'encrypted')
  const flat = await read(pdf(['<</Type/Catalog>>', info]), guide)
  assert.deepEqual([flat.document, flat.answers, flat.remarks], [flat.metadata?.document, {}, [{ kind: 'no-fields' }]])
  assert.equal(await reason(pdf(['<</Type/Catalog>>', '<<>>'])), 'not-ours')
  assert.equal(await reason(pdf(['<</Type/Catalog/AcroForm<</Fields[<</T(topmostSubform)/FT/Tx>>]>>>>', '<<>>'])), 'not-ours')
  assert.equal(await reason(raw('%PDF-1.7\n')), 'damaged')
  assert.equal(await reason(pdf(['<</Type/Catalog>>', info.replace('"format":1', '"format":2')])), 'newer')
})

test('fields that go round in circles end', async () => {
  const bytes = pdf(['<</Type/Catalog/AcroForm<</Fields[3 0 R]>>>>', info, '<</T(sample)/Kids[3 0 R 4 0 R 7 0 R]>>', '<</T(name)/FT/Tx/Kids[3 0 R]>>', '6 0 R', '5 0 R', '<</T(why)/FT/Tx/V 5 0 R>>'])
  assert.equal((await answersOf(bytes))['sample.why'], '')
})

test('of two files that were put together the second is said, and so is what stands in unknown fields', async () => {
  const result = await read(form('<</T(sample)/Kids[<</T(name)/FT/Tx/V(One)>><</T(tie)/FT/Tx/V(partly)>>]>>', '<</T(sample)/Kids[<</T(name)/FT/Tx/V(Two)>><</T(why)/FT/Tx/V()>><</T(tie)/FT/Tx/V(partly)>>]>>',
    '<</T(sample+1)/Kids[<</T(name)/FT/Tx/V(Three)>><</T(why)/FT/Tx/V()>><</T(done)/FT/Btn/V/yes>>]>>', '<</T(toString)/FT/Tx/V(x)>>', '<</T(budget)/TU(Our budget)/FT/Tx/V(900)>>', '<</T(1)/Kids[<</T(sample)/Kids[<</T(name)/FT/Tx/V(Two)>><</T(tie)/FT/Tx/V(partly)>>]>>]>>'), guide)
  assert.deepEqual([result.answers['sample.name'], result.answers['sample.tie'], result.answers['sample.why']], ['One', 'partly', ''])
  assert.deepEqual(result.remarks.filter(remark => remark.kind !== 'missing-field'), [
    { kind: 'twice', field: 'sample.name', found: 'Three' }, { kind: 'unknown-field', found: 'x' }, { kind: 'unknown-field', field: 'Our budget', found: '900' }, { kind: 'twice', field: 'sample.name', found: 'Two' }
  ])
})

test('notes that people put on a page are said', async () => {
  const made = latin((await fillPdf(blankPdf(), content({}), noInk)).bytes)
  const result = await read(raw(made.replace('/Annots[', '/Annots[<</Subtype/FreeText/Contents(Since May)>><</Subtype/Link/Contents(To the site)>><</Subtype/Highlight>>')), guide)
  assert.deepEqual(result.remarks, [{ kind: 'beside', found: 'Since May', page: 1 }, { kind: 'drawn', page: 1 }])
})

test('a value that is kept as a stream or as formatted text alone is said, and is no empty answer', async () => {
  const result = await read(form('<</T(sample.name)/FT/Tx/V 6 0 R>>', '<</T(sample.why)/FT/Tx/RV(<body><p>Bold</p> words</body>)>>', '<</Length 3>>\nstream\nabc\nendstream'), guide)
  assert.deepEqual(['sample.name' in result.answers, 'sample.why' in result.answers], [false, false])
  assert.deepEqual(result.remarks.filter(remark => remark.kind !== 'missing-field'), [
    { kind: 'unreadable', field: 'sample.name', found: '' }, { kind: 'unreadable', field: 'sample.why', found: 'Bold  words' }
  ])
  assert.ok(!result.remarks.some(remark => remark.kind === 'missing-field' && remark.field === 'sample.why'))
})

test('files that are made to waste time are refused soon', async () => {
  const bombs = ['1 0 obj(', '1 0 obj<</A<', '1 0 obj[[', `9 0 obj<</Type/ObjStm/N 9/First 9>>stream\n${'1 0 '.repeat(2000)}`, '1 0 obj<</Length 1>>stream\n']
  for (const bomb of bombs) {
    const start = process.cpuUsage()
    await reason(raw('%PDF-1.7\n' + bomb.repeat(Math.floor(3_000_000 / bomb.length))))
    assert.ok(process.cpuUsage(start).user < 2_000_000, bomb.slice(0, 30))
  }
})

test('what does not fit its box is in the file and named', async () => {
  const long = 'many words '.repeat(100).trim()
  const made = await fillPdf(blankPdf(), content({ 'sample.name': long, 'sample.why': 'short' }), noInk)
  assert.deepEqual(made.notShownWhole, ['sample.name'])
  assert.equal((await answersOf(made.bytes))['sample.name'], long)
})

test('too many rows: those with answers come first, and the others are named', async () => {
  const keys = ['r2', 'r5', 'r6', 'r7', 'r8', 'r9']
  const answers = Object.fromEntries(['r2', 'r6', 'r7', 'r8', 'r9'].map(key => [`sample.gives.${key}.what`, key]))
  const made = await fillPdf(blankPdf(), content(answers, { 'sample.gives': keys }), noInk)
  assert.deepEqual(made.rowsLeftOut, { 'sample.gives': ['r9'] })
  const result = await read(made.bytes, guide)
  assert.deepEqual(result.rows['sample.gives'], ['r2', 'r6', 'r7', 'r8'])
  assert.equal(result.metadata!.values['sample.gives.r9.what'], undefined)
})

test('a day is written as the file asks for it, and read in any order that says which is which', async () => {
  for (const [language, written] of [['en-US', '03/04/2026'], ['en', '2026-03-04'], ['vi', '2026-03-04']]) {
    const { bytes } = await fillPdf(blankPdf(language), content({ 'sample.day': '2026-03-04' }), noInk)
    assert.ok(latin(bytes).includes(`/V (${written})`), language)
    for (const reader of ['en', 'en-US', 'vi']) assert.equal((await read(bytes, guide, { language: reader })).answers['sample.day'], '2026-03-04')
  }
  // Who writes in Spanish writes the day first, whatever the page that reads it speaks.
  const spanish = raw(latin(blankPdf('es')).replace('"format":1', '"format":1,"language":"es"'))
  const { bytes } = await fillPdf(spanish, content({ 'sample.day': '2026-03-04' }), noInk)
  assert.equal((await answersOf(raw(latin(bytes).replace('/V (2026-03-04)', '/V (4/3/2026)'))))['sample.day'], '2026-03-04')
  const strange = raw(latin(blankPdf('es')).replace('"format":1', '"format":1,"language":"es-a"'))
  assert.equal((await answersOf((await fillPdf(strange, content({ 'sample.day': '2026-03-04' }), noInk)).bytes))['sample.day'], '2026-03-04')
  const typed = async (day: string): Promise<string | undefined> => {
    const text = latin((await fillPdf(blankPdf(), content({ 'sample.day': '2026-03-04' }), noInk)).bytes)
    return (await answersOf(raw(text.replace('/V (03/04/2026)', `/V (${day})`))))['sample.day']
  }
  for (const day of ['3/14/2026', '14/3/2026', '2026-03-14', '14 Mar 2026', '03-14-26']) assert.equal(await typed(day), '2026-03-14', day)
})

test('ink has the colour of the text that it stands for', async () => {
  const blank = raw(latin(blankPdf()).replaceAll('/Answer 10 Tf 0 g', '/Answer 10 Tf 0.165 0.145 0.192 rg'))
  const { bytes } = await fillPdf(blank, content({ 'sample.name': '支援' }), noInk)
  assert.ok(latin(bytes).includes('/ColorSpace [/Indexed /DeviceRGB 0 (*%1)]'))
})
