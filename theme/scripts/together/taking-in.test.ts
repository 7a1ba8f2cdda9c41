import assert from 'node:assert/strict'
import { test } from 'node:test'
import { apply, type Edit } from '../workbook/edit.ts'
import type { Guide } from '../workbook/guide.ts'
import { emptyWorkbook, type Workbook } from '../workbook/workbook.ts'
import { fromWorkbook } from './taking-in.ts'

const guide: Guide = { version: '1', title: '', documents: [], instruments: [{ id: 'vetting', kind: 'assessment', title: '', page: '', perPartner: true, parts: [] }] }

function book (partners: Record<string, string>, answers: Record<string, Record<string, string>> = {}): Workbook {
  const made = emptyWorkbook('w1')
  let at = 0
  for (const [id, name] of Object.entries(partners)) apply(made, [{ kind: 'partner', id, name }], { at: ++at, by: 'a' })
  for (const [subject, values] of Object.entries(answers)) {
    apply(made, Object.entries(values).map(([field, value]): Edit => ({ kind: 'answer', subject, field: `vetting.${field}.answer`, value })), { at: ++at, by: 'a' })
  }
  return made
}

test('the partner whom two teams have not named is asked about, and a named one is ours', () => {
  const theirs = book({ q1: 'First partner', q2: 'harbor street bakery' }, { q1: { a: 'x' }, q2: { a: 'y' } })
  const { layer, unclear } = fromWorkbook(theirs, guide, book({ p1: 'First partner', p2: 'Harbor Street Bakery' }))
  assert.deepEqual(unclear.map(({ id }) => id), ['q1'])
  assert.deepEqual(Object.keys(layer!.subjects).sort(), ['p2', 'q1'])
  assert.deepEqual(layer!.partners.find(({ id }) => id === 'p2'), { id: 'p2', name: 'Harbor Street Bakery' })
})

test('two partners of a file who are one here lose no answer', () => {
  const theirs = book({ p1: 'Bakery', q1: 'Harbor Street Bakery' }, { p1: { a: 'x', b: 'x' }, q1: { b: 'y', c: 'y' } })
  const { layer, unclear } = fromWorkbook(theirs, guide, book({ p1: 'Harbor Street Bakery' }))
  assert.deepEqual(unclear, [])
  assert.deepEqual(layer!.partners, [{ id: 'p1', name: 'Harbor Street Bakery' }])
  assert.deepEqual(Object.entries(layer!.subjects['p1']!.answers).map(([field, { value }]) => `${field} ${value}`).sort(), ['vetting.a.answer x', 'vetting.b.answer x', 'vetting.c.answer y'])
})

test('a partner may be called as what every object has', () => {
  const { layer } = fromWorkbook(book({ constructor: 'Bakery', q1: 'College' }, { q1: { a: 'x' } }), guide, book({}))
  assert.deepEqual([layer!.partners, Object.keys(layer!.subjects)], [[{ id: 'q1', name: 'College' }], ['q1']])
  const other = fromWorkbook(book({ constructor: 'Bakery' }, { constructor: { a: 'x' } }), guide, book({}))
  assert.deepEqual(Object.entries(other.layer!.subjects).map(([id, { answers }]) => [id, Object.keys(answers)]), [['constructor', ['vetting.a.answer']]])
})

test('a worksheet that two sides talk through can be a view, one of ours alone cannot', () => {
  const tools: Guide = { ...guide, instruments: [...guide.instruments, { id: 'hopes', kind: 'worksheet', title: '', page: '', perPartner: true, parts: [] }, { id: 'map', kind: 'worksheet', title: '', page: '', parts: [] }] }
  const theirs = book({ p1: 'Bakery' })
  apply(theirs, [{ kind: 'answer', subject: 'p1', field: 'hopes.theirs', value: 'x' }, { kind: 'answer', subject: 'agency', field: 'map.a', value: 'y' }], { at: 9, by: 'a' })
  assert.deepEqual(fromWorkbook(theirs, tools, book({ p1: 'Bakery' })).layer!.instruments, ['hopes'])
})
