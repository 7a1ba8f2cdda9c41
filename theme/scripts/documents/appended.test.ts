import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FieldDefinition, Guide, InstrumentDefinition, PartDefinition } from '../workbook/guide.ts'
import type { ReadDocument } from '../workbook/read-document.ts'
import { fillDocx } from './docx-fill.ts'
import { fillPdf } from './pdf-fill.ts'
import { read } from './read.ts'
import { blankDocx } from './testing/blank-docx.ts'
import { blankPdf, noInk } from './testing/blank-pdf.ts'
import { blankFields, content, guide, sample } from './testing/guide.ts'
import { bare, edit, stripped } from './testing/strip.ts'

const added = (id: string, kind: FieldDefinition['kind'], label: string): FieldDefinition => ({ id, kind, label, wording: '87654321' })

/** The sample of a later version: a question and a column in the middle, a question, a column and a row at the end. */
const later: InstrumentDefinition = {
  ...sample,
  parts: [
    ...sample.parts.slice(0, 2), { field: added('sample.since', 'date', 'Since when?'), item: 'since' },
    ...sample.parts.slice(2).map((part): PartDefinition => {
      if ('field' in part) return part
      const [first, ...rest] = part.table.columns
      return { table: { ...part.table, columns: [first!, added('cost', 'text', 'Cost'), ...rest, added('remark', 'long', 'Remark')], blankRows: part.table.blankRows + (part.table.blankRows > 0 ? 1 : 0) } }
    }),
    { field: added('sample.last', 'text', 'Anything else?'), item: 'last' }
  ]
}

/** Numbers of before, then what is new; and a document that holds the sample beside another tool. */
const now: Guide = (() => {
  const other: InstrumentDefinition = { id: 'other', kind: 'worksheet', title: 'Another', page: 'tools/other.html', parts: [{ field: added('other.first', 'text', 'First?'), item: 'first' }] }
  const [before] = guide.documents
  const serials = [...before!.serials, ...blankFields(later).map(field => field.id).filter(id => !before!.serials.includes(id))]
  return {
    ...guide,
    version: '2027-05',
    instruments: [other, later],
    documents: [{ ...before!, id: 'chapter', code: 'zz99zz', kind: 'chapter', instruments: ['other', 'sample'], serials: ['other.first', ...serials] }, { ...before!, serials }]
  }
})()

const rows = { 'sample.gives': ['r1', 'r3', 'r2', 'r9', 'r4', 'r12'] }
const answers = {
  'sample.name': 'Harbor', 'sample.why': 'One\nTwo', 'sample.done': 'yes', 'sample.day': '2026-03-14', 'sample.safe.answer': 'partly', 'sample.tie': 'na',
  'sample.gives.r1.what': 'Rides', 'sample.gives.r1.ours': 'A van', 'sample.gives.r1.tie': 'strong', 'sample.gives.r3.what': 'Desks', 'sample.gives.r3.agreed': 'yes',
  'sample.gives.r3.by': '2026-05-01', 'sample.gives.r9.ours': 'Paper', 'sample.gives.r9.tie': 'weak', 'sample.roles.job-coach.knows': 'A lot', 'sample.roles.job-coach.signed': 'yes'
}
const partner = { id: 'p1', name: 'Harbor Street' }
const filled = async (): Promise<Uint8Array> => (await fillDocx(await blankDocx(), content(answers, rows, partner))).bytes
const given = (result: ReadDocument): Record<string, string> => Object.fromEntries(Object.entries(result.answers).filter(([, answer]) => answer !== ''))

test('files of before questions, columns and rows were added are read as ever, whatever they lost', async () => {
  const onPaper = Object.fromEntries(Object.entries(answers).filter(([id]) => !/\.r(?:4|12)\./.test(id)))
  for (const [kind, bytes, wanted] of [
    ['docx', await filled(), answers], ['pdf', (await fillPdf(blankPdf(), content(answers, rows, partner), noInk)).bytes, onPaper],
    ['blank docx', await blankDocx(), {}], ['blank pdf', blankPdf(), {}]
  ] as const) {
    for (const [lost, file] of Object.entries({ nothing: bytes, ...await stripped(bytes) })) {
      const result = await read(file, now)
      assert.deepEqual([given(result), result.remarks, result.addedRows], [wanted, [], {}], `${kind} without ${lost}`)
      assert.ok(!Object.keys(result.answers).some(id => /\.(?:since|last|cost|remark)$/.test(id)), `${kind} without ${lost}`)
      assert.equal(result.partners['sample'], kind.startsWith('blank') ? '' : 'Harbor Street')
    }
  }
})

test('a row that somebody added to such a file is read by the places of its columns', async () => {
  const file = await edit(await filled(), xml => {
    const start = xml.lastIndexOf('<w:tr>', xml.indexOf('Rides'))
    const row = xml.slice(start, xml.indexOf('</w:tr>', start) + '</w:tr>'.length)
    const cells = ['Meals', 'Lunch', 'x', '2026-06-01', 'A weak tie'].map(text => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`)
    return xml.replace(row, `${row}<w:tr>${cells.join('')}</w:tr>`)
  }, false)
  const result = await read(file, now)
  assert.deepEqual(result.addedRows, { 'sample.gives': ['r13'] })
  assert.deepEqual(given(result), {
    ...answers, 'sample.gives.r13.what': 'Meals', 'sample.gives.r13.ours': 'Lunch', 'sample.gives.r13.agreed': 'yes', 'sample.gives.r13.by': '2026-06-01', 'sample.gives.r13.tie': 'weak'
  })
})

test('where a program dropped what marks the headings, they are no row', async () => {
  for (const file of Object.values(await stripped(await edit(await filled(), xml => xml.replaceAll('<w:trPr><w:tblHeader/></w:trPr>', ''))))) {
    const result = await read(file, now)
    assert.deepEqual([given(result), result.addedRows], [answers, {}])
  }
})

test('of such a file that lost all but its texts, the tables are known by the headings of their time', async () => {
  const result = await read(await bare(await filled()), now)
  assert.deepEqual(given(result), {
    'sample.gives.r6.what': 'Rides', 'sample.gives.r6.ours': 'A van', 'sample.gives.r6.tie': 'strong', 'sample.gives.r7.what': 'Desks', 'sample.gives.r7.agreed': 'yes', 'sample.gives.r7.by': '2026-05-01',
    'sample.gives.r8.ours': 'Paper', 'sample.gives.r8.tie': 'weak', 'sample.roles.job-coach.knows': 'A lot', 'sample.roles.job-coach.signed': 'yes'
  })
  // Two headings of five never were the whole table.
  const foreign = await edit(await filled(), () => '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:tbl><w:tr><w:tc><w:p><w:r><w:t>What</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Tie</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>', false)
  await assert.rejects(read(foreign, now), { reason: 'not-ours' })
})

test('what is gone before the last field of a file without metadata is still said', async () => {
  const lost = (await stripped(await edit(await filled(), xml => xml.replace(/<w:bookmarkStart w:id="2"(?:(?!<w:bookmarkEnd)[^])*<w:bookmarkEnd w:id="2"\/>/, ''))))
  for (const file of Object.values(lost)) assert.deepEqual((await read(file, now)).remarks, [{ kind: 'missing-field', field: 'sample.name' }])
})
