import { apply, type Edit } from '../edit.ts'
import { putLayer, setTexts, type Layer, type Wording } from '../layers.ts'
import { agency, emptyWorkbook, type Workbook } from '../workbook.ts'

const answer = (subject: string, field: string, value: string): Edit => ({ kind: 'answer', subject, field, value, wording: '0a1b2c3d' })

/** A made-up round of two partners and the agency. */
export function layerOf (name = 'Spring'): Layer {
  const of = (value: string, field = 'vetting.terms.answer'): Layer['subjects'][string] => ({ answers: { [field]: { value, wording: '0a1b2c3d' }, 'vetting.terms.note': { value: `note ${value}` } }, rows: {} })
  return {
    kind: 'round', name, at: 1000, day: '2026-03-14', guide: '2026-03', lang: 'en', instruments: ['vetting', 'ready'],
    partners: [{ id: 'p1', name: 'Bakery' }, { id: 'p2', name: 'College' }],
    subjects: {
      p1: of('mostly'), p2: of('not-yet'),
      agency: { answers: { 'ready.time.answer': { value: 'in-place', wording: '99999999' } }, rows: { 'ready.people': [{ key: 'r2', place: 3, born: '5-a' }, { key: 'r1', place: 1, removed: true }] } }
    }
  }
}

const words: [string, Wording][] = [
  ['0a1b2c3d', { lang: 'en', question: 'Are the terms clear?', options: [{ id: 'mostly', label: 'Mostly' }] }], ['99999999', { lang: 'en', question: 'Is there time?', options: [] }]
]

/** A workbook with two partners, a round, a view of a colleague, one of counts, and the trace of a round that was removed. */
export function layered (): Workbook {
  const book = emptyWorkbook('w1', '2026-11')
  apply(book, [
    { kind: 'partner', id: 'p1', name: 'Bakery' }, { kind: 'partner', id: 'p2', name: 'College' },
    answer('p1', 'vetting.terms.answer', 'in-place'), answer('p2', 'vetting.terms.answer', 'mostly'), answer(agency, 'ready.time.answer', 'mostly')
  ], { at: 2000, by: 'a' })
  putLayer(book, 'l1', layerOf(), new Map(words))
  putLayer(book, 'l2', { ...layerOf('Case manager'), kind: 'colleague' })
  putLayer(book, 'l3', { ...layerOf('Three of us'), kind: 'counts', subjects: {}, views: 3, counts: { p1: { 'vetting.terms.answer': { mostly: 2, 'not-yet': 1 } }, agency: { 'ready.time.answer': { 'in-place': 3 } } } })
  setTexts(book, new Map([['lgone', '']]))
  return book
}
