import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { blankKeys } from './guide-index.ts'
import { rowKey, rowNumber } from './row-key.ts'
import { nextRowKey } from './rows.ts'

test('a free row has a number from 1 to 999,999, and every other key has none', () => {
  for (const number of [1, 9, 10, 4321, 999_999]) assert.equal(rowNumber(rowKey(number)), number)
  for (const key of ['', 'r', 'r0', 'r01', 'r1000000', 'R1', 'r1a', 'row-1', 'case-management', ' r1', 'r1 ', 'r-1', 'r1.5', '__proto__']) assert.equal(rowNumber(key), 0, key)
})

test('blank rows and new ones have the keys that are read', () => {
  const table = { id: 'map.rows', label: 'Rows', columns: [], blankRows: 3 }
  assert.deepEqual(blankKeys(table), ['r1', 'r2', 'r3'])
  assert.deepEqual(blankKeys({ ...table, fixedRows: [{ key: 'job-coach', label: 'Job coach' }] }), ['job-coach'])
  assert.equal(nextRowKey(undefined, { id: 'map.rows', blankKeys: ['r1', 'r2'], canGrow: true }, ['r7', 'r1000000', 'job-coach']), 'r8')
})

test('no other script makes such keys or takes them apart', () => {
  const own = /`r\$\{|\br\[1-9\]|\/\^r\(?\\d/
  const files = readdirSync('scripts', { recursive: true, encoding: 'utf8' }).filter(file => /(?<!\.test)\.ts$/.test(file) && !/\btesting\b/.test(file))
  assert.ok(files.length > 100)
  assert.deepEqual(files.filter(file => own.test(readFileSync(join('scripts', file), 'utf8'))).map(file => file.replaceAll('\\', '/')), ['workbook/row-key.ts'])
})
