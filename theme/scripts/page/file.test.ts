import assert from 'node:assert/strict'
import { test } from 'node:test'
import { saveFile } from './file.ts'

test('a file that is ready after somebody left is not handed over', ({ mock }) => {
  mock.method(globalThis, 'setTimeout', () => 0)
  const made: string[] = []
  const page = (leaving: boolean): unknown => ({
    querySelector: (selector: string) => leaving && selector === '.exit-cover' ? {} : null,
    createElement: () => ({ click: () => { made.push('clicked') }, remove: () => {} }),
    body: { append: () => {} }
  })
  for (const leaving of [false, true]) {
    Object.assign(globalThis, { document: page(leaving) })
    saveFile('workbook.json', '{}', 'application/json')
    assert.deepEqual(made, ['clicked'])
  }
})
