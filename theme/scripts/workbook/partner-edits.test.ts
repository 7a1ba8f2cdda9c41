import assert from 'node:assert/strict'
import { test } from 'node:test'
import { textsBeside } from './beside.ts'
import { apply } from './edit.ts'
import { nameProblem, partnerEdit, partnerNamed, placeOfName, renameEdit } from './partner-edits.ts'
import { emptyWorkbook, type Partner, type Workbook } from './workbook.ts'

function bookWith (...names: string[]): Workbook {
  const book = emptyWorkbook('w')
  names.forEach((name, i) => { apply(book, [{ kind: 'partner', id: `p${i + 1}`, name }], { at: 1000 + i, by: 'v1' }) })
  return book
}

const partnerIn = (book: Workbook, id: string): Partner => book.partners.get(id)!

test('a name is taken by whoever has it, however it is written and though they were put away', () => {
  const book = bookWith('Bakery', 'College')
  apply(book, partnerEdit(partnerIn(book, 'p2'), { archived: true }), { at: 2000, by: 'v1' })
  assert.equal(partnerNamed(book, 'COLLEGE')?.id, 'p2')
  assert.equal(nameProblem(book, '', undefined), 'empty')
  assert.equal(nameProblem(book, 'college', undefined), 'taken')
  assert.equal(nameProblem(book, 'college', 'p1'), 'taken')
  assert.equal(nameProblem(book, 'college', 'p2'), null)
  assert.equal(nameProblem(book, 'Clinic', undefined), null)
})

test('an edit leaves what it does not name', () => {
  const book = bookWith('Bakery')
  apply(book, partnerEdit(partnerIn(book, 'p1'), { archived: true }), { at: 2000, by: 'v1' })
  apply(book, partnerEdit(partnerIn(book, 'p1'), { name: 'Harbor Bakery' }), { at: 2001, by: 'v1' })
  assert.deepEqual([partnerIn(book, 'p1').name, partnerIn(book, 'p1').archived], ['Harbor Bakery', true])
  apply(book, partnerEdit(partnerIn(book, 'p1'), { archived: false }), { at: 2002, by: 'v1' })
  assert.equal(partnerIn(book, 'p1').archived, undefined)
})

test('a name that another tab gave meanwhile stands beside the new one', () => {
  const book = bookWith('Bakery')
  const shown = partnerIn(book, 'p1')
  apply(book, partnerEdit(shown, { name: 'Their Bakery' }), { at: 2000, by: 'v2' })
  apply(book, renameEdit(book, shown, 'My Bakery'), { at: 2001, by: 'v1' })
  assert.equal(partnerIn(book, 'p1').name, 'My Bakery')
  assert.deepEqual(textsBeside(partnerIn(book, 'p1')).map(({ value }) => value), ['Their Bakery'])
  apply(book, renameEdit(book, partnerIn(book, 'p1'), 'Bakery'), { at: 2002, by: 'v1' })
  assert.equal(partnerIn(book, 'p1').name, 'Bakery')
})

test('a name that was written before the script came goes to the partner that it belongs to', () => {
  assert.deepEqual(placeOfName(emptyWorkbook('w'), 'Bakery', null, 0), { kind: 'new' })
  const two = bookWith('Bakery', 'College')
  assert.deepEqual(placeOfName(two, 'bakery', partnerIn(two, 'p1'), 0), { kind: 'same' })
  assert.deepEqual(placeOfName(two, 'bakery', partnerIn(two, 'p2'), 0), { kind: 'other' })
  assert.deepEqual(placeOfName(two, 'Clinic', partnerIn(two, 'p1'), 0), { kind: 'ask' })
  const first = bookWith('First partner')
  assert.deepEqual(placeOfName(first, 'Clinic', partnerIn(first, 'p1'), 1000), { kind: 'rename', partner: partnerIn(first, 'p1') })
  assert.deepEqual(placeOfName(first, 'Clinic', partnerIn(first, 'p1'), 1001), { kind: 'ask' }, 'made on a page before')
  const named = bookWith('Bakery')
  assert.deepEqual(placeOfName(named, 'Clinic', partnerIn(named, 'p1'), 0), { kind: 'ask' })
})
