import assert from 'node:assert/strict'
import { test } from 'node:test'
import { presentRows } from './table-rows.ts'
import { isTimeToLook } from '../rows/arrange.ts'
import { apply } from './edit.ts'
import type { FieldDefinition, Mark, TableDefinition } from './guide.ts'
import { lookOf } from './look.ts'
import { mapTable, readMap } from './map/organizations.ts'
import { bookWith, guideWithMap } from './testing/map.ts'
import { agency } from './workbook.ts'

const table = (...marks: Mark[]): TableDefinition =>
  ({ id: 't.t', label: '', blankRows: 1, columns: marks.map((mark): FieldDefinition => ({ id: mark, kind: 'text', label: '', wording: '', marks: [mark] })) })
const now = '2026-11-30'
const look = (said: Partial<Record<Mark, string>>, touched = '2026-11-01', of = table('due', 'review', 'checked', 'done')): string | null =>
  lookOf(of, column => said[column as Mark] ?? '', Date.parse(`${touched}T12:00:00Z`), now)

test('it is time where something is due, or nobody has looked for a year; never where it is done', () => {
  assert.equal(look({ due: '2026-11-30', review: '2026-01-01' }), 'due')
  assert.equal(look({ due: '2026-12-01', review: '2026-11-30' }), 'review')
  assert.equal(look({ checked: '2025-11-29' }), 'checked')
  assert.equal(look({ checked: '2025-11-30' }), null)
  assert.equal(look({}, '2025-11-29'), 'checked')
  assert.equal(look({ due: '2026-01-01', done: 'yes' }, '2020-01-01'), null)
})

test('what is no day is none, and a table that does not ask when somebody looked is never too old', () => {
  assert.equal(look({ due: '2026-02-31', checked: '2020-13-01' }), null)
  assert.equal(look({}, '2020-01-01', table('due')), null)
})

test('a row was written on the day on which it was where people are', () => {
  const zone = process.env['TZ']
  process.env['TZ'] = 'America/New_York'
  const at = (hour: string): string | null => lookOf(table('checked'), () => '', Date.parse(`2025-11-29T${hour}:00:00-05:00`), now)
  assert.deepEqual([at('23'), lookOf(table('checked'), () => '', Date.parse('2025-11-30T01:00:00-05:00'), now)], ['checked', null])
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
})

test('the map and its table say it of the same rows', () => {
  const guide = guideWithMap()
  const of = mapTable(guide)!
  // A column that no picture shows counts too.
  of.table.columns.push({ id: 'languages', kind: 'text', label: '', wording: '' })
  const book = bookWith([
    { name: 'A', due: '2026-11-30' }, { name: 'B', due: '2026-02-31' }, { name: 'C', checked: '2025-11-29' }, { name: 'D', checked: '' }, { name: 'E', review: '2026-01-01' }
  ], Date.parse('2025-11-29T12:00:00Z'))
  apply(book, [{ kind: 'answer', subject: agency, field: 'map.all.r6.name', value: 'F' }], { at: Date.parse('2025-11-29T12:00:00Z'), by: 'test' })
  apply(book, [{ kind: 'answer', subject: agency, field: 'map.all.r6.languages', value: 'Twi' }], { at: Date.parse('2026-11-01'), by: 'test' })
  // A field that was emptied lately says nothing.
  book.subjects.get(agency)!.answers.get('map.all.r4.checked')!.at = Date.parse('2026-11-01')
  const inTable = presentRows(book, agency, of.table).filter(row => isTimeToLook(row, of.table, now)).map(({ key }) => key)
  assert.deepEqual(readMap(of, book, now).organizations.flatMap(one => one.look === null ? [] : [one.key]), inTable)
  assert.deepEqual(inTable, ['r1', 'r2', 'r3', 'r4', 'r5'])
})
