import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FieldDefinition, InstrumentDefinition } from './guide.ts'
import type { Wording } from './layers.ts'
import { thenAndNow, upperHalf, type ThenAndNow } from './then-and-now.ts'
import { emptyWorkbook, type Workbook } from './workbook.ts'

const options = ['not-yet', 'starting', 'mostly', 'in-place'].map((id, value) => ({ id, label: id.replace('-', ' '), value }))
const apart = { id: 'not-applicable', label: 'Does not apply' }
const field = (id: string): FieldDefinition => ({ id: `vetting.${id}.answer`, kind: 'choice', label: id, wording: `now-${id}`, options: [...options.map(({ id, label }) => ({ id, label })), apart] })
const items = [['a', 'One'], ['b', 'One'], ['c', 'One'], ['d', 'Two'], ['e', 'Two'], ['f', 'Two']] as const
const instrument: InstrumentDefinition = {
  id: 'vetting', kind: 'assessment', title: 'Vetting', page: '', perPartner: true, parts: items.map(([id]) => ({ item: id, field: field(id) })), scale: { options, notApplicable: apart },
  domains: ['One', 'Two'].map(title => ({ id: title, title, items: items.filter(([, area]) => area === title).map(([id]) => ({ id, label: `Question ${id}`, ...id === 'b' && { critical: true as const } })) }))
}
const list: InstrumentDefinition = {
  id: 'list', kind: 'checklist', title: 'List', page: '', parts: ['a', 'b', 'c'].map(id => ({ item: id, field: { id: `list.${id}`, kind: 'check', label: id, wording: `w-${id}` } })),
  domains: [{ id: 'all', title: 'All', items: ['a', 'b', 'c'].map(id => ({ id, label: id })) }]
}
const ticks = { ticked: 'Ticked', open: 'Not ticked' }

function book (of: string, answers: Record<string, string>, wordings: Record<string, string> = {}): Workbook {
  const made = emptyWorkbook('w1')
  made.subjects.set('p1', { rows: new Map(), answers: new Map(Object.entries(answers).map(([id, value]) => [of === 'list' ? `list.${id}` : `vetting.${id}.answer`, { value, at: 1, by: 'a', wording: wordings[id] ?? `now-${id}` }])) })
  return made
}

const changes = ({ rows }: ThenAndNow): Record<string, string> => Object.fromEntries(rows.map(({ item, change, by }) => [item.id, by === 0 ? change : `${change} ${by}`]))
const compare = (then: Workbook, now: Workbook, of = instrument, words: (hash: string | undefined) => Wording | undefined = () => undefined): ThenAndNow => thenAndNow(of, 'p1', then, now, words, ticks)

test('each question says what became of its answer', () => {
  const told = compare(
    book('vetting', { a: 'not-yet', b: 'mostly', c: 'starting', d: 'mostly', e: 'not-applicable' }),
    book('vetting', { a: 'mostly', b: 'starting', c: 'starting', e: 'not-yet', f: 'in-place' }))
  assert.deepEqual(changes(told), { a: 'up 2', b: 'down -1', c: 'same', d: 'open', e: 'differs', f: 'new' })
  assert.deepEqual(told.count, { up: 1, down: 1, same: 1, new: 1, differs: 1, open: 1, reworded: 0, gone: 0 })
  assert.deepEqual(told.areas, [{ title: 'One', all: 3, then: 1, now: 1 }, { title: 'Two', all: 3, then: 1, now: 1 }])
  assert.deepEqual(told.most.map(({ item }) => item.id), ['a', 'b'])
  assert.deepEqual(told.rows[0]!.then, { answer: 'not-yet', text: 'not yet', value: 0 })
})

test('what nobody answered at either time is no row, and of what moved as far the important one comes first', () => {
  const told = compare(book('vetting', { a: 'not-yet', b: 'not-yet', d: 'in-place', e: 'not-yet' }), book('vetting', { a: 'mostly', b: 'mostly', d: 'not-yet', e: 'starting' }))
  assert.deepEqual(Object.keys(changes(told)), ['a', 'b', 'd', 'e'])
  assert.deepEqual(told.most.map(({ item }) => item.id), ['d', 'b', 'a'])
  assert.equal(compare(book('vetting', {}), book('vetting', {})).rows.length, 0)
})

test('a question that was worded differently then is shown in the words of then and not compared, in its area neither', () => {
  const words = (hash: string | undefined): Wording | undefined => hash === 'old-a' ? { lang: 'en', question: 'Was it so?', options: [{ id: 'mostly', label: 'As good as' }] } : undefined
  const told = compare(book('vetting', { a: 'mostly', b: 'mostly' }, { a: 'old-a' }), book('vetting', { a: 'in-place', b: 'mostly' }), instrument, words)
  assert.deepEqual(changes(told), { a: 'reworded', b: 'same' })
  assert.equal(told.rows[0]!.then.text, 'As good as')
  assert.equal(told.rows[0]!.asked, 'Was it so?')
  assert.deepEqual(told.areas[0], { title: 'One', all: 2, then: 1, now: 1 })
  assert.deepEqual(told.most, [])
  // Both of the old wording: nobody answered the new one yet.
  assert.deepEqual(changes(compare(book('vetting', { a: 'mostly' }, { a: 'old-a' }), book('vetting', { a: 'in-place' }, { a: 'old-a' }))), { a: 'up 1' })
})

test('what is not asked any more stands last, with the words of then where they were kept', () => {
  const words = (hash: string | undefined): Wording | undefined => hash === 'now-z' ? { lang: 'en', question: 'Is there a lamp?', options: [{ id: 'mostly', label: 'Mostly' }] } : undefined
  const told = compare(book('vetting', { z: 'mostly', y: 'mostly', a: 'mostly' }), book('vetting', { a: 'mostly' }), instrument, words)
  assert.deepEqual(told.rows.map(({ item, then, change }) => [item.label, then.text, change]), [['Question a', 'mostly', 'same'], ['Is there a lamp?', 'Mostly', 'gone'], ['y', 'mostly', 'gone']])
})

test('of a checklist, what is ticked now and was not moved up', () => {
  const told = compare(book('list', { a: 'yes', b: 'yes' }), book('list', { a: 'yes', c: 'yes' }), list)
  assert.deepEqual(changes(told), { a: 'same', b: 'down -1', c: 'up 1' })
  assert.deepEqual(told.areas, [{ title: 'All', all: 3, then: 2, now: 2 }])
  assert.deepEqual(told.rows[1]!.now.text, 'Not ticked')
  assert.deepEqual(told.steps, [])
})

test('the upper half of scales of two to seven answers', () => {
  const scale = (n: number): InstrumentDefinition => ({ ...instrument, scale: { options: Array.from({ length: n }, (_, value) => ({ id: `o${value}`, label: '', value })) } })
  assert.deepEqual([2, 3, 4, 5, 7].map(n => upperHalf(scale(n)).map(({ value }) => value)), [[1], [1, 2], [2, 3], [2, 3, 4], [3, 4, 5, 6]])
})
