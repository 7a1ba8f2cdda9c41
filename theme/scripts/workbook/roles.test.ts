import assert from 'node:assert/strict'
import { test } from 'node:test'
import { writePlan } from '../reports/plan.ts'
import { calendar } from './calendar.ts'
import { apply } from './edit.ts'
import type { FieldDefinition, FieldKind, Guide, InstrumentDefinition, Mark, TableDefinition } from './guide.ts'
import { addStep, helpers, planHome, stepPlace, steps } from './plan.ts'
import { columnWith, tableWith } from './roles.ts'
import { agency, emptyWorkbook, planSubject, valueOf } from './workbook.ts'

const column = (id: string, marks: Mark[] = [], kind: FieldKind = 'text'): FieldDefinition =>
  ({ id, kind, label: id, wording: 'w', ...marks.length > 0 && { marks }, ...kind === 'choice' && { options: [{ id: 'near', label: 'Near' }, { id: 'done', label: 'All done' }] } })
const table = (id: string, columns: FieldDefinition[], more: Partial<TableDefinition> = {}): InstrumentDefinition =>
  ({ id, kind: 'worksheet', title: id, page: '', parts: [{ table: { id: `${id}.rows`, label: id, blankRows: 2, columns, ...more } }] })
const guide = (...instruments: InstrumentDefinition[]): Guide => ({ version: '1', title: 'Guide', documents: [], instruments })

/** As guides were before roles, and as this one would be with them. */
const guessed = table('old-plan', [column('what'), column('first-step'), column('who'), column('by', [], 'date'), column('status', [], 'choice'), column('partner')])
const said = table('our-plan', [
  column('task', ['what', 'main']), column('person', ['owner']), column('day', ['due'], 'date'), column('state', ['status'], 'choice')
], { role: 'plan' })
const guessedMap = table('old-map', [column('who'), column('tie', [], 'choice'), column('strengths')])
const saidMap = table('our-map', [column('org', ['name']), column('near', ['closeness'], 'choice'), column('good', ['strengths'])], { role: 'map' })

test('the plan is the table of that role, by its marks, whatever ids it has and wherever another looks like one', () => {
  const home = planHome(guide(guessed, said))
  assert.equal(home.table.id, 'our-plan.rows')
  assert.deepEqual([...home.columns], [['what', 'task'], ['who', 'person'], ['due', 'day'], ['state', 'state']])
  assert.deepEqual(home.states.map(s => s.id), ['near', 'done'])
})

test('a guide that says no roles has its plan where it had it before', () => {
  const home = planHome(guide(saidMap, guessed))
  assert.equal(home.table.id, 'old-plan.rows')
  assert.deepEqual([...home.columns], [['what', 'what'], ['first', 'first-step'], ['who', 'who'], ['due', 'by'], ['state', 'status'], ['partners', 'partner']])
  for (const missing of ['what', 'who', 'by', 'status']) {
    const part = guessed.parts[0]!
    assert.ok('table' in part)
    assert.equal(planHome(guide(table('x', part.table.columns.filter(c => c.id !== missing)))).subject, planSubject, missing)
  }
  assert.equal(planHome(guide({ ...guessed, perPartner: true })).subject, planSubject)
})

test('a guide that says the roles of a plan that it had keeps every answer in its place', () => {
  const marks: Record<string, Mark> = { what: 'what', 'first-step': 'first-step', who: 'owner', by: 'due', status: 'status', partner: 'partners' }
  const part = guessed.parts[0]!
  assert.ok('table' in part)
  const now = table('old-plan', part.table.columns.map(c => ({ ...c, marks: [marks[c.id]!] })), { role: 'plan' })
  assert.deepEqual(planHome(guide(now)), planHome(guide(guessed)))
})

test('steps of a plan by its role are written into its columns, and beside it what it has no column for', () => {
  const known = guide(guessed, said)
  const home = planHome(known)
  const book = emptyWorkbook('w')
  const stamp = { at: 1000, by: 'a' }
  const { key, edits } = addStep(book, home, stamp, { what: 'Call', who: 'Ann', due: '2026-03-14', state: 'near', first: 'Find the number' })
  apply(book, edits, stamp)
  assert.equal(valueOf(book, agency, `our-plan.rows.${key}.day`), '2026-03-14')
  assert.deepEqual(stepPlace(home, key, 'first'), { subject: planSubject, field: `our-plan.rows.${key}.first` })
  assert.deepEqual(steps(book, home).map(s => [s.what, s.first, s.who, s.due, s.state]), [['Call', 'Find the number', 'Ann', '2026-03-14', 'near']])
  assert.match(calendar(steps(book, home), 'w', 'Plan', { first: 'First', who: 'Who', partners: 'With' }), /DTSTART;VALUE=DATE:20260314/)
  assert.deepEqual(writePlan(known, book, [key]).tables[0]!.rows, [['Call', 'Find the number', 'Ann', '2026-03-14', 'Near', '']])
})

test('helpers come from the map by its role, and without one from every table that looks like a map', () => {
  const book = emptyWorkbook('w')
  const write = (field: string, value: string): void => { apply(book, [{ kind: 'answer', subject: agency, field, value }], { at: 1000, by: 'a' }) }
  write('old-map.rows.r1.who', 'Old Mill')
  write('old-map.rows.r1.tie', 'near')
  write('old-map.rows.r1.strengths', 'rides')
  write('our-map.rows.r1.org', 'Harbor')
  write('our-map.rows.r1.near', 'done')
  write('our-map.rows.r1.good', 'meals')
  assert.deepEqual(helpers(guide(guessedMap, saidMap), book), [{ who: 'Harbor', strengths: 'meals', tie: 'All done' }])
  assert.deepEqual(helpers(guide(guessedMap, said), book), [{ who: 'Old Mill', strengths: 'rides', tie: 'Near' }])
  assert.deepEqual(helpers(guide(table('our-map', [column('org', ['name'])], { role: 'map' })), book), [{ who: 'Harbor', strengths: '', tie: '' }])
})

test('the first of several is read, and no table of partners or of rows that have names', () => {
  const again = { ...said, id: 'again', parts: [{ table: { id: 'again.rows', label: '', blankRows: 1, columns: [], role: 'plan' as const } }] }
  assert.equal(tableWith(guide(said, again), 'plan')!.id, 'our-plan.rows')
  assert.equal(tableWith(guide({ ...said, perPartner: true }, again), 'plan')!.id, 'again.rows')
  assert.equal(tableWith(guide(table('n', [], { role: 'plan', fixedRows: [{ key: 'a', label: 'A' }] })), 'plan'), undefined)
  assert.equal(tableWith(guide(said), 'map'), undefined)
  const two: TableDefinition = { id: 't', label: '', blankRows: 1, columns: [column('a', ['main', 'owner']), column('b', ['owner'])] }
  assert.equal(columnWith(two, 'owner')!.id, 'a')
  assert.equal(columnWith(two, 'due'), undefined)
})
