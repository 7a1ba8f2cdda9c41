import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Portions } from './portions.ts'

const named = (done: string[], names: string): (() => void)[] => [...names].map(name => () => { done.push(name) })

test('the first thing is done at once, and each of the others in a task of its own', async () => {
  const done: string[] = []
  const portions = new Portions(named(done, 'abc'))
  assert.deepEqual(done, ['a'])
  setTimeout(() => { done.push('a tap') })
  await portions.done
  assert.deepEqual(done, ['a', 'b', 'a tap', 'c'])
})

test('what is left is done at once for paper, and once', async () => {
  const done: string[] = []
  const portions = new Portions(named(done, 'abc'))
  portions.finish()
  assert.deepEqual(done, ['a', 'b', 'c'])
  await portions.done
  portions.finish()
  assert.deepEqual(done, ['a', 'b', 'c'])
})

test('who waits for all of it hears of what fails', async () => {
  const portions = new Portions([() => {}, () => { throw new Error('no room') }])
  await assert.rejects(portions.done, /no room/)
})
