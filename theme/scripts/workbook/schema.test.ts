import Ajv, { type ValidateFunction } from 'ajv/dist/2020.js'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { apply } from './edit.ts'
import { readWorkbook, writeWorkbook } from './json.ts'
import { layered, layerOf } from './testing/layered.ts'
import { met } from './testing/met.ts'
import { pack, unpack } from './pack.ts'
import { partOf } from './part.ts'
import { addRow, removeRow, type TableShape } from './rows.ts'
import { migrate } from './versions.ts'
import { agency, emptyWorkbook, type Workbook } from './workbook.ts'

// Found from the folder that tests run in, `theme/`, because bundled tests do not know their own place.
const [validate, validateLayered] = [1, 2].map(version => new Ajv({ allErrors: true }).compile(JSON.parse(readFileSync(`input/schema/workbook-${version}.schema.json`, 'utf8')) as object)) as [ValidateFunction, ValidateFunction]

function assertValid (text: string, valid = validate): void {
  assert.ok(valid(JSON.parse(text)), JSON.stringify(valid.errors))
}

function full (): Workbook {
  const book = emptyWorkbook('w1', '2026-11')
  const table: TableShape = { id: 'map.partners', blankKeys: ['r1', 'r2'], canGrow: true }
  const stamp = { at: 5, by: 'a' }
  apply(book, [
    { kind: 'partner', id: 'p1', name: 'Bäckerei 面包', archived: true }, { kind: 'partner', id: 'p2', name: '', removed: true },
    { kind: 'partner', id: 'p3', name: 'First partner', givenName: 'First partner' },
    { kind: 'answer', subject: 'p1', field: 'vetting.terms.answer', value: 'mostly', wording: '0a1b2c3d' },
    { kind: 'answer', subject: 'p1', field: 'vetting.terms.note', value: 'line 1\nline 2' },
    { kind: 'answer', subject: agency, field: 'map.partners.r1.who', value: '' },
    ...addRow(book, agency, table, stamp).edits, ...removeRow(book, agency, table, 'r2')
  ], stamp)
  return book
}

test('what is written follows the schema that is published: whole, in part, from the storage, with more than we know', () => {
  assertValid(writeWorkbook(emptyWorkbook('w1')))
  assertValid(writeWorkbook(full()))
  assertValid(writeWorkbook(unpack(pack(full()))))
  for (const notes of [true, false]) {
    assertValid(writeWorkbook(partOf(full(), { instruments: new Set(['vetting']), subjects: new Set(['p1']), notes })))
  }
  const other = unpack(pack(full()))
  apply(other, [
    { kind: 'answer', subject: 'p1', field: 'vetting.terms.note', value: 'new', added: ['beside'] }, { kind: 'partner', id: 'p1', name: 'Bakery', added: ['Café'] }
  ], { at: 9, by: 'vb' })
  const beside = writeWorkbook(other)
  assert.match(beside, /"others": \[\s*\{\s*"value": "beside"/)
  assertValid(beside)
  assert.deepEqual(JSON.parse(writeWorkbook(readWorkbook(beside))), JSON.parse(beside))
  const more = { ...JSON.parse(writeWorkbook(full())) as Record<string, unknown>, future: { a: 1 } }
  assertValid(writeWorkbook(readWorkbook(JSON.stringify(more))))
})

test('a file of an older version follows it once it was brought forward', () => {
  const older = { ...JSON.parse(writeWorkbook(full())) as Record<string, unknown>, version: 0, title: 'x' }
  assert.ok(!validate(older))
  const steps = new Map([[0, ({ title, ...file }: Record<string, unknown>) => ({ ...file, guide: String(title) })]])
  assertValid(JSON.stringify(migrate(older, 0, steps, 1)))
})

test('what the schema refuses, reading refuses, and the other way round', () => {
  const good = JSON.parse(writeWorkbook(full())) as Record<string, unknown>
  const entry = { at: 1, by: 'a' }
  const wrong: Record<string, unknown>[] = [
    { format: 'other' }, { version: 3 }, { version: '1' }, { id: 7 }, { id: 'w1\r' }, { id: 'w\nBEGIN:VEVENT' }, { guide: null }, { partners: {} }, { subjects: [] },
    { partners: [{ id: 'p1', ...entry }] }, { partners: [{ id: 'P 1', name: '', ...entry }] }, { partners: [{ id: 'plan', name: '', ...entry }] }, { partners: [{ id: 'p1', name: '', at: 1, by: 'a b' }] },
    { partners: [{ id: 'p1', name: '', added: -1, ...entry }] }, { partners: [{ id: 'p1', name: '', added: '1', ...entry }] }, { partners: [{ id: 'p1', name: '', givenName: true, ...entry }] },
    { subjects: { agency: { answers: { 'Not an id': { value: '', ...entry } }, rows: {} } } },
    { subjects: { agency: { answers: { 'map.goal': { value: 1, ...entry } }, rows: {} } } },
    { subjects: { agency: { answers: { 'map.goal': { value: '', at: -1, by: 'a' } }, rows: {} } } },
    { subjects: { agency: { answers: {}, rows: { 'map.partners': [{ key: 'r1', place: null, ...entry }] } } } },
    { subjects: { agency: { answers: {}, rows: { 'map.partners': [{ key: 'r1', place: 1, born: '1-a\n', ...entry }] } } } },
    ...[{}, [1], [{ at: 1 }], [{ by: 'a' }], [{ ...entry, value: 1 }], [{ ...entry, at: -1 }], [null], Array.from({ length: 1001 }, () => entry)].flatMap(others => [
      { subjects: { agency: { answers: { 'map.goal': { value: '', ...entry, others } }, rows: {} } } }, { partners: [{ id: 'p1', name: '', ...entry, others }] }
    ]),
    { subjects: { agency: { answers: {} } } }, { subjects: { 'two words': { answers: {}, rows: {} } } }
  ]
  for (const change of wrong) {
    const text = JSON.stringify({ ...good, ...change })
    assert.ok(!validate(JSON.parse(text)), `the schema takes ${JSON.stringify(change)}`)
    assert.throws(() => readWorkbook(text), `reading takes ${JSON.stringify(change)}`)
  }
})

test('a workbook with layers follows the second schema, and is what it was when it was read', () => {
  const text = writeWorkbook(layered())
  assertValid(text, validateLayered)
  assert.ok(!validate(JSON.parse(text)))
  assert.deepEqual(JSON.parse(writeWorkbook(readWorkbook(text))), JSON.parse(text))
  assert.deepEqual(JSON.parse(writeWorkbook(unpack(pack(readWorkbook(text))))), JSON.parse(text))
  assertValid(writeWorkbook(partOf(layered(), { instruments: new Set(['vetting']), subjects: new Set(['p1']), notes: true })))
  assert.match(text, /"counts"/)
  assert.match(text, /"lgone": null/)
})

test('a workbook with a meeting follows the second schema, whole and in part', () => {
  const { book } = met()
  assertValid(writeWorkbook(book), validateLayered)
  const part = partOf(unpack(pack(book)), { instruments: new Set(['vetting']), subjects: new Set(['p1']), notes: false })
  assertValid(writeWorkbook(part), validateLayered)
  assert.match(writeWorkbook(part), /"vetting\.meeting\.roles"/)
})

test('of layers too, what the schema refuses, reading refuses', () => {
  const good = JSON.parse(writeWorkbook(layered())) as { layers: Record<string, object> }
  const round = JSON.parse(JSON.stringify(layerOf())) as object
  const wrong: object[] = [
    { layers: [] }, { layers: 7 }, { wordings: [] }, { layers: { 'Not an id': null } }, { layers: { l1: 1 } },
    ...[
      { kind: 'other' }, { kind: undefined }, { name: 1 }, { at: -1 }, { at: '1' }, { day: '2026' }, { day: '' }, { guide: null }, { lang: 'e n' }, { instruments: {} }, { instruments: ['A b'] },
      { partners: {} }, { partners: [{ id: 'agency', name: '' }] }, { partners: [{ id: 'p1' }] }, { subjects: [] }, { subjects: { 'a b': { answers: {}, rows: {} } } }, { subjects: { p1: { answers: {} } } },
      { subjects: { p1: { answers: { 'vetting.terms.answer': { value: 1 } }, rows: {} } } }, { subjects: { p1: { answers: { 'vetting.terms.answer': { value: '', wording: 1 } }, rows: {} } } },
      { subjects: { p1: { answers: {}, rows: { 'map.partners': [{ key: 'r1' }] } } } }, { subjects: { p1: { answers: {}, rows: { 'map.partners': {} } } } },
      { kind: 'counts' }, { kind: 'counts', views: 1, counts: { p1: { 'vetting.terms.answer': { mostly: -1 } } }, subjects: {} }, { kind: 'counts', views: 1, counts: {} }
    ].map(change => ({ layers: { l1: { ...round, ...change } } })),
    ...[{ lang: 'en' }, { lang: 'en', question: 'Why?', options: [{ id: 'a' }] }, null].map(wording => ({ wordings: { '0a1b2c3d': wording } })), { wordings: { other: { lang: 'en', question: '', options: [] } } }
  ]
  for (const change of wrong) {
    const text = JSON.stringify({ ...good, ...change })
    assert.ok(!validateLayered(JSON.parse(text)), `the schema takes ${JSON.stringify(change)}`)
    assert.throws(() => readWorkbook(text), `reading takes ${JSON.stringify(change)}`)
  }
})
