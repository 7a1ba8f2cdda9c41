import assert from 'node:assert/strict'
import { test } from 'node:test'
import { apply } from '../edit.ts'
import { cutOut } from '../cut-out.ts'
import { readWorkbook, writeWorkbook } from '../json.ts'
import { merge } from '../merge.ts'
import { planHome, steps } from '../plan.ts'
import { bookWith, guideWithMap, mapOf, now, type Said } from '../testing/map.ts'
import { stepsBack, takeable } from '../undo.ts'
import { agency, planSubject, type Workbook } from '../workbook.ts'
import { asPartner, checkedToday, planStep, putAside } from './actions.ts'
import { answerOf } from './answers.ts'
import { findingsOf, type Finding, type FindingKind } from './findings.ts'
import { nearPairs } from './near-names.ts'
import { nameOfFact, statements, stepOfFinding, takeaway, titleOfFinding } from './said.ts'
import { vettings } from './vetting.ts'
import { spent } from '../testing/spent.ts'

const guide = guideWithMap(['Employers', 'Schools', 'Housing'])
const stamp = (at: number) => ({ at, by: 'test' })
const told = (book: Workbook): Finding[] => findingsOf(mapOf(guide, book).map, guide, book, now)
const find = (book: Workbook, kind: FindingKind): Finding | undefined => told(book).find(finding => finding.kind === kind)
/** Whom a finding of a kind is about. */
const about = (rows: readonly Said[], kind: FindingKind, at?: number): string[] => {
  const book = bookWith(rows, at)
  return find(book, kind)?.facts.map(fact => nameOfFact(mapOf(guide, book).of, fact)) ?? []
}

test('the title says what the map shows', () => {
  const title = (...rows: Said[]): string => takeaway(mapOf(guide, bookWith(rows)).map)
  assert.equal(title(), 'Nobody is on your map yet')
  assert.equal(title({ name: 'A' }), '1 organization is on your map, and no sector is said yet')
  assert.equal(title({ name: 'A', sector: 0, tie: 0 }), 'You work closely with 1 of 3 sectors; nobody yet in Schools and Housing')
  assert.equal(title({ name: 'A', sector: 0, tie: 3 }), 'You know somebody in 1 of 3 sectors; nobody yet in Schools and Housing')
  assert.equal(title({ name: 'A', sector: 0, tie: 0 }, { name: 'B', sector: 1 }, { name: 'C', sector: 2, tie: 1 }), 'You work closely with 1 of 3 sectors, and know somebody in each')
  assert.equal(title({ name: 'A', sector: 0, tie: 0 }, { name: 'B', sector: 1, tie: 0 }, { name: 'C', sector: 2, tie: 0 }), 'You work closely with each of the 3 sectors')
  assert.equal(title({ name: 'A', sector: 0 }, { name: 'B', sector: 1 }, { name: 'C', sector: 2 }), 'You know somebody in each of the 3 sectors, and work closely with none yet')
})

test('rows without a name are left out and counted, and what is not said is null', () => {
  const { map } = mapOf(guide, bookWith([{ name: ' Harbor ', sector: 1 }, { sector: 2, gain: 'Jobs' }, {}, { name: 'Old', category: 'gone' }]))
  assert.deepEqual(map.organizations.map(({ key, name, sector, tie }) => [key, name, sector, tie]), [['r1', 'Harbor', 1, null], ['r4', 'Old', null, null]])
  assert.deepEqual(map.nameless, ['r2'])
})

test('each finding is told of those that it is about, and of no others', () => {
  assert.deepEqual(about([{ name: 'A', due: '2026-11-30' }, { name: 'B', due: '2026-12-01' }, { name: 'C', due: 'soon' }], 'due'), ['A'])
  assert.deepEqual(about([{ name: 'A', due: '2026-11-30' }, { name: 'B', due: '2026-12-14' }, { name: 'C', due: '2026-12-15' }], 'soon'), ['B'])
  assert.deepEqual(about([{ name: 'A', review: '2026-11-29' }, { name: 'B', review: '2027-01-01' }], 'review'), ['A'])
  assert.deepEqual(about([{ name: 'A', sector: 1 }], 'open'), ['Employers', 'Housing'])
  assert.deepEqual(about([], 'open'), [], 'an empty map has nothing to tell')
  // One of Schools works closely with us; of Housing it is not said of each.
  const sectors: Said[] = [{ name: 'A', sector: 0, tie: 3 }, { name: 'B', sector: 0, tie: 1 }, { name: 'C', sector: 1, tie: 0 }, { name: 'D', sector: 1, tie: 2 }, { name: 'E', sector: 2, tie: 1 }, { name: 'F', sector: 2 }]
  assert.deepEqual(about(sectors, 'close'), ['Employers'])
  assert.deepEqual(about([{ name: 'A', tie: 1 }], 'close'), [], 'without a sector nothing is known of one')
  const known = [{ name: 'A', tie: 3, introducer: 'board treasurer' }, { name: 'B', tie: 3 }, { name: 'C', tie: 2, introducer: 'case manager' }]
  assert.deepEqual([about(known, 'way'), about(known, 'far')], [['A'], ['B']])
  // Whoever of us knows them can introduce us, where nobody else is named.
  assert.deepEqual([about([{ name: 'D', tie: 3, 'known-by': 'case manager' }], 'way'), about([{ name: 'D', tie: 3, 'known-by': 'case manager' }], 'far')], [['D'], []])
  const levels: Said[] = [{ name: 'A', tie: 0, level_: 0 }, { name: 'B', tie: 3, level_: 0 }, { name: 'C', tie: 1, level_: 1 }, { name: 'D', tie: 1, 'known-by': 'case manager' }, { name: 'E', tie: 1, 'known-by': 'case manager, director' }]
  assert.deepEqual(about(levels, 'one'), ['A', 'D'])
  const both = [{ name: 'A', gain: 'Jobs' }, { name: 'B', offer: 'Rooms' }, { name: 'C', gain: 'Jobs', offer: 'Rooms' }]
  assert.deepEqual([about(both, 'give'), about(both, 'take')], [['A'], ['B']])
  assert.deepEqual(about([{ name: 'A', checked: '2025-11-29' }, { name: 'B', checked: '2025-11-30' }, { name: 'C' }], 'old'), ['A'])
  assert.deepEqual(about([{ name: 'A' }, { name: 'B', checked: '2026-01-01' }], 'old', Date.parse('2025-03-01')), ['A'], 'where no day is said, the last change counts')
  assert.deepEqual(about([{ name: 'A', tie: 0 }, { name: 'B', tie: 1 }], 'vet'), ['A'])
  assert.deepEqual(about([{ name: 'A', sector: 0 }, { name: 'B', tie: 0 }, { name: 'C', sector: 0, tie: 0 }], 'part'), ['A', 'B'])
  assert.deepEqual(about([{ name: 'A', sector: 0, strengths: 'Paid trainee places' }, { name: 'B', sector: 0, strengths: 'They have trainee places with a coach' }, { name: 'C', sector: 1, strengths: 'Paid trainee places' }, { name: 'D', sector: 0, strengths: 'Places' }], 'work'), ['A and B'])
})

test('names that are nearly the same are found, and others are not', () => {
  const pairs = (...names: string[]): string[] => nearPairs(names.map(name => ({ name }))).map(([a, b]) => `${a.name} = ${b.name}`)
  for (const [a, b] of [['Family Center on Vine', 'Vine St. Family Centre'], ['Harbor Street Bakery', 'harbor  street bakery'], ['Habor Street Bakery', 'Harbor Street Bakery'], ['Café Lindenhof', 'Cafe Lindenhof'],
    ['Two Rivers College', 'Two Rivers'], ['北京学校', '北京学校']] as const) assert.deepEqual(pairs(a, b), [`${a} = ${b}`])
  for (const [a, b] of [['Harbor Street Bakery', 'Harbor Street Hotel'], ['Lantern House', 'Lantern Textile Co-op'], ['School 12', 'School 13'], ['Harbor', 'Harbor Choir'], ['北京学校', '上海学校'], ['Cedar Court', 'Elm Court']] as const) assert.deepEqual(pairs(a, b), [])
  const many = Array.from({ length: 1000 }, (_, i) => `Center ${String.fromCharCode(97 + i % 26)}${i} of the county`)
  const time = spent()
  pairs(...many, 'Harbor Street Bakery', 'Harbor St Bakery')
  assert.ok(time() < 1000)
})

test('a finding becomes a step of the plan, and says so until the step is done', () => {
  const book = bookWith([{ name: 'Lantern Co-op', tie: 3, introducer: 'board treasurer' }])
  const { of } = mapOf(guide, book)
  const finding = find(book, 'way')!
  assert.deepEqual([titleOfFinding(finding), stepOfFinding(of, finding)], ['1 could be nearer: somebody can introduce you', 'Ask for introductions to Lantern Co-op'])
  apply(book, planStep(guide, book, stamp(Date.parse(now)), { what: stepOfFinding(of, finding), from: finding.from }), stamp(Date.parse(now)))
  assert.equal(steps(book, planHome(guide))[0]?.what, 'Ask for introductions to Lantern Co-op')
  assert.ok(find(book, 'way')!.planned)
  apply(book, [{ kind: 'answer', subject: agency, field: 'steps.all.r1.status', value: 'done' }], stamp(Date.parse(now) + 9))
  assert.ok(!find(book, 'way')!.planned)
})

test('what is put aside comes back when it is another thing, by a press, and by undo', () => {
  const book = bookWith([{ name: 'A', tie: 3, due: '2026-11-20' }, { name: 'B', due: '2026-11-01' }])
  const { of } = mapOf(guide, book)
  const { undo } = apply(book, putAside(of, find(book, 'due')!.facts, book, true), stamp(2e12))
  assert.deepEqual(told(book).filter(({ kind }) => kind === 'due').map(({ aside, facts }) => [aside, facts.length]), [[true, 2]])
  const copy = readWorkbook(writeWorkbook(book))
  assert.deepEqual(told(copy).map(({ kind, aside }) => `${kind} ${aside}`), told(book).map(({ kind, aside }) => `${kind} ${aside}`), 'a file keeps it')

  const later = bookWith([])
  merge(later, book)
  apply(later, [{ kind: 'answer', subject: agency, field: 'map.all.r1.due', value: '2026-11-25' }], stamp(2e12 + 1))
  assert.deepEqual(told(later).filter(({ kind }) => kind === 'due').map(({ aside, facts }) => [aside, facts[0]!.organization!.name]), [[false, 'A'], [true, 'B']], 'another day is another thing')

  apply(later, putAside(of, told(later).find(({ kind, aside }) => kind === 'due' && aside)!.facts, later, false), stamp(2e12 + 2))
  assert.equal(find(later, 'due')!.facts.length, 2)
  apply(book, takeable(book, stepsBack(book, undo)), stamp(2e12 + 3))
  assert.ok(!find(book, 'due')!.aside)

  apply(book, putAside(of, find(book, 'open')!.facts, book, true), stamp(2e12 + 4))
  assert.ok(find(book, 'open')!.aside)
  cutOut(book, { instrument: 'map' })
  assert.deepEqual([...book.subjects.get(planSubject)?.answers ?? []].filter(([id]) => id.startsWith('map.')), [], 'erased with the tool')
})

test('sectors in which nobody is close are told, planned for and put aside', () => {
  const book = bookWith([{ name: 'A', sector: 0, tie: 3 }, { name: 'B', sector: 1, tie: 1 }])
  const { of } = mapOf(guide, book)
  const finding = find(book, 'close')!
  assert.deepEqual([titleOfFinding(finding), stepOfFinding(of, finding)], ['In 2 sectors you know somebody, and work closely with nobody yet', 'Come closer to one organization in each of these: Employers and Schools'])
  apply(book, putAside(of, finding.facts, book, true), stamp(2e12))
  assert.ok(find(book, 'close')!.aside)
  assert.ok(!find(book, 'open')!.aside, 'each kind by itself')
})

test('two facts of one row are put aside by themselves', () => {
  const book = bookWith([{ name: 'Harbor Bakery' }, { name: 'Harbor Bakery' }, { name: 'Harbour Bakery' }])
  const { of } = mapOf(guide, book)
  const pair = find(book, 'twin')!.facts
  assert.equal(pair.length, 3)
  apply(book, putAside(of, pair.slice(0, 1), book, true), stamp(2e12))
  assert.deepEqual(told(book).filter(({ kind }) => kind === 'twin').map(({ aside, facts }) => [aside, facts.length]), [[false, 2], [true, 1]])
})

test('an organization is checked today, and becomes a partner that is vetted', () => {
  const book = bookWith([{ name: 'Maple Works', tie: 0, checked: '2024-01-01' }])
  const { of, map } = mapOf(guide, book)
  apply(book, checkedToday(of, map.organizations, now), stamp(2e12))
  assert.equal(find(book, 'old'), undefined)
  assert.equal(vettings(guide, book)('Maple Works'), null)
  const { id, edits } = asPartner(map.organizations[0]!)
  apply(book, [...edits, { kind: 'answer', subject: id, field: 'vetting.a.answer', value: 'v1' }], stamp(2e12 + 1))
  const { answered, all, partner } = vettings(guide, book)('maple works')!
  assert.deepEqual([answered, all, partner.name], [1, 2, 'Maple Works'])
  assert.equal(find(book, 'vet'), undefined)
})

test('the questions below the table are answered by what the map knows', () => {
  const book = bookWith([{ name: 'A', sector: 0, tie: 3, introducer: 'board chair' }, { name: 'B', sector: 0, tie: 3, introducer: 'board chair' }, { name: 'C', sector: 0, tie: 3 }, { name: 'D', sector: 0, tie: 1, level_: 0 }])
  const { of } = mapOf(guide, book)
  assert.deepEqual(answerOf('asks-open', of, told(book)), ['Nobody yet in Schools and Housing.'])
  assert.deepEqual(answerOf('asks-alike', of, told(book)), ['Only one of you knows D.'])
  assert.deepEqual(answerOf('asks-way', of, told(book)), ['board chair can introduce you to A and B.', 'Nobody is named who could introduce you to C.'])
  assert.deepEqual(answerOf('asks-open', of, told(bookWith([0, 1, 2].map(sector => ({ name: `N${sector}`, sector }))))), ['There is somebody in each sector.'])
})

test('ten questions about a map are answered by what the list says', () => {
  const { of, map } = mapOf(guide, bookWith([{ name: 'A', sector: 0, tie: 1, level_: 0, 'known-by': 'case manager', introducer: 'board chair', 'next-step': 'send the flyer', due: '2026-11-12', review: '2026-01-01' }]))
  assert.deepEqual(statements(of, map.organizations[0]!), ['known by: One person', 'by case manager', 'board chair can introduce us', 'next step: send the flyer, by Nov 12, 2026', 'time to look again: a step is due'])
})
