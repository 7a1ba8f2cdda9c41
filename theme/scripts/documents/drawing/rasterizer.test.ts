import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cutTo } from './rasterizer.ts'

test('a line that is too long ends with what says so within its room, and cuts no character in two', () => {
  const measure = (text: string): number => [...text].length
  const more = '… more'
  assert.equal(cutTo('Chúng tôi gặp nhau', 9, measure, more), 'Chúng tô…')
  assert.equal(cutTo('Chúng tôi gặp nhau', 7, measure, more), 'Chúng…')
  assert.equal(cutTo('Chúng tôi gặp nhau', 12, measure, more), 'Chúng… more')
  assert.equal(cutTo('\u{20000}\u{20001}\u{20002}', 2, measure, more), '\u{20000}…')
  assert.equal(cutTo('支援', 0, measure, more), '…')
})
