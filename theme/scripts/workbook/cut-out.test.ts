import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cutOut, without } from './cut-out.ts'
import { apply, type Edit } from './edit.ts'
import { readWorkbook, writeWorkbook } from './json.ts'
import { merge } from './merge.ts'
import { pack, unpack } from './pack.ts'
import { agency, emptyWorkbook, partnersOf, planSubject, valueOf, type Workbook } from './workbook.ts'

const answer = (subject: string, field: string, value: string): Edit => ({ kind: 'answer', subject, field, value })

/** Two partners, and a step of the plan from the answers of each. */
function book (): Workbook {
  const made = emptyWorkbook('w1')
  apply(made, [
    { kind: 'partner', id: 'p1', name: 'Bakery' }, { kind: 'partner', id: 'p11', name: 'College' },
    answer('p1', 'vetting.checks.answer', 'not-yet'), answer('p11', 'vetting.checks.answer', 'not-yet'), answer(agency, 'ready.time.answer', 'starting'),
    answer(agency, 'action-plan.steps.r1.what', 'Ask about checks'), answer(planSubject, 'action-plan.steps.r1.from', 'p1/vetting.checks'),
    answer(agency, 'action-plan.steps.r2.what', 'Ask the college'), answer(planSubject, 'action-plan.steps.r2.from', 'p11/vetting.checks'),
    answer(agency, 'action-plan.steps.r3.what', 'Find the time'), answer(planSubject, 'action-plan.steps.r3.from', 'agency/ready.time')
  ], { at: 1, by: 'a' })
  return made
}

/** What a workbook holds, partners in their order. */
function facts (of: Workbook): unknown {
  return JSON.parse(writeWorkbook(of))
}

test('a partner that is taken out is named nowhere, not even as where a step came from; the step stays', () => {
  const made = book()
  const whole = facts(made)
  const taken = cutOut(made, { partner: 'p1' })
  assert.doesNotMatch(writeWorkbook(made), /p1\b|Bakery/)
  assert.equal(valueOf(made, agency, 'action-plan.steps.r1.what'), 'Ask about checks')
  assert.equal(valueOf(made, planSubject, 'action-plan.steps.r2.from'), 'p11/vetting.checks')
  merge(made, taken)
  assert.deepEqual(facts(made), whole)
})

test('a partner that comes back stands where it stood: here, after a reload, in another tab, in a file', () => {
  const made = book()
  apply(made, [{ kind: 'partner', id: 'a3', name: 'Shelter' }], { at: 1, by: 'a' })
  apply(made, [{ kind: 'partner', id: 'p1', name: 'Bakery on Main' }], { at: 9, by: 'a' })
  const older = JSON.parse(writeWorkbook(made)) as { partners: { added?: number }[] }
  for (const partner of older.partners) delete partner.added
  for (const one of [made, readWorkbook(JSON.stringify(older))]) {
    const order = (of: Workbook): string[] => partnersOf(of, true).map(partner => partner.id)
    assert.deepEqual(order(one), ['p1', 'p11', 'a3'])
    const taken = cutOut(one, { partner: 'p11' })
    const elsewhere = unpack(pack(one))
    apply(elsewhere, [{ kind: 'partner', id: 'n4', name: 'Clinic' }], { at: 20, by: 'b' })
    merge(one, taken)
    merge(elsewhere, unpack(pack(taken)))
    assert.deepEqual(order(one), ['p1', 'p11', 'a3'])
    assert.deepEqual(order(unpack(pack(one))), ['p1', 'p11', 'a3'])
    assert.deepEqual(order(readWorkbook(writeWorkbook(one))), ['p1', 'p11', 'a3'])
    assert.deepEqual(order(elsewhere), ['p1', 'p11', 'a3', 'n4'])
  }
})

test('a tool that is taken out is named nowhere, about nobody, and comes back whole', () => {
  const made = book()
  const whole = facts(made)
  const taken = cutOut(made, { instrument: 'vetting' })
  assert.doesNotMatch(writeWorkbook(made), /vetting/)
  assert.equal(valueOf(made, planSubject, 'action-plan.steps.r3.from'), 'agency/ready.time')
  merge(made, taken)
  assert.deepEqual(facts(made), whole)
  cutOut(made, { instrument: 'action-plan' })
  assert.equal(made.subjects.has(planSubject), false)
})

test('what a file brought goes again, and what was written since stays', () => {
  const brought = book()
  const made = book()
  apply(made, [answer(agency, 'ready.time.answer', 'in-place'), { kind: 'partner', id: 'p3', name: 'Shelter' }], { at: 2, by: 'b' })
  const left = without(made, brought)
  assert.deepEqual([...left.partners.keys()], ['p3'])
  assert.deepEqual([...left.subjects.keys()], [agency])
  assert.deepEqual([...left.subjects.get(agency)!.answers.keys()], ['ready.time.answer'])
  assert.equal(without(brought, brought).subjects.size, 0)
})
