import assert from 'node:assert/strict'
import { test } from 'node:test'
import { NotAList, type Grid } from './grid.ts'
import { readFiles } from './read-files.ts'
import { readSpreadsheet } from './spreadsheets/spreadsheet.ts'
import { map } from './testing/made-up.ts'

const read = (...files: [name: string, text: string][]): Promise<Grid[]> => readFiles(files.map(([name, text]) => new File([text], name)), map, async () => await Promise.resolve({ readSpreadsheet }), new AbortController().signal)
const seen = (grids: readonly Grid[]): string[] => grids.map(({ name, lines }) => `${name}|${lines.map(line => line.cells[0]).join()}`)

test('one file is a list without a name; of several each can be chosen by its name', async () => {
  assert.deepEqual(seen(await read(['a.csv', 'Organization\nA\n'])), ['|Organization,A'])
  assert.deepEqual(seen(await read(['a.csv', 'Organization\nA\n'], ['b.csv', 'Organization\nB\n'], ['c.tsv', 'Organization\nC\n'])), ['a.csv|Organization,A', 'b.csv|Organization,B', 'c.tsv|Organization,C'])
})

test('the two files of Kumu are one list, and a third one is not lost', async () => {
  const kumu: [string, string][] = [['connections.csv', 'From,To,Type\nUs,A,Met once\n'], ['elements.csv', 'Label\nA\n']]
  assert.deepEqual(seen(await read(...kumu)), ['elements.csv|Label,A'])
  assert.deepEqual(seen(await read(...kumu, ['more.csv', 'Organization\nB\n'])), ['elements.csv|Label,A', 'more.csv|Organization,B'])
})

test('files that are too large together are refused before they are read', async () => {
  const files = Array.from({ length: 3 }, () => ({ size: 15 * 1024 * 1024, name: 'a.csv', arrayBuffer: () => Promise.resolve(new TextEncoder().encode('Organization\nA\n').buffer) } as unknown as File))
  await assert.rejects(readFiles(files, map, async () => await Promise.resolve({ readSpreadsheet }), new AbortController().signal), error => error instanceof NotAList && error.reason === 'too-large')
})
