import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainName, same } from './alike.ts'
import { findPersonalData } from './personal-data.ts'
import { spent } from './testing/spent.ts'

test('blank space at the ends of lines is no difference, at their beginnings it is', () => {
  assert.ok(same('a \t\u00a0\r\nb  \n\n', 'a\nb'))
  assert.ok(!same('a\n b', 'a\nb'))
  assert.ok(!same('a\n\nb', 'a\nb'))
})

test('what was kept before text was cleaned is no difference, in a text and in a name', () => {
  for (const [before, now] of [['a\vb\x85c', 'a\nb\nc'], ['\0a\ufeff', 'a'], ['a\tb', 'a b'], ['a\ud800', 'a\ufffd'], ['\u200b\u00adNFD e\u0301', 'NFD \u00e9']] as const) {
    assert.ok(same(before, now))
    assert.equal(plainName(before), plainName(now.replace(/\n/g, ' ')))
  }
  assert.ok(!same('a\vb', 'ab'))
})

test('no text, however long its gaps, keeps the page waiting', () => {
  const gap = ' '.repeat(200_000)
  const texts = [`a${gap}b`, `a${'\u00a0\t'.repeat(100_000)}b`, '1/2/1990 '.repeat(20_000), 'a'.repeat(200_000), 'a.'.repeat(100_000), '+12 '.repeat(50_000), '(212) '.repeat(40_000), 'ssn '.repeat(50_000), 'x@'.repeat(100_000)]
  for (const text of texts) {
    const time = spent()
    assert.ok(!same(text, `${text}c`))
    plainName(text)
    findPersonalData(text)
    assert.ok(time() < 1000, `${text.slice(0, 12)}: ${time()} ms`)
  }
})
