import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ReadDocument } from '../workbook/read-document.ts'
import { read } from './read.ts'
import { signOf } from './symbols/signs.ts'
import { caseFile, expectations } from './testing/expectations.ts'

const readCase = async (name: string): Promise<ReadDocument> => await read(caseFile(name), expectations, { symbols: async () => signOf })

/** What a file says otherwise than it was made with. */
function changed ({ answers, metadata }: ReadDocument): Record<string, string> {
  const ids = new Set([...Object.keys(answers), ...Object.keys(metadata!.values)])
  return Object.fromEntries([...ids].filter(id => answers[id] !== (metadata!.values[id] ?? '')).map(id => [id, answers[id] ?? 'gone']))
}

test('Word files that people filled with what Word has beside letters are read as they show', async () => {
  for (const [name, answers] of [
    ['word-emoji', { 'expectations.our-contact': 'Ask again \u{1f642} in May' }],
    ['word-only-emoji', { 'expectations.our-contact': '\u{1f44d}' }],
    ['word-arrow-and-smiley', { 'expectations.our-contact': 'Trial \u2192 permanent \u263a' }],
    ['word-tracked-paragraph-mark', { 'expectations.our-hope': 'Safe jobs near home' }],
    ['word-controls-around-cells', {}],
    ['word-controls-around-date-cells', {}]
  ] as const) {
    const result = await readCase(`${name}.docx`)
    assert.deepEqual(changed(result), answers, name)
    assert.deepEqual(result.rows['expectations.give-and-take'], ['r1', 'r3', 'r5', 'r6'], name)
    assert.deepEqual([result.addedRows, result.remarks], [{}, []], name)
  }
})

test('what a PDF shows otherwise than it holds, and what is drawn over its pages, is said', async () => {
  const tick = await readCase('pdf-tick-value-without-state.pdf')
  assert.deepEqual([changed(tick), tick.remarks], [{}, [{ kind: 'shown-otherwise', field: 'expectations.both-agree', found: '' }]])
  const stamp = await readCase('pdf-stamp-over-a-box.pdf')
  assert.deepEqual([changed(stamp), stamp.remarks], [{}, [{ kind: 'drawn', page: 3 }]])
})
