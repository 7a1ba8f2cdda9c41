import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { isFieldId, isSegment, parseFieldId } from './field-id.ts'

// Found from the folder that tests run in, `theme/`, because bundled tests do not know their own place.
const lines = readFileSync('../tests/field-ids.txt', 'utf8').split(/\r?\n/).filter(line => /^(?:ok|no) /.test(line))

test('the shared list of field ids holds', () => {
  assert.ok(lines.length >= 40)
  for (const line of lines) {
    const text = line.slice(3)
    assert.equal(isFieldId(text), line.startsWith('ok '), `"${text}"`)
  }
})

test('an id ends where its text ends', () => {
  assert.equal(isFieldId('partner-vetting\n'), false)
  assert.equal(isSegment('a\n'), false)
})

test('an id comes apart into its segments', () => {
  assert.deepEqual(parseFieldId('expectations.give-and-take.r1.what'), ['expectations', 'give-and-take', 'r1', 'what'])
})
