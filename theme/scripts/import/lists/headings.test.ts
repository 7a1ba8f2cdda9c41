import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDelimited } from './delimited.ts'
import { matchColumns } from './headings.ts'
import { map, steps } from './testing/made-up.ts'
import { spent } from '../../workbook/testing/spent.ts'

const match = (text: string, table = map, from?: string): { heading: number, targets: string[], own: boolean, private: string[] } => {
  const { heading, columns, own } = matchColumns(readDelimited(text), table, from)
  return { heading, own, targets: columns.map(column => column.target), private: columns.map(column => column.private ?? '') }
}

test('our own headings match at once, in any order, and a title over them is passed over', () => {
  const found = match('Last checked,Organization,Sector\n2026-03-01,Old Mill,Housing\n')
  assert.deepEqual([found.heading, found.own, found.targets], [0, true, ['last-checked', 'who', 'sector']])
  assert.equal(match('Our contacts of 2026,,\n\nOrganization,Sector,Their strengths\nOld Mill,Housing,rides\n').heading, 1)
  assert.ok(!match('Organization,Sector,Shoe size\nOld Mill,Housing,9\n').own)
})

test('the headings of others match by likeness and by what stands below them', () => {
  assert.deepEqual(match('Name,Field,Status,Contact via,Last contact,Phone\nFernhill,Employers,Met once,board chair,11/02/2026,555-0100\nDover,Housing,Know of them,case manager,10/28/2026,555-0101\n').targets,
    ['who', 'sector', 'tie', 'introduction', 'last-checked', ''])
  assert.deepEqual(match('Agency name,Bucket,Col3\nOld Mill,Housing,In conversation\nHarbor,Legal services,Met once\nDover,Employers,Met once\n').targets, ['who', 'sector', 'tie'])
  assert.deepEqual(match('Organisation;Sectr;Their strenghts\nA;Housing;x\n').targets, ['who', 'sector', 'strengths'])
  assert.deepEqual(match('Organization (please write),Shoe size\nOld Mill,9\n').targets, ['who', ''])
})

test('a list without headings matches by what it holds, or from where it was pasted', () => {
  assert.deepEqual(match('Old Mill,Housing,Met once\nHarbor,Legal services,Know of them\n'), { heading: -1, own: false, targets: ['who', 'sector', 'tie'], private: ['', '', ''] })
  assert.deepEqual(match('Old Mill,x,y,z\nHarbor,x,y,z\n', map, 'tie').targets, ['tie', 'strengths', 'introduction', 'by-when'])
  assert.deepEqual(match('Old Mill,x,Housing\nHarbor,y,Legal services\nDover,z,Employers\n', map, 'who').targets, ['who', '', 'sector'])
  assert.deepEqual(match('Old Mill\nHarbor\n').targets, ['who'])
  assert.deepEqual(match('Call them,2026-03-01\nWrite,2026-03-02\n', steps).targets, ['what', ''])
})

test('what looks like somebody’s number or address is left out until it is chosen', () => {
  assert.deepEqual(match('Organization,Reach them,Mobile\nA,(415) 555-0132,x\nB,(415) 555-0133,y\n').private, ['', 'contact', 'contact'])
  assert.deepEqual(match('Organization,At\nA,jo.doe@example.org\nB,ann@example.org\n').private, ['', 'contact'])
  // Our own column is ours, whatever somebody wrote into it.
  assert.deepEqual(match('Organization,Who can introduce us\nA,(415) 555-0132\nB,(415) 555-0133\n').private, ['', ''])
  assert.deepEqual(match('Organization,Day\nA,2026-03-01\nB,03/12/2026\n').private, ['', ''])
})

test('what a spreadsheet hides is left out until it is chosen', () => {
  const grid = { ...readDelimited('Organization,Old remarks\nA,x\n'), hiddenColumns: new Set([1]) }
  assert.equal(matchColumns(grid, map).columns[1]!.private, 'hidden')
})

test('columns of cells as long as any are matched at once', () => {
  const time = spent()
  for (const cell of [`x${' '.repeat(99_990)}x`, `1${' '.repeat(99_990)}y`, `${'1 '.repeat(49_990)}y`]) matchColumns(readDelimited(`${cell},b\n`.repeat(3)), map)
  assert.ok(time() < 5000, String(time()))
})
