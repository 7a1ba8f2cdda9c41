import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { apply } from '../../workbook/edit.ts'
import { agency, emptyWorkbook } from '../../workbook/workbook.ts'
import { readDelimited } from './delimited.ts'
import type { Grid } from './grid.ts'
import { Looking } from './looking.ts'
import { bookWith, map, told } from './testing/made-up.ts'

const looking = (text: string | Grid[], book = emptyWorkbook('w')): { one: Looking, again: () => string[] } => {
  const one = new Looking(typeof text === 'string' ? [readDelimited(text)] : text, map)
  const again = (): string[] => {
    one.look(book, agency)
    return told(one.outcomes)
  }
  again()
  return { one, again }
}

test('one choice mends a word in all rows, and stays in sight', () => {
  const { one, again } = looking('Name,Sector\nA,Retail\nB,retail \nC,Employer\n')
  assert.deepEqual(one.words().map(({ text, count, option }) => [text, count, option]), [['Retail', 2, ''], ['Employer', 1, 'employers']])
  one.chooseWord(one.words()[0]!.key, 'employers')
  again()
  assert.deepEqual(one.outcomes.map(({ taken }) => taken.find(({ column }) => column === 'sector')?.value), ['employers', 'employers', 'employers'])
  one.chooseWord(one.words()[0]!.key, '')
  one.chooseWord(one.words()[1]!.key, '')
  again()
  assert.deepEqual(one.words().map(({ text, option }) => [text, option]), [['Retail', ''], ['Employer', '']])
  assert.ok(one.outcomes.every(({ taken, not }) => taken.length === 1 && not.length === 0))
})

test('a column goes to one place, and what goes there takes it from another', () => {
  const { one, again } = looking('Name,Agency\nA,B\n')
  const targets = (): string[] => one.matching.columns.map(({ target }) => target)
  assert.deepEqual(targets(), ['who', ''])
  one.chooseTarget(1, 'who')
  assert.deepEqual([targets(), again()], [['', 'who'], ['new B']])
  one.chooseTarget(0, '+strengths')
  again()
  assert.equal(one.outcomes[0]!.taken[1]!.value, 'Name: A')
})

test('the line of headings and the order of days are changed by hand', () => {
  const { one, again } = looking('Name,Last contact\nA,3/4/2026\n')
  const day = (): string | undefined => one.outcomes.find(({ name }) => name === 'A')!.taken.find(({ column }) => column === 'last-checked')?.value
  assert.deepEqual([one.days.unclear, day()], [true, '2026-03-04'])
  one.chooseOrder(true)
  again()
  assert.equal(day(), '2026-04-03')
  one.chooseHeading(-1)
  assert.deepEqual(again(), ['new Name', 'new A'])
})

test('of several sheets the first that is shown is looked at, and another begins anew', () => {
  const sheet = (name: string, text: string, hidden?: true): Grid => ({ ...readDelimited(text), name, ...hidden && { hidden } })
  const { one, again } = looking([sheet('Old', 'Name\nX\n', true), sheet('A', 'Name\nA\n'), sheet('B', 'Name\nB\n')])
  one.chooseRow(2, 'out')
  assert.deepEqual([one.sheet, again()], [1, ['out A by-hand']])
  one.chooseSheet(2)
  assert.deepEqual(again(), ['new B'])
})

test('what is typed in the place of a cell counts, and what is emptied says nothing', () => {
  const { one, again } = looking('Name,By when\n,soon\n')
  one.type(2, 'who', 'Dover')
  one.type(2, 'by-when', '2026-03-04')
  assert.deepEqual(again(), ['new Dover'])
  assert.deepEqual(one.outcomes[0]!.taken.map(({ value }) => value), ['Dover', '2026-03-04'])
  one.type(2, 'by-when', '')
  again()
  assert.deepEqual([one.outcomes[0]!.taken.length, one.outcomes[0]!.not.length], [1, 0])
})

test('where the table was changed meanwhile, it is another outcome', () => {
  const book = bookWith(map, { who: 'A' })
  const { one, again } = looking('Name,Sector\nA,Housing\n', book)
  const before = one.signature()
  again()
  assert.equal(one.signature(), before)
  apply(book, [{ kind: 'answer', subject: agency, field: `${map.id}.r1.sector`, value: 'legal' }], { at: 9000, by: 'c' })
  again()
  assert.notEqual(one.signature(), before)
})

test('all that rows lose is said by column and reason, most rows first', () => {
  const book = bookWith(map, { who: 'A', tie: 'met-once' }, { who: 'G', sector: 'legal' })
  const { one, again } = looking('Name,Sector,How close we are,Last contact,Weather,Phone\n' +
    'A,Retail,Zebra,soon,wet,1\nB,Retail ,Zebra,2026-03-04,,\nC,Housing,other,,,\nD,Fishing,,soon,,\nE,,,never,,\nH,,,2026-03-05,,\nI,,,2026-03-06,,\nJ,,,2026-03-07,,\n,Housing,Lost,,,\nG,Legal services,Zebra,,,\n', book)
  assert.deepEqual(one.losses(), [
    { column: 'tie', why: 'option', rows: 4, texts: ['Zebra', 'other'], stays: true },
    { column: 'sector', why: 'option', rows: 3, texts: ['Retail', 'Fishing'], stays: false },
    { column: 'last-checked', why: 'date', rows: 3, texts: ['soon', 'never'], stays: false }
  ])
  assert.deepEqual(one.leftOut().map(({ index, column: { heading } }) => [index, heading]), [[4, 'Weather'], [5, 'Phone']])
  for (const { key, text } of one.words()) one.chooseWord(key, text === 'Zebra' ? 'know-of' : '')
  again()
  assert.deepEqual(one.losses().map(({ column, why, rows, texts }) => [column, why, rows, texts]), [
    ['last-checked', 'date', 3, ['soon', 'never']], ['sector', 'chosen', 3, ['Retail', 'Fishing']], ['tie', 'chosen', 1, ['other']]
  ])
  assert.deepEqual(one.words().map(({ text, count }) => [text, count]), [['Retail', 2], ['Zebra', 3], ['other', 1], ['Fishing', 1], ['Lost', 1]])
})

test('each cell of a row that is taken is taken too, or counted as lost', () => {
  const word = fc.constantFrom('', 'Housing', 'Retail', 'not housing', 'Housing and legal', 'legal aid', 'x')
  fc.assert(fc.property(fc.array(fc.tuple(word, fc.constantFrom('', 'met', 'Zebra', 'never met'), fc.constantFrom('', 'soon', '2026-03-04')), { minLength: 1, maxLength: 8 }), rows => {
    const { one, again } = looking('Name,Sector,How close we are,Last contact\n' + rows.map((cells, i) => [`Org ${i}`, ...cells].join(',') + '\n').join(''))
    for (const [at, column] of ['sector', 'tie', 'last-checked'].entries()) one.chooseTarget(at + 1, column)
    again()
    const lost = new Map(one.losses().map(({ column, rows }) => [column, rows]))
    for (const [at, column] of ['sector', 'tie', 'last-checked'].entries()) {
      const said = rows.filter(cells => cells[at] !== '').length
      const taken = one.outcomes.filter(outcome => outcome.taken.some(cell => cell.column === column)).length
      assert.equal(lost.get(column) ?? 0, said - taken)
    }
  }))
})

test('what is read as a choice that says it otherwise is told, but for what somebody chose', () => {
  const { one, again } = looking('Name,Sector\nA,Legal aid\nB,Public housing\nC,legal  AID\nD,Housing\n,Legal aid\n')
  assert.deepEqual(one.readings().map(({ text, option, rows }) => [text, option, rows]), [['Legal aid', 'legal', 2], ['Public housing', 'housing', 1]])
  one.chooseWord(one.readings()[0]!.key, 'housing')
  again()
  assert.deepEqual(one.readings().map(({ text }) => text), ['Public housing'])
})

test('what a word may mean is offered until somebody chooses', () => {
  const { one, again } = looking('Name,How close we are\nA,Met many times\nB,Zebra\n')
  assert.deepEqual(one.words().map(({ text, option, offered }) => [text, option, offered?.id]), [['Met many times', '', 'met-once'], ['Zebra', '', undefined]])
  one.chooseWord(one.words()[0]!.key, '')
  again()
  assert.equal(one.words()[0]!.offered, undefined)
})
