import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from '../page/page.ts'
import { apply, type Edit } from '../workbook/edit.ts'
import { putLayer, type Layer } from '../workbook/layers.ts'
import { beginMeeting, changePart, meetingIn } from '../workbook/meetings.ts'
import { does, guide, met } from '../workbook/testing/met.ts'
import { valueOf, type Workbook } from '../workbook/workbook.ts'
import { notesOf, saidOf } from './question.ts'
import { isLast, isShown, MeetingState } from './state.ts'

/** A page that keeps a workbook and nothing else. */
function pageOf (book: Workbook): Page {
  let at = 10_000
  return { session: { book, change: (edits: readonly Edit[]) => apply(book, edits, { at: at++, by: 'vp' }).undo } } as unknown as Page
}

function held (book: Workbook, id: string): MeetingState {
  return new MeetingState(pageOf(book), guide, meetingIn(book, id)!, guide.instruments[0]!)
}

const view = (name: string, value: string): Layer => ({
  kind: 'colleague', name, at: value.length, day: '2026-11-20', guide: '1', lang: 'en', instruments: ['vetting'], partners: [{ id: 'p1', name: 'Bakery' }],
  subjects: { p1: { answers: { 'vetting.a.answer': { value } }, rows: {} } }
})

test('it begins where it stopped, and what was passed by without a decision stays open', () => {
  const { book, id, meeting } = met()
  const state = held(book, id)
  assert.equal(state.question.item.id, 'b')
  state.next()
  state.next()
  assert.deepEqual([state.question.item.id, isLast(state), state.state], ['d', true, 'rest'])
  state.next()
  assert.equal(state.question.item.id, 'd')
  state.back()
  assert.deepEqual([...meeting().decisions].map(([item, { state }]) => `${item} ${state}`), ['a agreed', 'b parked', 'c open', 'd open'])
  assert.equal(held(book, id).question.item.id, 'c')
})

test('the next meeting on the same shows what was left first', () => {
  const { book, meeting } = met()
  does(book, 3000, [changePart(meeting(), 'ended', '2026-11-30')])
  const { id, edits } = beginMeeting('vetting', 'p1', { day: '2026-12-14', roles: [], random: 'zzzzzz' })
  does(book, 3001, edits)
  const state = held(book, id)
  assert.deepEqual(state.questions.map(({ item }) => item.id), ['b', 'c', 'd', 'a'])
  assert.equal(state.question.number, 2)
})

test('a meeting that was begun with some questions goes through these, what was left first', () => {
  const { book, meeting } = met()
  does(book, 3000, [changePart(meeting(), 'ended', '2026-11-30')])
  const { id, edits } = beginMeeting('vetting', 'p1', { day: '2026-12-14', roles: [], chosen: ['a', 'b', 'd'], random: 'zzzzzz' })
  does(book, 3001, edits)
  const { questions, all, question } = held(book, id)
  assert.deepEqual([questions.map(({ item }) => item.id), question.number, all], [['b', 'd', 'a'], 2, 4])
})

test('an agreement is the answer of the workbook, is taken back, and gives way to parking', () => {
  const { book, id } = met()
  const state = held(book, id)
  state.go(3)
  does(book, 9000, [{ kind: 'answer', subject: 'p1', field: 'vetting.d.answer', value: 'mostly' }])
  state.agree('not-yet')
  assert.deepEqual([state.state, valueOf(book, 'p1', 'vetting.d.answer')], ['agreed', 'not-yet'])
  state.takeBack()
  assert.deepEqual([state.state === 'agreed', valueOf(book, 'p1', 'vetting.d.answer')], [false, 'mostly'])
  state.agree('starting')
  state.park()
  // A slip before it is no answer.
  assert.deepEqual([state.state, state.meeting.decisions.get('d')!.agreed, valueOf(book, 'p1', 'vetting.d.answer')], ['parked', '', 'mostly'])
  state.park()
  assert.equal(state.state, 'open')
  // One of another day: the answer stays, and the question is open again.
  state.go(0)
  state.takeBack()
  assert.deepEqual([state.state, valueOf(book, 'p1', 'vetting.a.answer')], ['open', 'starting'])
})

test('what views say is told by counts and a word, and what the workbook says where there are none', () => {
  const { book, id } = met()
  const state = held(book, id)
  state.go(0)
  assert.equal(saidOf(state), 'Our workbook says: Starting.')
  state.go(3)
  assert.equal(saidOf(state), 'Our workbook says nothing to this yet.')
  state.go(0)
  putLayer(book, 'l1', view('Case manager', 'not-yet'))
  putLayer(book, 'l2', view('Board member', 'in-place'))
  assert.equal(saidOf(state), 'Far apart. 1 says Not yet and 1 says In place.')
  assert.equal(isShown(state), false)
  state.show()
  assert.equal(isShown(state), true)
})

test('a meeting that was erased is gone', () => {
  const { book, id } = met()
  const state = held(book, id)
  book.subjects.delete(id)
  assert.equal(state.look(), false)
})

test('notes of views come with their answers, whose they are with the letters, and none of what was kept without names', () => {
  const { book, id } = met()
  const noted = (name: string, note: string): Layer => {
    const made = view(name, 'mostly')
    made.subjects['p1']!.answers['vetting.a.note'] = { value: note }
    return made
  }
  putLayer(book, 'l1', noted('Director', 'Not for drivers'))
  putLayer(book, 'l2', { ...noted('Counted', 'canary'), kind: 'counts', subjects: {}, views: 3, counts: { p1: { 'vetting.a.answer': { mostly: 2 } } } })
  const state = held(book, id)
  state.go(0)
  assert.deepEqual(notesOf(state), [])
  state.show()
  assert.deepEqual(notesOf(state), ['Not for drivers'])
  state.who = true
  assert.deepEqual(notesOf(state), ['Director: Not for drivers'])
})
