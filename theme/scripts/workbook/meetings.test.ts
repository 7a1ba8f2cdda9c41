import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cutOut, without } from './cut-out.ts'
import type { Edit } from './edit.ts'
import { belongsTo } from './erased-part.ts'
import { readWorkbook, writeWorkbook } from './json.ts'
import { most } from './limits.ts'
import { isMeeting, isMeetingAbout, meetingId } from './meeting-id.ts'
import {
  agree, beginMeeting, changeDecision, changePart, chosenOf, countStates, dueAgain, goingOn, hasRoomFor, linesOf, meetingBefore, meetingIn, meetingsFrom, meetingsHeld, meetingsOf, newMeetings, orderOf, reasonPlace, takeMeetings, type DecisionPart, type Question
} from './meetings.ts'
import { merge } from './merge.ts'
import { pack, unpack } from './pack.ts'
import { partOf } from './part.ts'
import { asked, does, met } from './testing/met.ts'
import { spent } from './testing/spent.ts'
import { agency, countAnswers, emptyWorkbook, isEmpty, isPartnerId, valueOf, type Workbook } from './workbook.ts'

const copy = (book: Workbook): Workbook => unpack(pack(book))
const facts = (book: Workbook): unknown => JSON.parse(writeWorkbook(book))
/** What stands beside an entry, in whatever order it came. */
const sorted = (told: unknown): unknown => JSON.parse(JSON.stringify(told, (key, value: unknown) => key === 'others' ? (value as object[]).map(one => JSON.stringify(one, Object.keys(one).sort())).sort() : value))
/** Takes meetings over. @returns How many. */
const taken = (book: Workbook, found: Workbook): number => {
  const { length } = newMeetings(book, found)
  takeMeetings(book, found)
  return length
}
const idsOf = (questions: readonly Question[]): string => questions.map(({ item }) => item.id).join('')

test('a meeting is a subject whose id says whom it is about, whatever ids partners have', () => {
  for (const about of [agency, 'p1', 'p-1', 'pabcd1234', 'a-partner-with-a-long-id', 'another-partner-that-is']) {
    const id = meetingId(about, 'abcdef')
    assert.ok(isMeeting(id) && id.length <= 24, id)
    assert.ok(isMeetingAbout(id, about), id)
    assert.ok(!isMeetingAbout(id, 'p2'))
    assert.ok(!isMeetingAbout(about, about))
    const book = emptyWorkbook('w1')
    if (about !== agency) does(book, 1, [{ kind: 'partner', id: about, name: 'X' }])
    does(book, 2, beginMeeting('vetting', about, { day: '2026-11-30', roles: [], random: 'abcdef' }).edits)
    assert.equal(meetingIn(readWorkbook(writeWorkbook(book)), id)?.about, about)
  }
})

test('a meeting tells what was agreed, parked and left open, and where it stopped', () => {
  const { book, meeting } = met()
  const { tool, about, started, ended, roles, now, decisions } = meeting()
  assert.deepEqual([tool, about, started, ended, roles, now], ['vetting', 'p1', '2026-11-30', '', ['Program director', 'Case manager'], 'b'])
  assert.deepEqual([...decisions].map(([item, { state, agreed, by }]) => [item, state, agreed, by]), [['a', 'agreed', 'starting', ['Case manager']], ['b', 'parked', '', []], ['c', 'open', '', []]])
  assert.deepEqual(countStates(asked(), meeting()), { agreed: 1, parked: 1, open: 1, rest: 1 })
  assert.equal(valueOf(book, 'p1', 'vetting.a.answer'), 'starting')
  assert.equal(valueOf(book, 'p1', 'vetting.a.note'), 'Checked for staff.')
  assert.equal(goingOn(book, 'vetting', 'p1')?.id, meeting().id)
  assert.equal(goingOn(book, 'vetting', 'p2'), null)
})

test('a meeting asks what it was begun with and what was looked at all the same; of questions that are gone, all', () => {
  const begun = (chosen: string[]): string => {
    const { book } = met()
    const { id, edits } = beginMeeting('vetting', 'p1', { day: '2026-12-01', roles: [], chosen, random: 'zzzzzz' })
    does(book, 3000, edits)
    does(book, 3001, [changeDecision(meetingIn(book, id)!, 'd', 'state', 'open')])
    return idsOf(chosenOf(asked(), meetingIn(copy(book), id)!))
  }
  assert.equal(begun([]), 'abcd')
  assert.equal(begun(['c', 'a']), 'acd')
  assert.equal(begun(['gone']), 'abcd')
})

test('a meeting is due when its day to look again has come, unless the same was met on again', () => {
  const { book, meeting } = met()
  const due = (now: string): number => dueAgain(meetingsOf(book), now).length
  does(book, 3000, [changePart(meeting(), 'again', '2027-03-01')])
  assert.equal(due('2027-03-01'), 0)
  does(book, 3001, [changePart(meeting(), 'ended', '2026-11-30')])
  assert.deepEqual([due('2027-02-28'), due('2027-03-01')], [0, 1])
  does(book, 3002, beginMeeting('vetting', 'p2', { day: '2027-03-01', roles: [], random: 'bbbbbb' }).edits)
  assert.equal(due('2027-03-01'), 1)
  does(book, 3003, beginMeeting('vetting', 'p1', { day: '2027-03-01', roles: [], random: 'cccccc' }).edits)
  assert.equal(due('2027-03-01'), 0)
})

test('in a checklist a tick is an answer, no tick is one too, and the meeting keeps the reason itself', () => {
  const book = emptyWorkbook('w1')
  const { id, edits } = beginMeeting('ready', agency, { day: '2026-11-30', roles: [], random: 'aaaaaa' })
  does(book, 1, edits)
  const [told] = asked('ready') as [Question]
  assert.deepEqual(told.options.map(({ id }) => id), ['no', 'yes'])
  does(book, 2, [...agree(meetingIn(book, id)!, told, 'yes'), { kind: 'answer', ...reasonPlace(meetingIn(book, id)!, told), value: 'By letter.' }])
  assert.equal(valueOf(book, agency, 'ready.told'), 'yes')
  assert.equal(meetingIn(book, id)!.decisions.get('told')!.why, 'By letter.')
  does(book, 3, agree(meetingIn(book, id)!, told, 'no'))
  assert.equal(valueOf(book, agency, 'ready.told'), '')
  assert.equal(meetingIn(book, id)!.decisions.get('told')!.agreed, 'no')
})

test('the next meeting begins with what was left: parked, then open and not reached, then the rest', () => {
  const { book, meeting, id } = met()
  assert.equal(idsOf(orderOf(asked(), null)), 'abcd')
  assert.equal(meetingBefore(book, { id: 'other', tool: 'vetting', about: 'p1', started: '2026-12-14' }), null)
  does(book, 3000, [changePart(meeting(), 'ended', '2026-11-30')])
  const before = meetingBefore(book, { id: 'other', tool: 'vetting', about: 'p1', started: '2026-12-14' })
  assert.equal(before?.id, id)
  assert.equal(idsOf(orderOf(asked(), before)), 'bcda')
  assert.equal(meetingBefore(book, { id: 'other', tool: 'vetting', about: 'p2', started: '2026-12-14' }), null)
  assert.equal(meetingBefore(book, { id, tool: 'vetting', about: 'p1', started: '2026-12-14' }), null)
})

test('a workbook with a meeting needs the second version and comes back the same; without the meeting it is written as before', () => {
  const { book, id } = met()
  assert.ok(pack(book).startsWith('[2,"w1"'))
  assert.match(writeWorkbook(book), /"version": 2,/)
  assert.deepEqual(facts(readWorkbook(writeWorkbook(book))), facts(book))
  assert.deepEqual(facts(copy(book)), facts(book))
  assert.ok(pack(readWorkbook(writeWorkbook(book))).startsWith('[2,'))
  const removed = cutOut(book, { partner: id })
  assert.equal(meetingsOf(book).length, 0)
  assert.match(writeWorkbook(book), /"version": 1,/)
  assert.ok(pack(book).startsWith('[1,'))
  assert.equal(valueOf(book, 'p1', 'vetting.a.answer'), 'starting')
  merge(book, { ...removed, rest: new Map() })
  assert.equal(meetingsOf(book).length, 1)
  const alone = emptyWorkbook('w1')
  does(alone, 1, beginMeeting('ready', agency, { day: '2026-11-30', roles: [], random: 'aaaaaa' }).edits)
  assert.ok(!isEmpty(alone))
  assert.equal(countAnswers(alone), 0)
  assert.match(pack(without(alone, emptyWorkbook('w1'))), /^\[2,/)
})

test('erasing a partner or a tool erases its meetings, in what is not written yet too', () => {
  const { book, id } = met()
  cutOut(book, { partner: 'p2' })
  assert.equal(meetingsOf(book).length, 1)
  assert.ok(belongsTo({ partner: 'p1' }, id, 'vetting.a.state'))
  assert.ok(belongsTo({ instrument: 'vetting' }, id, 'vetting.meeting.roles'))
  assert.ok(!belongsTo({ partner: 'p2' }, id, 'vetting.a.state'))
  assert.ok(!belongsTo({ layer: 'l1' }, id, 'vetting.a.state'))
  for (const part of [{ partner: 'p1' }, { instrument: 'vetting' }] as const) {
    const one = copy(book)
    cutOut(one, part)
    assert.doesNotMatch(writeWorkbook(one), /meeting-|Program director|Checked for staff/)
  }
})

test('a part of the workbook takes the meetings of what is chosen along', () => {
  const { book } = met()
  const part = (subjects: string[], tools: string[], notes = true): string => writeWorkbook(partOf(book, { instruments: new Set(tools), subjects: new Set(subjects), notes }))
  assert.match(part(['p1'], ['vetting']), /meeting-.*-p1/)
  assert.doesNotMatch(part(['p2'], ['vetting']), /meeting-/)
  assert.doesNotMatch(part(['p1'], ['ready']), /meeting-/)
  assert.equal(meetingsOf(readWorkbook(part(['p1'], ['vetting']))).length, 1)
})

test('what tabs write in one meeting merges to the same in any order, and the newest of each entry counts', () => {
  const parts: [DecisionPart, string[]][] = [['state', ['open', 'agreed', 'parked']], ['agreed', ['starting', 'mostly']], ['dissent', ['0', '2']], ['by', ['Case manager', 'Board member']]]
  const edit = fc.record({ item: fc.constantFrom('a', 'b', 'c', 'd'), part: fc.constantFrom(...parts), pick: fc.nat(), tab: fc.nat(2) })
  fc.assert(fc.property(fc.array(edit, { maxLength: 20 }), fc.infiniteStream(fc.nat()), (edits, picks) => {
    const { book, meeting } = met()
    const tabs = [copy(book), copy(book), copy(book)]
    const newest = new Map<string, string>()
    edits.forEach(({ item, part: [part, values], pick, tab }, i) => {
      const value = values[pick % values.length]!
      const change: Edit = changeDecision(meeting(), item, part, value)
      does(tabs[tab]!, 5000 + i, [change], `v${tab}`)
      newest.set(`${item} ${part}`, value)
    })
    const together = (order: readonly Workbook[]): Workbook => {
      const into = copy(order[0]!)
      for (const other of order.slice(1)) merge(into, copy(other))
      return into
    }
    const straight = together(tabs)
    const shuffled = [...tabs, ...tabs].map(one => [picks.next().value as number, one] as const).sort(([a], [b]) => a - b).map(([, one]) => one)
    // In what order entries came to stand says nothing.
    assert.deepEqual(sorted(facts(together(shuffled))), sorted(facts(straight)))
    for (const [of, value] of newest) {
      const [item, part] = of.split(' ')
      assert.equal(valueOf(straight, meeting().id, `vetting.${item}.${part}`), value)
    }
  }))
})

test('what makes no sense in a file counts as not said, and more meetings than anybody holds are refused', () => {
  const { book, id, meeting } = met()
  does(book, 4000, [
    changePart(meeting(), 'ended', 'tomorrow'), changePart(meeting(), 'again', '2026-02-31'), changePart(meeting(), 'roles', `${'x'.repeat(500)}\n\n a  b \na b\n${'y\n'.repeat(9)}`),
    changeDecision(meeting(), 'a', 'state', 'perhaps'), changeDecision(meeting(), 'b', 'dissent', '-4'), changeDecision(meeting(), 'c', 'dissent', '1e9'), changeDecision(meeting(), 'gone', 'state', 'agreed'),
    { kind: 'answer', subject: id, field: 'other.b.state', value: 'agreed' }, { kind: 'answer', subject: id, field: 'vetting.b.other', value: 'x' }
  ])
  const { ended, again, roles, decisions } = meetingIn(readWorkbook(writeWorkbook(book)), id)!
  assert.deepEqual([ended, again, roles.map(role => role.length)], ['', '', [120, 3, 1]])
  assert.equal(decisions.has('a'), false)
  assert.deepEqual([decisions.get('b')!.dissent, decisions.get('c')!.dissent, decisions.get('b')!.state], [0, 0, 'parked'])
  assert.equal(countStates(asked(), meeting()).agreed, 0)
  assert.deepEqual(linesOf('a\r\n'.repeat(3)), ['a'])
  const many = emptyWorkbook('w1')
  for (let i = 0; i <= most.meetings; i++) does(many, i + 1, beginMeeting('ready', agency, { day: '2026-11-30', roles: [], random: `m${i}xxxxxx` }).edits)
  assert.throws(() => readWorkbook(writeWorkbook(many)), /many-entries/)
})

test('meetings of a file are taken over about whom they are here, and once', () => {
  const { book, id } = met()
  const here = emptyWorkbook('w2')
  does(here, 500, [{ kind: 'partner', id: 'pother', name: 'Bakery' }])
  const found = meetingsFrom(book, new Map([['p1', 'pother']]))
  assert.equal(taken(copy(here), meetingsFrom(book, new Map())), 0)
  assert.equal(taken(here, found), 1)
  assert.equal(meetingsOf(here)[0]?.about, 'pother')
  assert.equal(taken(here, found), 0)
  // About somebody who is not known here, and about somebody who was taken away.
  const blank = emptyWorkbook('w3')
  assert.equal(taken(blank, meetingsFrom(book, new Map([['p1', 'p1']]))), 1)
  assert.deepEqual([meetingsOf(blank)[0]?.about, blank.partners.get('p1')?.name], ['p1', 'Bakery'])
  does(blank, 9500, [{ kind: 'partner', id: 'p1', name: '', removed: true }])
  assert.equal(taken(blank, found), 1)
  assert.equal(taken(blank, meetingsFrom(book, new Map([['p1', 'p1']]))), 0)
  // A later copy of the same workbook.
  const later = copy(book)
  does(later, 9000, [changePart(meetingIn(later, id)!, 'ended', '2026-11-30')])
  assert.equal(taken(book, meetingsFrom(later, new Map([['p1', 'p1']]))), 1)
  assert.equal(meetingIn(book, id)!.ended, '2026-11-30')
})

test('what the latest meeting did not reach is as an earlier one left it', () => {
  const book = emptyWorkbook('w1')
  does(book, 1, [{ kind: 'partner', id: 'p1', name: 'Bakery' }])
  const hold = (at: number, day: string, states: Record<string, string>): void => {
    const { id, edits } = beginMeeting('vetting', 'p1', { day, roles: [], random: `abc${at}` })
    does(book, at, [...edits, ...Object.entries(states).map(([item, state]) => changeDecision({ id, tool: 'vetting' }, item, 'state', state)), changePart({ id, tool: 'vetting' }, 'ended', day)])
  }
  hold(10, '2026-05-01', { a: 'agreed', b: 'parked', c: 'open' })
  hold(20, '2026-06-01', { c: 'agreed' })
  const before = meetingBefore(book, { id: '', tool: 'vetting', about: 'p1', started: '2026-07-01' })!
  assert.equal(before.started, '2026-06-01')
  assert.deepEqual([...before.decisions].map(([item, { state }]) => `${item} ${state}`).sort(), ['a agreed', 'b parked', 'c agreed'])
  assert.equal(idsOf(orderOf(asked(), before)).slice(0, 1), 'b')
})

test('no partner is taken for a meeting, and a list without end costs little', () => {
  assert.ok(!isPartnerId(meetingId(agency, 'abcdef')))
  const time = spent()
  linesOf('x\n'.repeat(5_000_000))
  assert.ok(time() < 200)
})

test('no more meetings begin than a page opens again from a file', () => {
  const book = emptyWorkbook('w1')
  const begun = (i: number): Edit[] => beginMeeting('ready', agency, { day: '2026-11-30', roles: [], random: `m${String(i).padStart(5, '0')}` }).edits
  for (let i = 0; i < most.meetings - 1; i++) does(book, i + 1, begun(i))
  assert.equal(hasRoomFor(book, begun(900)), true)
  does(book, 5000, begun(900))
  assert.deepEqual([meetingsHeld(book), hasRoomFor(book, begun(901))], [most.meetings, false])
  assert.equal(meetingsHeld(readWorkbook(writeWorkbook(book))), most.meetings)
  const full = emptyWorkbook('w2')
  does(full, 1, Array.from({ length: most.entries }, (_, i): Edit => ({ kind: 'answer', subject: agency, field: `map.x${i}`, value: 'x' })))
  assert.equal(hasRoomFor(full, begun(1)), false)
})
