import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { cutOut, without } from './cut-out.ts'
import { apply } from './edit.ts'
import type { Part } from './erased-part.ts'
import { readWorkbook, type WorkbookRefused, writeWorkbook } from './json.ts'
import { layerId, sameKindOf, tellsOurs } from './layer-id.ts'
import { bringBack, layersOf, layerText, layerTexts, mergeCopies, putLayer, readLayer, smaller, type Layer } from './layers.ts'
import { isTooMuch, most, roomIn } from './limits.ts'
import { merge } from './merge.ts'
import { pack, unpack } from './pack.ts'
import { partOf } from './part.ts'
import { layered, layerOf } from './testing/layered.ts'
import { agency, emptyWorkbook, isEmpty, type Workbook } from './workbook.ts'

const copy = (book: Workbook): Workbook => unpack(pack(book))
const facts = (book: Workbook): unknown => JSON.parse(writeWorkbook(book))
const parts: Part[] = [{ partner: 'p1' }, { partner: 'p2' }, { instrument: 'vetting' }, { instrument: 'ready' }, { layer: 'l1' }, { layer: 'l2' }, { layer: 'l3' }]

/** Every answer that a layer holds, and everybody whom it names. */
function said (text: string): string[] {
  if (text === '') return []
  const { subjects, partners, instruments, counts = {} } = readLayer(text)
  return [
    ...partners.map(({ id, name }) => `${id} ${name}`), ...instruments,
    ...Object.entries(subjects).flatMap(([id, { answers, rows }]) => [...Object.entries(answers).map(([field, { value }]) => `${id} ${field} ${value}`), ...Object.entries(rows).flatMap(([table, list]) => list.map(row => `${id} ${table} ${JSON.stringify(row)}`))]),
    ...Object.entries(counts).flatMap(([id, fields]) => Object.entries(fields).map(([field, options]) => `${id} ${field} ${JSON.stringify(options)}`))
  ].sort()
}

test('a workbook without layers is written as the first version, byte for byte, and opens as before', () => {
  const { file, forms } = JSON.parse(readFileSync('scripts/storage/testing/stored/2026-11.json', 'utf8')) as { file: string, forms: object }
  assert.ok(Object.keys(forms).length > 5)
  assert.equal(writeWorkbook(readWorkbook(file)), file)
  assert.match(file, /"version": 1,/)
  const book = emptyWorkbook('w1', '2026-11')
  apply(book, [{ kind: 'answer', subject: agency, field: 'map.goal', value: 'Find housing' }], { at: 5, by: 'a' })
  assert.equal(pack(book), '[1,"w1","2026-11",[],[],[["agency",5,"[[\\"map.goal\\",\\"Find housing\\",5,\\"a\\",0],[]]"]]]')
})

test('what the first version did not know as layers is none', () => {
  const older = JSON.stringify({ ...JSON.parse(writeWorkbook(emptyWorkbook('w1'))) as object, layers: 7, wordings: 'x', 'layer/a': 5, future: 1 })
  const book = readWorkbook(older)
  assert.equal(layerTexts(book).size, 0)
  assert.deepEqual([...book.rest], [['future', 1]])
  assert.match(writeWorkbook(book), /"version": 1,/)
})

test('a workbook with layers says that it needs the second version, packed and in a file, and comes back the same', () => {
  const book = layered()
  assert.ok(pack(book).startsWith('[2,"w1"'))
  assert.match(writeWorkbook(book), /"version": 2,/)
  assert.deepEqual(facts(copy(book)), facts(book))
  assert.equal(pack(copy(book)), pack(book))
  assert.deepEqual(facts(readWorkbook(writeWorkbook(book))), facts(book))
  assert.deepEqual(layerTexts(readWorkbook(writeWorkbook(book))), layerTexts(book))
  assert.ok(!isEmpty(copy(book)))
  const alone = emptyWorkbook('w1')
  putLayer(alone, 'l1', layerOf())
  assert.ok(!isEmpty(alone))
})

test('what changes with a key carries no layer, and a change that comes leaves all as they are', () => {
  const book = layered()
  const before = new Map(layerTexts(book))
  const { patch } = apply(book, [{ kind: 'answer', subject: agency, field: 'ready.time.answer', value: 'starting' }], { at: 9000, by: 'b' })
  assert.ok(pack(patch).length < 200)
  const other = layered()
  merge(other, unpack(pack(patch)))
  assert.deepEqual(layerTexts(other), before)
})

test('copies that were erased from in whatever way merge to the same, in any order and however often', () => {
  fc.assert(fc.property(fc.array(fc.subarray(parts), { minLength: 2, maxLength: 4 }), fc.infiniteStream(fc.nat()), (erased, picks) => {
    const copies = erased.map(list => {
      const book = layered()
      for (const part of list) cutOut(book, part)
      return book
    })
    const layersOf = (book: Workbook): object => Object.fromEntries([...layerTexts(book)].sort())
    const together = (order: readonly Workbook[]): object => {
      const book = copy(order[0]!)
      for (const other of order.slice(1)) mergeCopies(book, copy(other))
      return layersOf(book)
    }
    const straight = together(copies)
    const shuffled = [...copies, ...copies].map(one => [picks.next().value as number, one] as const).sort(([a], [b]) => a - b).map(([, one]) => one)
    assert.deepEqual(together(shuffled), straight)
    // In two halves.
    const [first, ...others] = copies.map(copy)
    const rest = copy(others[0]!)
    for (const other of others.slice(1)) mergeCopies(rest, other)
    mergeCopies(first!, rest)
    assert.deepEqual(layersOf(first!), straight)
    // All that was erased in one is gone from all.
    const all = layered()
    for (const part of erased.flat()) cutOut(all, part)
    for (const [id, text] of layerTexts(all)) assert.deepEqual(said((straight as Record<string, string>)[id]!), said(text), id)
  }))
})

test('nothing in a layer changes but by erasing, whatever is done to the workbook, and nothing brings back by itself what was erased', () => {
  const field = fc.constantFrom('vetting.terms.answer', 'ready.time.answer', 'vetting.terms.note')
  const step = fc.oneof(
    fc.record({ kind: fc.constant('type' as const), subject: fc.constantFrom('p1', 'p2', agency), field, value: fc.string({ maxLength: 4 }) }),
    fc.constantFrom(...parts).map(part => ({ kind: 'erase' as const, part })),
    fc.constantFrom(...(['copy', 'merge', 'tabs', 'file'] as const).map(kind => ({ kind })))
  )
  fc.assert(fc.property(fc.array(step, { maxLength: 12 }), steps => {
    let book = layered()
    const first = layered()
    let at = 3000
    for (const one of steps) {
      const before = new Map(layerTexts(book))
      if (one.kind === 'type') apply(book, [{ ...one, kind: 'answer' }], { at: at++, by: 'a' })
      else if (one.kind === 'copy') book = copy(book)
      else if (one.kind === 'merge') mergeCopies(book, first)
      else if (one.kind === 'tabs') merge(book, copy(first))
      else if (one.kind === 'erase') cutOut(book, one.part)
      else book = readWorkbook(writeWorkbook(book))
      for (const [id, text] of layerTexts(book)) {
        const was = said(before.get(id)!)
        if (one.kind !== 'erase') assert.equal(text, before.get(id), `${one.kind} ${id}`)
        else for (const thing of said(text)) assert.ok(was.includes(thing), thing)
      }
    }
  }))
})

test('what is erased is gone from every layer, with the words of questions that no layer answers any more', () => {
  for (const [part, canary] of [[{ partner: 'p1' }, /p1|Bakery|note mostly/], [{ instrument: 'vetting' }, /vetting|note|Are the terms clear/], [{ instrument: 'ready' }, /"ready|Is there time/]] as const) {
    const book = layered()
    cutOut(book, part)
    assert.doesNotMatch(writeWorkbook(book), canary)
    assert.doesNotMatch(pack(book), canary)
    mergeCopies(book, layered())
    const layers = JSON.stringify([...layerTexts(book)])
    assert.doesNotMatch(layers, new RegExp(canary.source.replace('|Are the terms clear', '').replace('|Is there time', '')))
  }
  const book = layered()
  cutOut(book, { layer: 'l1' })
  assert.deepEqual(layerTexts(book).get('l1'), '')
  assert.doesNotMatch(writeWorkbook(book), /Spring/)
  mergeCopies(book, layered())
  assert.doesNotMatch(writeWorkbook(book), /Spring/)
})

test('a layer in which nothing is left is no layer', () => {
  const book = layered()
  for (const part of [{ instrument: 'vetting' }, { instrument: 'ready' }] as const) cutOut(book, part)
  assert.deepEqual([...layerTexts(book).values()], ['', '', '', ''])
  const [a, b] = [layered(), layered()]
  cutOut(a, { instrument: 'vetting' })
  cutOut(b, { instrument: 'ready' })
  mergeCopies(a, b)
  assert.equal(layerTexts(a).get('l1'), '')
})

test('what was erased comes back by a press, as another layer, and stays when a copy with the smaller one comes', () => {
  let n = 0
  for (const part of parts) {
    const book = layered()
    const taken = copy(cutOut(book, part))
    const erased = copy(book)
    bringBack(book, taken, () => `n${++n}`)
    const before = [...layerTexts(layered()).values()].filter(text => text !== '').map(said).sort()
    const live = (of: Workbook): string[][] => [...layerTexts(of).values()].filter(text => text !== '').map(said).sort()
    assert.deepEqual(live(book), before, JSON.stringify(part))
    mergeCopies(book, erased)
    assert.deepEqual(live(book), before, JSON.stringify(part))
  }
})

test('the smaller of two copies is the same whichever comes first, also of copies that a damaged file made differ', () => {
  const other: Layer = { ...layerOf('Other'), at: 7 }
  other.subjects['p1']!.answers['vetting.terms.answer']!.value = 'other'
  const [a, b] = [layerText(layerOf()), layerText(other)]
  assert.equal(smaller(a, b), smaller(b, a))
  assert.equal(smaller(a, a), a)
  assert.equal(smaller(a, ''), '')
  const [x, y] = [layered(), layered()]
  const [counts] = [...layerTexts(x)].filter(([id]) => id === 'l3').map(([, text]) => readLayer(text))
  counts!.counts!['p1']!['vetting.terms.answer']!['mostly'] = 1
  assert.equal(smaller(layerText(counts!), layerTexts(y).get('l3')!), layerText(counts!))
})

test('a part that is saved for others holds no layer, and what a file brought goes again with its layers', () => {
  assert.equal(layerTexts(partOf(layered(), { instruments: new Set(['vetting', 'ready']), subjects: new Set(['p1', agency]), notes: true })).size, 0)
  const brought = layered()
  const left = without(brought, layered())
  assert.equal(left.rest.size, 0)
  putLayer(brought, 'lnew', layerOf('Autumn'))
  assert.deepEqual([...layerTexts(without(brought, layered())).keys()], ['lnew'])
  assert.equal(without(brought, layered()).rest.get('version'), 2)
})

test('a file with more layers than a page reads is refused with that reason, and there is room for what is typed', () => {
  const file = JSON.parse(writeWorkbook(layered())) as { layers: Record<string, unknown> }
  const reason = (layers: Record<string, unknown>): string => {
    try {
      readWorkbook(JSON.stringify({ ...file, layers }))
      return 'read'
    } catch (error) {
      return (error as WorkbookRefused).reason
    }
  }
  const many = (n: number, layer: unknown): Record<string, unknown> => Object.fromEntries(Array.from({ length: n }, (_, i) => [`l${i}`, layer]))
  const one = file.layers['l2']
  assert.equal(reason(many(most.layers, one)), 'read')
  assert.equal(reason(many(most.layers + 1, one)), 'many-layers')
  assert.equal(reason(many(most.layers + 1, null)), 'read')
  const answers = Object.fromEntries(Array.from({ length: most.inLayers / 4 + 1 }, (_, i) => [`map.x${i}`, { value: '' }]))
  assert.equal(reason(many(4, { ...one as object, subjects: { agency: { answers, rows: {} } } })), 'many-entries')
  const book = emptyWorkbook('w1')
  const edit = { kind: 'answer' as const, subject: agency, field: 'map.goal', value: 'x' }
  assert.ok(!isTooMuch(book, [edit]))
  putLayer(book, 'l1', { ...layerOf(), subjects: { agency: { answers: { 'map.goal': { value: 'x'.repeat(most.file) } }, rows: {} } } })
  assert.ok(isTooMuch(book, [edit]))
})

test('counts say no more than all who were counted, and of no more than are ever taken in', () => {
  const file = JSON.parse(writeWorkbook(layered())) as { layers: Record<string, unknown> }
  const one = file.layers['l3'] as object
  const reason = (views: unknown, options: Record<string, unknown>): string => {
    try {
      readWorkbook(JSON.stringify({ ...file, layers: { l3: { ...one, views, counts: { agency: { 'ready.time.answer': options } } } } }))
      return 'read'
    } catch (error) {
      return (error as WorkbookRefused).reason
    }
  }
  assert.equal(reason(3, { mostly: 2, 'not-yet': 1 }), 'read')
  assert.equal(reason(most.views, { mostly: most.views }), 'read')
  for (const [views, options] of [
    [3, { mostly: 4 }], [3, { mostly: 2, 'not-yet': 2 }], [3, { mostly: 1.8e308 }], [3, { mostly: 1e300 }], [3, { mostly: -1 }], [3, { mostly: 0.5 }],
    [most.views + 1, { mostly: 1 }], [Number.MAX_SAFE_INTEGER, { mostly: Number.MAX_SAFE_INTEGER }], [undefined, { mostly: 1 }]
  ] as const) assert.equal(reason(views, options), 'damaged', JSON.stringify([views, options]))
  // Options of one question are entries like any other.
  assert.equal(reason(3, Object.fromEntries(Array.from({ length: most.inLayers + 1 }, (_, i) => [`o${i}`, 0]))), 'many-entries')
})

test('what room is left for typing leaves a file that opens again, whatever layers look like in it', () => {
  const short = Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`map.x${i}`, { value: 'x', wording: '0a1b2c3d' }]))
  const book = emptyWorkbook('w1')
  for (let i = 0; i < 10; i++) putLayer(book, `l${i}`, { ...layerOf(), subjects: { agency: { answers: short, rows: {} }, p1: { answers: short, rows: {} } } })
  assert.ok(writeWorkbook(book).length + roomIn(book).characters <= most.file)
})

test('the layer of our own answers is known by its id, whatever anybody calls it, also when it was taken out and comes back', () => {
  const book = emptyWorkbook('w1')
  const [ours, other] = [layerId('ours'), layerId()]
  assert.deepEqual([ours, other].map(tellsOurs), [true, false])
  putLayer(book, ours, { ...layerOf('Unser Arbeitsheft'), kind: 'colleague' })
  putLayer(book, other, { ...layerOf('Our workbook'), kind: 'colleague' })
  const again = readWorkbook(writeWorkbook(book))
  assert.deepEqual([...layerTexts(again).keys()].filter(tellsOurs), [ours])
  const taken = copy(cutOut(again, { layer: ours }))
  bringBack(again, taken, sameKindOf)
  assert.deepEqual(layersOf(again).filter(({ id }) => tellsOurs(id)).map(({ layer }) => layer.name), ['Unser Arbeitsheft'])
})

test('what was read of layers is read once, and is forgotten when it is erased', () => {
  const book = layered()
  const read = new Map<string, Layer>()
  const first = layersOf(book, read)
  assert.deepEqual(first.map(({ id }) => id), ['l1', 'l2', 'l3'])
  for (const [i, { layer }] of layersOf(book, read).entries()) assert.equal(layer, first[i]!.layer)
  cutOut(book, { partner: 'p1' })
  for (const [i, { layer }] of layersOf(book, read).entries()) assert.notEqual(layer, first[i]!.layer)
  assert.equal(read.size, 3)
  assert.doesNotMatch(JSON.stringify([...read]), /Bakery/)
  layersOf(emptyWorkbook('w1'), read)
  assert.equal(read.size, 0)
})
