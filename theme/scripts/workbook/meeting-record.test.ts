import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recordOf, type MeetingRecord } from './meeting-record.ts'
import { beginMeeting, changeDecision, changePart, meetingIn } from './meetings.ts'
import { planHome, removeStep, steps } from './plan.ts'
import { pack, unpack } from './pack.ts'
import { does, guide, met } from './testing/met.ts'
import type { Workbook } from './workbook.ts'

const told = (book: Workbook, meeting: ReturnType<ReturnType<typeof met>['meeting']>): MeetingRecord => recordOf(guide, book, meeting, parts => parts.join(', '))!

test('the record tells day, roles, what was agreed and why, who differs, what is left, and the steps', () => {
  const { book, meeting } = met()
  assert.deepEqual(told(book, meeting()), {
    title: 'Is this partner a good fit? Bakery', day: 'Nov 30, 2026', roles: 'Program director, Case manager', lookedAt: '3 of 4 questions: 1 agreed, 1 parked, 1 open',
    agreed: [{ question: '1. Question a?', answer: 'Starting', why: 'Checked for staff.', differ: 'Case manager', since: '' }],
    steps: [{ what: 'Ask about drivers', who: 'Case manager', due: 'Dec 11, 2026' }],
    parked: ['2. Question b? Wait for their director.'], open: ['3. Question c?'], rest: 1, again: ''
  } satisfies MeetingRecord)
  does(book, 3000, [changeDecision(meeting(), 'a', 'by', ''), changeDecision(meeting(), 'a', 'dissent', '2'), changePart(meeting(), 'again', '2027-03-01')])
  const { agreed, again } = told(unpack(pack(book)), meeting())
  assert.deepEqual([agreed[0]?.differ, again], ['2 people', 'Mar 1, 2027'])
})

test('what is otherwise since the meeting is said, and the record still tells what was agreed', () => {
  const { book, meeting } = met()
  does(book, 3000, [changePart(meeting(), 'ended', '2026-11-30')])
  assert.equal(told(book, meeting()).agreed[0]?.since, '')
  does(book, 4000, [{ kind: 'answer', subject: 'p1', field: 'vetting.a.answer', value: 'mostly' }, { kind: 'answer', subject: 'p1', field: 'vetting.a.note', value: 'All checked now.' }])
  assert.deepEqual(told(book, meeting()).agreed[0], { question: '1. Question a?', answer: 'Starting', why: 'All checked now.', differ: 'Case manager', since: 'Today our workbook says: Mostly. This note was changed after the meeting.' })
})

test('a step that was removed from the plan is none, and one that moved to another row is found', () => {
  const { book, meeting } = met()
  const home = planHome(guide)
  const [step] = steps(book, home)
  does(book, 3000, removeStep(book, home, step!.key))
  assert.deepEqual(told(book, meeting()).steps, [])
})

test('what a meeting was not begun with is nothing that it did not reach', () => {
  const { book } = met()
  const { id, edits } = beginMeeting('vetting', 'p1', { day: '2026-12-01', roles: [], chosen: ['a', 'b'], random: 'zzzzzz' })
  does(book, 3000, edits)
  does(book, 3001, [changeDecision(meetingIn(book, id)!, 'b', 'state', 'parked')])
  const { lookedAt, rest } = told(book, meetingIn(book, id)!)
  assert.deepEqual([lookedAt, rest], ['1 of 2 questions: 1 parked', 1])
})

test('of a tool that the guide dropped there is no record', () => {
  const { book, meeting } = met()
  assert.equal(recordOf({ ...guide, instruments: [] }, book, meeting(), String), null)
})
