import assert from 'node:assert/strict'
import { test } from 'node:test'
import { textsBeside } from './beside.ts'
import { apply, type Edit } from './edit.ts'
import { merge } from './merge.ts'
import { afterChoice, afterTyping, heldAt, wordingOf, type Typing } from './typing.ts'
import { agency, emptyWorkbook, type Answer, type Workbook } from './workbook.ts'

const place = { subject: agency, field: 'plan.steps.r1.what' }

function write (book: Workbook, value: string, at: number, by: string, more: Partial<Edit & { kind: 'answer' }> = {}): Answer {
  apply(book, [{ kind: 'answer', ...place, value, ...more }], { at, by })
  return answerIn(book)!
}

function answerIn (book: Workbook): Answer | undefined {
  return book.subjects.get(agency)?.answers.get(place.field)
}

const typed = (answer: Answer): Typing => ({ ...answer, ...place })

test('what somebody is typing is held in its place, for its subject, and while it is there', () => {
  const book = emptyWorkbook('w')
  const typing = typed(write(book, 'call', 1, 'v1'))
  assert.equal(heldAt(typing, place, answerIn(book)), typing)
  assert.equal(heldAt(null, place, answerIn(book)), undefined)
  assert.equal(heldAt(typing, { ...place, field: 'plan.steps.r2.what' }, answerIn(book)), undefined)
  assert.equal(heldAt(typing, { ...place, subject: 'p1' }, answerIn(book)), undefined)
  assert.equal(heldAt(typing, place, undefined), undefined, 'erased meanwhile')
  assert.equal(heldAt(typing, place, { value: 'of another workbook', at: 1, by: 'v2' }), undefined, 'nobody there knew of it')
})

test('when somebody stops typing, another text written at the same time leaves theirs in sight', () => {
  const [mine, other] = [emptyWorkbook('w'), emptyWorkbook('w')]
  const typing = typed(write(mine, 'call', 1, 'v1'))
  assert.equal(afterTyping(heldAt(typing, place, answerIn(mine)), answerIn(mine)), 'nothing')

  write(other, 'write', 2, 'v2')
  merge(mine, other)
  const held = heldAt(typing, place, answerIn(mine))
  assert.equal(afterTyping(held, answerIn(mine)), 'keep')
  const kept = write(mine, typing.value, 3, 'v1', { over: held })
  assert.equal(kept.value, 'call')
  assert.deepEqual(textsBeside(kept).map(({ value }) => value), ['write'])
})

test('a text that was written over knowingly is not kept', () => {
  const [mine, other] = [emptyWorkbook('w'), emptyWorkbook('w')]
  const typing = typed(write(mine, 'call', 1, 'v1'))
  merge(other, mine)
  write(other, 'call Bob', 2, 'v2')
  merge(mine, other)
  assert.equal(afterTyping(heldAt(typing, place, answerIn(mine)), answerIn(mine)), 'show')
})

test('a choice between two texts takes, joins or leaves, and lets the other one go', () => {
  const now = { wording: '12345678' }
  const before: Answer = { value: 'call', at: 1, by: 'v1', wording: '87654321' }
  assert.deepEqual(afterChoice('use', 'write', 'call', ' ', now, before), { value: 'write', wording: '12345678', gone: ['write'] })
  assert.deepEqual(afterChoice('add', 'write', 'call', '\n', now, before), { value: 'call\nwrite', wording: '87654321', gone: ['write'] })
  assert.deepEqual(afterChoice('drop', 'write', 'call', ' ', now, before), { value: 'call', wording: '87654321', gone: ['write'] })
  assert.deepEqual(afterChoice('drop', 'write', 'call', ' ', now, undefined), { value: 'call', gone: ['write'] })
  assert.deepEqual(wordingOf({ wording: undefined }), {})
})
