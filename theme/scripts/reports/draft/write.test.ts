import assert from 'node:assert/strict'
import { test } from 'node:test'
import { apply, type Edit } from '../../workbook/edit.ts'
import type { FieldDefinition, InstrumentDefinition } from '../../workbook/guide.ts'
import { agency, emptyWorkbook, type Workbook } from '../../workbook/workbook.ts'
import { writeDraft } from './write.ts'

const field = (id: string, label: string, kind: FieldDefinition['kind'] = 'text'): FieldDefinition => ({ id, kind, label, wording: '00000000' })
const single = (id: string, label: string, kind?: FieldDefinition['kind']): { field: FieldDefinition, item: string } => ({ field: field(`agreement.${id}`, label, kind), item: id })
const agreement: InstrumentDefinition = {
  id: 'agreement', kind: 'worksheet', title: 'Agreement outline', page: 'tools/agreement.html', perPartner: true,
  draft: { title: 'Draft of the agreement', sections: [{ title: 'What it is for', from: 1 }, { title: 'Who gives what', from: 4 }, { title: 'Only text', from: 6 }] },
  parts: [
    single('name', 'What we call it'),
    single('aim', 'What it is for', 'long'),
    single('meet', 'How often do we meet?'),
    single('agree', 'Both sides agree.', 'check'),
    { table: { id: 'agreement.give', label: 'What each side gives', columns: [field('what', 'What'), field('ours', 'We give'), field('theirs', 'The partner gives')], blankRows: 2 } },
    { table: { id: 'agreement.roles', label: 'Roles', columns: [field('who', 'Who')], fixedRows: [{ key: 'lead', label: 'Leads' }, { key: 'pays', label: 'Pays' }], blankRows: 0 } }
  ]
}

function filled (...answers: [string, string][]): Workbook {
  const book = emptyWorkbook('b', '2026-11')
  const edits: Edit[] = [{ kind: 'partner', id: 'p', name: 'Harbor Bakery' }, ...answers.map(([id, value]): Edit => ({ kind: 'answer', subject: 'p', field: `agreement.${id}`, value }))]
  apply(book, edits, { at: 1, by: 'a' })
  return book
}

const paragraphs = (rows: readonly { cells: Readonly<Record<string, string>> }[] | undefined): string[] => (rows ?? []).map(row => `${row.cells['lead']}${row.cells['text']}`)

test('answers are paragraphs under the headings of the worksheet', () => {
  const book = filled(['name', 'Bread and work'], ['aim', 'Fair work.\nGood bread.'], ['meet', 'Every two weeks'], ['agree', 'yes'],
    ['give.r1.what', 'Time'], ['give.r1.ours', 'Two hours'], ['give.r1.theirs', 'One hour'], ['give.r2.what', 'Room'], ['roles.lead.who', 'The program director'])
  const { texts, rows, free } = writeDraft(agreement, book, { id: 'p', name: 'Harbor Bakery' })

  assert.equal(free, true)
  assert.deepEqual({ ...texts, date: '' }, { title: 'Draft of the agreement', subject: 'Harbor Bakery', date: '' })
  assert.deepEqual(paragraphs(rows['opening']), ['What we call it: Bread and work'])
  assert.deepEqual(rows['section']?.map(section => [section.cells['heading'], paragraphs(section.rows?.['paragraph'])]), [
    ['What it is for', ['Fair work.\nGood bread.', 'How often do we meet? Every two weeks', 'Both sides agree.']],
    ['Who gives what', ['What each side gives: ', 'Time: We give: Two hours\nThe partner gives: One hour', 'Room', 'Roles: ', 'Leads: The program director', '[Not yet agreed: Pays]']]
  ])
})

test('what has no answer yet stands in brackets, and no partner is guessed', () => {
  const book = filled(['aim', 'Fair work'])
  apply(book, [{ kind: 'answer', subject: agency, field: 'agreement.aim', value: 'of nobody' }], { at: 99, by: 'a' })
  const { texts, rows } = writeDraft(agreement, book, null)

  assert.equal(texts['subject'], '–')
  assert.deepEqual(paragraphs(rows['opening']), ['[Not yet agreed: What we call it]'])
  assert.deepEqual(rows['section']?.flatMap(section => paragraphs(section.rows?.['paragraph'])), [
    '[Not yet agreed: What it is for]', '[Not yet agreed: How often do we meet?]', '[Not yet agreed: Both sides agree.]',
    '[Not yet agreed: What each side gives]', 'Roles: ', '[Not yet agreed: Leads]', '[Not yet agreed: Pays]'
  ])
})
