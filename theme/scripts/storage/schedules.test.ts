import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Fault, type Profile, profiles, runSchedule } from './testing/schedules.ts'

// What tabs do at once, in orders that a seed decides; many more by `node schedules.mjs 10000`.
const fixed = 60
const fresh = Date.now() % 1_000_000

for (const profile of Object.keys(profiles) as Profile[]) {
  test(`whatever several tabs do at once, nothing is lost, and nothing erased comes back: ${profile}`, async () => {
    for (let seed = 1; seed <= fixed; seed++) assert.equal(await runSchedule(seed, profile), null)
    for (let seed = fresh; seed < fresh + 23; seed++) assert.equal(await runSchedule(seed, profile), null)
  })
}

test('what a page typed before it was locked is not lost by what is typed as soon as it is open again', async () => {
  assert.equal(await runSchedule(3113, 'locking'), null)
})

test('what is typed as soon as it is open again is in the journal at once, while that of before is still read', async () => {
  assert.equal(await runSchedule(5901, 'all'), null)
})

const faults: Partial<Record<Profile, Record<string, Fault>>> = {
  plain: {
    'a journal that is not written': ['return state2.journal.write(state2.area, state2.keys, changes)', 'return true'],
    'a journal that is not read': ['left.push(unpack(decode(await decryptAtOnce(fromBase64(text2), cipher))));', ''],
    'a writing that overlooks that another tab wrote': ['if (present !== (known ?? present)) {', 'if (false) {']
  },
  erasing: {
    'a part that comes back from a journal': ['entries2.delete(key)', '']
  },
  locking: {
    'keys of before that are forgotten at once': ['former.push(toBase64(keys.key))', '']
  },
  moving: {
    'a move that overlooks that another tab wrote': ['await computer.erase(revision)', 'await computer.erase(null)'],
    'a move that leaves behind what opens the journals of others': ['await tab.replace(encrypted, keys)', 'await tab.replace(encrypted, { key: keys.key })']
  }
}

for (const [profile, some] of Object.entries(faults) as [Profile, Record<string, Fault>][]) {
  for (const [name, fault] of Object.entries(some)) {
    test(`the trial finds ${name}`, async () => {
      for (let seed = 1; seed <= 1500; seed++) if (await runSchedule(seed, profile, fault) !== null) return
      assert.fail('not found')
    })
  }
}
