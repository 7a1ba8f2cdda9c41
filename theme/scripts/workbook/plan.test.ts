import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compareWorkbooks } from '../compare/compare-workbooks.ts'
import { apply } from './edit.ts'
import type { FieldDefinition, Guide } from './guide.ts'
import { GuideIndex } from './guide-index.ts'
import { readWorkbook, writeWorkbook } from './json.ts'
import { merge } from './merge.ts'
import { addStep, planHome, removeStep, stepPlace, steps } from './plan.ts'
import { rowKeys } from './rows.ts'
import { Clock } from './stamp.ts'
import { stepsBack, takeable } from './undo.ts'
import { agency, emptyWorkbook, planSubject, valueOf, type Workbook } from './workbook.ts'

const field = (id: string): FieldDefinition => ({ id, kind: 'text', label: id, wording: 'w' })
const guide: Guide = {
  version: '1', title: 'Guide', documents: [], instruments: [{
    id: 'action-plan', kind: 'worksheet', title: 'Plan', page: 'plan.html',
    parts: [{ table: { id: 'action-plan.steps', label: 'Steps', blankRows: 2, columns: [field('what'), field('who'), field('by'), { ...field('status'), kind: 'choice', options: [] }] } }]
  }]
}
const home = planHome(guide)

/** A tab with the plan; its clock begins where it is told. */
function tab (name: string, at: number, book = emptyWorkbook('w1')) {
  const clock = new Clock(name, () => at)
  const add = (what: string, from = `p1/vetting.${what}`) => {
    const { key, edits } = addStep(book, home, clock.next(), { what, from })
    return { key, ...apply(book, edits, clock.next()) }
  }
  return { book, clock, add, say: () => said(book) }
}

const said = (book: Workbook): string[] => steps(book, home).map(step => `${step.what} from ${step.from}`).sort()
const copy = (book: Workbook): Workbook => readWorkbook(writeWorkbook(book))

test('two tabs that add a step at the same moment keep both, each with what it came from', () => {
  const a = tab('a', 1000)
  const b = tab('b', 2000)
  const [first, second] = [a.add('training'), b.add('checks')]
  assert.equal(first.key, second.key)
  merge(a.book, second.patch)
  merge(b.book, first.patch)
  assert.deepEqual(a.say(), ['checks from p1/vetting.checks', 'training from p1/vetting.training'])
  assert.deepEqual(b.say(), a.say())
  assert.deepEqual(rowKeys(a.book, home.subject, home.table), ['r1', 'r2'], 'the other one takes the next blank row')

  // Once more, and from the copy of a tab that was away.
  const away = emptyWorkbook('w1')
  for (const patch of [second.patch, first.patch, second.patch]) merge(away, patch)
  assert.deepEqual(said(away), a.say())
})

test('what the table has no column for stays with its step, whichever tab wrote first', () => {
  const a = tab('a', 1000)
  const b = tab('b', 2000)
  const [first, second] = [a.add('training'), b.add('checks')]
  const later = apply(b.book, [{ kind: 'answer', ...stepPlace(home, second.key, 'first'), value: 'call Bob' }], b.clock.next())
  merge(a.book, second.patch)
  merge(a.book, later.patch)
  merge(b.book, first.patch)
  for (const { book } of [a, b]) assert.deepEqual(steps(book, home).map(step => `${step.what}: ${step.first}`).sort(), ['checks: call Bob', 'training: '])

  // Undoing the adding leaves what was written beside the table since, and the row with it.
  const [, added] = [a.add('third'), a.add('fourth')]
  const back = stepsBack(a.book, added.undo)
  apply(a.book, [{ kind: 'answer', ...stepPlace(home, added.key, 'first'), value: 'written since' }], a.clock.next())
  apply(a.book, takeable(a.book, back), a.clock.next())
  assert.ok(steps(a.book, home).some(step => step.first === 'written since'))
})

test('a blank row into which somebody wrote meanwhile is not taken by a step that gives way', () => {
  const a = tab('a', 1000)
  const b = tab('b', 2000)
  const first = a.add('training')
  const typed = apply(a.book, [{ kind: 'answer', subject: agency, field: 'action-plan.steps.r2.what', value: 'typed' }], a.clock.next())
  const second = b.add('checks')
  const all = emptyWorkbook('w1')
  for (const { patch } of [first, typed]) merge(all, patch)
  merge(b.book, all)
  merge(all, second.patch)
  assert.deepEqual(said(all), ['checks from p1/vetting.checks', 'training from p1/vetting.training', 'typed from '])
  assert.deepEqual(b.say(), said(all))
})

test('adding a step is undone without taking the blank row away, also when the step gave way to another', () => {
  const a = tab('a', 1000)
  const b = tab('b', 2000)
  const first = a.add('training')
  const second = b.add('checks')
  const back = stepsBack(b.book, second.undo)
  merge(b.book, first.patch)
  apply(b.book, takeable(b.book, back), b.clock.next())
  assert.deepEqual(b.say(), ['training from p1/vetting.training'])
  assert.equal(valueOf(b.book, planSubject, 'action-plan.steps.r2.from'), '')
  assert.deepEqual(rowKeys(b.book, home.subject, home.table), ['r1', 'r2'])
  // This tab may use it again, and another one when it is sure that nobody is about to write there.
  assert.equal(addStep(copy(b.book), home, { at: 9000, by: 'b' }, { what: 'again' }).key, 'r2')
  assert.equal(addStep(copy(b.book), home, { at: 9000, by: 'c' }, { what: 'other' }).key, 'r3')
  assert.equal(addStep(copy(b.book), home, { at: 9_000_000, by: 'c' }, { what: 'later' }).key, 'r2')
})

test('a step of a file that meets another one in its row comes along with what it came from', () => {
  const a = tab('a', 1000)
  const b = tab('b', 2000, emptyWorkbook('w2'))
  a.add('training')
  b.add('checks')
  const found = compareWorkbooks(a.book, b.book, new GuideIndex(guide), new Map([[agency, agency], [planSubject, planSubject]]))
  apply(a.book, found.flatMap(difference => difference.edits), a.clock.next())
  assert.deepEqual(a.say(), ['checks from p1/vetting.checks', 'training from p1/vetting.training'])
  apply(a.book, removeStep(a.book, home, 'r1'), a.clock.next())
  assert.deepEqual(a.say(), ['checks from p1/vetting.checks'])
})
