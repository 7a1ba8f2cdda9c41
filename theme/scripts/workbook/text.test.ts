import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { cleanText, nameText, oneLine } from './text.ts'

// Found from the folder that tests run in, `theme/`, because bundled tests do not know their own place.
const table = readFileSync('../tests/clean-texts.txt', 'utf8').split(/\r?\n/).filter(line => line.startsWith('['))
  .map(line => JSON.parse(line) as [given: string, kept: string, line?: string])

test('the shared table of texts holds', () => {
  assert.ok(table.length >= 30)
  for (const [given, kept, line = kept] of table) {
    assert.equal(cleanText(given), kept, JSON.stringify(given))
    assert.equal(oneLine(given), line, JSON.stringify(given))
  }
})

test('every character is kept, or becomes what the rule says, wherever it stands', () => {
  const breaks = new Set([0xa, 0xb, 0xc, 0xd, 0x85, 0x2028, 0x2029])
  for (let code = 0; code <= 0x10ffff; code++) {
    const gone = code < 0x20 || (code >= 0x7f && code < 0xa0) || code === 0xfeff || (code & 0xfffe) === 0xfffe || (code >= 0xfdd0 && code < 0xfdf0)
    const kept = breaks.has(code) ? '\n' : code === 9 ? ' ' : code >= 0xd800 && code < 0xe000 ? '\ufffd' : gone ? '' : String.fromCodePoint(code)
    if (cleanText(`a${String.fromCodePoint(code)}b`) !== `a${kept}b`) assert.fail(`U+${code.toString(16)} became ${JSON.stringify(cleanText(`a${String.fromCodePoint(code)}b`))}`)
  }
})

test('before all else, what nobody sees goes, but not what turns or joins letters', () => {
  const unseen = [[0xad], [0x34f], [0x115f, 0x1160], [0x17b4, 0x17b5], [0x180b, 0x180f], [0x200b], [0x2060, 0x2065], [0x206a, 0x206f], [0x3164], [0xfe00, 0xfe0f],
    [0xffa0], [0xfff0, 0xfff8], [0x1bca0, 0x1bca3], [0x1d173, 0x1d17a], [0xe0000, 0xe0fff]]
  const gone = (code: number): boolean => unseen.some(([from, to = from]) => code >= from! && code <= to!)
  for (let code = 0xa0; code <= 0x10ffff; code++) {
    const character = String.fromCodePoint(code)
    if (cleanText(`a${character}`) !== `a${character}`) continue
    // One assertion for each would take minutes.
    if (cleanText(`${character}b`) !== (gone(code) ? 'b' : `${character}b`)) assert.fail(`U+${code.toString(16)}`)
  }
})

test('what is clean stays as it is', () => {
  const text = fc.string({ unit: 'binary', maxLength: 30 })
  const awkward = fc.array(fc.oneof(text, fc.constantFrom('\0', '\r', '\n', '\v', '\x85', '\u2028', '\ufeff', '\u200b', '\u200f', '\ud800', '\udc00', '\t')), { maxLength: 12 }).map(all => all.join(''))
  fc.assert(fc.property(awkward, given => {
    for (const clean of [cleanText, oneLine, nameText]) assert.equal(clean(clean(given)), clean(given))
    assert.ok(!oneLine(given).includes('\n'))
    assert.equal(oneLine(cleanText(given)), oneLine(given))
  }), { numRuns: 2000 })
})

test('a name is what people mean by it', () => {
  assert.equal(nameText(' \u2028 Harbor \v\u00a0Street\0\tBakery '), 'Harbor Street Bakery')
  assert.equal(nameText(' \u200bHarbor'), 'Harbor')
})
