import assert from 'node:assert/strict'
import { test } from 'node:test'
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
