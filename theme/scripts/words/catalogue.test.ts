import Ajv from 'ajv/dist/2020.js'
import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import * as esbuild from 'esbuild'

type Areas = Map<string, Record<string, unknown>>

interface Maker {
  firstLanguage: string
  languages (): string[]
  readWords (language: string): Areas
  problemsOf (language: string, areas: Areas, source?: Areas): string[]
  modulesOf (language: string, areas: Areas): Map<string, string>
  filledWords (areas: Areas, source: Areas): Areas
  isOneAndOther (language: string): boolean
  writeWords (language?: string, folder?: string): void
}

// Not bundled: it finds its files by its own place. Tests run in `theme/`.
const maker = await import(pathToFileURL(resolve('words.mjs')).href) as Maker
const schema = JSON.parse(readFileSync('words/words.schema.json', 'utf8')) as object

const area = (words: Record<string, unknown>): Areas => new Map([['views', words]])

/** What the module of an area exports. */
async function made (language: string, words: Record<string, unknown>): Promise<Record<string, unknown>> {
  const modules = maker.modulesOf(language, area(words))
  const { outputFiles } = await esbuild.build({
    stdin: { contents: modules.get('views.ts')!, loader: 'ts' }, bundle: true, format: 'esm', write: false,
    plugins: [{
      name: 'words',
      setup (build) {
        build.onResolve({ filter: /language\.ts$/ }, () => ({ path: 'language', namespace: 'words' }))
        build.onLoad({ filter: /.*/, namespace: 'words' }, () => ({ contents: modules.get('language.ts')!, loader: 'ts' }))
      }
    }]
  })
  return await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0]!.text).toString('base64')}`) as Record<string, unknown>
}

test('every language’s words follow the schema and are whole', () => {
  const validate = new Ajv({ allErrors: true, strict: true, strictRequired: false }).compile(schema)
  const source = maker.readWords(maker.firstLanguage)
  assert.deepEqual(maker.problemsOf(maker.firstLanguage, source), [])
  for (const language of maker.languages()) {
    assert.deepEqual(readdirSync(join('words', language)).filter(file => !file.endsWith('.json')), [])
    const areas = maker.readWords(language)
    for (const [name, words] of areas) assert.ok(validate(words), `${language}/${name}.json: ${JSON.stringify(validate.errors)}`)
    // What a language lacks is said in the first one, until somebody translates it.
    if (language !== maker.firstLanguage) assert.deepEqual(maker.problemsOf(language, areas, source).filter(problem => !problem.endsWith(': is missing')), [])
  }
})

test('what a language lacks is said in the first one', () => {
  const source: Areas = new Map([['views', { title: 'About {name}', kinds: { a: 'A', b: 'B' }, many: { one: 'One', other: '{count}' } }], ['map', { more: 'More' }]])
  const filled = maker.filledWords(new Map([['views', { title: 'Sobre {name}', kinds: { b: 'Be' } }]]), source)
  assert.deepEqual([...filled], [['views', { title: 'Sobre {name}', kinds: { a: 'A', b: 'Be' }, many: { one: 'One', other: '{count}' } }], ['map', { more: 'More' }]])
})

test('what is no word is refused, with its place', () => {
  for (const [words, problem] of [
    [{}, 'must NOT have fewer than 1 properties'], [{ title: '' }, 'must NOT have fewer than 1 characters'], [{ title: 7 }, 'must be string'],
    [{ Title: 'A' }, 'must NOT have additional properties'], [{ title: 'A {' }, 'must match pattern'], [{ title: 'A {two words}' }, 'must match pattern'],
    [{ group: { inner: { more: { other: 'A', one: 'B', much: 'C' } } } }, 'must NOT have additional properties'], [{ list: [] }, 'must NOT have fewer than 1 items'],
    [{ '//title': 'Why', heading: 'A' }, '//title: explains no word'], [{ delete: 'A' }, 'delete: is a word of the language'],
    [{ rows: { other: '{count} rows' } }, 'lacks the form “one”'], [{ rows: { one: 'A row', few: '{count} rows', other: '{count} rows' } }, 'has the form “few”'],
    [{ rows: { one: 'A row', other: '{count} rows of {table}' } }, 'the form “one” lacks {table}'], [{ rows: '{count} rows' }, '{count} is the number of a word with plural forms']
  ] satisfies [Record<string, unknown>, string][]) {
    const found = maker.problemsOf('en', area(words))
    assert.ok(found.some(text => text.startsWith('en/views.json') && text.includes(problem)), `${JSON.stringify(words)}: ${found.join('\n')}`)
  }
})

test('another language has every word of the first, with its gaps, and no other; its plural forms are its own', () => {
  const source = area({ title: 'About {name}', rows: { one: '{count} row', other: '{count} rows' }, kinds: { a: 'A', b: 'B' } })
  const spanish = { title: 'Sobre {name}', rows: { one: '{count} fila', many: '{count} de filas', other: '{count} filas' }, kinds: { a: 'A', b: 'B' } }
  assert.deepEqual(maker.problemsOf('es', area(spanish), source), [])
  // Millions alone are `many` there, and are said as `other` where the form is left out; in Polish five are.
  assert.deepEqual(maker.problemsOf('es', area({ ...spanish, rows: { one: '{count} fila', other: '{count} filas' } }), source), [])
  assert.deepEqual(maker.problemsOf('pl', area({ ...spanish, rows: { one: '{count} wiersz', few: '{count} wiersze', other: '{count} wiersza' } }), source), ['pl/views.json rows: lacks the form “many”'])
  for (const [words, problem] of [
    [{ ...spanish, title: 'Sobre {nombre}' }, 'title: has the gaps {nombre} here and {name} in en'], [{ ...spanish, kinds: { a: 'A' } }, 'kinds.b: is missing'], [{ ...spanish, more: 'A' }, 'more: is no word of en'],
    [{ ...spanish, rows: 'filas' }, 'rows: is a text here and a word with plural forms in en'], [{ ...spanish, rows: { many: '{count} de filas', other: '{count} filas' } }, 'rows: lacks the form “one”']
  ] satisfies [Record<string, unknown>, string][]) assert.deepEqual(maker.problemsOf('es', area(words), source), [`es/views.json ${problem}`])
  assert.deepEqual(maker.problemsOf('es', new Map(), source), ['es/views.json: is missing'])
})

test('a word says what its text says, whatever stands in it', async () => {
  const awkward = 'It’s “a” \\ `b` $ \'d\'\n'
  const words = await made('en', { awkward, filled: awkward + '${name}', rows: { one: 'One row of {table}', other: '{count} rows of {table}' }, more: { one: '{count} more', other: '{count} more' }, list: ['A', 'B'], kinds: { 'not-ours': 'A', own: '{name}’s' } })
  const says = (key: string, gaps: object): string => (words[key] as (gaps: object) => string)(gaps)
  assert.equal(words['awkward'], awkward)
  assert.equal(says('filled', { name: '{x} ${y}' }), awkward + '${x} ${y}')
  assert.deepEqual([0, 1, 2, 1000].map(count => says('rows', { count, table: 'T' })), ['0 rows of T', 'One row of T', '2 rows of T', '1000 rows of T'])
  assert.equal(says('more', { count: 1 }), '1 more')
  assert.deepEqual(words['list'], ['A', 'B'])
  const kinds = words['kinds'] as Record<string, unknown>
  assert.equal(kinds['not-ours'], 'A')
  assert.equal((kinds['own'] as (gaps: object) => string)({ name: 'B' }), 'B’s')
})

test('a language with other plural forms says them', async () => {
  assert.deepEqual(['en', 'de', 'es', 'fr', 'pl', 'ar', 'ja'].map(language => maker.isOneAndOther(language)), [true, true, false, false, false, false, false])
  const { rows } = await made('pl', { rows: { one: '{count} wiersz', few: '{count} wiersze', many: '{count} wierszy', other: '{count} wiersza' } }) as { rows: (gaps: { count: number }) => string }
  assert.deepEqual([1, 3, 5, 22].map(count => rows({ count })), ['1 wiersz', '3 wiersze', '5 wierszy', '22 wiersze'])
  const spanish = await made('es', { rows: { one: '{count} fila', other: '{count} filas' } }) as { rows: (gaps: { count: number }) => string }
  assert.deepEqual([1, 2, 1_000_000].map(count => spanish.rows({ count })), ['1 fila', '2 filas', '1000000 filas'])
})

test('a bundle holds the words that it uses, and no others', async () => {
  const { outputFiles } = await esbuild.build({
    stdin: { contents: 'import * as words from \'./scripts/words/views.ts\'\nconsole.log(words.noSteps)', loader: 'ts', resolveDir: '.' }, bundle: true, minify: true, format: 'iife', write: false
  })
  assert.match(outputFiles[0]!.text, /No steps yet\./)
  assert.ok(outputFiles[0]!.text.length < 100, outputFiles[0]!.text)
})

test('files are written where something changed, and what is no area any more goes', () => {
  const folder = mkdtempSync('obj/words-')
  try {
    maker.writeWords('en', folder)
    const times = (): number[] => readdirSync(folder).map(file => statSync(join(folder, file)).mtimeMs)
    const before = times()
    assert.ok(before.length > 5)
    writeFileSync(join(folder, 'gone.ts'), '')
    maker.writeWords('en', folder)
    assert.deepEqual(times(), before)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
