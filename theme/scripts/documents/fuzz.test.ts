import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fuzz } from './testing/fuzz.ts'

test('500 broken files are each read or refused within a second', async () => {
  const report = await fuzz(500, 1)
  assert.deepEqual(report.failures, [])
  // The changes are neither so small that all is read, nor so large that nothing is.
  assert.ok(report.outcomes['read']! > 50 && report.outcomes['damaged']! > 50, JSON.stringify(report.outcomes))
})
