import assert from 'node:assert/strict'
import { test } from 'node:test'
import { resting } from './resting.ts'
import type { Turns } from '../workbook/turns.ts'

/** Works for a while, as a large file does. */
function * work (): Turns<string> {
  for (let i = 0; i < 2000; i++) {
    const end = performance.now() + 0.05
    while (performance.now() < end);
    yield
  }
  return 'done'
}

test('what happens meanwhile is answered between two turns of long work', async () => {
  let answered = 0
  let working = true
  const answer = (): void => {
    answered++
    if (working) setImmediate(answer)
  }
  setImmediate(answer)
  assert.equal(await resting()(work()), 'done')
  working = false
  assert.ok(answered >= 4, `answered ${answered} times`)
})

test('long work ends where somebody stops it', async () => {
  const stop = new AbortController()
  setImmediate(() => { stop.abort() })
  await assert.rejects(resting(stop.signal)(work()), { reason: 'cancelled' })
})
