import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendar } from './calendar.ts'
import { apply, type Edit } from './edit.ts'
import type { Guide, InstrumentDefinition } from './guide.ts'
import { addStep, helpers, isOverdue, matchesStrength, planHome, removeStep, sortSteps, steps, suggestions, type Step } from './plan.ts'
import { itemsOfInstrument, progressOf } from './progress.ts'
import { comparePartners, resultOf } from './scoring.ts'
import { agency, emptyWorkbook, valueOf, type Workbook } from './workbook.ts'

const options = ['not-yet', 'starting', 'mostly', 'in-place'].map((id, value) => ({ id, label: id, value }))
const field = (id: string, kind: 'choice' | 'check' | 'long' | 'text' = 'choice') => ({ id, kind, label: id, wording: 'w' })
const vetting: InstrumentDefinition = {
  id: 'vetting', kind: 'assessment', title: 'Vetting', page: 'tools/vetting.html', perPartner: true,
  scale: { options, notApplicable: { id: 'does-not-apply', label: 'Does not apply' } },
  domains: [
    { id: 'one', title: 'One', items: [{ id: 'terms', label: 'Terms' }, { id: 'goals', label: 'Goals' }] },
    { id: 'two', title: 'Safety', items: [{ id: 'checks', label: 'Checks', critical: true, step: 'Ask who checks' }, { id: 'size', label: 'Legal advice' }] }
  ],
  parts: ['terms', 'goals', 'checks', 'size'].flatMap(item => [
    { item, field: field(`vetting.${item}.answer`) }, { item, field: field(`vetting.${item}.help`, 'check') }, { item, field: field(`vetting.${item}.note`, 'long') }])
}
const map: InstrumentDefinition = {
  id: 'map', kind: 'worksheet', title: 'Map', page: 'tools/map.html',
  parts: [{ item: 'goal', field: field('map.goal', 'text') }, { table: { id: 'map.rows', label: 'Who', blankRows: 2, columns: [field('who', 'text'), field('strengths', 'text')] } }]
}
const guide: Guide = { version: '1', title: 'Guide', documents: [], instruments: [vetting, map] }
const home = planHome(guide)

function book (answers: Record<string, string>, subject = 'p1'): Workbook {
  const made = emptyWorkbook('w')
  apply(made, [{ kind: 'partner', id: 'p1', name: 'Bakery' }, { kind: 'partner', id: 'p2', name: 'College' }, ...all(answers, subject)], { at: 1, by: 'a' })
  return made
}

function all (answers: Record<string, string>, subject: string): Edit[] {
  return Object.entries(answers).map(([id, value]) => ({ kind: 'answer', subject, field: id, value }))
}

test('the average counts answers alone: what is open or does not apply is left out', () => {
  const result = resultOf(vetting, book({ 'vetting.terms.answer': 'in-place', 'vetting.goals.answer': 'not-yet', 'vetting.checks.answer': 'does-not-apply' }), 'p1')
  assert.deepEqual(result.overall, { answered: 2, notApplicable: 1, open: 1, average: 1.5 })
  assert.deepEqual(result.domains.map(d => d.score.average), [1.5, null])
  assert.deepEqual(resultOf(vetting, emptyWorkbook('w'), 'p1').overall, { answered: 0, notApplicable: 0, open: 4, average: null })
})

test('gaps are the lower half of the scale, critical ones first; strengths the highest step', () => {
  const result = resultOf(vetting, book({ 'vetting.terms.answer': 'not-yet', 'vetting.goals.answer': 'in-place', 'vetting.checks.answer': 'starting', 'vetting.size.answer': 'mostly' }), 'p1')
  assert.deepEqual(result.gaps.map(i => i.id), ['checks', 'terms'])
  assert.deepEqual(result.strengths.map(i => i.id), ['goals'])
})

test('partners side by side: critical items first, and differences are marked', () => {
  const made = book({ 'vetting.terms.answer': 'mostly', 'vetting.checks.answer': 'mostly', 'vetting.goals.answer': 'mostly' })
  apply(made, all({ 'vetting.terms.answer': 'not-yet', 'vetting.checks.answer': 'mostly' }, 'p2'), { at: 2, by: 'a' })
  const rows = comparePartners(vetting, made, ['p1', 'p2'])
  assert.deepEqual(rows.map(r => `${r.item.id} ${r.differs}`), ['checks false', 'terms true', 'goals true', 'size false'])
})

test('an important question that is open is still to ask: first among results, partners and suggestions', () => {
  const made = book({ 'vetting.terms.answer': 'not-yet', 'vetting.size.evidence': 'A visit' })
  const result = resultOf(vetting, made, 'p1')
  assert.deepEqual([result.toAsk.map(i => i.id), result.gaps.map(i => i.id)], [['checks'], ['terms']])
  assert.equal(result.domains[1]!.items[1]!.evidence, 'A visit')
  assert.deepEqual(suggestions(guide, made).map(s => [s.label, s.toAsk, s.step]), [['Checks', true, 'Ask who checks'], ['Terms', false, 'Talk about this: Terms']])
  assert.deepEqual(comparePartners(vetting, made, ['p1', 'p2']).map(row => row.item.id), ['checks', 'terms', 'goals', 'size'])
  // Nothing is suggested about a partner of whom nothing was answered, and what does not apply is an answer.
  apply(made, all({ 'vetting.checks.answer': 'does-not-apply' }, 'p1'), { at: 2, by: 'a' })
  assert.deepEqual(resultOf(vetting, made, 'p1').toAsk, [])
  assert.deepEqual(suggestions(guide, made).map(s => s.label), ['Terms'])
})

test('the plan suggests gaps, critical items that are not in place, and help wanted, until a step answers them', () => {
  const made = book({ 'vetting.terms.answer': 'starting', 'vetting.checks.answer': 'mostly', 'vetting.goals.answer': 'in-place', 'vetting.goals.help': 'yes' })
  assert.deepEqual(suggestions(guide, made).map(s => `${s.label} ${s.partner}`), ['Checks Bakery', 'Terms Bakery', 'Goals Bakery'])
  const { key, edits } = addStep(made, home, { at: 5, by: 'a' }, { from: 'p1/vetting.checks', what: 'Ask', due: '2026-03-14', who: 'Director' })
  apply(made, edits, { at: 6, by: 'a' })
  assert.deepEqual(suggestions(guide, made).map(s => s.label), ['Terms', 'Goals'])
  assert.deepEqual(steps(made, home).map(s => [s.key, s.what, s.state]), [[key, 'Ask', '']])
})

test('steps are sorted with those without a day last', () => {
  const made = emptyWorkbook('w')
  for (const due of ['', '2026-05-01', '2026-01-01']) apply(made, addStep(made, home, { at: made.subjects.size + 1, by: due || 'none' }, { what: due || 'none', due }).edits, { at: 9, by: 'a' })
  assert.deepEqual(sortSteps(steps(made, home), 'due', home).map(s => s.what), ['2026-01-01', '2026-05-01', 'none'])
})

test('helpers come from the community map, by what they are strong in', () => {
  const made = book({ 'map.rows.r1.who': 'Legal aid clinic', 'map.rows.r1.strengths': 'Legal advice, immigration', 'map.rows.r2.who': 'Shelter', 'map.rows.r2.strengths': 'Beds' }, agency)
  const found = helpers(guide, made)
  assert.deepEqual(found.map(h => h.who), ['Legal aid clinic', 'Shelter'])
  assert.deepEqual(found.map(h => matchesStrength(h, 'Get legal advice in time')), [true, false])
})

test('a calendar file has a day for each step, escaped and folded', () => {
  const made = emptyWorkbook('w')
  const what = 'Ask; the bakery, about checks and training for everyone on the early shift, früh'
  apply(made, addStep(made, home, { at: 1, by: 'a' }, { what, due: '2026-02-28' }).edits, { at: Date.UTC(2026, 0, 2, 3, 4, 5), by: 'a' })
  apply(made, addStep(made, home, { at: 2, by: 'a' }, { what: 'No day' }).edits, { at: 3, by: 'a' })
  const calendarOf = (): string => calendar(steps(made, home), made.id, 'Plan', { first: 'First step', who: 'Who', partners: 'Who can help' })
  const text = calendarOf()
  assert.equal(text.match(/BEGIN:VEVENT/g)?.length, 1)
  assert.match(text, /DTSTART;VALUE=DATE:20260228\r\nDTEND;VALUE=DATE:20260301\r\n/)
  assert.match(text, /DTSTAMP:20260102T030405Z/)
  for (const line of text.split('\r\n')) assert.ok(new TextEncoder().encode(line).length <= 75, line)
  assert.ok(text.replaceAll('\r\n ', '').includes('SUMMARY:' + what.replace(/[;,]/g, m => '\\' + m)))
  assert.equal(calendarOf(), text)

  // A calendar that knows the step takes it for the same one, and a newer state of it.
  const uid = (ics: string): string => /UID:.*/.exec(ics)![0]
  apply(made, all({ 'plan.steps.r1.first': 'Call' }, 'plan'), { at: Date.UTC(2026, 1, 3), by: 'a' })
  assert.equal(uid(calendarOf()), uid(text))
  assert.match(calendarOf(), /LAST-MODIFIED:20260203T000000Z/)
  assert.match(calendarOf(), /DESCRIPTION:First step: Call\r\n/)
})

test('a step is past its day when it is still to be done', () => {
  const step = (state: string, due: string): Step => ({ key: 'r1', at: 1, from: '', what: 'x', first: '', who: '', partners: '', state, due })
  assert.deepEqual(['', 'under-way', 'done', 'set-aside'].map(state => isOverdue(step(state, '2026-11-02'), '2026-12-25')), [true, true, false, false])
  assert.deepEqual(['', '2026-12-25', '2026-12-24'].map(due => isOverdue(step('', due), '2026-12-25')), [false, false, true])
})

test('progress counts questions of an assessment, and fields and tables of a worksheet', () => {
  const made = book({ 'vetting.terms.answer': 'not-yet', 'vetting.goals.help': 'yes', 'vetting.size.note': 'only a note' })
  const vettingProgress = progressOf(itemsOfInstrument(vetting), made.subjects.get('p1'))
  assert.deepEqual([vettingProgress.answered, vettingProgress.all, vettingProgress.help], [1, 4, 1])
  assert.deepEqual(vettingProgress.pieces[1], { answered: false, help: true })
  apply(made, all({ 'map.rows.r7.who': 'x' }, agency), { at: 3, by: 'a' })
  const mapProgress = progressOf(itemsOfInstrument(map), made.subjects.get(agency))
  assert.deepEqual([mapProgress.answered, mapProgress.all], [1, 2])
})

test('the plan lives in the table of the guide that is made for it, and what that table lacks beside it', () => {
  const states = [{ id: 'not-started', label: 'Not started' }, { id: 'done', label: 'Done' }]
  const worksheet: InstrumentDefinition = {
    id: 'action-plan', kind: 'worksheet', title: 'Action plan', page: 'tools/action-plan.html',
    parts: [{ table: { id: 'action-plan.steps', label: 'Steps', blankRows: 2, columns: [field('what', 'long'), field('who', 'text'), { ...field('by', 'text'), kind: 'date' }, { ...field('status'), options: states }] } }]
  }
  const own = planHome({ ...guide, instruments: [map, worksheet] })
  const made = book({ 'action-plan.steps.r1.what': 'Typed into the worksheet' }, agency)
  const { key, edits } = addStep(made, own, { at: 5, by: 'a' }, { from: 'p1/vetting.checks', what: 'Ask', due: '2026-03-14', first: 'Call' })
  assert.equal(key, 'r2', 'the first row that says nothing')
  apply(made, edits, { at: 6, by: 'a' })
  assert.equal(valueOf(made, agency, 'action-plan.steps.r2.by'), '2026-03-14')
  assert.deepEqual(steps(made, own).map(s => [s.what, s.from, s.first]), [['Typed into the worksheet', '', ''], ['Ask', 'p1/vetting.checks', 'Call']])
  const { undo } = apply(made, removeStep(made, own, 'r2'), { at: 7, by: 'a' })
  assert.deepEqual(steps(made, own).map(s => s.key), ['r1'])
  apply(made, undo, { at: 8, by: 'a' })
  assert.deepEqual(steps(made, own).map(s => [s.key, s.from]), [['r1', ''], ['r2', 'p1/vetting.checks']])
})
