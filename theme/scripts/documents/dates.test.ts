import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isIsoDate, readDate, writeDate } from './dates.ts'

test('a day is read however people write it', () => {
  const written = [
    '2026-03-14', '2026/3/14', '2026-03-14T00:00:00Z', 'March 14, 2026', 'Mar 14 2026', 'Mar. 14, 2026', '14 March 2026', '14th of March 2026', 'Saturday, March 14, 2026',
    '3/14/2026', '03/14/2026', '3-14-2026', '3/14/26', '14/3/2026', '14.3.2026', ' MARCH 14, 2026 ', '\uff12\uff10\uff12\uff16-03-14'
  ]
  for (const text of written) assert.equal(readDate(text, 'en-US'), '2026-03-14', text)
})

test('the language says which number is the month', () => {
  assert.equal(readDate('3/4/2026', 'en-US'), '2026-03-04')
  assert.equal(readDate('3/4/2026', 'en-GB'), '2026-04-03')
  assert.equal(readDate('3/4/2026', 'es'), '2026-04-03')
  assert.equal(readDate('14 de marzo de 2026', 'es'), '2026-03-14')
})

test('what is no day, or not surely one, is none', () => {
  for (const text of ['next week', '2026-02-30', '13/13/2026', 'March 2026', 'March or April 14, 2026', '14 2026', '2026', 'Mar 14', 'March 14 or 15, 2026', '1/2/3', 'x'.repeat(100)]) {
    assert.equal(readDate(text, 'en-US'), null, text)
  }
  assert.equal(isIsoDate('2024-02-29'), true)
  assert.equal(isIsoDate('2026-02-29'), false)
})

test('a day is written in the pattern of its control, or plainly where that cannot be read back', () => {
  assert.equal(writeDate('2026-03-04', 'MMMM d, yyyy', 'en-US'), 'March 4, 2026')
  assert.equal(writeDate('2026-03-04', 'M/d/yyyy', 'en-US'), '3/4/2026')
  assert.equal(writeDate('2026-03-04', 'd/M/yyyy', 'en-US'), '2026-03-04')
  assert.equal(writeDate('2026-03-04', 'dddd, d. MMMM', 'en-US'), '2026-03-04')
  assert.equal(writeDate('2026-03-04', 'd MMMM yyyy', 'es-US'), '2026-03-04')
  assert.equal(writeDate('2026-03-04', 'dd/MM/yyyy', 'es-US'), '04/03/2026')
  assert.equal(writeDate('2026-03-04', 'MM/dd/yyyy', 'es-US'), '2026-03-04')
})
