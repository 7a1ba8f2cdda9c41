import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cutOut } from './cut-out.ts'
import { apply, type Edit } from './edit.ts'
import { readWorkbook, WorkbookRefused, writeWorkbook } from './json.ts'
import { putLayer } from './layers.ts'
import { merge } from './merge.ts'
import { pack, unpack } from './pack.ts'
import { partOf } from './part.ts'
import { addRow, moveRow, nextRowKey, removeRow, rowKeys, type TableShape } from './rows.ts'
import { Clock, isLater } from './stamp.ts'
import { layerOf } from './testing/layered.ts'
import { migrate } from './versions.ts'
import { agency, countAnswers, emptyWorkbook, isEmpty, valueOf, type Workbook } from './workbook.ts'

const table: TableShape = { id: 'map.partners', blankKeys: ['r1', 'r2', 'r3'], canGrow: true }
const answer = (field: string, value: string, subject = agency): Edit => ({ kind: 'answer', subject, field, value })

/** A tab of its own, whose clock ticks by one unless told otherwise. */
function tab (name: string, book = emptyWorkbook('w1'), now = { at: 1000 }) {
  const clock = new Clock(name, () => now.at)
  return {
    book, now, clock,
    change: (...edits: Edit[]) => apply(book, edits, clock.next()),
    add: () => {
      const { key, edits } = addRow(book, agency, table, clock.next())
      return { key, ...apply(book, edits, clock.next()) }
    },
    rows: () => rowKeys(book, agency, table).map(key => `${key}=${valueOf(book, agency, `map.partners.${key}.who`)}`)
  }
}

const copy = (book: Workbook): Workbook => readWorkbook(writeWorkbook(book))
const facts = (book: Workbook): string => writeWorkbook(book)

test('two tabs that answer different questions lose nothing', () => {
  const a = tab('a')
  const b = tab('b', copy(a.book))
  const fromA = a.change(answer('map.goal', 'Find housing')).patch
  const fromB = b.change(answer('map.by', '2026-03-14')).patch
  merge(a.book, fromB)
  merge(b.book, fromA)
  assert.equal(valueOf(a.book, agency, 'map.by'), '2026-03-14')
  assert.equal(valueOf(b.book, agency, 'map.goal'), 'Find housing')
  assert.equal(facts(a.book), facts(b.book))
})

test('the last writer of a field wins in both tabs, and of one moment the same one', () => {
  const a = tab('a')
  const b = tab('b', copy(a.book))
  const fromA = a.change(answer('map.goal', 'first')).patch
  b.now.at = 2000
  const fromB = b.change(answer('map.goal', 'second')).patch
  merge(a.book, fromB)
  merge(b.book, fromA)
  assert.equal(valueOf(a.book, agency, 'map.goal'), 'second')
  assert.equal(valueOf(b.book, agency, 'map.goal'), 'second')
  assert.ok(isLater({ at: 1, by: 'b' }, { at: 1, by: 'a' }))
  assert.ok(!isLater({ at: 1, by: 'a' }, { at: 1, by: 'a' }))
})

test('a clock that goes back still gives later stamps', () => {
  const now = { at: 5000 }
  const clock = new Clock('a', () => now.at)
  const first = clock.next()
  now.at = 10
  assert.ok(isLater(clock.next(), first))
  clock.seen(90_000)
  assert.ok(clock.next().at > 90_000)
})

test('an erased answer stays erased when an older copy comes along', () => {
  const a = tab('a')
  a.change(answer('map.goal', 'old'))
  const older = copy(a.book)
  a.change(answer('map.goal', ''))
  merge(a.book, older)
  assert.equal(valueOf(a.book, agency, 'map.goal'), '')
})

test('two rows of one key, added in two tabs at once, both live on, alike in both tabs', () => {
  const a = tab('a')
  const b = tab('b', copy(a.book), { at: 1500 })
  const addedA = a.add()
  const addedB = b.add()
  assert.equal(addedA.key, addedB.key)
  const typedA = a.change(answer(`map.partners.${addedA.key}.who`, 'Harbor Street Bakery')).patch
  const typedB = b.change(answer(`map.partners.${addedB.key}.who`, 'Two Rivers College')).patch
  for (const patch of [addedB.patch, typedB]) merge(a.book, patch)
  for (const patch of [addedA.patch, typedA]) merge(b.book, patch)
  assert.deepEqual(a.rows(), ['r1=', 'r2=', 'r3=', 'r4=Harbor Street Bakery', 'r5=Two Rivers College'])
  assert.deepEqual(b.rows(), a.rows())

  // What the second tab types before it has heard of the new key still finds its row.
  const late = tab('b', copy(addedB.patch), { at: 9000 })
  const patch = late.change(answer('map.partners.r4.who', 'Two Rivers Community College')).patch
  merge(a.book, patch)
  assert.deepEqual(a.rows().slice(3), ['r4=Harbor Street Bakery', 'r5=Two Rivers Community College'])
})

test('a row that moves twice in one merge takes its own words along, and leaves none in the row that takes its place', () => {
  const [a, b] = [tab('a', emptyWorkbook('w1'), { at: 100 }), tab('b', emptyWorkbook('w1'), { at: 5000 })]
  const [addedA, addedB] = [a.add(), b.add()]
  const typedB = b.change(answer(`map.partners.${addedB.key}.who`, 'Two Rivers College')).patch
  // A third copy heard of both; its rows come with the younger one first, under the key that it took there.
  const third = copy(b.book)
  merge(third, addedA.patch)
  merge(third, typedB)
  const mine = tab('b2', copy(b.book), { at: 9000 })
  merge(mine.book, third)
  assert.deepEqual(mine.rows().filter(row => row.endsWith('College')).length, 1)
  assert.equal(valueOf(mine.book, agency, `map.partners.${addedA.key}.who`), '')
})

test('merging is the same in any order and any number of times', () => {
  const edit = fc.record({ field: fc.constantFrom('map.goal', 'map.by', 'map.partners.r1.who'), value: fc.string({ maxLength: 5 }), tab: fc.constantFrom(0, 1, 2) })
  fc.assert(fc.property(fc.array(edit, { maxLength: 20 }), fc.array(fc.nat(19), { maxLength: 40 }), (edits, order) => {
    const tabs = ['a', 'b', 'c'].map((name, i) => tab(name, emptyWorkbook('w1'), { at: 100 * i }))
    const patches = edits.map(e => tabs[e.tab]!.change(answer(e.field, e.value)).patch)
    const straight = emptyWorkbook('w1')
    for (const patch of patches) merge(straight, patch)
    const shuffled = emptyWorkbook('w1')
    for (const i of order) if (patches[i] !== undefined) merge(shuffled, patches[i])
    for (const patch of [...patches].reverse()) merge(shuffled, patch)
    assert.equal(facts(shuffled), facts(straight))
  }))
})

test('undo brings back answers, rows and partners as they were', () => {
  const a = tab('a')
  a.change(answer('map.partners.r2.who', 'Lantern Co-op'), { kind: 'partner', id: 'p1', name: 'Bakery' })
  const { undo } = a.change(...removeRow(a.book, agency, table, 'r2'), { kind: 'partner', id: 'p1', name: 'Bakery', archived: true })
  assert.deepEqual(a.rows(), ['r1=', 'r3='])
  assert.ok(!writeWorkbook(a.book).includes('Lantern'), 'a removed row leaves no words behind')
  a.change(...undo)
  assert.deepEqual(a.rows(), ['r1=', 'r2=Lantern Co-op', 'r3='])
  assert.equal(a.book.partners.get('p1')?.archived, undefined)

  const added = a.add()
  a.change(...added.undo)
  assert.deepEqual(a.rows(), ['r1=', 'r2=Lantern Co-op', 'r3='])
  a.change(...a.change({ kind: 'partner', id: 'p2', name: 'Two Rivers College' }).undo)
  assert.ok(!writeWorkbook(a.book).includes('Rivers'), 'a partner that was never meant leaves no name behind')
  assert.equal(copy(a.book).partners.get('p2')?.removed, true)
})

test('keys of rows are never used again', () => {
  const a = tab('a')
  const first = a.add().key
  a.change(...removeRow(a.book, agency, table, first))
  assert.notEqual(a.add().key, first)
  assert.equal(nextRowKey(undefined, { id: 'x.y', blankKeys: [], canGrow: true }), 'r1')
})

test('rows move by one, and stay where they are at the ends', () => {
  const a = tab('a')
  a.add()
  a.change(...moveRow(a.book, agency, table, 'r4', -1))
  assert.deepEqual(rowKeys(a.book, agency, table), ['r1', 'r2', 'r4', 'r3'])
  assert.deepEqual(moveRow(a.book, agency, table, 'r1', -1), [])
  a.change(...moveRow(a.book, agency, table, 'r1', 1))
  assert.deepEqual(rowKeys(a.book, agency, table), ['r2', 'r1', 'r4', 'r3'])
})

test('an answer written after its row was removed elsewhere brings the row back', () => {
  const a = tab('a')
  const b = tab('b', copy(a.book), { at: 3000 })
  const removed = a.change(...removeRow(a.book, agency, table, 'r1')).patch
  b.change(answer('map.partners.r1.who', 'Still wanted'))
  merge(b.book, removed)
  assert.deepEqual(b.rows(), ['r1=Still wanted', 'r2=', 'r3='])
})

test('a workbook goes through its file unchanged, unknown parts included', () => {
  const file = {
    format: 'partnership-toolkit-workbook', version: 1, id: 'w1', guide: '2026-11', future: { a: [1] },
    partners: [{ id: 'p1', name: 'Bäckerei 面包 مخبز', at: 5, by: 'a', color: 'x' }],
    subjects: {
      agency: {
        answers: { 'map.goal': { value: 'línea 1\nlínea 2', at: 3, by: 'a', wording: '0a1b2c3d', seen: true } },
        rows: { 'map.partners': [{ key: 'r9', place: 1.5, at: 4, by: 'a', born: '4-a', tint: 1 }] }, more: 1
      }
    }
  }
  const book = readWorkbook(JSON.stringify(file))
  assert.deepEqual(JSON.parse(writeWorkbook(book)), file)
  assert.deepEqual(JSON.parse(writeWorkbook(unpack(pack(book)))), file, 'and through the storage of the browser')
})

test('what is packed comes back the same, and nothing else is taken for it', () => {
  const a = tab('a')
  a.change({ kind: 'partner', id: 'p1', name: 'Bakery', archived: true }, answer('vetting.terms.answer', '"mostly"', 'p1'), { kind: 'answer', subject: agency, field: 'map.goal', value: '', wording: '0a1b2c3d' })
  a.add()
  a.change(...removeRow(a.book, agency, table, 'r1'))
  const moments: number[] = []
  const back = unpack(pack(a.book), at => { moments.push(at) })
  assert.ok(a.clock.next().at > Math.max(...moments) && Math.max(...moments) >= a.book.subjects.get(agency)!.answers.get('map.goal')!.at)
  assert.equal(pack(back), pack(a.book), 'unread as it came')
  for (const [id, { answers, rows }] of back.subjects) assert.deepEqual({ answers, rows }, a.book.subjects.get(id))
  assert.equal(pack(back), pack(a.book), 'and read')
  assert.deepEqual(back.partners, a.book.partners)
  for (const wrong of ['', '[', '{}', '[]', '[3,"w1","",[],[],[]]', writeWorkbook(a.book)]) assert.throws(() => unpack(wrong))
})

test('names that objects inherit are names like any other', () => {
  const book = emptyWorkbook('w1')
  apply(book, [answer('constructor.to-string', 'kept'), answer('map.goal', '__proto__')], { at: 1, by: 'a' })
  const again = copy(book)
  assert.equal(valueOf(again, agency, 'constructor.to-string'), 'kept')
  assert.equal(valueOf(again, 'constructor', 'map.goal'), '')
  const poisoned = '{"format":"partnership-toolkit-workbook","version":1,"id":"w","guide":"","partners":[],"subjects":{"__proto__":{"answers":{},"rows":{}}}}'
  assert.throws(() => readWorkbook(poisoned), WorkbookRefused)
  assert.equal(({} as Record<string, unknown>)['answers'], undefined)
})

test('newer, foreign and damaged files are refused whole, each with its reason', () => {
  const good = JSON.parse(writeWorkbook(emptyWorkbook('w1'))) as Record<string, unknown>
  const reason = (text: string): string => {
    try {
      readWorkbook(text)
      return 'read'
    } catch (error) {
      assert.ok(error instanceof WorkbookRefused)
      return error.reason
    }
  }
  assert.equal(reason(JSON.stringify(good)), 'read')
  assert.equal(reason(JSON.stringify({ ...good, version: 3 })), 'newer')
  assert.equal(reason(JSON.stringify({ ...good, version: 0 })), 'damaged')
  assert.equal(reason(JSON.stringify({ ...good, version: '1' })), 'damaged')
  assert.equal(reason('{"format":"other"}'), 'not-ours')
  assert.equal(reason('PK\u0003\u0004'), 'not-ours')
  assert.equal(reason(JSON.stringify(good).slice(0, -3)), 'damaged')
  for (const wrong of [
    { partners: {} }, { partners: [{ id: 'p1', at: 1, by: 'a' }] }, { partners: [{ id: 'P 1', name: '', at: 1, by: 'a' }] }, { subjects: [] },
    { subjects: { agency: { answers: { 'Not an id': { value: '', at: 1, by: 'a' } }, rows: {} } } },
    { subjects: { agency: { answers: { 'map.goal': { value: 1, at: 1, by: 'a' } }, rows: {} } } },
    { subjects: { agency: { answers: { 'map.goal': { value: '', at: -1, by: 'a' } }, rows: {} } } },
    { subjects: { agency: { answers: {}, rows: { 'map.partners': [{ key: 'r1', place: null, at: 1, by: 'a' }] } } } },
    { id: 7 }
  ]) assert.equal(reason(JSON.stringify({ ...good, ...wrong })), 'damaged', JSON.stringify(wrong))
})

test('what a subject holds beyond this version comes along when two copies are merged', () => {
  const file = (rest: Record<string, unknown>): Workbook => readWorkbook(JSON.stringify({
    format: 'partnership-toolkit-workbook', version: 1, id: 'w1', guide: '', partners: [], subjects: { agency: { answers: {}, rows: {}, ...rest } }
  }))
  const into = file({ mine: 1, both: 'mine' })
  merge(into, file({ theirs: [2], both: 'theirs' }))
  assert.deepEqual(into.subjects.get(agency)!.rest, new Map<string, unknown>([['theirs', [2]], ['both', 'mine'], ['mine', 1]]))
})

test('a file holds whatever somebody pasted into an answer', () => {
  const a = tab('a')
  a.change(answer('map.goal', 'x'.repeat(300_000)))
  assert.equal(facts(copy(a.book)), facts(a.book))
})

test('older versions come forward step by step', () => {
  const steps = new Map([
    [1, (file: Record<string, unknown>) => ({ ...file, title: String(file['name']) })],
    [2, (file: Record<string, unknown>) => ({ ...file, title: String(file['title']).toUpperCase() })]
  ])
  assert.deepEqual(migrate({ version: 1, name: 'x' }, 1, steps, 3), { version: 3, name: 'x', title: 'X' })
  assert.throws(() => migrate({}, 1, new Map(), 2), RangeError)
})

test('a chosen part holds nothing of the rest, not even traces', () => {
  const a = tab('a')
  a.change(
    { kind: 'partner', id: 'p1', name: 'Bakery' }, { kind: 'partner', id: 'p2', name: 'College' },
    answer('vetting.terms.answer', 'mostly', 'p1'), answer('vetting.terms.note', 'SECRET NOTE', 'p1'),
    answer('vetting.terms.answer', 'in-place', 'p2'), answer('map.goal', 'OTHER TOOL'))
  const part = partOf(a.book, { instruments: new Set(['vetting']), subjects: new Set(['p1']), notes: false })
  const text = writeWorkbook(part)
  assert.equal(countAnswers(part), 1)
  for (const word of ['SECRET', 'OTHER', 'College', 'p2']) assert.ok(!text.includes(word), word)
})

test('a workbook with nothing but erased answers is empty', () => {
  const a = tab('a')
  assert.ok(isEmpty(a.book))
  const { undo } = a.change(answer('map.goal', 'x'))
  assert.ok(!isEmpty(a.book))
  a.change(...undo)
  assert.ok(isEmpty(a.book))
})

test('a workbook is empty when its last layer was removed, and not while another program keeps something in it', () => {
  const { book } = tab('a')
  putLayer(book, 'l1', layerOf())
  assert.ok(!isEmpty(book))
  cutOut(book, { layer: 'l1' })
  assert.ok(isEmpty(book))
  assert.ok(isEmpty(readWorkbook(writeWorkbook(book))))
  book.rest = new Map(book.rest).set('future', 0)
  assert.ok(!isEmpty(book))
})
