import assert from 'node:assert/strict'
import { test } from 'node:test'
import { map, steps } from './testing/made-up.ts'
import { chosenKey, dayOrder, readValue, type Reading } from './values.ts'
import { spent } from '../../workbook/testing/spent.ts'

const by = (id: string) => [...map.columns, ...steps.columns].find(column => column.id === id)!
const read = (id: string, text: string, more: Partial<Reading> = {}) => readValue(by(id), text, { language: 'en', chosen: new Map(), ...more })

test('choices are read by id, label, case and signs, and near spelling, and what is near says so', () => {
  for (const text of ['childcare', 'Childcare and family services', ' CHILDCARE & Family  Services ']) assert.deepEqual(read('sector', text), { value: 'childcare' })
  assert.deepEqual(read('sector', 'Employer'), { value: 'employers', near: 'Employer' })
  assert.deepEqual(read('sector', 'Child care'), { value: 'childcare', near: 'Child care' })
  assert.deepEqual(read('sector', 'Hosuing'), { value: 'housing', near: 'Hosuing' })
  assert.deepEqual(read('tie', 'met'), { value: 'met-once', near: 'met' })
  assert.deepEqual(read('sector', 'legal aid'), { value: 'legal', near: 'legal aid' })
  assert.deepEqual(read('sector', 'legal aid', { bySpelling: true }), { value: '', amiss: 'option' })
  for (const text of ['Retail', 'services', 'x', '?']) assert.deepEqual(read('sector', text), { value: '', amiss: 'option' }, text)
})

test('what somebody chose for a word counts for each cell that says it', () => {
  const chosen = new Map([[chosenKey('sector', 'Retail '), 'employers'], [chosenKey('tie', 'none'), '']])
  assert.deepEqual(read('sector', 'retail', { chosen }), { value: 'employers', near: 'retail' })
  assert.deepEqual(read('tie', 'None', { chosen }), { value: '', near: 'None' })
})

test('days are read in the order of the language, or of the list, with or without a time', () => {
  assert.deepEqual(read('by-when', '3/4/2026'), { value: '2026-03-04' })
  assert.deepEqual(read('by-when', '3/4/2026', { language: 'es' }), { value: '2026-04-03' })
  assert.deepEqual(read('by-when', '3/4/2026', { dayFirst: true }), { value: '2026-04-03' })
  assert.deepEqual(read('by-when', '3/4/2026', { language: 'es', dayFirst: false }), { value: '2026-03-04' })
  for (const text of ['2026-03-04', '2026-03-04T00:00:00', '2026-03-04 10:30', 'March 4, 2026', '4 Mar 2026', '3/4/26 1:30 PM']) assert.deepEqual(read('by-when', text, { dayFirst: false }), { value: '2026-03-04' }, text)
  for (const text of ['2/30/2026', 'soon', '2026', '46100']) assert.deepEqual(read('by-when', text), { value: '', amiss: 'date' }, text)
})

test('the order of days is told by those that can mean one thing alone', () => {
  assert.deepEqual(dayOrder(['3/4/2026', '25/12/2026']), { dayFirst: true, mixed: false, unclear: true })
  assert.deepEqual(dayOrder(['3/25/2026', '']), { dayFirst: false, mixed: false, unclear: false })
  assert.deepEqual(dayOrder(['3/25/2026', '25/3/2026']), { mixed: true, unclear: false })
  assert.deepEqual(dayOrder(['3/4/2026', '5/5/2026', '2026-03-25', '4.3.2026']), { mixed: false, unclear: true })
})

test('ticks are read by words and signs, and nothing else is one', () => {
  for (const text of ['yes', 'X', 'TRUE', '1', '\u2611', 'done']) assert.deepEqual(read('done', text), { value: 'yes' }, text)
  for (const text of ['', 'no', 'FALSE', '0', '-', '\u2610']) assert.deepEqual(read('done', text), { value: '' }, text)
  assert.deepEqual(read('done', 'perhaps'), { value: '', amiss: 'tick' })
})

test('text is cleaned as what people type is, without spaces at its ends', () => {
  assert.deepEqual(read('who', '  Old\nMill '), { value: 'Old Mill' })
  assert.deepEqual(read('strengths', ' a\r\nb '), { value: 'a\nb' })
})

test('a cell as long as any is told to be no day at once', () => {
  const time = spent()
  for (const sign of [' ', ',', 'T', '1:']) assert.deepEqual(read('by-when', `x${sign.repeat(100_000)}x`), { value: '', amiss: 'date' })
  assert.ok(time() < 1000, String(time()))
})
