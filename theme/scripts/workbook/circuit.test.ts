import assert from 'node:assert/strict'
import { test } from 'node:test'
import { circuit, toAnswer, within, type Unanswered } from './circuit.ts'

/** Lets promises go on. */
const turn = async (): Promise<void> => { await new Promise(resolve => { setImmediate(resolve) }) }

/** A clock that goes on when the test says so. */
function withClock (t: { after: (end: () => void) => void }): (milliseconds: number) => void {
  const { setTimeout, clearTimeout } = globalThis
  const timers = new Map<number, { act: () => void, at: number }>()
  let now = 0
  let last = 0
  Object.assign(globalThis, {
    setTimeout (act: () => void, wait: number) {
      timers.set(++last, { act, at: now + wait })
      return last
    },
    clearTimeout (id: number) { timers.delete(id) }
  })
  t.after(() => { Object.assign(globalThis, { setTimeout, clearTimeout }) })
  return milliseconds => {
    now += milliseconds
    for (const [id, { act, at }] of [...timers]) if (at <= now && timers.delete(id)) act()
  }
}

/** What became of a promise so far. */
function watch<T> (promise: Promise<T>): { state: 'waits' | 'came' | 'given up' | 'failed', error?: Unanswered } {
  const seen: ReturnType<typeof watch> = { state: 'waits' }
  promise.then(() => { seen.state = 'came' }, (error: Unanswered) => {
    seen.state = error.name === 'TimeoutError' ? 'given up' : 'failed'
    seen.error = error
  })
  return seen
}

const never = new Promise<never>(() => {})

test('what comes in time comes, and what fails fails', async () => {
  assert.equal(await within(Promise.resolve(3)), 3)
  await assert.rejects(within(Promise.reject(new Error('as it was'))), /as it was/)
  await assert.rejects(circuit()(() => { throw new Error('at once') }), /at once/)
})

test('what does not come is given up, and not before its time', async t => {
  const pass = withClock(t)
  const seen = watch(within(never))
  pass(toAnswer / 2)
  pass(toAnswer / 2 - 1)
  await turn()
  assert.equal(seen.state, 'waits')
  pass(1)
  await turn()
  assert.equal(seen.state, 'given up')
})

test('a page that was busy, or a computer that slept, still hears the answer that lies there', async t => {
  const pass = withClock(t)
  let answer!: () => void
  const seen = watch(within(new Promise<void>(resolve => { answer = resolve })))
  // All timers of the time that nobody was awake come at once, before anything else does.
  pass(toAnswer / 2)
  await turn()
  answer()
  await turn()
  pass(toAnswer)
  await turn()
  assert.equal(seen.state, 'came')
})

test('nothing more is asked of what does not answer, until it does', async t => {
  const pass = withClock(t)
  const ask = circuit()
  let answer!: () => void
  let asked = 0
  const slow = async (): Promise<void> => {
    asked++
    await new Promise<void>(resolve => { answer = resolve })
  }
  const first = watch(ask(slow))
  pass(toAnswer / 2)
  pass(toAnswer / 2)
  await turn()
  const second = watch(ask(slow))
  await turn()
  assert.deepEqual([first.state, second.state, asked], ['given up', 'given up', 1])

  const late = watch(second.error!.late)
  await turn()
  assert.equal(late.state, 'waits')
  answer()
  await turn()
  assert.equal(late.state, 'came')
  const third = watch(ask(slow))
  answer()
  await turn()
  assert.deepEqual([third.state, asked], ['came', 2])
})

test('what fails late has answered too', async t => {
  const pass = withClock(t)
  const ask = circuit()
  let fail!: (error: Error) => void
  const seen = watch(ask(async () => { await new Promise<void>((_, reject) => { fail = reject }) }))
  pass(toAnswer / 2)
  pass(toAnswer / 2)
  await turn()
  const late = watch(seen.error!.late)
  fail(new Error('late'))
  await turn()
  assert.equal(late.state, 'came')
  assert.equal(await ask(async () => 3), 3)
})
