import assert from 'node:assert/strict'
import { test } from 'node:test'
import { apply, type Edit } from '../workbook/edit.ts'
import type { FieldDefinition, FieldKind, Mark, TableDefinition } from '../workbook/guide.ts'
import { copyRow, removeRow, removeRows, rowKeys } from '../workbook/rows.ts'
import { shapeOf } from '../workbook/table-rows.ts'
import { stepsBack, takeable } from '../workbook/undo.ts'
import { agency, emptyWorkbook, valueOf, type Workbook } from '../workbook/workbook.ts'
import { arranged, filterColumns, hasTime, isTimeToLook, saidIn, sortColumns, type Search } from './arrange.ts'
import { manyEdits, quickEdits, rowCalled } from './edits.ts'
import { presentRows } from '../workbook/table-rows.ts'
import { spent } from '../workbook/testing/spent.ts'

const column = (id: string, kind: FieldKind, marks: Mark[] = [], options: string[] = []): FieldDefinition =>
  ({ id, label: id, kind, marks, wording: 'w-' + id, ...kind === 'choice' && { options: options.map(option => ({ id: option, label: option.toUpperCase() })) } })
const map: TableDefinition = {
  id: 'map.all', label: '', blankRows: 3, columns: [
    column('who', 'text', ['name', 'main']), column('sector', 'choice', ['category', 'main'], ['work', 'home']), column('tie', 'choice', ['closeness', 'main'], ['near', 'far']),
    column('level', 'choice', ['level'], ['one', 'all']), column('known', 'text', ['known-by']), column('good', 'long', ['strengths']), column('due', 'date', ['due']), column('seen', 'date', ['checked'])
  ]
}
const now = Date.parse('2026-03-14T12:00:00Z')
const stamp = { at: now, by: 'a' }
const bookWith = (...rows: Record<string, string>[]): Workbook => {
  const book = emptyWorkbook('w')
  rows.forEach((cells, i) => { apply(book, Object.entries(cells).map(([id, value]): Edit => ({ kind: 'answer', subject: agency, field: `map.all.r${i + 1}.${id}`, value })), stamp) })
  return book
}
const search = (more: Partial<Search> = {}): Search => ({ words: '', says: new Map(), again: false, by: '', ...more })
const find = (book: Workbook, more: Partial<Search>): string => arranged(presentRows(book, agency, map), map, search(more), '2026-03-14').join(' ')

const some = bookWith({ who: 'Zoë’s Kitchen', sector: 'work', tie: 'far', good: 'rides' }, { who: 'abbey', sector: 'home', known: 'board' }, {}, { who: 'Mill 10', tie: 'near', known: 'board' }, { who: 'Mill 9', sector: 'work' })

test('what can be asked for follows from the marks of columns, and without marks from their kinds', () => {
  assert.deepEqual(filterColumns(map).map(({ id }) => id), ['sector', 'tie', 'level', 'known'])
  assert.deepEqual(sortColumns(map).map(({ id }) => id), ['who', 'sector', 'tie', 'due', 'seen'])
  const plain: TableDefinition = { id: 't.t', label: '', blankRows: 1, columns: [column('what', 'long'), column('state', 'choice', [], ['a']), column('done', 'check'), column('day', 'date')] }
  assert.deepEqual([filterColumns(plain).map(({ id }) => id), sortColumns(plain).map(({ id }) => id), hasTime(plain)], [['state'], ['what', 'state', 'day'], false])
  assert.deepEqual(saidIn(presentRows(some, agency, map), 'known'), ['board'])
})

test('words are found wherever they stand in a row, in labels too, whatever their accents; a column says just what was asked', () => {
  assert.equal(find(some, { words: 'zoes  KITCHEN' }), 'r1')
  assert.equal(find(some, { words: 'home' }), 'r2')
  assert.equal(find(some, { words: 'rides work' }), 'r1')
  assert.equal(find(some, { says: new Map([['known', 'board'], ['tie', '']]) }), 'r2')
  assert.equal(find(some, { says: new Map([['sector', '']]) }), 'r4')
  assert.equal(find(some, {}), 'r1 r2 r3 r4 r5')
})

test('names sort as people do, choices in their own order, and what says nothing comes last', () => {
  assert.equal(find(some, { by: 'who' }), 'r2 r5 r4 r1 r3')
  assert.equal(find(some, { by: 'tie' }), 'r4 r1 r2 r5 r3')
  assert.equal(find(bookWith({ who: 'a' }, { who: 'b', due: '2026-05-01' }, { who: 'c', due: '2026-01-01' }), { by: 'due' }), 'r3 r2 r1')
})

test('it is time to look again where a day is past, or nobody looked for a year', () => {
  const rows = presentRows(bookWith({ who: 'a', due: '2026-03-14' }, { who: 'b', due: '2026-03-15', seen: '2025-03-14' }, { who: 'c', seen: '2025-03-13' }, { who: 'd' }, {}), agency, map)
  const again = (today: string): string[] => rows.filter(row => isTimeToLook(row, map, today)).map(({ key }) => key)
  assert.deepEqual(again('2026-03-14'), ['r1', 'r3'])
  assert.deepEqual(again('2027-03-15'), ['r1', 'r2', 'r3', 'r4'])
})

test('a row from the quick line fills the first empty one, and knows who is there already', () => {
  const book = bookWith({ who: 'Old Mill' }, {}, { who: 'Harbor' })
  const add = (name: string): string => {
    const { key, edits } = quickEdits(book, agency, map, new Map([['who', name], ['sector', 'home'], ['tie', '']]), stamp)
    apply(book, edits, stamp)
    return key
  }
  assert.deepEqual([add('Dover'), add('Abbey')], ['r2', 'r4'])
  assert.deepEqual([valueOf(book, agency, 'map.all.r4.sector'), book.subjects.get(agency)!.answers.has('map.all.r4.tie')], ['home', false])
  assert.equal(rowCalled(book, agency, map, 'who', ' old  mill'), 'r1')
  assert.equal(rowCalled(book, agency, map, 'who', 'Old Mil'), undefined)
})

test('many rows are changed at once, those that say it already are not, and one step takes it back', () => {
  const book = bookWith({ who: 'a', sector: 'work' }, { who: 'b', sector: 'home' }, { who: 'c' })
  const edits = manyEdits(presentRows(book, agency, map), agency, map, map.columns[1]!, 'home')
  assert.equal(edits.length, 2)
  const { undo } = apply(book, edits, { at: now + 1, by: 'a' })
  assert.deepEqual(['r1', 'r2', 'r3'].map(key => valueOf(book, agency, `map.all.${key}.sector`)), ['home', 'home', 'home'])
  apply(book, takeable(book, stepsBack(book, undo)), { at: now + 2, by: 'a' })
  assert.deepEqual(['r1', 'r2', 'r3'].map(key => valueOf(book, agency, `map.all.${key}.sector`)), ['work', 'home', ''])
})

test('a copy stands right after its row with all that it says, wherever the rows stand, and goes again', () => {
  for (const from of ['r1', 'r2', 'r3']) {
    const book = bookWith({ who: 'a' }, { who: 'b', good: 'rides' }, { who: 'c' })
    const before = rowKeys(book, agency, shapeOf(map))
    const { key, edits } = copyRow(book, agency, shapeOf(map), from, stamp)
    const { undo } = apply(book, edits, { at: now + 1, by: 'a' })
    assert.deepEqual(rowKeys(book, agency, shapeOf(map)), before.flatMap(one => one === from ? [one, key] : [one]), from)
    assert.equal(valueOf(book, agency, `map.all.${key}.who`), valueOf(book, agency, `map.all.${from}.who`))
    apply(book, takeable(book, stepsBack(book, undo)), { at: now + 2, by: 'a' })
    assert.deepEqual(rowKeys(book, agency, shapeOf(map)), before, from)
  }
})

test('many rows are removed as each of them alone is, and quickly', () => {
  const book = bookWith({ who: 'a', good: 'rides' }, { who: 'b' }, {}, { who: 'd' })
  assert.deepEqual(removeRows(book, agency, shapeOf(map), ['r2', 'r1', 'r3']), ['r2', 'r1', 'r3'].flatMap(key => removeRow(book, agency, shapeOf(map), key)))
  const large = bookWith(...Array.from({ length: 4000 }, (_, i) => ({ who: `a${i}`, good: 'rides', level: 'one', known: 'board' })))
  const time = spent()
  const { undo } = apply(large, removeRows(large, agency, shapeOf(map), rowKeys(large, agency, shapeOf(map))), { at: now + 1, by: 'a' })
  assert.ok(time() < 5000, String(time()))
  assert.deepEqual(presentRows(large, agency, map).filter(row => !row.isEmpty), [])
  apply(large, takeable(large, stepsBack(large, undo)), { at: now + 2, by: 'a' })
  assert.equal(presentRows(large, agency, map).filter(row => !row.isEmpty).length, 4000)
})
