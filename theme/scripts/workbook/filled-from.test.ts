import assert from 'node:assert/strict'
import { test } from 'node:test'
import { roundSince, sourcesOf, toldOf } from './filled-from.ts'
import { layerId } from './layer-id.ts'
import { putLayer } from './layers.ts'
import { layered, layerOf } from './testing/layered.ts'
import { agency } from './workbook.ts'

test('a document can be filled from rounds and views that answer what it asks, and from nothing that stays closed, is ours, or was counted', () => {
  const book = layered()
  putLayer(book, 'l9', { ...layerOf('Fall'), day: '2026-09-01' })
  putLayer(book, layerId('half'), { ...layerOf('The partner'), kind: 'colleague' })
  putLayer(book, layerId('ours'), { ...layerOf('Our workbook'), kind: 'colleague' })
  const found = sourcesOf(book, ['vetting'], [agency, 'p1'])
  assert.deepEqual(found.map(toldOf), [
    { kind: 'round', name: 'Fall', day: '2026-09-01', at: 1000 }, { kind: 'round', name: 'Spring', day: '2026-03-14', at: 1000 }, { kind: 'view', name: 'Case manager', day: '2026-03-14', at: 1000 }
  ])
  assert.deepEqual([sourcesOf(book, ['vetting'], [agency]), sourcesOf(book, ['other'], [agency, 'p1'])], [[], []])
})

test('a file of a day on which a round went on that is closed by now is of that round; of later days it is not', () => {
  const book = layered()
  putLayer(book, 'l9', { ...layerOf('Fall'), day: '2026-09-01', at: 5000 })
  const since = (day: string, at: number): string | undefined => roundSince(book, { kind: 'today', day, at })?.layer.name
  assert.equal(since('2026-03-01', 500), 'Spring')
  assert.equal(since('2026-03-14', 999), 'Spring')
  assert.equal(since('2026-03-14', 1001), 'Fall')
  assert.equal(since('2026-09-01', 6000), undefined)
  // A round made of an old file, later than this one.
  putLayer(book, 'l10', { ...layerOf('Long ago'), day: '2025-01-01', at: 9000 })
  assert.equal(since('2026-09-01', 6000), undefined)
  assert.equal(roundSince(book, { kind: 'round', name: 'Spring', day: '2026-03-01', at: 500 }), null)
})
