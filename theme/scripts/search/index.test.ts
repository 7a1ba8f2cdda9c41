import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SearchIndex } from './index.ts'
import { plain, words } from './words.ts'

const data = [
  ['cv.html', 'Résumé', 'How to write one with Señora Muñoz.', 0, [['pay', 'Pay in Łódź', 'Cafe\u0301 wages']]],
  ['other.html', 'Other', 'Nothing of the kind.', 0, [['hindi', 'हिन्दी', 'नमस्ते']]]
] as const

test('a word is found in either form of its letters, and without its accents', async () => {
  const index = await SearchIndex.build(data)
  const found = (query: string): string[] => index.find(query).pages.map(page => page.path)
  for (const query of ['résumé', 'resume', 'RESUME', 'Re\u0301sume\u0301', 'muñoz', 'munoz', 'Mun\u0303oz', 'sen\u0303ora mun\u0303oz', 'café', 'cafe', 'cafe\u0301']) assert.deepEqual(found(query), ['cv.html'], query)
  for (const query of ['हिन्दी', 'नमस्ते']) assert.deepEqual(found(query), ['other.html'], query)
})

test('both forms of a text have the same words', () => {
  for (const text of ['Résumé, naïve: Đà Nẵng?', 'हिन्दी में', '1½ cups — “Übung”', "don't"]) {
    assert.deepEqual(words(text.normalize('NFD')).map(plain), words(text.normalize('NFC')).map(plain))
  }
  assert.deepEqual(words('Re\u0301sume\u0301 of 2'), ['Re\u0301sume\u0301', 'of', '2'])
})
