import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fieldsAnswered } from './answered.ts'
import { answeredAlone, byWidth, choicesOf, counted, countsOf, letterOf, lettersOf, standings, subjectsOf, viewFrom, viewsOf, type View } from './colleagues.ts'
import type { InstrumentDefinition } from './guide.ts'
import { writeWorkbook } from './json.ts'
import { putLayer, type Layer } from './layers.ts'
import { pack } from './pack.ts'
import { emptyWorkbook } from './workbook.ts'

const options = ['not-yet', 'starting', 'mostly', 'in-place'].map((id, value) => ({ id, label: id, value }))
const apart = { id: 'not-applicable', label: 'Does not apply' }
const ids = ['a', 'b', 'c', 'd', 'e']
const instrument: InstrumentDefinition = {
  id: 'vetting', kind: 'assessment', title: 'Vetting', page: '', perPartner: true, scale: { options, notApplicable: apart },
  parts: ids.flatMap(id => [
    { item: id, field: { id: `vetting.${id}.answer`, kind: 'choice' as const, label: id, wording: `w-${id}`, options: [...options, apart] } },
    { item: id, field: { id: `vetting.${id}.help`, kind: 'check' as const, label: id, wording: `h-${id}` } },
    { item: id, field: { id: `vetting.${id}.note`, kind: 'long' as const, label: id, wording: `n-${id}` } }
  ]),
  domains: [{ id: 'all', title: 'All', items: ids.map(id => ({ id, label: `Question ${id}`, ...id === 'c' && { critical: true as const } })) }]
}

let at = 0
function layer (name: string, answers: Record<string, string>): Layer {
  return viewFrom({ p1: { answers: Object.fromEntries(Object.entries(answers).map(([id, value]) => [`vetting.${id.includes('.') ? id : id + '.answer'}`, { value }])), rows: {} } },
    { name, at: ++at, day: '2026-11-30', guide: '2026-11', lang: 'en', partners: [{ id: 'p1', name: 'Bakery' }] })!
}
const view = (name: string, answers: Record<string, string>): View => ({ id: name.toLowerCase(), layer: layer(name, answers) })

test('each question says who said what, who said nothing, and how far the views lie apart', () => {
  const views = [
    view('Director', { a: 'not-yet', b: 'mostly', c: 'mostly', d: 'not-applicable', 'a.note': 'Not for drivers' }),
    view('Board', { a: 'in-place', b: 'mostly', c: 'starting', d: 'mostly' }),
    view('Case manager', { a: 'not-yet', b: 'mostly', d: 'mostly' })
  ]
  const rows = standings(instrument, 'p1', views)
  assert.deepEqual(rows.map(({ item, spread, open }) => [item.id, spread, open]), [['a', 'far-apart', 0], ['b', 'alike', 0], ['c', 'close', 1], ['d', 'alike', 0], ['e', null, 3]])
  assert.deepEqual(countsOf(rows[0]!, [...options, apart]).map(({ option, count }) => `${count} ${option.id}`), ['2 not-yet', '1 in-place'])
  assert.deepEqual(rows[0]!.said.get('not-yet')!.views.map(({ layer }) => layer.name), ['Director', 'Case manager'])
  assert.deepEqual(rows[0]!.notes.map(({ text }) => text), ['Not for drivers'])
  assert.deepEqual(countsOf(rows[3]!, [...options, apart]).map(({ option, count }) => `${count} ${option.id}`), ['2 mostly', '1 not-applicable'])
  assert.deepEqual([...rows].sort(byWidth).map(({ item }) => item.id), ['a', 'c', 'd', 'b', 'e'])
  assert.deepEqual(subjectsOf(instrument, views), ['p1'])
  assert.equal(standings(instrument, 'p2', views).every(({ open, said }) => open === 0 && said.size === 0), true)
})

test('of the same width the important ones come first, then those that are split more evenly', () => {
  const four = (answers: Record<string, string>[]): View[] => answers.map((one, i) => view(`V${i}`, one))
  const rows = standings(instrument, 'p1', four([
    { a: 'not-yet', b: 'not-yet', c: 'not-yet' }, { a: 'not-yet', b: 'not-yet', c: 'not-yet' }, { a: 'not-yet', b: 'in-place', c: 'not-yet' }, { a: 'in-place', b: 'in-place', c: 'in-place' }
  ])).sort(byWidth)
  assert.deepEqual(rows.slice(0, 3).map(({ item }) => item.id), ['c', 'b', 'a'])
})

test('without names, counts alone are left: no role, note, time, file, order or text of anybody, wherever one looks', () => {
  const canary = ['Director', 'Not for drivers', 'Canary', 'somebody wrote this']
  const files = [
    layer('Director', { a: 'not-yet', 'a.note': 'Not for drivers', 'a.help': 'yes', b: 'somebody wrote this' }), layer('Canary', { a: 'mostly', c: 'mostly' })
  ]
  files[0]!.subjects['p1']!.rows['vetting.people'] = [{ key: 'r1', place: 1, born: '77777-canary' }]
  const book = emptyWorkbook('w1')
  putLayer(book, 'l1', counted(files, choicesOf([instrument]), 'Three of us', 5, '2026-11-30'))
  for (const text of [pack(book), writeWorkbook(book)]) for (const word of [...canary, 'canary', '77777', '.note']) assert.ok(!text.includes(word), word)
  const other = emptyWorkbook('w1')
  putLayer(other, 'l1', counted([...files].reverse(), choicesOf([instrument]), 'Three of us', 5, '2026-11-30'))
  assert.equal(writeWorkbook(other), writeWorkbook(book), 'in whatever order they came')
  const [row] = standings(instrument, 'p1', viewsOf(book))
  assert.deepEqual([row!.spread, row!.open, countsOf(row!, options).map(({ count }) => count)], ['apart', 0, [1, 1]])
  assert.equal(standings(instrument, 'p1', viewsOf(book))[2]!.open, 1)
  assert.throws(() => counted(files.slice(1), choicesOf([instrument]), '', 5, '2026-11-30'), RangeError)
})

test('letters go on after Z, and a file without an answer is no view', () => {
  assert.deepEqual([0, 1, 25, 26, 27, 51, 52, 701, 702].map(letterOf), ['A', 'B', 'Z', 'AA', 'AB', 'AZ', 'BA', 'ZZ', 'AAA'])
  assert.equal(viewFrom({ p1: { answers: {}, rows: {} } }, { name: 'A', at: 1, day: '2026-11-30', guide: '', lang: 'en', partners: [] }), null)
})

test('what one file alone answers is left out of counts, with the partner whom nobody else knows', () => {
  const ready: InstrumentDefinition = { id: 'ready', kind: 'assessment', title: '', page: '', parts: [{ item: 'time', field: { id: 'ready.time.answer', kind: 'choice', label: '', wording: '', options } }] }
  const choices = choicesOf([instrument, ready])
  const first = layer('One', { a: 'not-yet', 'a.note': 'a note' })
  const second = layer('Two', { b: 'mostly' })
  first.subjects['canary'] = { answers: { 'vetting.a.answer': { value: 'mostly' }, 'vetting.b.answer': { value: 'not-yet' } }, rows: {} }
  first.partners.push({ id: 'canary', name: 'Canary Co-op' })
  second.subjects['agency'] = { answers: { 'ready.time.answer': { value: 'not-yet' } }, rows: {} }
  // A note alone is no answer that counts.
  second.subjects['canary'] = { answers: { 'vetting.a.note': { value: 'not sure' } }, rows: {} }
  second.partners.push({ id: 'canary', name: 'Canary Co-op' })
  assert.deepEqual(answeredAlone([first, second], choices), [{ subject: 'canary', instrument: 'vetting' }, { subject: 'agency', instrument: 'ready' }])
  const book = emptyWorkbook('w1')
  const made = counted([first, second], choices, 'Two of us', 5, '2026-11-30')
  putLayer(book, 'l1', made)
  assert.doesNotMatch(writeWorkbook(book), /canary|Canary|ready/)
  assert.deepEqual(made.counts, { p1: { 'vetting.a.answer': { 'not-yet': 1 }, 'vetting.b.answer': { mostly: 1 } } })
  assert.deepEqual([made.instruments, made.views], [['vetting'], 2])
  const third = layer('Three', { a: 'not-yet' })
  third.subjects['canary'] = { answers: { 'vetting.c.answer': { value: 'mostly' } }, rows: {} }
  assert.deepEqual(answeredAlone([first, second, third], choices), [{ subject: 'agency', instrument: 'ready' }])
  assert.deepEqual(Object.keys(counted([first, second, third], choices, '', 5, '2026-11-30').counts!).sort(), ['canary', 'p1'])
})

test('a partner may be called as what every object has', () => {
  const files = ['One', 'Two'].map((name): Layer => ({ ...layer(name, { a: 'mostly' }), partners: [{ id: 'constructor', name: 'Constructor' }], subjects: { constructor: { answers: { 'vetting.a.answer': { value: 'mostly' } }, rows: {} } } }))
  const made = counted(files, choicesOf([instrument]), '', 5, '2026-11-30')
  assert.deepEqual(Object.entries(made.counts!), [['constructor', { 'vetting.a.answer': { mostly: 2 } }]])
  assert.deepEqual(made.partners, [{ id: 'constructor', name: 'Constructor' }])
  const none = counted([layer('One', { a: 'mostly' }), layer('Two', { a: 'mostly' })].map(one => ({ ...one, partners: [...one.partners, { id: 'constructor', name: 'Canary' }] })), choicesOf([instrument]), '', 5, '2026-11-30')
  assert.deepEqual(none.partners.map(({ id }) => id), ['p1'])
  for (const kind of [none, layer('One', { a: 'mostly' })]) assert.equal(standings(instrument, 'constructor', [{ id: 'x', layer: kind }]).every(({ open, said }) => open + said.size === 0), true)
})

test('however many say the same, and however many options somebody wrote into a file, it is told', { timeout: 20_000 }, () => {
  const many: View = { id: 'l1', layer: { ...layer('', { a: 'mostly' }), kind: 'counts', subjects: {}, views: 1e9, counts: { p1: { 'vetting.a.answer': { 'not-yet': 5e8, 'in-place': 5e8 }, 'vetting.b.answer': { mostly: 1e9 }, 'vetting.c.answer': { mostly: 1 } } } } }
  assert.deepEqual(standings(instrument, 'p1', [many]).map(({ spread }) => spread), ['far-apart', 'alike', null, null, null])
  const options = Object.fromEntries(Array.from({ length: 200_000 }, (_, i) => [`o${i}`, 1]))
  const wide: View = { id: 'l2', layer: { ...many.layer, counts: { p1: { 'vetting.a.answer': options, 'vetting.b.answer': options } } } }
  assert.equal(standings(instrument, 'p1', [wide]).sort(byWidth).length, 5)
})

test('a view has the letter that it is called, the others those that are left, and counts have none', () => {
  const counts: View = { id: 'l9', layer: { ...layer('2 views', { a: 'mostly' }), kind: 'counts' } }
  const named = (name: string): View => view(name, { a: 'mostly' })
  assert.deepEqual(lettersOf([], 2), ['A', 'B'])
  assert.deepEqual(lettersOf([named('A'), named('B'), named('Our workbook')]), ['A', 'B', 'C'])
  assert.deepEqual(lettersOf([named('A'), named('B'), named('Our workbook')], 2), ['A', 'B', 'C', 'D', 'E'])
  // What was added and what went leaves everybody the letter that the name says.
  assert.deepEqual(lettersOf([counts, named('B'), named('Our workbook'), named('D')], 1), ['', 'B', 'A', 'D', 'C'])
  assert.deepEqual(lettersOf([named('Director'), named('A'), named('A'), counts, named('Board')]), ['B', 'A', 'C', '', 'D'])
})

test('what colleagues answered is known by its fields, with counts and without what is empty', () => {
  const [one, two] = [view('Director', { a: 'not-yet', b: '', 'c.note': 'Ask' }), view('Board', { d: 'mostly' })]
  const counts = { id: 'n', layer: counted([layer('X', { a: 'mostly', e: 'mostly' }), layer('Y', { e: 'starting' })], choicesOf([instrument]), 'Two of us', 9, '2026-11-30') }
  const fields = (...views: View[]): string[] => [...fieldsAnswered(views, 'vetting', 'p1')].sort()
  assert.deepEqual(fields(one, two), ['vetting.a.answer', 'vetting.c.note', 'vetting.d.answer'])
  assert.deepEqual(fields(counts), ['vetting.a.answer', 'vetting.e.answer'])
  assert.deepEqual([...fieldsAnswered([one], 'vetting', 'p2'), ...fieldsAnswered([one], 'ready', 'p1'), ...fieldsAnswered([one], 'vet', 'p1')], [])
})
