import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { csv } from '../../documents/tables/csv.ts'
import { worksheetTable } from '../../reports/worksheet-table.ts'
import { apply } from '../../workbook/edit.ts'
import { most } from '../../workbook/limits.ts'
import { oneLine } from '../../workbook/text.ts'
import { stepsBack, takeable } from '../../workbook/undo.ts'
import { agency, emptyWorkbook } from '../../workbook/workbook.ts'
import { decode } from './decode.ts'
import { readDelimited } from './delimited.ts'
import { outcomes as outcomesOf } from './outcome.ts'
import { editsOf } from './present.ts'
import { bookWith, look, map, steps, told } from './testing/made-up.ts'
import { spent } from '../../workbook/testing/spent.ts'

test('rows are new, change what differs, or stay; an empty cell empties nothing', () => {
  const book = bookWith(map, { who: 'Fernhill', sector: 'employers', tie: 'met-once', strengths: 'beds' }, { who: 'Two Rivers', sector: 'schools' })
  const { outcomes, take, rows } = look('Organization,Sector,How close we are,Last checked\nfernhill ,,In conversation,2026-11-02\nTwo Rivers,Schools and training,,\nDover,Housing,,\n', map, book)
  assert.deepEqual(told(outcomes), ['change fernhill', 'same Two Rivers', 'new Dover'])
  assert.deepEqual(outcomes[0]!.taken, [{ column: 'tie', value: 'in-conversation', was: 'met-once' }, { column: 'last-checked', value: '2026-11-02', was: '' }])
  take()
  assert.deepEqual(rows(), [
    { who: 'Fernhill', sector: 'employers', tie: 'in-conversation', strengths: 'beds', 'last-checked': '2026-11-02' },
    { who: 'Two Rivers', sector: 'schools' }, { who: 'Dover', sector: 'housing' }
  ])
})

test('empty rows are filled first, others come after them, and one step takes all of it back', () => {
  const book = emptyWorkbook('w')
  const { outcomes, rows } = look('Organization\nA\nB\nC\nD\n', map, book)
  const stamp = { at: 5000, by: 'b' }
  const { undo } = apply(book, editsOf(outcomes, book, agency, map, stamp), stamp)
  assert.deepEqual(rows().map(row => row['who']), ['A', 'B', 'C', 'D'])
  assert.deepEqual([...book.subjects.get(agency)!.rows.get(map.id)!].map(([key, { place }]) => [key, place]), [['r3', 3], ['r4', 4]])
  assert.equal(book.subjects.get(agency)!.answers.get('map.organizations.r1.who')!.wording, 'w-who')
  apply(book, takeable(book, stepsBack(book, undo)), { at: 6000, by: 'b' })
  assert.deepEqual(rows(), [])
})

test('a file of ours may hold a name twice, and says that it may be the same', () => {
  const { outcomes } = look('Organization,Sector\nDover,Housing\nDover,Legal services\n')
  assert.deepEqual(told(outcomes), ['new Dover', 'new Dover'])
  assert.equal(outcomes[1]!.double!.number, 2)
})

test('a row without a name, one that says nothing and one that is there twice are left out, each with its reason', () => {
  const { outcomes } = look('Organization,Sector\n,Housing\nDover,Housing\nHarbor,\nDOVER ,Legal services\n', map, emptyWorkbook('w'), { matching: { ...look('Organization,Sector\nA,Housing').choices.matching, own: false } })
  assert.deepEqual(told(outcomes), ['out  no-name', 'new Dover', 'new Harbor', 'out DOVER twice'])
  assert.equal(outcomes[3]!.first, 3)
})

test('what somebody says of a row counts: left out, taken, another name, the same as a row here', () => {
  const book = bookWith(map, { who: 'Fernhill Garden Center', sector: 'employers' })
  const text = 'Name,Sector\nFernhill Garden Centre,Housing\nA,Housing\nA,Legal services\n,Housing\n'
  const before = look(text, map, book)
  assert.deepEqual(told(before.outcomes), ['new Fernhill Garden Centre', 'new A', 'out A twice', 'out  no-name'])
  assert.deepEqual(before.outcomes[0]!.double, { name: 'Fernhill Garden Center', key: 'r1' })
  const { outcomes, take, rows } = look(text, map, book, {
    rows: new Map<number, 'out' | 'new' | { row: string }>([[2, { row: 'r1' }], [3, 'out'], [4, 'new']]), typed: new Map([[5, new Map([['who', 'Harbor']])]])
  })
  assert.deepEqual(told(outcomes), ['change Fernhill Garden Centre', 'out A by-hand', 'new A', 'new Harbor'])
  take()
  assert.deepEqual(rows(), [{ who: 'Fernhill Garden Center', sector: 'housing' }, { who: 'A', sector: 'legal' }, { who: 'Harbor', sector: 'housing' }])
})

test('what cannot be read is not taken, and the rest of its row is', () => {
  const { outcomes } = look('Name,Sector,By when,Last checked\nDover,Retail,soon,2026-02-01\n')
  assert.deepEqual(told(outcomes), ['new Dover'])
  assert.deepEqual(outcomes[0]!.not, [{ column: 'sector', text: 'Retail', why: 'option' }, { column: 'by-when', text: 'soon', why: 'date' }])
  assert.deepEqual(outcomes[0]!.taken.map(({ column }) => column), ['who', 'last-checked'])
})

test('columns of one’s own are kept as lines of a text, once', () => {
  const book = bookWith(map, { who: 'Dover', strengths: 'rides' })
  const text = 'Organization,Beds,Hours\nDover,12,9 to 5\n'
  const { matching } = look(text).choices
  const kept = { ...matching, columns: matching.columns.map((column, i) => i === 0 ? column : { ...column, target: '+strengths' }) }
  const { take, rows } = look(text, map, book, { matching: kept })
  take()
  assert.deepEqual(rows(), [{ who: 'Dover', strengths: 'rides\nBeds: 12\nHours: 9 to 5' }])
  assert.deepEqual(told(look(text, map, book, { matching: kept }).outcomes), ['same Dover'])
})

test('a list without names that is pasted beside names goes row for row', () => {
  const book = bookWith(map, { who: 'A' }, { who: 'B', sector: 'legal' })
  const { outcomes, take, rows } = look('Housing\tMet once\nEmployers\t\n', map, book, { pasted: true, from: 'sector', at: 'r1' })
  assert.deepEqual(told(outcomes), ['change A', 'change B'])
  take()
  assert.deepEqual(rows(), [{ who: 'A', sector: 'housing', tie: 'met-once' }, { who: 'B', sector: 'employers' }])
})

test('an empty row into which a line was pasted is filled by no other line', () => {
  const book = bookWith(map, { who: 'A' })
  const { outcomes, take, rows } = look('Housing\tMet once\nEmployers\t\nLegal services\t\n', map, book, { pasted: true, from: 'sector', at: 'r1', rows: new Map([[3, 'new' as const]]) })
  assert.deepEqual(outcomes.map(({ kind, key }) => `${kind} ${key}`), ['change r1', 'change r2', 'new undefined'])
  take()
  assert.deepEqual(rows(), [{ who: 'A', sector: 'housing', tie: 'met-once' }, { sector: 'employers' }, { sector: 'legal' }])
})

test('tables without names take rows that say the same, and know those that are here', () => {
  const book = bookWith(steps, { what: 'Call' }, { what: 'Call', day: '2026-03-01' })
  const { outcomes } = look('What we will do,Day\nCall,2026-03-01\nCall,\nCall,2026-04-01\n', steps, book)
  assert.deepEqual(outcomes.map(({ kind, key }) => `${kind} ${key}`), ['same r2', 'same r1', 'new undefined'])
})

test('possible doubles are found among rows here and in the list, and different names are not', () => {
  const book = bookWith(map, { who: 'Harbor Street Bakery' }, { who: 'The Cedar Court, Inc.' })
  const { outcomes } = look('Name\nHarbour Street Bakery\nCedar Court\nNorthside Credit Union\nNorthside Credit Unoin\nHarbor House\nCedar Legal Aid\nRiver College\nRidge College\nShelter 12\nShelter 13\nAmber Hill School\nAmber Mill School\n', map, book)
  assert.deepEqual(outcomes.map(({ double }) => double?.key ?? double?.number ?? 0), ['r1', 'r2', 0, 4, 0, 0, 0, 0, 0, 0, 0, 0])
})

test('a name within a longer one, and the same words in another order, may be the same', () => {
  const { outcomes } = look('Name\nFernhill\nCourt of Cedars\n', map, bookWith(map, { who: 'Fernhill Garden Center' }, { who: 'Cedars Court' }))
  assert.deepEqual(outcomes.map(({ double }) => double?.key), ['r1', 'r2'])
})

test('a row that the spreadsheet hides is left out until somebody takes it', () => {
  const { choices } = look('Name\nA\nB\n')
  const grid = readDelimited('Name\nA\nB\n')
  grid.lines[1]!.hidden = true
  assert.deepEqual(told(outcomesOf(grid, map, [], choices)), ['out A hidden', 'new B'])
  assert.deepEqual(told(outcomesOf(grid, map, [], { ...choices, rows: new Map([[2, 'new' as const]]) })), ['new A', 'new B'])
})

test('a text that our own spreadsheet had no room for stays whole', () => {
  const whole = 'x'.repeat(40_000)
  const book = bookWith(map, { who: 'A', strengths: whole })
  assert.deepEqual(told(look(`Organization,Their strengths\nA,${whole.slice(0, 32_766)}\u2026\n`, map, book).outcomes), ['same A'])
  assert.deepEqual(told(look(`Organization,Their strengths\nA,${'y'.repeat(32_766)}\u2026\n`, map, book).outcomes), ['change A'])
})

test('what goes beyond a table is left out with its reason, and what changes rows here is not', () => {
  const book = bookWith(map, { who: 'Last', sector: 'legal' })
  const text = 'Name,Sector\n' + Array.from({ length: most.rows + 50 }, (_, i) => `Org ${i},\n`).join('') + 'Last,Housing\n'
  const { outcomes } = look(text, map, book)
  assert.equal(outcomes.filter(({ kind }) => kind === 'new').length, most.rows + 1)
  assert.deepEqual(told(outcomes.slice(-2)), [`out Org ${most.rows + 49} full`, 'change Last'])
})

test('as many rows as are read are looked through at once', () => {
  const time = spent()
  const { outcomes } = look('Name,Sector,Last checked\n' + Array.from({ length: 19_999 }, (_, i) => `Organization of ${i % 7919} and ${i},Housing,2026-03-01\n`).join(''))
  assert.equal(outcomes.length, 19_999)
  assert.ok(time() < 3000, String(time()))
})

test('our own exports come back whole, whatever stands in them', () => {
  // Spaces at the ends of a text go, as they look like nothing.
  const text = fc.string({ unit: 'grapheme', maxLength: 12 }).map(one => oneLine(one).trim()).filter(one => one === one.normalize('NFC'))
  const row = fc.record({ who: text, sector: fc.constantFrom('', 'housing', 'legal'), strengths: fc.oneof(text, fc.constantFrom('a\nb', '=1+1', "'x", '", ";', '-5')), 'last-checked': fc.constantFrom('', '2026-03-04', '2025-12-31') })
  fc.assert(fc.property(fc.array(row, { maxLength: 6 }), rows => {
    const book = emptyWorkbook('w')
    apply(book, rows.flatMap((cells, i) => Object.entries(cells).filter(([, value]) => value !== '').map(([id, value]) => ({ kind: 'answer' as const, subject: agency, field: `${map.id}.r${i + 1}.${id}`, value }))), { at: 1000, by: 'a' })
    const table = worksheetTable(map, book, agency)
    if (table.rows.length === 0) return
    const file = decode(csv(table))
    const again = emptyWorkbook('w')
    const { take } = look(file, map, again)
    take()
    assert.deepEqual(worksheetTable(map, again, agency).rows, table.rows)
    assert.ok(look(file, map, book).outcomes.every(({ kind }) => kind === 'same'))
  }), { numRuns: 200 })
})
