import assert from 'node:assert/strict'
import { test } from 'node:test'
import { excerpt } from './differences.ts'

test('of a long answer the part is shown in which it differs, and how much follows', () => {
  const words = 'word '.repeat(200_000)
  const other = words.slice(0, 600_000) + 'changed' + words.slice(600_000)
  assert.equal(excerpt('short', words), 'short')
  assert.equal(excerpt('x'.repeat(5000), ''), 'x'.repeat(5000))
  const [mine, theirs] = [excerpt(words, other), excerpt(other, words)]
  for (const shown of [mine, theirs]) assert.ok(shown.startsWith('… ') && shown.length < 5100, shown.slice(0, 20))
  assert.ok(theirs.includes('word changedword') && !mine.includes('changed'))
  assert.match(theirs, /… \([\d,]+ more characters\)$/)
  assert.ok(excerpt(words + 'end', words).endsWith('end'), 'where only the end differs')
  assert.ok(excerpt(words, '').startsWith('word '), 'where there is nothing to compare it with')
})
