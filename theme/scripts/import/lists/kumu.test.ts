import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDelimited } from './delimited.ts'
import { isConnections, joinKumu } from './kumu.ts'
import { map } from './testing/made-up.ts'

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
