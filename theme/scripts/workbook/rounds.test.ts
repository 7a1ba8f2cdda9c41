import assert from 'node:assert/strict'
import { test } from 'node:test'
import { apply } from './edit.ts'
import type { Guide } from './guide.ts'
import { isBare } from './layers.ts'
import { roundFrom, saysAny } from './rounds.ts'
import { agency, emptyWorkbook, planSubject, type Workbook } from './workbook.ts'

const guide: Guide = {
  version: '1', title: '', documents: [],
  instruments: (['assessment', 'checklist', 'worksheet'] as const).map(kind => ({ id: kind, kind, title: '', page: '', parts: [] }))
}
const round = (book: Workbook): ReturnType<typeof roundFrom> => roundFrom(book, guide, { name: '', day: '2026-11-30', lang: 'en', at: 1 })

function book (subject: string, field: string, value = 'x', isPartner = true): Workbook {
  const made = emptyWorkbook('w1')
  if (isPartner && subject !== agency && subject !== planSubject) apply(made, [{ kind: 'partner', id: subject, name: 'Bakery' }], { at: 1, by: 'a' })
  apply(made, [{ kind: 'answer', subject, field, value }], { at: 2, by: 'a' })
  return made
}

test('there is something to close where a round would hold it', () => {
  const removed = book('p1', 'assessment.a.answer')
  apply(removed, [{ kind: 'partner', id: 'p1', name: 'Bakery', removed: true }], { at: 3, by: 'a' })
  const cases: [Workbook, boolean][] = [
    [emptyWorkbook('w1'), false], [book(agency, 'assessment.a.answer'), true], [book(agency, 'checklist.a.done'), true], [book(agency, 'worksheet.a'), false],
    [book(agency, 'assessment.a.answer', ''), false], [book(agency, 'assessments.a.answer'), false], [book(planSubject, 'assessment.a.answer'), false],
    [book('p1', 'assessment.a.answer'), true], [book('p1', 'assessment.a.answer', 'x', false), false], [removed, false]
  ]
  for (const [one, any] of cases) assert.deepEqual([saysAny(one, guide), isBare(round(one))], [any, !any], JSON.stringify([...one.subjects].map(([id, { answers }]) => [id, ...answers])))
})

test('a partner who answered nothing is not in a round, whatever the id', () => {
  const one = book(agency, 'assessment.a.answer')
  for (const id of ['constructor', 'p1']) apply(one, [{ kind: 'partner', id, name: id }], { at: 1, by: 'a' })
  assert.deepEqual(round(one).partners, [])
  assert.deepEqual(round(book('constructor', 'assessment.a.answer')).partners, [{ id: 'constructor', name: 'Bakery' }])
})
