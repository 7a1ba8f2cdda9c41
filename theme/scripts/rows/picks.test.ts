import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Picks } from './picks.ts'

test('what was chosen of one partner’s rows is chosen of no other’s, nor again after them', () => {
  const picks = new Picks()
  picks.of('p1').add('r1').add('r2')
  assert.deepEqual([...picks.of('p1')], ['r1', 'r2'])
  assert.deepEqual([...picks.of('p2')], [])
  assert.deepEqual([...picks.of('p1')], [])
})
