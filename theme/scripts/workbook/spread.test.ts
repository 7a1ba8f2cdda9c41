import assert from 'node:assert/strict'
import { test } from 'node:test'
import { majority, spreadOf } from './spread.ts'

test('the word for the spread, on scales of two to seven answers', () => {
  const cases: [places: number[], most: number, word: string | null][] = [
    [[], 3, null], [[2], 3, null],
    // Two answers: whoever differs stands at both ends.
    [[0, 0], 1, 'alike'], [[0, 1], 1, 'far-apart'], [[1, 0, 1, 1], 1, 'far-apart'],
    // Three.
    [[1, 1, 1], 2, 'alike'], [[0, 1], 2, 'close'], [[1, 2], 2, 'close'], [[0, 2], 2, 'far-apart'], [[0, 1, 2], 2, 'far-apart'],
    // Four.
    [[3, 3], 3, 'alike'], [[0, 0, 3], 3, 'far-apart'], [[1, 2, 2], 3, 'close'], [[0, 2], 3, 'apart'], [[1, 3], 3, 'apart'], [[0, 1, 2], 3, 'apart'],
    // Five.
    [[0, 4], 4, 'far-apart'], [[0, 3], 4, 'apart'], [[3, 4], 4, 'close'],
    // Six and seven.
    [[0, 5, 2], 5, 'far-apart'], [[1, 4], 5, 'apart'], [[4, 5], 5, 'close'], [[0, 6], 6, 'far-apart'], [[1, 6], 6, 'apart'], [[6, 6, 6], 6, 'alike']
  ]
  for (const [places, most, word] of cases) {
    assert.equal(spreadOf(places, most), word, `${places.join()} of ${most}`)
    assert.equal(spreadOf([...places].reverse(), most), word, `${places.join()} of ${most}, the other way round`)
  }
})

test('two against two are split more evenly than three against one', () => {
  assert.ok(majority([2, 2]) < majority([3, 1]))
  assert.equal(majority([4]), 1)
  assert.equal(majority([]), 1)
})
