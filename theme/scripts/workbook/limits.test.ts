import assert from 'node:assert/strict'
import { test } from 'node:test'
import { limits } from '../documents/limits.ts'
import { personalNote } from '../fields/notes.ts'
import { apply, type Edit } from './edit.ts'
import { readInTurns, readWorkbook, WorkbookRefused, writeWorkbook } from './json.ts'
import { isTooMuch, longestTyped, most } from './limits.ts'
import { agency, emptyWorkbook, type Workbook } from './workbook.ts'
import { spent } from './testing/spent.ts'

const stamp = { at: 5, by: 'a' }
const numbers = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1)
const partners = (n: number): object[] => numbers(n).map(i => ({ id: `p${i}`, name: `Partner ${i}`, ...stamp }))
const rows = (n: number): object[] => numbers(n).map(i => ({ key: `r${i}`, place: i, ...stamp }))
const answers = (n: number, value = 'An answer'): object => Object.fromEntries(numbers(n).map(i => [`map.x${i}`, { value, ...stamp }]))
const file = (about: { answers?: object, rows?: object }, of: object[] = [], more: object = {}): string => JSON.stringify({
  format: 'partnership-toolkit-workbook', version: 1, id: 'w1', guide: '', partners: of, subjects: { agency: { answers: {}, rows: {}, ...about } }, ...more
})
const deep = (n: number): unknown => n === 0 ? 1 : [deep(n - 1)]

function outcome (text: string): string {
  try {
    readWorkbook(text)
    return 'read'
  } catch (error) {
    assert.ok(error instanceof WorkbookRefused)
    return error.reason
  }
}

test('a file is read up to each limit and refused beyond it, with the limit that it met', () => {
  const entries = (n: number): string => file({ answers: answers(n - 4), rows: { 'map.rows': rows(4) } })
  const cases: [within: string, beyond: string, reason: string][] = [
    [file({}, partners(most.partners)), file({}, partners(most.partners + 1)), 'many-partners'],
    [file({ rows: { 'map.rows': rows(most.rows) } }), file({ rows: { 'map.rows': rows(most.rows + 1) } }), 'many-rows'],
    [entries(most.entries), entries(most.entries + 1), 'many-entries'],
    [file({ answers: answers(1, 'x'.repeat(most.answer)) }), file({ answers: answers(1, 'x'.repeat(most.answer + 1)) }), 'long-answer'],
    [file({}, [], { later: deep(most.depth - 1) }), file({}, [], { later: deep(most.depth) }), 'damaged'],
    [file({}).padEnd(most.file), file({}).padEnd(most.file + 1), 'too-large']
  ]
  for (const [within, beyond, reason] of cases) {
    assert.equal(outcome(within), 'read', reason)
    assert.equal(outcome(beyond), reason)
  }
  // Refused before it is looked through.
  const time = spent()
  assert.equal(outcome(file({ answers: answers(1, 'x'.repeat(40_000_000)) })), 'too-large')
  assert.ok(time() < 2000)
})

test('reading rests between any two entries', () => {
  const reading = readInTurns(file({ answers: answers(1000), rows: { 'map.rows': rows(1000) } }, partners(100)))
  let rests = 0
  while (reading.next().done !== true) rests++
  assert.ok(rests > 4 * 2000, `rested ${rests} times`)
})

test('no more is taken in than a page can open again from its own file', () => {
  const bookOf = (text: string): Workbook => readWorkbook(text)
  const answer = (field: string, value = 'x'): Edit => ({ kind: 'answer', subject: agency, field, value })
  const row = (key: string): Edit => ({ kind: 'row', subject: agency, table: 'map.rows', key, place: 1 })
  const cases: [book: Workbook, more: Edit, same: Edit][] = [
    [bookOf(file({}, partners(most.partners))), { kind: 'partner', id: 'q1', name: 'One more' }, { kind: 'partner', id: 'p1', name: 'Renamed' }],
    [bookOf(file({ rows: { 'map.rows': rows(most.rows) } })), row('r9999'), row('r1')],
    [bookOf(file({ answers: answers(most.entries) })), answer('map.more'), answer('map.x1', 'Otherwise')],
    [bookOf(file({ answers: answers(9, 'x'.repeat(most.answer)) })), answer('map.more', 'x'.repeat(most.answer)), answer('map.x1', 'Shorter')]
  ]
  for (const [book, more, same] of cases) {
    assert.equal(isTooMuch(book, [more]), true, more.kind)
    assert.equal(isTooMuch(book, [same]), false, same.kind)
    assert.equal(outcome(writeWorkbook(book)), 'read')
  }
  // What a workbook of before holds beyond them can still be changed.
  const before = emptyWorkbook('w1')
  apply(before, numbers(most.entries + 9).map(i => answer(`map.x${i}`)), stamp)
  assert.equal(isTooMuch(before, [answer('map.x1', 'y')]), false)
  assert.equal(isTooMuch(before, [answer('map.more')]), true)
})

test('a field takes as much as a Word file or PDF brings back, and says when it is full', () => {
  assert.equal(longestTyped, limits.answer)
  assert.equal(personalNote('x'.repeat(longestTyped - 1)), null)
  assert.match(personalNote('x'.repeat(longestTyped)) ?? '', /full.*100,000 characters/)
})

test('looking for personal data takes no time worth speaking of, whatever the field holds', () => {
  for (const piece of ['x', '1', '1-', '(1', '+1 ', 'a.', 'A-', 'born ', '1/', 'may 1', 'phone ', 'a@b.', ' ', '\n', 'ssn: ', '12.']) {
    const time = spent()
    personalNote(piece.repeat(longestTyped).slice(0, longestTyped - 1))
    assert.ok(time() < 1000, JSON.stringify(piece))
  }
})
