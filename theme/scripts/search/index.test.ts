import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SearchIndex } from './index.ts'
import { everywhereIn, plain, words } from './words.ts'

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
    assert.deepEqual(words(text.normalize('NFD')).map(word => plain(word)), words(text.normalize('NFC')).map(word => plain(word)))
  }
  assert.deepEqual(words('Re\u0301sume\u0301 of 2'), ['Re\u0301sume\u0301', 'of', '2'])
})

test('in Spanish, endings and accents keep nobody from finding a word', async () => {
  const pairs = [['alianzas', 'alianza'], ['aliadas', 'aliado'], ['señales', 'senal'], ['veces', 'vez'], ['meses', 'mes'], ['leyes', 'ley'], ['Revisión', 'revision'], ['revisiones', 'revisión'], ['años', 'anos'], ['pingüino', 'pinguinos']]
  for (const [one, other] of pairs) assert.equal(plain(one!, 'es'), plain(other!, 'es'), `${one} ${other}`)
  for (const [one, other] of [['casa', 'caso'], ['mes', 'mesa'], ['ley', 'leal'], ['pago', 'paga']]) assert.notEqual(plain(one!, 'es'), plain(other!, 'es'), `${one} ${other}`)
  assert.equal(plain('partners', 'en'), 'partner')
  assert.deepEqual([...everywhereIn('nuestras ustedes y', 'es')], ['nuestr', 'usted', 'y'])
  const index = await SearchIndex.build([
    ['ano.html', 'Ano', 'Una palabra.', 0, []], ['senal.html', 'Señales de alerta', 'Lo que avisa.', 0, [['year', 'Cada año', 'Un plan para el año.']]], ['otro.html', 'Otro', 'Nada.', 0, []]
  ], 'es')
  const found = (query: string): string[] => index.find(query).pages.map(page => page.path)
  for (const query of ['senal', 'señal', 'SEÑALES', 'sen\u0303al', 'alerta']) assert.deepEqual(found(query), ['senal.html'], query)
  // Both are found, and first what is written as it was typed.
  assert.deepEqual(found('año'), ['senal.html', 'ano.html'])
  assert.deepEqual(new Set(found('ano')), new Set(['ano.html', 'senal.html']))
})
