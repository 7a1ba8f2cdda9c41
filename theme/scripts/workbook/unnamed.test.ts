import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { cutOut } from './cut-out.ts'
import { apply, type Edit } from './edit.ts'
import { readWorkbook, writeWorkbook } from './json.ts'
import { merge } from './merge.ts'
import { pack, unpack } from './pack.ts'
import { partOf } from './part.ts'
import { isGiven, isUnnamed, nameOf, writtenName } from './unnamed.ts'
import { emptyWorkbook, type Partner, type Workbook } from './workbook.ts'

const given: Edit = { kind: 'partner', id: 'p1', name: 'Primera organización', givenName: 'Primera organización' }

function after (...edits: Edit[]): Workbook {
  const book = emptyWorkbook('w1')
  edits.forEach((edit, i) => apply(book, [edit], { at: i + 1, by: 'a' }))
  return book
}

const first = (book: Workbook): Partner => book.partners.get('p1')!

test('who was never named is known in a workbook from before the mark, by the text that was given then', () => {
  const old = readWorkbook(JSON.stringify({
    format: 'partnership-toolkit-workbook', version: 1, id: 'w', guide: '2026-11', subjects: {},
    partners: [{ id: 'p1', name: 'First partner', at: 1, by: 'a' }, { id: 'p2', name: 'Harbor Street Bakery', at: 1, by: 'a' }]
  }))
  assert.deepEqual([...old.partners.values()].map(partner => [isUnnamed(partner), nameOf(partner)]), [[true, 'First partner'], [false, 'Harbor Street Bakery']])
  assert.doesNotMatch(writeWorkbook(old), /givenName/)
})

test('who was never named is known by the mark, whatever page gave the name, and is called as this page calls it', () => {
  assert.equal(isUnnamed(first(after(given))), true)
  assert.equal(nameOf(first(after(given))), 'First partner')
  assert.equal(isUnnamed(first(after({ ...given, givenName: '' }))), false)
})

test('a name that somebody writes is theirs, the given one too, and undoing gives the mark back', () => {
  for (const name of ['Harbor Street Bakery', 'first  partner']) {
    const book = after(given)
    const { undo } = apply(book, [{ kind: 'partner', id: 'p1', ...writtenName(name) }], { at: 5, by: 'a' })
    assert.deepEqual([isUnnamed(first(book)), nameOf(first(book))], [false, name])
    apply(book, undo, { at: 6, by: 'a' })
    assert.equal(isUnnamed(first(book)), true)
  }
})

test('putting a partner away and taking it out again keeps the mark', () => {
  const named: Edit = { kind: 'partner', id: 'p1', name: 'First partner', givenName: '' }
  for (const [edit, unnamed] of [[given, true], [named, false]] as const) {
    const { name } = edit
    assert.equal(isUnnamed(first(after(edit, { kind: 'partner', id: 'p1', name, archived: true }, { kind: 'partner', id: 'p1', name }))), unnamed)
  }
})

test('the mark goes wherever the partner goes: files, the store, parts, other tabs, out and back', () => {
  const book = after(given)
  const other = after({ ...given, name: 'Harbor Street Bakery', givenName: '' })
  assert.equal(merge(other, book), false)
  apply(book, [{ ...given, archived: true }], { at: 9, by: 'b' })
  assert.equal(merge(other, book), true)
  const back = emptyWorkbook('w1')
  merge(back, cutOut(after(given), { partner: 'p1' }))
  const part = partOf(book, { instruments: new Set(), subjects: new Set(['p1']), notes: false })
  for (const copy of [other, readWorkbook(writeWorkbook(book)), unpack(pack(book)), part, back]) assert.equal(isUnnamed(first(copy)), true)
  assert.equal(isUnnamed(first(unpack(pack(after({ ...given, name: 'A' }, { kind: 'partner', id: 'p1', name: '', removed: true }))))), false)
})

test('a page from before the mark carries it, and a name that is written there is somebody’s', () => {
  // It keeps what it does not know beside what it does, and renaming leaves that where it is.
  const { at, by, ...rest } = first(after(given))
  const there = { ...rest, at, by, name: 'Harbor Street Bakery' }
  assert.equal(isUnnamed(there), false)
})

test('what every language calls such a partner stays known in documents', () => {
  for (const language of readdirSync('words', { withFileTypes: true }).filter(entry => entry.isDirectory())) {
    const { firstPartner } = JSON.parse(readFileSync(`words/${language.name}/frame.json`, 'utf8')) as { firstPartner: string }
    assert.ok(isGiven(firstPartner), `${language.name}: “${firstPartner}” belongs into the list of workbook/unnamed.ts`)
  }
})
