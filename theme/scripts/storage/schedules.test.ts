import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Fault, type Profile, runSchedule } from './testing/schedules.ts'

// What tabs do at once, in orders that a seed decides; many more by `node schedules.mjs 10000`.
const fixed = 60
const fresh = Date.now() % 1_000_000

for (const profile of ['plain', 'gone'] satisfies Profile[]) {
  test(`whatever several tabs do at once, nothing is lost, and nothing erased comes back: ${profile}`, async () => {
    for (let seed = 1; seed <= fixed; seed++) assert.equal(await runSchedule(seed, profile), null)
    for (let seed = fresh; seed < fresh + 20; seed++) assert.equal(await runSchedule(seed, profile), null)
  })
}

const faults: Record<string, Fault> = {
  'a journal that is not written': ['return this.journal.write(this.area, changes)', 'return true'],
  'a journal that is not read': ['left.push(unpack(decode(await this.safe.openAtOnce(fromBase64(text)))))', ''],
  'a writing that overlooks that another tab wrote': ['if ((before?.revision ?? 0) !== known) return null;', '']
}

for (const [name, fault] of Object.entries(faults)) {
  test(`the trial finds ${name}`, async () => {
    for (let seed = 1; seed <= 300; seed++) if (await runSchedule(seed, 'plain', fault) !== null) return
    assert.fail('not found')
  })
}
