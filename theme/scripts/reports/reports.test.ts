import assert from 'node:assert/strict'
import { test } from 'node:test'
import { apply, type Edit } from '../workbook/edit.ts'
import type { FieldDefinition, Guide, InstrumentDefinition } from '../workbook/guide.ts'
import { agency, emptyWorkbook, type Workbook } from '../workbook/workbook.ts'
import { writeEverything } from './everything.ts'
import { write } from './write.ts'

const field = (id: string, kind: FieldDefinition['kind'] = 'text', label = id): FieldDefinition => ({ id, kind, label, wording: '00000000' })
const options = [{ id: 'not-yet', label: 'Not yet', value: 0 }, { id: 'in-place', label: 'In place', value: 3 }]
const vetting: InstrumentDefinition = {
  id: 'vetting', kind: 'assessment', title: 'Vetting', page: 'vetting.html', perPartner: true,
  scale: { options, notApplicable: { id: 'na', label: 'Does not apply' } },
  domains: [{ id: 'safety', title: 'Safety', items: [{ id: 'checks', label: 'Checked?', critical: true }, { id: 'terms', label: 'Fair terms?' }] }],
  parts: ['checks', 'terms'].flatMap(item => ['answer', 'help', 'note', 'evidence'].map(end => ({ item, field: { ...field(`vetting.${item}.${end}`), ...end === 'answer' && { kind: 'choice' as const, options } } })))
}
const plan: InstrumentDefinition = {
  id: 'plan-sheet', kind: 'worksheet', title: 'Support', page: 'support.html',
  parts: [
    { item: 'aim', field: field('plan-sheet.aim', 'text', 'Our aim') },
    { table: { id: 'plan-sheet.forms', label: 'Forms', rowHeading: 'Form', blankRows: 0, fixedRows: [{ key: 'food', label: 'Food' }, { key: 'rent', label: 'Rent' }], columns: [field('who', 'text', 'Who'), field('day', 'date', 'By when'), field('done', 'check', 'Done')] } },
    { table: { id: 'plan-sheet.free', label: 'More', blankRows: 2, columns: [field('what', 'long', 'What')] } }
  ]
}
const guide: Guide = { version: '1', title: 'Guide', documents: [], instruments: [vetting, plan] }

function book (answers: Record<string, Record<string, string>>): Workbook {
  const made = emptyWorkbook('w')
  const edits = Object.entries(answers).flatMap(([subject, all]) => Object.entries(all).map(([id, value]): Edit => ({ kind: 'answer', subject, field: id, value })))
  apply(made, [{ kind: 'partner', id: 'p1', name: 'Bakery' }, { kind: 'partner', id: 'p2', name: 'College' }, ...edits], { at: 1, by: 'a' })
  return made
}

test('a table with named rows keeps them all, one that grows only those that say something; days stay sortable', () => {
  const made = book({ [agency]: { 'plan-sheet.forms.rent.who': 'We', 'plan-sheet.forms.rent.day': '2026-03-14', 'plan-sheet.forms.rent.done': 'yes', 'plan-sheet.free.r2.what': 'Second\nrow' } })
  const [named] = write({ kind: 'table', table: 'plan-sheet.forms', partner: null }, guide, made).tables
  assert.deepEqual([named!.columns, ...named!.rows], [['Form', 'Who', 'By when', 'Done'], ['Food', '', '', ''], ['Rent', 'We', '2026-03-14', 'Yes']])
  const [free] = write({ kind: 'table', table: 'plan-sheet.free', partner: null }, guide, made).tables
  assert.deepEqual([free!.columns, ...free!.rows], [['What'], ['Second\nrow']])
})

test('everything holds every answer about everybody, and those whose question is gone', () => {
  const made = book({
    [agency]: { 'plan-sheet.aim': 'Jobs', 'plan-sheet.forms.rent.who': 'We', 'old-tool.lost': 'Kept', 'plan-sheet.free.r1.dropped': 'Kept too' },
    p1: { 'vetting.checks.answer': 'not-yet', 'vetting.checks.help': 'yes', 'vetting.checks.evidence': 'Seen', 'vetting.checks.note': 'Ask again' },
    p2: { 'vetting.terms.note': 'Only a note' }
  })
  const written = writeEverything(guide, made)
  assert.deepEqual(written.tables[0]!.rows, [
    ['Vetting', 'Bakery', 'Checked?', 'Not yet', 'Help wanted\nHow we know: Seen\nAsk again'],
    ['Vetting', 'College', 'Fair terms?', 'No answer yet', 'Only a note'],
    ['Support', 'Our agency', 'Our aim', 'Jobs', ''],
    ['Support', 'Our agency', 'Forms, Rent: Who', 'We', ''],
    ['Questions that the guide does not ask any more', '', 'old-tool.lost', 'Kept', ''],
    ['Questions that the guide does not ask any more', '', 'plan-sheet.free.r1.dropped', 'Kept too', '']
  ])
  assert.equal(written.docx!.content.rows['tool']!.length, 4)
})

test('a comparison marks what to look at first and where partners differ, and can show that alone', () => {
  const made = book({ p1: { 'vetting.checks.answer': 'not-yet', 'vetting.terms.answer': 'in-place' }, p2: { 'vetting.checks.answer': 'in-place', 'vetting.terms.answer': 'in-place' } })
  const rows = (onlyDifferences: boolean) => write({ kind: 'comparison', instrument: 'vetting', partners: ['p1', 'p2'], onlyDifferences }, guide, made).tables[0]!.rows
  assert.deepEqual(rows(false).map(row => row.slice(1, 4)), [['Checked?', 'Look at this first, They differ', 'Not yet'], ['Fair terms?', '', 'In place']])
  assert.equal(rows(true).length, 1)
  const asked = write({ kind: 'comparison', instrument: 'vetting', partners: ['p1', 'p2'], onlyDifferences: false }, guide, book({ p1: { 'vetting.checks.answer': 'in-place', 'vetting.checks.evidence': 'A visit' }, p2: { 'vetting.terms.answer': 'in-place' } }))
  assert.deepEqual(asked.tables[0]!.rows[0]!.slice(3), ['In place', 'A visit', '', 'Still to ask', '', ''])
  const { template, content } = asked.docx!
  assert.deepEqual([template, content.texts['partner1'], content.texts['answered2']], ['template-side-2', 'Bakery', '1 of 2'])
  assert.deepEqual(content.rows['question']![0]!.cells, {
    question: 'Checked?', mark: '\nLook at this first, They differ', answer1: 'In place', more1: '\nHow we know: A visit', answer2: 'Still to ask', more2: ''
  })
})

test('of more partners than have room beside each other, each question has a row for each', () => {
  const made = book({ p1: { 'vetting.checks.answer': 'in-place', 'vetting.checks.evidence': 'A visit' } })
  const partners = ['p1', 'p2', ...['p3', 'p4', 'p5'].map(id => {
    apply(made, [{ kind: 'partner', id, name: `Partner ${id}` }], { at: 2, by: 'a' })
    return id
  })]
  const { template, content } = write({ kind: 'comparison', instrument: 'vetting', partners, onlyDifferences: false }, guide, made).docx!
  assert.deepEqual([template, content.rows['partner']!.length], ['template-comparison', 5])
  assert.deepEqual(content.rows['question']![0]!.rows!['answer']!.slice(0, 2).map(row => [row.cells['answer'], row.cells['evidence']]), [['In place', 'A visit'], ['Still to ask', '']])
})

test('results of nothing say so in every part of the Word file', () => {
  const { docx } = write({ kind: 'results', instrument: 'vetting', partner: 'p1' }, guide, book({}))
  assert.deepEqual(docx!.content.rows['gap'], [{ cells: { question: 'Nothing yet.' } }])
  assert.equal(docx!.content.texts['answered'], '0 of 2')
})
