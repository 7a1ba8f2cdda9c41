import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ReadDocument } from '../workbook/read-document.ts'
import { fillPdf } from './pdf-fill.ts'
import { read } from './read.ts'
import { blankPdf, noInk, pdf } from './testing/blank-pdf.ts'
import { blankMetadata, content, guide } from './testing/guide.ts'

const info = `<</PartnershipToolkit(${blankMetadata.replace(/[\\()]/g, '\\$&')})>>`
const form = (...fields: string[]): Uint8Array => pdf([
  `<</Type/Catalog/Pages 3 0 R/AcroForm<</Fields[${fields.map((_, i) => `${i + 4} 0 R`).join(' ')}]>>>>`, info, '<</Type/Pages/Kids[]/Count 0>>', ...fields
])
const said = ({ remarks }: ReadDocument): ReadDocument['remarks'] => remarks.filter(remark => remark.kind !== 'missing-field')

/** The answer of one field, and whether the reader says that the file shows another one. */
async function answer (id: string, field: string): Promise<[answer: string | undefined, otherwise: boolean]> {
  const result = await read(form(`<</T(${id})/FT/Btn${field}>>`), guide)
  const [remark, ...more] = said(result)
  assert.deepEqual([remark?.field ?? id, remark?.kind ?? 'shown-otherwise', more], [id, 'shown-otherwise', []])
  return [result.answers[id], remark !== undefined]
}

test('a tick is read by its value; where the page shows it otherwise, that is said', async () => {
  for (const [value, shown, ticked, otherwise] of [
    ['/yes', '/yes', true, false], ['/Yes', '/yes', true, false], ['/Off', '/Off', false, false], ['/yes', '/Off', true, true], ['(yes)', '/Off', true, true], ['/Off', '/yes', true, true],
    ['/yes', '', true, false], ['/Off', '', false, false], ['', '/yes', true, false], ['', '/Off', false, false], ['', '', false, false], [' null', '/Off', false, false]
  ] as const) {
    const state = (value === '' ? '' : `/V${value}`) + (shown === '' ? '' : `/AS${shown}`)
    assert.deepEqual(await answer('sample.done', state), [ticked ? 'yes' : '', otherwise], state)
    const kids = (value === '' ? '' : `/V${value}`) + `/Kids[<</Subtype/Widget${shown === '' ? '' : `/AS${shown}`}>><</Subtype/Widget/AS/Off>>]`
    if (shown !== '') assert.deepEqual(await answer('sample.done', kids), [ticked ? 'yes' : '', otherwise], kids)
  }
})

test('a group of radio buttons is read by its value; where the page shows another one, none or two, that is said', async () => {
  const group = (value: string, ...shown: string[]): string => `/Ff 32768${value}/Kids[${shown.map(state => `<</Subtype/Widget${state}>>`).join('')}]`
  const off = '/AS/Off'
  for (const [value, shown, expected, otherwise] of [
    ['/V/partly', [off, '/AS/partly', off], 'partly', false], ['/V/partly', [off, off, off], 'partly', true], ['/V/partly', ['/AS/not-yet', off, off], 'partly', true],
    ['/V/partly', ['/AS/not-yet', '/AS/partly', off], 'partly', true], ['/V/Off', [off, off, off], '', false], ['/V/Off', [off, '/AS/partly', off], 'partly', true],
    ['', [off, '/AS/partly', off], 'partly', false], ['', [off, off], '', false], ['/V/partly', ['', ''], 'partly', false],
    ['/V/1/Opt[(not-yet)(partly)]', [off, '/AS/1'], 'partly', false], ['/V(partly)/Opt[(not-yet)(partly)]', [off, '/AS/1'], 'partly', false],
    ['/V/0/Opt[(not-yet)(partly)]', [off, '/AS/1'], 'not-yet', true], ['/V/partly', ['/AS/partly', '/AS/partly'], 'partly', false]
  ] as const) assert.deepEqual(await answer('sample.safe.answer', group(value, ...shown)), [expected, otherwise], value + shown.join(' '))
})

test('a value in characters for private use is said, unless the file was made with it', async () => {
  const private_ = '<feff0041e123>'
  assert.deepEqual(said(await read(form(`<</T(sample.name)/FT/Tx/V${private_}>>`), guide)), [{ kind: 'unsure', field: 'sample.name', found: 'A\ue123' }])
  const made = await read((await fillPdf(blankPdf(), content({ 'sample.name': 'A\ue123' }), noInk)).bytes, guide)
  assert.deepEqual([made.answers['sample.name'], made.remarks], ['A\ue123', []])
})

/** A page with a field and annotations. */
const annotated = (annotations: string): Uint8Array => pdf([
  '<</Type/Catalog/Pages 3 0 R/AcroForm<</Fields[5 0 R]>>>>', info, '<</Type/Pages/Kids[4 0 R]>>', `<</Type/Page/Annots[${annotations} 5 0 R]>>`, '<</Type/Annot/Subtype/Widget/T(sample.name)/FT/Tx/V(x)>>'
])

// ISO 32000-2, table 171, but for what belongs to forms and the printing house.
const drawn = ['Text', 'FreeText', 'Line', 'Square', 'Circle', 'Polygon', 'PolyLine', 'Highlight', 'Underline', 'Squiggly', 'StrikeOut', 'Caret', 'Stamp', 'Ink', 'FileAttachment', 'Sound', 'Movie',
  'Screen', 'Watermark', '3D', 'Redact', 'Projection', 'RichMedia']

test('whatever someone draws on a page is said with its page, in its words where there are any', async () => {
  for (const kind of drawn) {
    for (const [rest, remarks] of [
      ['/Contents(Since May)', [{ kind: 'beside', found: 'Since May', page: 1 }]], ['/RC(<body><p>Since May</p></body>)', [{ kind: 'beside', found: 'Since May', page: 1 }]],
      ['', [{ kind: 'drawn', page: 1 }]], ['/Contents( )/F 4', [{ kind: 'drawn', page: 1 }]], ['/F 2', []], ['/F 32/Contents(x)', []], ['/F 1', []]
    ] as const) assert.deepEqual(said(await read(annotated(`<</Subtype/${kind}${rest}>>`), guide)), remarks, kind + rest)
  }
  for (const other of ['/Link/Contents(To the site)', '/Popup/Contents(Since May)', '/Widget/Contents(x)', '/Widget/FT/Sig']) assert.deepEqual(said(await read(annotated(`<</Subtype${other}>>`), guide)), [], other)
  assert.deepEqual(said(await read(annotated('<</Subtype/Widget/FT/Sig/V<</Type/Sig>>>>'), guide)), [{ kind: 'drawn', page: 1 }])
})

test('pages are counted as a reader counts them, and many strokes on one are said once', async () => {
  const ink = '<</Subtype/Ink>>'.repeat(40)
  const bytes = pdf([
    '<</Type/Catalog/Pages 3 0 R/AcroForm<</Fields[9 0 R]>>>>', info, '<</Type/Pages/Kids[4 0 R 5 0 R 3 0 R]>>', '<</Type/Pages/Kids[7 0 R 6 0 R]>>', '<</Type/Page/Annots 10 0 R>>',
    `<</Type/Page/Annots[${ink}]>>`, '<</Type/Page>>', '<</Type/Page/Annots[<</Subtype/Stamp/Contents(On a page that was taken out)>>]>>', '<</T(sample.name)/FT/Tx/V(x)>>',
    '[<</Subtype/Square>><</Subtype/Circle>>]'
  ])
  assert.deepEqual(said(await read(bytes, guide)), [{ kind: 'drawn', page: 3 }, { kind: 'drawn', page: 2 }, { kind: 'beside', found: 'On a page that was taken out' }])
})
