import assert from 'node:assert/strict'
import { test } from 'node:test'
import { byWeight } from './remarks.ts'

test('what is lost unless somebody looks comes before what costs nobody an answer', () => {
  const kinds = byWeight([{ kind: 'by-position' }, { kind: 'missing-field' }, { kind: 'not-a-date' }, { kind: 'by-position' }, { kind: 'cut' }, { kind: 'outside-options' }]).map(remark => remark.kind)
  assert.deepEqual(kinds, ['not-a-date', 'cut', 'outside-options', 'missing-field', 'by-position', 'by-position'])
})
