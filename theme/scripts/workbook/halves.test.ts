import assert from 'node:assert/strict'
import { test } from 'node:test'
import { viewFrom, viewsOf } from './colleagues.ts'
import { cutOut } from './cut-out.ts'
import { apply, type Edit } from './edit.ts'
import type { FieldDefinition, Guide } from './guide.ts'
import { halvesFrom, halvesOf, isAnswered, oursBeside, showHalves } from './halves.ts'
import { layerId, tellsOurs } from './layer-id.ts'
import { layerTexts, mergeCopies, putLayer, type Layer } from './layers.ts'
import { pack, unpack } from './pack.ts'
import { sideRows, viewsBeside } from './side-by-side.ts'
import { agency, emptyWorkbook, type Workbook } from './workbook.ts'

const field = (id: string, kind: FieldDefinition['kind'], label: string): FieldDefinition => ({ id, kind, label, wording: '0a1b2c3d' })
const guide: Guide = {
  version: '1', title: 'Guide', documents: [],
  instruments: [
    { id: 'vetting', kind: 'assessment', title: 'Vetting', page: '', perPartner: true, parts: [{ item: 'terms', field: { ...field('vetting.terms.answer', 'choice', 'Terms?'), options: [{ id: 'yes', label: 'Yes' }] } }] },
    {
      id: 'hopes', kind: 'worksheet', title: 'Hopes', page: '', perPartner: true,
      parts: [
        { item: 'ours', field: field('hopes.ours', 'long', 'What do we hope?') }, { item: 'theirs', field: field('hopes.theirs', 'long', 'What does the partner hope?') },
        { table: { id: 'hopes.give', label: 'What each puts in', blankRows: 2, columns: [field('what', 'text', 'What'), field('agreed', 'check', 'Agreed')] } }
      ]
    },
    { id: 'map', kind: 'worksheet', title: 'Map', page: '', parts: [] }
  ]
}
const about = { name: 'Our half', day: '2026-11-30', lang: 'en', at: 5000 }

function book (answers: Record<string, Record<string, string>>): Workbook {
  const made = emptyWorkbook('w1', '1')
  apply(made, [{ kind: 'partner', id: 'p1', name: 'Bakery' }, ...Object.entries(answers).flatMap(([subject, said]) =>
    Object.entries(said).map(([field, value]): Edit => ({ kind: 'answer', subject, field, value, wording: '0a1b2c3d' })))], { at: 1000, by: 'a' })
  return made
}

function said (name: string, answers: Record<string, Record<string, string>>): Layer {
  return viewFrom(Object.fromEntries(Object.entries(answers).map(([subject, of]) => [subject, { answers: Object.fromEntries(Object.entries(of).map(([field, value]) => [field, { value }])), rows: {} }])),
    { name, at: 2000, day: '2026-11-29', guide: '1', lang: 'en', partners: [{ id: 'p1', name: 'Bakery' }] })!
}

function withHalf (ours: Record<string, string>): { book: Workbook, id: string } {
  const made = book({ p1: ours })
  const [half] = halvesFrom(said('The partner', { p1: { 'hopes.theirs': 'Trained staff', 'hopes.give.r1.what': 'A mentor' } }))
  const id = layerId('half')
  putLayer(made, id, half!)
  return { book: made, id }
}

test('a file becomes one half for each tool and partner; what it says of an agency is nobody’s half', () => {
  const layer = said('The partner', { [agency]: { 'map.a': 'x' }, p1: { 'vetting.terms.answer': 'yes', 'hopes.theirs': 'Staff' } })
  assert.deepEqual(halvesFrom(layer).map(({ instruments, partners, subjects }) => [instruments, partners, Object.keys(subjects['p1']!.answers)]), [
    [['vetting'], [{ id: 'p1', name: 'Bakery' }], ['vetting.terms.answer']], [['hopes'], [{ id: 'p1', name: 'Bakery' }], ['hopes.theirs']]
  ])
  assert.deepEqual(halvesFrom(said('The partner', { [agency]: { 'map.a': 'x' } })), [])
})

test('a half is no view until both are there and somebody shows them; then both are, ours first, as they stand', () => {
  const { book: made, id } = withHalf({})
  assert.deepEqual([viewsOf(made), halvesOf(made).map(({ tool, subject }) => [tool, subject])], [[], [['hopes', 'p1']]])
  const [half] = halvesOf(made)
  assert.equal(showHalves(made, guide, half!, about), 'alone')
  assert.deepEqual([viewsOf(made).length, halvesOf(made).length, isAnswered(made, half!)], [0, 1, false])
  apply(made, [{ kind: 'answer', subject: 'p1', field: 'hopes.ours', value: 'Jobs' }], { at: 3000, by: 'a' })
  assert.equal(isAnswered(made, half!), true)
  assert.equal(showHalves(made, guide, half!, about), null)
  assert.deepEqual(viewsOf(made).map(({ layer, id }) => [layer.name, layer.kind, tellsOurs(id)]), [['Our half', 'colleague', true], ['The partner', 'colleague', false]])
  assert.deepEqual([halvesOf(made), layerTexts(made).get(id)], [[], ''])
  assert.equal(showHalves(made, guide, half!, about), 'gone')
  const views = viewsBeside({ id: 'hopes' }, 'p1', viewsOf(made))
  assert.deepEqual(sideRows(guide.instruments[1]!, 'p1', views.map(({ layer }) => layer)).map(({ label, said, isSame }) => [label, said, isSame]), [
    ['What do we hope?', [['Jobs'], []], false], ['What does the partner hope?', [[], ['Trained staff']], false], ['What each puts in', [[], ['A mentor']], false]
  ])
})

test('shown in two copies of a workbook, each half is there once', () => {
  const { book: made } = withHalf({ 'hopes.ours': 'Jobs' })
  const [one, two] = [unpack(pack(made)), unpack(pack(made))]
  const [half] = halvesOf(made)
  showHalves(one, guide, half!, about)
  showHalves(two, guide, half!, { ...about, at: 6000 })
  mergeCopies(one, two)
  assert.deepEqual([viewsOf(one).length, halvesOf(one).length], [2, 0])
})

test('what a view of ours says already is not said twice, what we said otherwise since is', () => {
  const shownAfter = (now: string): string[] => {
    const { book: made } = withHalf({ 'hopes.ours': 'Jobs' })
    const layer = oursBeside(made, guide, [said('A', { p1: { 'hopes.ours': 'x' } })], { ...about, name: 'Our workbook' })
    putLayer(made, layerId('ours'), layer!)
    apply(made, [{ kind: 'answer', subject: 'p1', field: 'hopes.ours', value: now }], { at: 3000, by: 'a' })
    showHalves(made, guide, halvesOf(made)[0]!, { ...about, at: 7000 })
    return viewsOf(made).map(({ layer }) => layer.name)
  }
  assert.deepEqual(shownAfter('Jobs').sort(), ['Our workbook', 'The partner'])
  assert.deepEqual(shownAfter('Homes').sort(), ['Our half', 'Our workbook', 'The partner'])
})

test('beside others stands all that rounds cover, and of worksheets what they answer; nothing twice', () => {
  const made = book({ p1: { 'vetting.terms.answer': 'yes', 'hopes.ours': 'Jobs' }, [agency]: { 'map.a': 'x' } })
  assert.deepEqual(oursBeside(made, guide, [], about)!.instruments, ['vetting'])
  const ours = oursBeside(made, guide, [said('A', { p1: { 'hopes.theirs': 'x' } })], about)!
  assert.deepEqual([ours.instruments, ours.kind], [['vetting', 'hopes'], 'colleague'])
  putLayer(made, layerId('ours'), oursBeside(made, guide, [], about)!)
  assert.equal(oursBeside(made, guide, [], about), null)
  assert.deepEqual(oursBeside(made, guide, [said('A', { p1: { 'hopes.theirs': 'x' } })], about)!.instruments, ['hopes'])
})

test('what stays closed is erased with its partner and its tool', () => {
  for (const part of [{ partner: 'p1' }, { instrument: 'hopes' }]) {
    const { book: made } = withHalf({})
    cutOut(made, part)
    assert.deepEqual(halvesOf(made), [])
    assert.doesNotMatch(pack(made), /mentor/)
  }
})
