import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Difference } from '../compare/difference.ts'
import { GuideIndex } from '../workbook/guide-index.ts'
import { isOtherView } from './beside.ts'

const field = (id: string) => ({ item: id, field: { id, kind: 'choice' as const, label: id, wording: '0a1b2c3d' } })
const index = new GuideIndex({
  version: '1', title: '', documents: [],
  instruments: [
    { id: 'vetting', kind: 'assessment', title: '', page: '', parts: [field('vetting.a.answer')] }, { id: 'hopes', kind: 'worksheet', title: '', page: '', parts: [field('hopes.a')] }
  ]
})
const differs = (field: string, here: string, inFile: string): Difference =>
  ({ kind: 'differs', subject: 'agency', from: field, field, label: field, madeWith: null, inFile, here, reworded: false, unknown: false, proposed: false, edits: [] })

test('a file that answers an assessment otherwise than we do is a view before it is a change', () => {
  assert.equal(isOtherView([differs('hopes.a', 'x', 'y'), differs('vetting.a.answer', 'x', 'y')], index), true)
  for (const [field, here, inFile] of [['vetting.a.answer', '', 'y'], ['vetting.a.answer', 'x', ''], ['hopes.a', 'x', 'y'], ['gone.a', 'x', 'y']]) assert.equal(isOtherView([differs(field!, here!, inFile!)], index), false)
})
