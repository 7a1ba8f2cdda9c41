import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agreeing, noteOf } from './agreeing.ts'
import { versionsOf } from './beside.ts'
import { apply } from './edit.ts'
import type { Guide } from './guide.ts'
import { agency, emptyWorkbook, valueOf, type Answer, type Workbook } from './workbook.ts'

const field = 'ready.time.answer'
const note = noteOf(field)
const guide: Guide = {
  version: '1', title: '', documents: [],
  instruments: [{
    id: 'ready', kind: 'assessment', title: '', page: '',
    parts: [{ item: 'time', field: { id: field, kind: 'choice', label: '', wording: '0a1b2c3d' } }, { item: 'time', field: { id: note, kind: 'long', label: '', wording: '11111111' } }]
  }]
}
const ours = { subject: agency, name: 'us' }

function book (answer: string, why: string): Workbook {
  const made = emptyWorkbook('w1')
  apply(made, [{ kind: 'answer', subject: agency, field, value: answer }, { kind: 'answer', subject: agency, field: note, value: why }], { at: 1, by: 'a' })
  return made
}

const opened = (of: Workbook, subject = agency): Map<string, Answer | undefined> => new Map([field, note].map(id => [id, of.subjects.get(subject)?.answers.get(id)]))
const said = (answer: string, why: string): { field: string, value: string }[] => [{ field, value: answer }, { field: note, value: why }]
const texts = (of: Workbook, id: string): string[] => versionsOf(of.subjects.get(agency)!.answers.get(id)!).map(({ value }) => value).sort()

test('what stands as the form opened with it is not written, so that what came there since stays', () => {
  const now = book('mostly', 'because')
  const before = opened(now)
  apply(now, [{ kind: 'answer', subject: agency, field: note, value: 'written elsewhere' }], { at: 2, by: 'b' })
  const edits = agreeing(now, guide, ours, said('in-place', 'because'), before)
  assert.deepEqual(edits, [{ kind: 'answer', subject: agency, field, value: 'in-place', wording: '0a1b2c3d' }])
  apply(now, edits, { at: 3, by: 'a' })
  assert.deepEqual([valueOf(now, agency, field), texts(now, note)], ['in-place', ['written elsewhere']])
  assert.deepEqual(agreeing(now, guide, ours, said('in-place', 'written elsewhere'), opened(now)), [])
})

test('what somebody wrote elsewhere meanwhile stands beside what was agreed on', () => {
  const now = book('mostly', 'because')
  const before = opened(now)
  apply(now, [{ kind: 'answer', subject: agency, field: note, value: 'written elsewhere' }, { kind: 'answer', subject: agency, field, value: 'not-yet' }], { at: 2, by: 'b' })
  apply(now, agreeing(now, guide, ours, said('in-place', 'we talked'), before), { at: 3, by: 'a' })
  assert.deepEqual([texts(now, field), texts(now, note)], [['in-place', 'not-yet'], ['we talked', 'written elsewhere']])
  const empty = emptyWorkbook('w1')
  const nothing = opened(empty)
  apply(empty, [{ kind: 'answer', subject: agency, field: note, value: 'first elsewhere' }], { at: 2, by: 'b' })
  apply(empty, agreeing(empty, guide, ours, said('in-place', 'we talked'), nothing), { at: 3, by: 'a' })
  assert.deepEqual(texts(empty, note), ['first elsewhere', 'we talked'])
})

test('whom colleagues alone know is a partner from the first agreement on, and not for nothing', () => {
  const now = emptyWorkbook('w1')
  const whom = { subject: 'p1', name: 'Bakery' }
  assert.deepEqual(agreeing(now, guide, whom, said('', ''), opened(now, 'p1')), [])
  const edits = agreeing(now, guide, whom, said('mostly', ''), opened(now, 'p1'))
  assert.deepEqual(edits.map(({ kind }) => kind), ['partner', 'answer'])
  apply(now, edits, { at: 1, by: 'a' })
  assert.deepEqual([now.partners.get('p1')?.name, agreeing(now, guide, whom, said('in-place', ''), opened(now, 'p1')).length], ['Bakery', 1])
})
