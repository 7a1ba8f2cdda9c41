import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dueDays, isTime, nameOfDay } from './due.ts'
import { apply, type Edit } from './edit.ts'
import type { FieldDefinition, Guide, Mark } from './guide.ts'
import { beginMeeting, changePart } from './meetings.ts'
import { agency, emptyWorkbook, type Workbook } from './workbook.ts'

const field = (id: string, kind: FieldDefinition['kind'] = 'text', ...marks: Mark[]): FieldDefinition => ({ id, kind, label: id, wording: '00000000', ...marks.length > 0 && { marks } })
const guide: Guide = {
  version: '2026-11', title: 'Guide', documents: [],
  instruments: [
    { id: 'months', kind: 'worksheet', title: 'The first months', page: 'months.html', perPartner: true, parts: [
      { table: { id: 'months.back', label: 'Looks back', columns: [field('day', 'date', 'due'), field('saw'), field('done', 'check', 'done')], fixedRows: [{ key: 'weeks-2', label: 'After 2 weeks' }, { key: 'weeks-6', label: 'After 6 weeks' }], blankRows: 0 } },
      { field: field('months.review', 'date', 'due'), item: 'review' },
      { field: field('months.met', 'date'), item: 'met' }
    ] },
    { id: 'map', kind: 'worksheet', title: 'Map', page: 'map.html', parts: [
      { table: { id: 'map.all', label: 'All', role: 'map', columns: [field('sector', 'choice', 'category'), field('who', 'text', 'name'), field('look', 'date', 'review'), field('by', 'date', 'due'), field('checked', 'date', 'checked')], blankRows: 2 } }
    ] },
    { id: 'plan', kind: 'worksheet', title: 'Plan', page: 'plan.html', parts: [
      { table: { id: 'plan.steps', label: 'Steps', role: 'plan', columns: [field('what', 'text', 'what'), field('owner', 'text', 'owner'), field('by', 'date', 'due'), field('how', 'choice', 'status')], blankRows: 1 } }
    ] }
  ]
}

function filled (...answers: [string, string, string][]): Workbook {
  const book = emptyWorkbook('b', '2026-11')
  const edits: Edit[] = [{ kind: 'partner', id: 'p', name: 'Bakery' }, { kind: 'partner', id: 'q', name: 'School', archived: true }]
  apply(book, [...edits, ...answers.map(([subject, id, value]): Edit => ({ kind: 'answer', subject, field: id, value }))], { at: 5, by: 'a' })
  return book
}

test('days of all tools and partners come together, the earliest first', () => {
  const book = filled(['p', 'months.back.weeks-6.day', '2026-04-01'], ['p', 'months.back.weeks-2.day', '2026-03-04'], ['p', 'months.review', '2026-12-31'], ['p', 'months.met', '2020-01-01'],
    [agency, 'map.all.r2.who', 'Harbor School'], [agency, 'map.all.r2.look', '2026-03-20'], [agency, 'map.all.r2.by', '2026-03-05'], [agency, 'map.all.r2.checked', '2020-01-01'])
  assert.deepEqual(dueDays(guide, book).map(due => [due.day, due.what, due.instrument.id, due.partner?.name ?? '', due.field]), [
    ['2026-03-04', 'After 2 weeks', 'months', 'Bakery', 'months.back.weeks-2.day'],
    ['2026-03-05', 'Harbor School: by', 'map', '', 'map.all.r2.by'],
    ['2026-03-20', 'Harbor School: look', 'map', '', 'map.all.r2.look'],
    ['2026-04-01', 'After 6 weeks', 'months', 'Bakery', 'months.back.weeks-6.day'],
    ['2026-12-31', 'months.review', 'months', 'Bakery', 'months.review']
  ])
})

test('rows that are done, partners that were put away, the plan, and what is no day are not among them', () => {
  const book = filled(['p', 'months.back.weeks-2.day', '2026-03-04'], ['p', 'months.back.weeks-2.done', 'yes'], ['p', 'months.back.weeks-6.day', 'soon'], ['p', 'months.review', '2026-02-30'],
    ['q', 'months.review', '2026-03-04'], [agency, 'plan.steps.r1.what', 'Call'], [agency, 'plan.steps.r1.by', '2026-03-04'])
  assert.deepEqual(dueDays(guide, book), [])
})

test('it is time from the day itself on, and a row without a name has its number', () => {
  const [due] = dueDays(guide, filled([agency, 'map.all.r1.look', '2026-03-20']))
  assert.equal(due!.what, 'row 1: look')
  assert.deepEqual(['2026-03-19', '2026-03-20', '2026-03-21'].map(now => isTime(due!, now)), [false, true, true])
  assert.equal(nameOfDay(due!), `map.all.r1.look-${agency}`)
})

test('when a meeting wanted to look again is among them, until the same is met on again', () => {
  const book = filled(['p', 'months.review', '2026-12-31'])
  const change = (at: number, edits: readonly Edit[]): void => { apply(book, edits, { at, by: 'a' }) }
  const meet = (at: number, day: string, about: string, again: string): void => {
    const { id, edits } = beginMeeting('months', about, { day, roles: [], random: `m${at}` })
    change(at, edits)
    change(at + 1, [changePart({ id, tool: 'months' }, 'ended', day), changePart({ id, tool: 'months' }, 'again', again)])
  }
  meet(10, '2026-05-01', 'p', '2026-08-01')
  meet(20, '2026-05-01', 'q', '2026-08-02')
  meet(30, '2026-05-01', agency, '2027-01-01')
  assert.deepEqual(dueDays(guide, book).map(due => [due.day, due.what, due.partner?.name ?? '', due.ofMeeting]), [
    ['2026-08-01', 'Meet again', 'Bakery', true], ['2026-12-31', 'months.review', 'Bakery', undefined], ['2027-01-01', 'Meet again', '', true]
  ])
  const names = dueDays(guide, book).map(nameOfDay)
  assert.equal(new Set(names).size, names.length)
  meet(40, '2026-08-01', 'p', '')
  assert.ok(!dueDays(guide, book).some(due => due.day === '2026-08-01'))
})
