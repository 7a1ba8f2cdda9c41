import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read } from './read.ts'
import { guide } from './testing/guide.ts'
import { hostile } from './testing/hostile.ts'

// What a turn takes on a busy computer; without limits these files take seconds.
const longestTurnMs = 500
const mostMemory = 400 * 1024 * 1024

for (const [name, make] of Object.entries(hostile)) {
  test(`${name}: no turn is long, and memory stays free`, async () => {
    const bytes = make(1)
    const before = process.memoryUsage.rss()
    let [longest, memory] = [0, 0]
    let last = process.cpuUsage()
    let running = true
    const watch = (): void => {
      const used = process.cpuUsage(last)
      longest = Math.max(longest, (used.user + used.system) / 1000)
      memory = Math.max(memory, process.memoryUsage.rss() - before)
      last = process.cpuUsage()
      if (running) setImmediate(watch)
    }
    setImmediate(watch)
    await new Promise(setImmediate)
    await read(bytes, guide).catch((error: Error) => { assert.equal(error.name, 'Refused') })
    await new Promise(setImmediate)
    running = false
    assert.ok(longest < longestTurnMs, `a turn of ${Math.round(longest)} ms`)
    assert.ok(memory < mostMemory, `${Math.round(memory / 1e6)} MB`)
  })
}
