import assert from 'node:assert/strict'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'

type Areas = Map<string, Record<string, unknown>>

// Not bundled: it finds its files by its own place. Tests run in `theme/`.
const { putInPlace } = await import(pathToFileURL(resolve('words-in-place.mjs')).href) as {
  putInPlace (code: string, areaOf: (module: string) => string | null, areas: Areas, simple: boolean): string
}

const areas: Areas = new Map([['views', {
  title: 'Results', about: 'About {name}.', both: '{name} and {name}', named: '{name}: {other}', rows: { one: '{count} row of {name}', other: '{count} rows of {name}' }, more: { one: '{count} more', other: '{count} more' },
  awkward: 'It’s `{name}` \\', group: { inner: 'In {name}' }
}]])

/** The last lines of a script that names the words, with its words in place. */
function put (code: string, simple = true, start = 'import * as words from \'../words/views.ts\'\nimport { about, rows as rowsOf } from \'../words/views.ts\'\n'): string {
  return putInPlace(start + code, module => /words\/(\w+)\.ts$/.exec(module)?.[1] ?? null, areas, simple).slice(start.length)
}

test('a text with gaps stands where it is said, however its word is named', () => {
  assert.equal(put('say(words.about({ name }), about({ name: a.b() }), words.group.inner({ name }))'), 'say(`About ${name}.`, `About ${a.b()}.`, `In ${name}`)')
  assert.equal(put('words.about({ name: words.named({ name: x, other: about({ name }) }) })'), '`About ${`${x}: ${`About ${name}.`}`}.`')
  assert.equal(put('words.awkward({ name: `a ${b}` })'), '`It’s \\`${`a ${b}`}\\` \\\\`')
  assert.equal(put('// keeps what is between\nf(a, words.about({ name })) /* and after */\n'), '// keeps what is between\nf(a, `About ${name}.`) /* and after */\n')
})

test('the forms of a word come with it where the language has but one and other', () => {
  assert.equal(put('rowsOf({ count: list.length, name })'), '(list.length === 1 ? `${list.length} row of ${name}` : `${list.length} rows of ${name}`)')
  assert.equal(put('words.more({ count: a - b })'), '`${a - b} more`')
  assert.equal(put('rowsOf({ count, name })', false), 'rowsOf({ count, name })')
})

test('what would be said twice, and what is no word for sure, is left as it is', () => {
  for (const code of [
    'words.both({ name: next() })', 'rowsOf({ count: next(), name })', 'rowsOf({ count, name: next() })', 'words.about(gaps)', 'words.about({ ...gaps })', 'words.title', '(a ? words.about : about)({ name })', 'other.about({ name })',
    'const words = { about }\nwords.about({ name })', 'list.map(about => about({ name }))', 'function about () {}\nabout({ name })', 'words?.about({ name })'
  ]) assert.equal(put(code), code)
  assert.equal(put('words.about({ name })', true, 'import * as words from \'./other.ts\'\n'), 'words.about({ name })')
})

test('a name is filled in wherever its gap is', () => {
  assert.equal(put('words.both({ name })'), '`${name} and ${name}`')
})
