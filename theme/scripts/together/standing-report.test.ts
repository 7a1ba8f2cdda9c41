import assert from 'node:assert/strict'
import { test } from 'node:test'
import { viewFrom, type View } from '../workbook/colleagues.ts'
import { apply } from '../workbook/edit.ts'
import type { FieldDefinition, InstrumentDefinition } from '../workbook/guide.ts'
import type { Layer } from '../workbook/layers.ts'
import { emptyWorkbook } from '../workbook/workbook.ts'
import { writeStanding } from './standing-report.ts'

const options = [['not-yet', 'Not yet'], ['mostly', 'Mostly'], ['in-place', 'In place']].map(([id, label], value) => ({ id: id!, label: label!, value }))
const apart = { id: 'na', label: 'Does not apply' }
const vetting: InstrumentDefinition = {
  id: 'vetting', kind: 'assessment', title: 'Vetting', page: '', perPartner: true, scale: { options, notApplicable: apart },
  parts: [], domains: [{ id: 'safety', title: 'Safety', items: [{ id: 'a', label: 'Safe?' }, { id: 'b', label: 'Fair?', critical: true }] }]
}
const field = (id: string, label: string): FieldDefinition => ({ id, kind: 'long', label, wording: '0a1b2c3d' })
const hopes: InstrumentDefinition = { id: 'hopes', kind: 'worksheet', title: 'What each expects', page: '', perPartner: true, parts: [{ item: 'a', field: field('hopes.a', 'Our hope') }, { item: 'b', field: field('hopes.b', 'Same') }] }

let at = 0
const view = (name: string, answers: Record<string, string>): View => ({
  id: `l${name.toLowerCase()}`,
  layer: viewFrom({ p1: { answers: Object.fromEntries(Object.entries(answers).map(([id, value]) => [id, { value }])), rows: {} } }, { name, at: ++at, day: '2026-11-30', guide: '1', lang: 'en', partners: [{ id: 'p1', name: 'Bakery' }] })!
})
const counts: Layer = {
  kind: 'counts', name: '3 views without names', at: 99, day: '2026-11-30', guide: '1', lang: 'en', instruments: ['vetting'], partners: [{ id: 'p1', name: 'Bakery' }], subjects: {}, views: 3,
  counts: { p1: { 'vetting.a.answer': { mostly: 2 } } }
}
const book = emptyWorkbook('w')
apply(book, [{ kind: 'partner', id: 'p1', name: 'Bakery' }, { kind: 'answer', subject: 'p1', field: 'vetting.b.answer', value: 'mostly' }, { kind: 'answer', subject: 'p1', field: 'vetting.b.note', value: 'From spring on.' }], { at: 1, by: 'a' })
const chosen = { tool: vetting, subject: 'p1', about: 'Bakery', widest: true, onlyDiffer: false }

test('a file tells what the page tells: the widest first, who says what, counts, notes, and our own answer with its reason', () => {
  const views = [view('Director', { 'vetting.a.answer': 'mostly', 'vetting.b.answer': 'not-yet', 'vetting.b.note': 'Not for drivers' }), view('B', { 'vetting.a.answer': 'mostly', 'vetting.b.answer': 'in-place' }), { id: 'lc', layer: counts }]
  const { docx, tables, stem } = writeStanding(chosen, views, book)
  assert.equal(stem, 'vetting together')
  assert.deepEqual([docx!.template, docx!.content.texts['subject'], docx!.content.texts['views']], ['template-together', 'Bakery', 'Director, B, 3 views without names'])
  assert.deepEqual(docx!.content.rows['question']!.map(({ cells }) => cells), [
    {
      question: 'Fair?', mark: 'Look at this first', spread: 'Far apart', ours: 'Mostly\nFrom spring on.',
      said: '1 says Not yet, 1 says In place, and 3 have no answer.\nNot yet: A Director\nIn place: B\nDirector: Not for drivers'
    },
    { question: 'Safe?', mark: '', spread: 'Alike', ours: 'No answer', said: '4 say Mostly and 1 has no answer.\nMostly: A Director, B' }
  ])
  assert.deepEqual(tables.map(({ columns, rows }) => [columns, ...rows]), [
    [['Area', 'Question', 'Mark', 'How alike', 'Not yet', 'Mostly', 'In place', 'Does not apply', 'No answer', 'Our answer', 'Why'],
      ['Safety', 'Fair?', 'Look at this first', 'Far apart', 1, 0, 1, 0, 3, 'Mostly', 'From spring on.'], ['Safety', 'Safe?', '', 'Alike', 0, 4, 0, 0, 1, '', '']],
    [['Question', 'A Director', 'B'], ['Fair?', 'Not yet', 'In place'], ['Safe?', 'Mostly', 'Mostly']],
    [['Question', 'Who', 'Note'], ['Fair?', 'Director', 'Not for drivers']]
  ])
  assert.deepEqual(writeStanding({ ...chosen, onlyDiffer: true }, views, book).tables[0]!.rows.map(row => row[1]), ['Fair?'])
  assert.deepEqual(writeStanding({ ...chosen, widest: false }, views, book).tables[0]!.rows.map(row => row[1]), ['Safe?', 'Fair?'])
})

test('counts alone name nobody, and no number over people is made', () => {
  const { docx, tables } = writeStanding(chosen, [{ id: 'lc', layer: counts }], book)
  assert.equal(tables.length, 1)
  assert.deepEqual(docx!.content.rows['question']!.map(({ cells }) => cells['said']), ['2 say Mostly and 1 has no answer.', '3 have no answer.'])
})

test('two halves of a worksheet stand side by side', () => {
  const { docx, tables } = writeStanding({ ...chosen, tool: hopes }, [view('Our half', { 'hopes.a': 'Jobs', 'hopes.b': 'x' }), view('The partner', { 'hopes.b': 'x' })], book)
  assert.deepEqual(docx!.content.rows['question']!.map(({ cells }) => cells['said']), ['Our half: Jobs\nThe partner: No answer', 'Our half: x\nThe partner: x'])
  assert.deepEqual(tables.map(({ columns, rows }) => [columns, ...rows]), [[['Question', 'Our half', 'The partner'], ['Our hope', 'Jobs', ''], ['Same', 'x', 'x']]])
  assert.equal(writeStanding({ ...chosen, tool: hopes, onlyDiffer: true }, [view('Our half', { 'hopes.a': 'Jobs', 'hopes.b': 'x' }), view('The partner', { 'hopes.b': 'x' })], book).tables[0]!.rows.length, 1)
})
