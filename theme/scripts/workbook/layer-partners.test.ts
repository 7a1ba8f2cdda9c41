import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aboutHere } from './layer-partners.ts'
import type { Layer, LayerRow } from './layers.ts'
import { layerOf } from './testing/layered.ts'

const values = ({ subjects }: Layer, id: string): string[] => Object.entries(subjects[id]!.answers).map(([field, { value }]) => `${field} ${value}`).sort()
const row = (key: string, place: number): LayerRow => ({ key, place })

test('where two partners of a file are one here, every answer of both is kept, once, and so is the partner', () => {
  const layer = layerOf()
  layer.subjects['p1'] = { answers: { 'vetting.terms.answer': { value: 'mostly' }, 'vetting.first.answer': { value: 'not-yet' } }, rows: { 'vetting.people': [row('r1', 1), row('r2', 2)] } }
  layer.subjects['p2'] = { answers: { 'vetting.terms.answer': { value: 'in-place' }, 'vetting.second.answer': { value: 'starting' } }, rows: { 'vetting.people': [row('r2', 7), row('r3', 3)], 'vetting.more': [row('r1', 1)] } }
  const here = aboutHere(layer, () => ({ id: 'ours', name: 'Bakery' }))
  assert.deepEqual(here.partners, [{ id: 'ours', name: 'Bakery' }])
  assert.deepEqual(Object.keys(here.subjects), ['agency', 'ours'])
  assert.deepEqual(values(here, 'ours'), ['vetting.first.answer not-yet', 'vetting.second.answer starting', 'vetting.terms.answer mostly'])
  assert.deepEqual(here.subjects['ours']!.rows, { 'vetting.people': [row('r1', 1), row('r2', 2), row('r3', 3)], 'vetting.more': [row('r1', 1)] })
  assert.deepEqual(here.subjects['agency'], layer.subjects['agency'])
  // Who comes first among its partners says it, however the answers stand in the file.
  assert.deepEqual(aboutHere({ ...layer, subjects: { p2: layer.subjects['p2'], p1: layer.subjects['p1'] } }, () => ({ id: 'ours', name: 'Bakery' })).subjects['ours'], here.subjects['ours'])
})

test('two partners may change places, and nobody gets what is another’s', () => {
  const layer = layerOf()
  const here = aboutHere(layer, ({ id, name }) => ({ id: id === 'p1' ? 'p2' : 'p1', name }))
  assert.deepEqual([here.subjects['p1'], here.subjects['p2']], [layer.subjects['p2'], layer.subjects['p1']])
  assert.deepEqual(here.partners, [{ id: 'p2', name: 'Bakery' }, { id: 'p1', name: 'College' }])
  assert.deepEqual(aboutHere(layer, partner => partner), layer)
})

test('a partner may be called as what every object has', () => {
  const layer = layerOf()
  const here = aboutHere(layer, ({ id, name }) => ({ id: id === 'p1' ? 'constructor' : id, name }))
  assert.deepEqual(Object.keys(here.subjects).sort(), ['agency', 'constructor', 'p2'])
  assert.deepEqual(here.subjects['constructor'], layer.subjects['p1'])
  assert.deepEqual(values(aboutHere({ ...layer, partners: [{ id: 'constructor', name: 'X' }, ...layer.partners] }, partner => partner), 'p1'), values(layer, 'p1'))
})
