import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ReadDocument } from '../workbook/read-document.ts'
import { compareDocument } from './compare.ts'
import { versionsOf } from '../workbook/beside.ts'
import { compareWorkbooks } from './compare-workbooks.ts'
import { apply } from '../workbook/edit.ts'
import type { Guide } from '../workbook/guide.ts'
import { answerText, GuideIndex } from '../workbook/guide-index.ts'
import { readWorkbook, writeWorkbook } from '../workbook/json.ts'
import { merge } from '../workbook/merge.ts'
import { addRow, placeRows, removeRow, rowKeys } from '../workbook/rows.ts'
import { Clock } from '../workbook/stamp.ts'
import { matchPartner, namesIn, perPartner } from './whom.ts'
import { agency, emptyWorkbook, valueOf, type Workbook } from '../workbook/workbook.ts'

const guide: Guide = {
  version: '2026-11', title: 'Guide', documents: [],
  instruments: [{
    id: 'map', kind: 'worksheet', title: 'Map', page: 'tools/map.html',
    parts: [
      { item: 'goal', field: { id: 'map.goal', kind: 'long', label: 'Goal', wording: 'w1' } },
      { item: 'tie', field: { id: 'map.tie', kind: 'choice', label: 'Tie', wording: 'w2', options: [{ id: 'close', label: 'Close' }, { id: 'loose', label: 'Loose' }] } },
      { table: { id: 'map.rows', label: 'Who', blankRows: 2, columns: [{ id: 'who', kind: 'text', label: 'Name', wording: 'w3' }, { id: 'what', kind: 'text', label: 'What', wording: 'w4' }] } }
    ]
  }]
}
const index = new GuideIndex(guide)
const known = ['map.goal', 'map.tie', 'map.rows.r1.who', 'map.rows.r1.what', 'map.rows.r2.who', 'map.rows.r2.what']

function file (answers: Record<string, string>, more: { made?: Record<string, string> | null, added?: string[], rows?: string[], wording?: Record<string, string>, partner?: { id: string, name: string }, partners?: Record<string, string> } = {}): ReadDocument {
  const { made = {}, added = [], rows = ['r1', 'r2', ...added] } = more
  return {
    format: 'docx', document: 'map',
    metadata: made === null
      ? null
      : { format: 1, document: 'map', code: 'abc123', guide: '2026-11', instruments: ['map'], serials: known, wording: more.wording ?? {}, values: made, ...(more.partner && { partner: more.partner }) },
    partners: more.partners ?? {}, answers, rows: { 'map.rows': rows }, addedRows: added.length > 0 ? { 'map.rows': added } : {}, remarks: []
  }
}

function here (answers: Record<string, string>): Workbook {
  const book = emptyWorkbook('w1')
  apply(book, Object.entries(answers).map(([field, value]) => ({ kind: 'answer', subject: agency, field, value })), { at: 5, by: 'a' })
  return book
}

const clock = new Clock('c', () => 100)
const compare = (read: ReadDocument, book: Workbook) => compareDocument(read, { index, book, subjectOf: () => agency, nameOf: () => null, stamp: () => clock.next() })
const short = (read: ReadDocument, book: Workbook): string[] => compare(read, book).map(d => `${d.kind} ${d.field} ${d.proposed ? 'proposed' : 'asked'}`)

const ways: [made: string | null, inFile: string, here: string | null, expected: string | null, elsewhere?: string][] = [
  // made with, in the file, in this browser (null: never answered here), what is proposed, what where the file comes from elsewhere
  ['', '', null, null], ['', '', 'x', null], ['x', 'x', 'x', null], ['x', 'y', 'y', null],
  ['', 'y', null, 'new proposed'], ['', 'y', '', 'new proposed'],
  ['x', 'y', 'x', 'changed proposed'],
  ['x', '', 'x', 'emptied asked'],
  ['x', '', 'z', 'conflict asked', 'differs asked'], ['x', '', null, null], ['x', '', '', null],
  ['x', 'y', 'z', 'conflict asked', 'differs asked'], ['', 'y', 'z', 'conflict asked'], ['x', 'y', '', 'conflict asked', 'differs asked'],
  ['x', 'y', null, 'new proposed'], ['x', 'x', null, 'new proposed'],
  ['x', 'x', 'z', 'older asked', 'differs asked'], ['x', 'x', '', 'older asked', 'differs asked'],
  [null, '', 'z', null], [null, 'y', null, 'new proposed'], [null, 'y', 'z', 'differs asked']
]

for (const from of ['here', 'elsewhere'] as const) {
  test(`each way in which three texts can differ, in a file that comes from ${from}`, () => {
    // What most of the file was made with stands here as it was, or stands here otherwise.
    const rows = { 'map.rows.r1.who': 'Ann', 'map.rows.r2.who': 'Ben' }
    const others = from === 'here' ? rows : { 'map.rows.r1.who': 'Eva', 'map.rows.r2.who': 'Finn' }
    for (const [made, inFile, mine, expected, elsewhere = expected] of ways) {
      const read = file({ 'map.goal': inFile }, { made: made === null ? null : made === '' ? rows : { ...rows, 'map.goal': made } })
      const found = short(read, here({ ...others, ...mine !== null && { 'map.goal': mine } }))
      const due = from === 'here' ? expected : elsewhere
      assert.deepEqual(found, due === null ? [] : [due.replace(' ', ' map.goal ')], JSON.stringify([made, inFile, mine]))
    }
  })
}

test('how lines end and what blank space stands at the end is no difference', () => {
  assert.deepEqual(short(file({ 'map.goal': 'a \r\nb\n' }), here({ 'map.goal': 'a\nb' })), [])
  assert.deepEqual(short(file({ 'map.goal': 'Cafe\u0301' }), here({ 'map.goal': 'Caf\u00e9' })), [])
})

test('a line break that an earlier version kept in a field of one line is a space', () => {
  const kept = 'Harbor\nStreet\v\u2028Bakery'
  const old = (): Workbook => {
    const book = here({ 'map.rows.r1.what': 'Bread' })
    book.subjects.get(agency)!.answers.set('map.rows.r1.who', { value: kept, at: 5, by: 'a' })
    return book
  }
  const made = { 'map.rows.r1.who': kept, 'map.rows.r1.what': 'Bread' }
  const filled = (who: string) => file({ 'map.rows.r1.who': who, 'map.rows.r1.what': 'Bread' }, { made })
  assert.deepEqual(short(filled('Harbor Street Bakery'), old()), [])
  assert.deepEqual(short(filled('Harbor Street Bakers'), old()), ['changed map.rows.r1.who proposed'])
  assert.deepEqual(compareWorkbooks(old(), here(Object.fromEntries(Object.entries(made).map(([field, text]) => [field, text.replace(/\s+/g, ' ')]))), index, new Map([[agency, agency]])), [])
})

test('taking all makes the browser say what the file says', () => {
  const book = here({ 'map.goal': 'old', 'map.rows.r1.who': 'Bakery' })
  const read = file({ 'map.goal': 'new', 'map.tie': 'close', 'map.rows.r1.who': 'Bakery', 'map.rows.r1.what': 'Bread' }, { made: { 'map.goal': 'old', 'map.rows.r1.who': 'Bakery' } })
  apply(book, compare(read, book).flatMap(d => d.edits), { at: 9, by: 'b' })
  for (const [field, value] of Object.entries(read.answers)) assert.equal(valueOf(book, agency, field), value)
  assert.deepEqual(short(read, book), [])
})

test('a row that was added in the file never mixes with one that was added here under the same key', () => {
  const book = here({ 'map.rows.r3.who': 'Added here' })
  const read = file({ 'map.rows.r3.who': 'Added in the file', 'map.rows.r3.what': 'Help' }, { added: ['r3'] })
  const found = compare(read, book)
  assert.deepEqual(found.map(d => `${d.kind} ${d.field}`), ['new map.rows.r4.who', 'new map.rows.r4.what'])
  apply(book, found.flatMap(d => d.edits), { at: 9, by: 'b' })
  assert.equal(valueOf(book, agency, 'map.rows.r3.who'), 'Added here')
  assert.deepEqual(short(read, book), [], 'the same file again brings the row no second time')
})

test('what is in a file keeps its name when it is compared again, and a new row its cells together under the next free key', () => {
  const book = here({})
  const ann = file({ 'map.rows.r3.who': 'Ann', 'map.rows.r3.what': 'Beds' }, { added: ['r3'] })
  const ben = file({ 'map.rows.r3.who': 'Ben', 'map.rows.r3.what': '' }, { added: ['r3'] })
  const [first, before] = [compare(ann, book), compare(ben, book)]
  assert.deepEqual([...first, ...before].map(d => d.field), ['map.rows.r3.who', 'map.rows.r3.what', 'map.rows.r3.who'], 'both compared before either is taken')
  apply(book, first.flatMap(d => d.edits), clock.next())
  const after = compare(ben, book)
  assert.deepEqual(after.map(d => `${d.from} ${d.field} ${d.here}`), ['map.rows.r3.who map.rows.r4.who '])
  assert.deepEqual(after.map(d => d.from), before.map(d => d.from))
  apply(book, after.flatMap(d => d.edits), clock.next())
  assert.deepEqual(['r3', 'r4'].map(key => valueOf(book, agency, `map.rows.${key}.who`)), ['Ann', 'Ben'])
  assert.deepEqual(['r3', 'r4'].map(key => valueOf(book, agency, `map.rows.${key}.what`)), ['Beds', ''])
})

test('a row from a file and a row that another tab adds at that moment stay two rows', () => {
  const shape = { id: 'map.rows', blankKeys: ['r1', 'r2'], canGrow: true }
  const [mine, theirs] = [here({}), here({})]
  const taken = compare(file({ 'map.rows.r3.who': 'From the file', 'map.rows.r3.what': 'Beds' }, { added: ['r3'] }), mine)
  const { patch } = apply(mine, taken.flatMap(d => d.edits), clock.next())
  const other = new Clock('o', () => 100)
  const { key, edits } = addRow(theirs, agency, shape, other.next())
  const row = apply(theirs, edits, other.next()).patch
  const typed = apply(theirs, [{ kind: 'answer', subject: agency, field: `map.rows.${key}.who`, value: 'Typed in the other tab' }], other.next()).patch
  for (const one of [row, typed]) merge(mine, one)
  merge(theirs, patch)
  for (const book of [mine, theirs]) {
    const said = rowKeys(book, agency, shape).map(k => `${valueOf(book, agency, `map.rows.${k}.who`)}/${valueOf(book, agency, `map.rows.${k}.what`)}`)
    assert.deepEqual(said.sort(), ['/', '/', 'From the file/Beds', 'Typed in the other tab/'])
  }
})

test('rows of a file stand in its order, and one that was removed here comes back as it was', () => {
  const book = here({})
  apply(book, [{ kind: 'row', subject: agency, table: 'map.rows', key: 'r7', place: 7, born: '1-a' }], { at: 6, by: 'a' })
  apply(book, [{ kind: 'row', subject: agency, table: 'map.rows', key: 'r7', place: 7, removed: true }], { at: 7, by: 'a' })
  const read = file({ 'map.rows.r9.who': 'Nine', 'map.rows.r8.who': 'Eight', 'map.rows.r7.who': 'Seven' }, { rows: ['r1', 'r2', 'r9', 'r8', 'r7'], made: { 'map.rows.r7.who': 'Seven' }, added: ['r9', 'r8'] })
  apply(book, compare(read, book).flatMap(d => d.edits), clock.next())
  const rows = book.subjects.get(agency)!.rows.get('map.rows')!
  assert.deepEqual(rowKeys(book, agency, { id: 'map.rows', blankKeys: ['r1', 'r2'], canGrow: true }), ['r1', 'r2', 'r7', 'r9', 'r8'])
  assert.equal(rows.get('r7')!.born, '1-a')
  assert.equal(rows.get('r7')!.removed, undefined)
  assert.notEqual(rows.get('r9')!.born, rows.get('r8')!.born)
})

test('an answer that was not read whole, or not surely, is not proposed in the place of the one here', () => {
  for (const kind of ['cut', 'unsure', 'shown-otherwise'] as const) {
    const read = file({ 'map.goal': 'Begin' }, { made: { 'map.goal': 'Beginning and end' } })
    assert.ok(compare(read, here({ 'map.goal': 'Beginning and end' }))[0]!.proposed)
    read.remarks.push({ kind, field: 'map.goal' })
    assert.ok(!compare(read, here({ 'map.goal': 'Beginning and end' }))[0]!.proposed)
    assert.ok(compare(read, here({}))[0]!.proposed)
  }
})

test('a row of another workbook is known by its birth, whatever key it has here', () => {
  const row = (key: string, born: string, who: string): Parameters<typeof apply>[1] => [
    { kind: 'row', subject: agency, table: 'map.rows', key, place: 3, born }, { kind: 'answer', subject: agency, field: `map.rows.${key}.who`, value: who }]
  const [mine, theirs] = [here({}), here({})]
  apply(mine, [...row('r3', '1-a', 'Older'), ...row('r4', '2-b', 'Newer')], { at: 6, by: 'a' })
  apply(theirs, row('r3', '2-b', 'Newer'), { at: 6, by: 'b' })
  assert.deepEqual(compareWorkbooks(mine, theirs, index, new Map([[agency, agency]])), [])
})

test('a blank row that was filled in differently on both sides becomes two rows', () => {
  const book = here({ 'map.rows.r1.who': 'Typed here', 'map.rows.r1.what': 'One' })
  const found = compare(file({ 'map.rows.r1.who': 'Written on paper', 'map.rows.r1.what': 'Two' }), book)
  assert.deepEqual(found.map(d => d.field), ['map.rows.r3.who', 'map.rows.r3.what'])
})

/** What two people wrote into a row of the same key: name, tie, day, done, what we gain. */
const ties = new GuideIndex({
  version: '2026-11', title: 'Guide', documents: [],
  instruments: [{
    id: 'map', kind: 'worksheet', title: 'Map', page: 'tools/map.html',
    parts: [{
      table: {
        id: 'map.ties', label: 'Ties', blankRows: 3, columns: [
          { id: 'who', kind: 'text', label: 'Name', wording: 'a1' },
          { id: 'tie', kind: 'choice', label: 'Tie', wording: 'a2', options: [{ id: 'close', label: 'Close' }, { id: 'loose', label: 'Loose' }] },
          { id: 'by', kind: 'date', label: 'By', wording: 'a3' },
          { id: 'done', kind: 'check', label: 'Done', wording: 'a4' },
          { id: 'gain', kind: 'long', label: 'Gain', wording: 'a5' }
        ]
      }
    }]
  }]
})
type Cells = Partial<Record<'who' | 'tie' | 'by' | 'done' | 'gain' | 'dropped', string>>
const tied = (rows: Record<string, Cells>): Record<string, string> => Object.fromEntries(Object.entries(rows).flatMap(([key, cells]) =>
  Object.entries(cells).map(([column, text]) => [`map.ties.${key}.${column}`, text])))
/** @param made What the file was made with; null where it lost that. */
const compareTies = (inFile: Record<string, Cells>, made: Record<string, Cells> | null, book: Workbook, rows = Object.keys(inFile)) => {
  const read = file({}, { made: made === null ? null : tied(made) })
  const serials = Object.keys(tied(made ?? inFile))
  return compareDocument({ ...read, ...read.metadata && { metadata: { ...read.metadata, serials } }, answers: tied(inFile), rows: { 'map.ties': rows } },
    { index: ties, book, subjectOf: () => agency, nameOf: () => null, stamp: () => clock.next() })
}
const bakery: Cells = { who: 'Bakery', tie: 'close', by: '2026-03-14', done: 'yes' }
const union: Cells = { who: 'Credit union', tie: 'close', by: '2026-03-14', done: 'yes', gain: 'Small loans' }

for (const [how, made] of [['was made blank', {}], ['was made with answers of another browser', { r1: union }], ['does not say what it was made with', null]] as const) {
  test(`the rows of two people stay two rows where a file ${how}`, () => {
    const book = here(tied({ r1: bakery }))
    const found = compareTies({ r1: union }, made, book)
    assert.deepEqual(found.map(d => `${d.kind} ${d.field} ${d.inFile} ${d.proposed}`), Object.entries(union).map(([column, text]) => `new map.ties.r4.${column} ${text} true`))
    apply(book, found.flatMap(d => d.edits), clock.next())
    for (const [key, row] of [['r1', bakery], ['r4', union]] as const) for (const [field, text] of Object.entries(tied({ [key]: { gain: '', ...row } }))) assert.equal(valueOf(book, agency, field), text)
    assert.deepEqual(compareTies({ r1: union }, made, book), [], 'the same file again brings the row no second time')
  })
}

test('a row is the same where its first words are, or all that stands here is as it was made', () => {
  const said = (inFile: Cells, made: Cells | null, mine: Cells): string[] =>
    compareTies({ r1: inFile }, made === null ? null : { r1: made }, here(tied({ r1: mine }))).map(d => `${d.kind} ${d.field.slice('map.ties.'.length)}`)
  assert.deepEqual(said({ ...bakery, who: 'Bakery Ltd.', gain: 'Bread' }, bakery, bakery), ['changed r1.who', 'new r1.gain'], 'first words changed in the file')
  assert.deepEqual(said({ who: 'Bakery', gain: 'Bread' }, null, bakery), ['new r1.gain'])
  assert.deepEqual(said({ who: 'Bakery', gain: 'Bread' }, {}, bakery), ['new r1.gain'])
  assert.deepEqual(said({ who: 'Bakery', tie: 'loose' }, { tie: 'loose' }, { tie: 'loose' }), ['new r1.who'], 'a row that had no words')
  assert.deepEqual(said({ who: 'Bakery', tie: 'loose' }, {}, { tie: 'loose' }), ['new r4.who', 'new r4.tie'])
  assert.deepEqual(said({ who: 'Bakery', gain: 'Bread' }, {}, { gain: 'Bread' }), ['new r1.who'], 'the first words that stand here')
})

test('a row that was renamed here is still the same where the file left from here', () => {
  const made = { r1: { who: 'Ann', gain: 'Beds' }, r2: { who: 'Ben', gain: 'Food' } }
  const found = compareTies({ ...made, r1: { ...made.r1, tie: 'close' } }, made, here(tied({ ...made, r1: { who: 'Anna', gain: 'Beds' } })))
  assert.deepEqual(found.map(d => `${d.kind} ${d.field}`), ['new map.ties.r1.tie', 'older map.ties.r1.who'])
  // What somebody wrote over here, and nobody changed in the file, is in sight and not proposed.
  const three = { ...made, r3: { who: 'Cleo', gain: 'Rides' } }
  const over = compareTies(three, three, here(tied({ ...three, r3: { who: 'Credit union', gain: 'Loans' } })))
  assert.deepEqual(over.map(d => `${d.kind} ${d.field} ${d.proposed}`), ['new map.ties.r4.who false', 'new map.ties.r4.gain false'])
})

test('answers to columns that the guide dropped go with their row', () => {
  const found = compareTies({ r1: { dropped: 'Her words' } }, { r1: { dropped: 'Her words' } }, here(tied({ r1: bakery })))
  assert.deepEqual(found.map(d => d.field), ['map.ties.r4.dropped'])
})

test('a row of another browser that is gone from its file, or moved in it, moves and removes no row here', () => {
  const mine = here(tied({ r1: bakery, r2: { who: 'Library' } }))
  const made = { r1: union, r2: { who: 'College' } }
  assert.deepEqual(compareTies({ r2: made.r2 }, made, mine, ['r2']).map(d => d.kind), ['new'])
  assert.ok(compareTies(made, made, mine, ['r2', 'r1']).every(d => d.kind === 'new'))
})

test('a row that is gone from the file is asked about, and moved rows are put in their new order', () => {
  const made = { 'map.rows.r1.who': 'A', 'map.rows.r2.who': 'B' }
  const book = here(made)
  const gone = compare(file({ 'map.rows.r2.who': 'B' }, { made, rows: ['r2'] }), book)
  assert.deepEqual(gone.map(d => `${d.kind} ${d.proposed}`), ['row-removed false'])
  const moved = compare(file({ 'map.rows.r1.who': 'A', 'map.rows.r2.who': 'B' }, { made, rows: ['r2', 'r1'] }), book)
  assert.deepEqual(moved.map(d => d.kind), ['rows-moved'])
  apply(book, moved[0]!.edits, { at: 9, by: 'b' })
  assert.deepEqual(rowKeys(book, agency, { id: 'map.rows', blankKeys: ['r1', 'r2'], canGrow: true }), ['r2', 'r1'])
})

test('reworded questions and questions that the guide dropped are marked', () => {
  const [goal, gone] = compare(file({ 'map.goal': 'x', 'map.dropped': 'y' }, { wording: { 'map.goal': 'w0', 'map.dropped': 'w9' } }), here({}))
  assert.ok(goal!.reworded)
  assert.ok(gone!.unknown)
  const edit = goal!.edits[0]!
  assert.ok(edit.kind === 'answer' && edit.wording === 'w0', 'the answer keeps the wording it was given to')
})

test('names of inherited properties do no harm', () => {
  const read = file(JSON.parse('{"__proto__.x":"1","constructor.prototype":"2"}') as Record<string, string>)
  assert.deepEqual(compare(read, here({})).map(d => d.field), ['constructor.prototype'])
})

test('a partner is found by id while its name fits, else by name, else the page asks', () => {
  const book = emptyWorkbook('w1')
  apply(book, [{ kind: 'partner', id: 'p1', name: 'Harbor Street Bakery' }, { kind: 'partner', id: 'p2', name: 'Two Rivers' }], { at: 1, by: 'a' })
  const match = (name: string | undefined, made?: { id: string, name: string }) =>
    matchPartner(name ?? made?.name ?? '', made, book)
  assert.deepEqual(match('Old name', { id: 'p1', name: 'Old name' }), { id: 'p1' }, 'renamed here since')
  assert.deepEqual(match(' two  rivers '), { id: 'p2' })
  assert.deepEqual(match('Two Rivers', { id: 'p1', name: 'Harbor Street Bakery' }), { id: 'p2' }, 'changed in the file')
  assert.deepEqual(match('Lantern', { id: 'p1', name: 'Harbor Street Bakery' }), { ask: 'Lantern', likely: 'p1' })
  assert.deepEqual(match(''), { ask: '', likely: null })
  assert.deepEqual(match('Lantern', { id: 'p9', name: 'Lantern' }), { ask: 'Lantern', likely: null })
})

test('each name in a file is asked about once, and what names nobody is about the only one that is named', () => {
  const read = (partners: Record<string, string>, answers: Record<string, string> = {}, made?: string): ReadDocument =>
    file(answers, { partners, ...made !== undefined && { partner: { id: 'p1', name: made } } })
  assert.deepEqual(namesIn(read({ a: 'Acme', b: 'Beta', c: ' acme ' }), ['a', 'b', 'c']), [{ name: 'Acme', instruments: ['a', 'c'] }, { name: 'Beta', instruments: ['b'] }])
  assert.deepEqual(namesIn(read({ a: '', b: 'Beta' }), ['a', 'b']), [{ name: 'Beta', instruments: ['b', 'a'] }])
  assert.deepEqual(namesIn(read({ a: '', b: '' }), ['a', 'b']), [{ name: '', instruments: ['a', 'b'] }])
  const several = { a: 'Acme', b: 'Beta', c: '', d: '' }
  assert.deepEqual(namesIn(read(several, { 'c.x': 'said', 'd.x': '' }), ['a', 'b', 'c', 'd']).map(n => [n.name, ...n.instruments]), [['Acme', 'a'], ['Beta', 'b'], ['', 'c']])
  assert.deepEqual(namesIn(read({}, {}, 'Acme'), ['a', 'b']), [{ name: 'Acme', instruments: ['a', 'b'] }], 'where the fields are gone, whom it was made for')
})

test('what the guide does not ask any more is about the partner of the file, if it has one', () => {
  const answers = { 'map.goal': 'x', 'gone.x': 'y' }
  assert.deepEqual(perPartner(file(answers, { partner: { id: 'p1', name: 'Acme' } }), index), ['gone'])
  assert.deepEqual(perPartner(file(answers), index), [])
  const renamed = file({ ...answers, 'gone.partner': 'Beta' }, { partner: { id: 'p1', name: 'Acme' } })
  assert.deepEqual(namesIn(renamed, ['gone']), [{ name: 'Beta', instruments: ['gone'] }])
  assert.deepEqual(compare(renamed, here({})).map(d => d.field), ['map.goal', 'gone.x'])
})

test('what a file was made with about one partner is not proposed for another', () => {
  const made = { 'map.goal': 'Theirs', 'map.rows.r1.who': 'Ann' }
  const read = file({ ...made, 'map.tie': 'close', 'map.rows.r1.what': '' }, { made, partner: { id: 'p1', name: 'Acme' } })
  const proposed = (subject: string, name: string): string[] => compareDocument(read, { index, book: here({}), subjectOf: () => subject, nameOf: () => name, stamp: () => clock.next() })
    .filter(d => d.proposed).map(d => d.field)
  assert.deepEqual(proposed('p2', 'Beta'), ['map.tie'])
  assert.deepEqual(proposed('p1', 'Acme Ltd.'), ['map.goal', 'map.rows.r1.who', 'map.tie'], 'renamed here')
  assert.deepEqual(proposed('p3', ' ACME'), ['map.goal', 'map.rows.r1.who', 'map.tie'], 'known here by the same name')
})

test('partners that a workbook brings, renames and puts away are shown, and nothing more where they are as here', () => {
  const book = here({})
  apply(book, [{ kind: 'partner', id: 'p1', name: 'Acme' }, { kind: 'partner', id: 'p2', name: 'Beta' }], { at: 10, by: 'a' })
  const copy = readWorkbook(writeWorkbook(book))
  const subjects = new Map([[agency, agency], ...['p1', 'p2', 'p3', 'p4'].map(id => [id, id] as const)])
  const shown = (): string[] => compareWorkbooks(book, copy, index, subjects).map(d => [d.kind, d.inFile, d.putAway?.inFile === true ? 'away' : '', d.proposed].join(' '))
  assert.deepEqual(shown(), [])
  apply(copy, [{ kind: 'partner', id: 'p1', name: 'Acme Ltd.' }, { kind: 'partner', id: 'p2', name: 'Beta', archived: true }, { kind: 'partner', id: 'p3', name: 'Gamma' }, { kind: 'partner', id: 'p4', name: 'Delta' },
    { kind: 'answer', subject: 'p4', field: 'map.goal', value: 'x' }], { at: 20, by: 'b' })
  assert.deepEqual(shown(), ['partner-changed Acme Ltd.  true', 'partner-changed Beta away true', 'partner-new Gamma  true', 'new x  true'], 'answers bring their partner along')
  apply(book, [{ kind: 'partner', id: 'p1', name: 'Acme Inc.' }], { at: 30, by: 'a' })
  assert.equal(shown()[0], 'partner-changed Acme Ltd.  false', 'named here later')
  apply(book, [{ kind: 'partner', id: 'p4', name: 'Delta' }, ...compareWorkbooks(book, copy, index, subjects).flatMap(d => d.edits)], { at: 40, by: 'a' })
  assert.deepEqual(shown(), [])
  assert.equal(book.partners.get('p2')!.archived, true)
})

test('rows that were taken away or moved in a copy of the same workbook are shown', () => {
  const shape = { id: 'map.rows', blankKeys: ['r1', 'r2'], canGrow: true }
  const book = here({ 'map.rows.r1.who': 'Ann', 'map.rows.r2.who': 'Ben', 'map.rows.r3.who': 'Cleo' })
  const copy = readWorkbook(writeWorkbook(book))
  apply(copy, placeRows(copy, agency, shape, ['r3', 'r1', 'r2']), { at: 20, by: 'b' })
  apply(copy, removeRow(copy, agency, shape, 'r2'), { at: 21, by: 'b' })
  apply(book, [{ kind: 'answer', subject: agency, field: 'map.rows.r4.who', value: 'Dan' }], { at: 10, by: 'a' })
  const subjects = new Map([[agency, agency]])
  const found = compareWorkbooks(book, copy, index, subjects)
  assert.deepEqual(found.map(d => `${d.kind} ${d.here} ${d.proposed}`), ['row-removed Ben true', 'rows-moved  true'])
  const other = readWorkbook(writeWorkbook(book))
  apply(book, found.flatMap(d => d.edits), { at: 30, by: 'a' })
  assert.deepEqual(rowKeys(book, agency, shape), ['r3', 'r1', 'r4'])
  assert.deepEqual(compareWorkbooks(book, copy, index, subjects), [])
  // What was written here since is not taken away by itself, and of another workbook rows say nothing.
  apply(other, [{ kind: 'answer', subject: agency, field: 'map.rows.r2.what', value: 'Beds' }], { at: 40, by: 'a' })
  assert.ok(compareWorkbooks(other, copy, index, subjects).every(d => d.kind !== 'row-removed' || !d.proposed))
  other.id = 'w2'
  assert.deepEqual(compareWorkbooks(other, copy, index, subjects), [])
})

test('a copy of the same workbook is compared by time, another one takes nothing away', () => {
  const older = here({ 'map.goal': 'old', 'map.tie': 'close' })
  const copy = readWorkbook(writeWorkbook(older))
  apply(copy, [{ kind: 'answer', subject: agency, field: 'map.goal', value: 'new' }, { kind: 'answer', subject: agency, field: 'map.tie', value: '' }], { at: 50, by: 'b' })
  const subjects = new Map([[agency, agency]])
  const kinds = (from: Workbook, into: Workbook): string[] => compareWorkbooks(into, from, index, subjects).map(d => `${d.kind} ${d.field}`)
  assert.deepEqual(kinds(copy, older), ['changed map.goal', 'emptied map.tie'])
  // What was changed here since is in sight and can be taken back from the file; nobody proposes it.
  assert.deepEqual(kinds(older, copy), ['older map.goal', 'older map.tie'])
  assert.ok(compareWorkbooks(copy, older, index, subjects).every(d => !d.proposed))
  copy.id = 'other'
  assert.deepEqual(kinds(copy, older), ['differs map.goal'])
})

test('answers are shown in words', () => {
  assert.equal(answerText('close', index.field('map.tie')!.definition), 'Close')
  assert.equal(answerText('2026-03-14', { id: 'x', kind: 'date', label: '', wording: '' }), 'Mar 14, 2026')
  assert.equal(answerText('yes', { id: 'x', kind: 'check', label: '', wording: '' }), 'Yes')
})

test('what stands beside an answer in a workbook file comes along with it', () => {
  const theirs = emptyWorkbook('w2')
  apply(theirs, [{ kind: 'answer', subject: agency, field: 'map.goal', value: 'Find housing', added: ['Find work', 'Find'] }], { at: 1, by: 'va' })
  const book = here({})
  const [found] = compareWorkbooks(book, readWorkbook(writeWorkbook(theirs)), index, new Map([[agency, agency]]))
  const { undo } = apply(book, found!.edits, { at: 90, by: 'vb' })
  assert.deepEqual(versionsOf(book.subjects.get(agency)!.answers.get('map.goal')!).map(({ value }) => value), ['Find housing', 'Find work'])
  apply(book, undo, { at: 91, by: 'vb' })
  assert.doesNotMatch(writeWorkbook(book), /Find/)
})
