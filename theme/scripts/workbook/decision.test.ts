import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decidedOf, verdictField } from './decision.ts'
import type { InstrumentDefinition } from './guide.ts'
import { itemsOfInstrument } from './progress.ts'
import { emptyWorkbook, type Subject } from './workbook.ts'

const vetting: InstrumentDefinition = {
  id: 'vetting', kind: 'assessment', title: 'Vetting', page: '', perPartner: true,
  parts: [
    { field: { id: 'vetting.pay.answer', kind: 'choice', label: 'Is pay fair?', wording: '' }, item: 'pay' },
    { field: { id: 'vetting.answer', kind: 'choice', label: 'And now?', marks: ['verdict'], options: [{ id: 'go-ahead', label: 'Go ahead' }, { id: 'not-now', label: 'Not now' }], wording: '' }, item: 'answer' },
    { field: { id: 'vetting.day', kind: 'date', label: 'When?', marks: ['decided'], wording: '' }, item: 'day' },
    { field: { id: 'vetting.who', kind: 'text', label: 'Who?', marks: ['decided-by'], wording: '' }, item: 'who' }
  ]
}

test('what was decided is told in words, and what is open stays open', () => {
  const book = emptyWorkbook('w')
  const answers = new Map([['vetting.answer', 'not-now'], ['vetting.day', '2026-05-04']].map(([id, value]) => [id, { value: value, at: 1, by: 'a' }]))
  book.subjects.set('p1', { answers, rows: new Map() } as unknown as Subject)
  assert.deepEqual(decidedOf(vetting, book, 'p1'), { verdict: 'Not now', day: 'May 4, 2026', by: '' })
  assert.deepEqual(decidedOf(vetting, book, 'p2'), { verdict: '', day: '', by: '' })
  assert.equal(verdictField(vetting)?.label, 'And now?')
  assert.equal(verdictField({ ...vetting, parts: [] }), undefined)
})

test('a decision is no question: how far a tool is does not count it', () => {
  assert.deepEqual(itemsOfInstrument(vetting).map(item => item.answer), [{ field: 'vetting.pay.answer' }])
})
