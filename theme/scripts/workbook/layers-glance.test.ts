import assert from 'node:assert/strict'
import { test } from 'node:test'
import { layerId } from './layer-id.ts'
import { glanceAt } from './layers-glance.ts'
import { type Layer, putLayer, setTexts } from './layers.ts'
import { emptyWorkbook } from './workbook.ts'

const layer = (more: Partial<Layer>): Layer => ({ kind: 'colleague', name: 'A', at: 1, day: '2026-03-01', guide: '1', lang: 'en', instruments: [], partners: [], subjects: { agency: { answers: { 'tool.a': { value: 'yes' } }, rows: {} } }, ...more })

test('the latest round and the views of others are told, ours and what was removed aside', () => {
  const book = emptyWorkbook('w')
  assert.deepEqual(glanceAt(book), { round: null, views: 0, halves: 0 })
  putLayer(book, 'spring', layer({ kind: 'round', name: 'Spring', day: '2026-03-01', at: 5 }))
  putLayer(book, 'fall', layer({ kind: 'round', name: 'Fall', day: '2026-09-01', at: 3 }))
  putLayer(book, 'again', layer({ kind: 'round', name: 'Fall again', day: '2026-09-01', at: 4 }))
  putLayer(book, 'one', layer({}))
  putLayer(book, layerId('ours'), layer({ name: 'Our workbook' }))
  putLayer(book, layerId('half'), layer({ name: 'The partner' }))
  putLayer(book, layerId('our-half'), layer({ name: 'Our half' }))
  putLayer(book, 'many', layer({ kind: 'counts', views: 5, subjects: {}, counts: { agency: { 'tool.a': { yes: 5 } } } }))
  const read = new Map()
  for (let i = 0; i < 2; i++) {
    const { round, views, halves } = glanceAt(book, read)
    assert.deepEqual([round?.name, views, halves], ['Fall again', 6, 1])
  }
  setTexts(book, new Map([['many', '']]))
  assert.equal(glanceAt(book, read).views, 1)
  book.rest = new Map()
  assert.deepEqual([glanceAt(book, read), read.size], [{ round: null, views: 0, halves: 0 }, 0])
})
