import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDelimited } from './delimited.ts'
import { isConnections, joinKumu } from './kumu.ts'
import { csv } from '../../documents/tables/csv.ts'
import { agency } from '../../workbook/workbook.ts'
import { decode } from './decode.ts'
import { kumuTables } from './kumu-export.ts'
import { Looking } from './looking.ts'
import { bookWith, map } from './testing/made-up.ts'

const elements = 'Label,Type,Description\nUs,,\nFernhill,Employers,beds\nDover,Housing,\nBoard treasurer,,\n'
const connections = 'From,To,Type\nUs,Fernhill,Met once\nDover,Us,Working together\nBoard treasurer,Fernhill,can introduce us\nUs,Harbor,Know of them\n'
const cells = (a: string | null, b: string): string[][] => joinKumu(a === null ? undefined : readDelimited(a), readDelimited(b), map).lines.map(line => line.cells)

test('a list of connections is known by its headings', () => {
  assert.ok(isConnections(readDelimited(connections)))
  assert.ok(!isConnections(readDelimited(elements)))
})

test('elements and connections become one list: how close, and who introduces', () => {
  assert.deepEqual(cells(elements, connections), [
    ['Label', 'Type', 'Description', 'How close we are', 'Who can introduce us'],
    ['Fernhill', 'Employers', 'beds', 'Met once', 'Board treasurer'], ['Dover', 'Housing', '', 'Working together', ''], ['Harbor', '', '', 'Know of them', '']
  ])
})

test('connections alone name the organizations, and who stands in most of them is us', () => {
  assert.deepEqual(cells(null, 'From,To,Type\nOur agency,A,Met once\nB,Our agency,\nOur agency,C,Know of them\n'), [['Organization', 'How close we are'], ['A', 'Met once'], ['B', ''], ['C', 'Know of them']])
})

test('what the elements say themselves stays', () => {
  assert.deepEqual(cells('Label,How close we are\nFernhill,In conversation\n', 'From,To,Type\nUs,Fernhill,Met once\n'), [['Label', 'How close we are'], ['Fernhill', 'In conversation']])
})

test('a map goes to Kumu and comes back as it was', () => {
  const book = bookWith(map, { who: 'Fernhill', sector: 'employers', tie: 'met-once', introduction: 'Board treasurer', 'by-when': '2026-03-04' }, { who: '=Dover', strengths: 'a, "b"\nc' }, { sector: 'legal' })
  const { elements, connections } = kumuTables(map, book, agency)
  assert.deepEqual(elements.columns.slice(0, 3), ['Label', 'Type', 'How close we are'])
  assert.deepEqual(connections.rows, [['Us', 'Fernhill', 'Met once'], ['Board treasurer', 'Fernhill', 'can introduce us']])
  const [first, second] = [elements, connections].map(table => readDelimited(decode(csv(table))))
  for (const grid of [first!, joinKumu(first, second!, map)]) {
    const looking = new Looking([grid], map)
    looking.look(book, agency)
    assert.deepEqual(looking.outcomes.map(({ kind, name }) => `${kind} ${name}`), ['same Fernhill', 'same =Dover'])
    looking.look(bookWith(map), agency)
    assert.deepEqual(looking.outcomes[0]!.taken.map(({ column, value }) => [column, value]), [['who', 'Fernhill'], ['sector', 'employers'], ['tie', 'met-once'], ['introduction', 'Board treasurer'], ['by-when', '2026-03-04']])
  }
})
