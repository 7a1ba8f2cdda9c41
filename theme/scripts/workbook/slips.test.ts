import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nearPairs } from './map/near-names.ts'
import { slips } from './slips.ts'

test('letters that are left out, added, changed or exchanged are counted', () => {
  assert.deepEqual([['bakery', 'bakery'], ['bakery', 'bakry'], ['bakery', 'bakkery'], ['bakery', 'bakary'], ['bakery', 'bakeyr'], ['', 'abc']].map(([a, b]) => slips(a!, b!)), [0, 1, 1, 1, 1, 3])
})

test('texts that are too long are far apart at once', () => {
  assert.equal(slips('a'.repeat(81), 'a'.repeat(80)), Infinity)
  const start = performance.now()
  assert.deepEqual(nearPairs(['x', 'y'].map(end => ({ name: 'a'.repeat(60_000) + end }))), [])
  assert.ok(performance.now() - start < 1000, String(performance.now() - start))
})

test('names are compared as lists are: "&" is "and", and what is joined to a letter is none', () => {
  const pairs = (...names: string[]): number => nearPairs(names.map(name => ({ name }))).length
  assert.equal(pairs('Beds & Meals', 'Beds and Meals'), 1)
  assert.equal(pairs('Zoë’s Kitchen', 'Zoes kitchen'), 1)
  assert.equal(pairs('Shelter 12', 'Shelter 13'), 0)
})
