import assert from 'node:assert/strict'
import { test } from 'node:test'
import { apply } from './edit.ts'
import type { FieldDefinition, Guide } from './guide.ts'
import { addStep, planHome, removeStep, type StepField } from './plan.ts'
import { Clock } from './stamp.ts'
import { FreshSteps, namedStep, partnerOf, stepsToShow, stepsWithDays, stepText } from './step-list.ts'
import { emptyWorkbook } from './workbook.ts'

const field = (id: string): FieldDefinition => ({ id, kind: 'text', label: id, wording: 'w' })
const options = [{ id: 'not-started', label: 'Not started' }, { id: 'done', label: 'Done' }]
const guide: Guide = {
  version: '1', title: 'Guide', documents: [], instruments: [{
    id: 'action-plan', kind: 'worksheet', title: 'Plan', page: 'plan.html',
    parts: [{ table: { id: 'action-plan.steps', label: 'Steps', blankRows: 2, columns: [field('what'), field('who'), field('by'), { ...field('status'), kind: 'choice', options }] } }]
  }]
}
const home = planHome(guide)

function plan () {
  const book = emptyWorkbook('w1')
  const clock = new Clock('v1', () => 1000)
  const fresh = new FreshSteps(home)
  const add = (values: Partial<Record<StepField, string>>): string => {
    const { key, edits } = addStep(book, home, clock.next(), values, fresh.keys(book))
    apply(book, edits, clock.next())
    return key
  }
  return { book, clock, fresh, add }
}

test('a step that was just added is shown though it says nothing, until that is undone', () => {
  const { book, fresh, add } = plan()
  const key = add({})
  assert.deepEqual(stepsToShow(book, home, fresh, { sort: 'order', state: 'all' }).shown, [])
  const forget = fresh.add(book, key)
  assert.deepEqual(stepsToShow(book, home, fresh, { sort: 'order', state: 'all' }).shown.map(step => step.key), [key])
  assert.notEqual(add({}), key, 'another one takes the next row')
  forget()
  assert.deepEqual([...fresh.keys(book)], [])
})

test('a step whose row was erased meanwhile is not shown', () => {
  const { book, fresh, add } = plan()
  fresh.add(book, add({}))
  book.subjects.clear()
  assert.deepEqual([...fresh.keys(book)], [])
})

test('steps are sorted, and those of one state alone are shown; one without a state has the first', () => {
  const { book, fresh, add } = plan()
  const [late, none, early] = [add({ what: 'late', due: '2026-12-02', state: 'done' }), add({ what: 'none' }), add({ what: 'early', due: '2026-12-01' })]
  const keys = (sort: 'due' | 'order', state: string): string[] => stepsToShow(book, home, fresh, { sort, state }).shown.map(step => step.key)
  assert.deepEqual(keys('order', 'all'), [late, none, early])
  assert.deepEqual(keys('due', 'all'), [early, late, none])
  assert.deepEqual(keys('order', 'not-started'), [none, early])
  assert.equal(stepsToShow(book, home, fresh, { sort: 'order', state: 'gone' }).present.length, 3)
})

test('a calendar holds what is in view, still to be done, and has a day', () => {
  const { book, clock, add } = plan()
  const [open, done] = [add({ what: 'open', due: '2026-12-01' }), add({ what: 'done', due: '2026-12-01', state: 'done' })]
  const dayless = add({ what: 'dayless' })
  const days = (...inView: string[]): string[] => stepsWithDays(book, home, inView).map(step => step.what)
  assert.deepEqual(days(open, done, dayless), ['open'])
  assert.deepEqual(days(done), [])
  apply(book, removeStep(book, home, open), clock.next())
  assert.deepEqual(days(open), [])
})

test('a step says whom it is about wherever its text goes, and once', () => {
  const { book, clock } = plan()
  apply(book, [{ kind: 'partner', id: 'p1', name: 'Bakery' }, { kind: 'partner', id: 'p2', name: 'First partner', givenName: 'First partner' }], clock.next())
  const suggestion = (partner: string) => ({ from: `${partner}/vetting.pay`, step: 'Ask about pay', label: 'Is the pay fair?', instrument: 'Vetting', partner, critical: true, help: false, gap: true, toAsk: false })
  assert.deepEqual(['p1', 'p2', 'agency'].map(partner => stepText(book, suggestion(partner))), ['Ask about pay (Bakery)', 'Ask about pay', 'Ask about pay'])
  const step = { key: 'r1', from: 'p1/vetting.pay', what: 'Ask about pay', first: '', who: '', due: '', state: '', partners: '', at: 0 }
  assert.deepEqual([step, { ...step, what: 'Ask about pay (Bakery)' }, { ...step, from: '' }].map(one => namedStep(book, one)), ['Ask about pay: Bakery', 'Ask about pay (Bakery)', 'Ask about pay'])
})

test('a step knows about whom its answers are, also where that partner was put away', () => {
  const { book, clock } = plan()
  apply(book, [{ kind: 'partner', id: 'p1', name: 'Bakery', archived: true }], clock.next())
  const step = { key: 'r1', from: 'p1/vetting.checks', what: '', first: '', who: '', due: '', state: '', partners: '', at: 0 }
  assert.equal(partnerOf(book, step)?.name, 'Bakery')
  assert.equal(partnerOf(book, { ...step, from: 'agency/vetting.checks' }), undefined)
})
