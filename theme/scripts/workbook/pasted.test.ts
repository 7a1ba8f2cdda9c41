import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isPastedList, listAsText } from './pasted.ts'

test('cells and lines that come from a list are one, and a text is a text', () => {
  for (const text of ['a\tb', 'a\tb\nc\td\n', '\tb', '"a\nb"\tc']) for (const oneLine of [true, false]) assert.ok(isPastedList(text, oneLine), text)
  for (const text of ['a', 'a\r\n', '"a\tb"', '"a\nb"\r\n', '']) for (const oneLine of [true, false]) assert.ok(!isPastedList(text, oneLine), text)
  assert.ok(isPastedList('Old Mill\r\nHarbor\r\n', true))
  assert.ok(!isPastedList('Old Mill\nHarbor', false))
})

test('put into one line after all, the cells and lines of a list do not run into each other', () => {
  assert.equal(listAsText('Old Mill\tHousing\r\nHarbor\r\n', true), 'Old Mill Housing Harbor')
  assert.equal(listAsText('Old Mill\r\nHarbor', false), 'Old Mill\r\nHarbor')
})
