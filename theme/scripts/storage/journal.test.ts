import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptyWorkbook } from '../workbook/workbook.ts'
import { Journal } from './journal.ts'
import { Safe } from './safe.ts'
import { random } from './seal.ts'

/** A store of a browser: its keys are its own properties. */
function area (): Storage {
  return Object.create({
    getItem (this: Record<string, string>, name: string) { return this[name] ?? null },
    setItem (this: Record<string, string>, name: string, value: string) { this[name] = value },
    removeItem (this: Record<string, string>, name: string) { Reflect.deleteProperty(this, name) }
  }) as Storage
}

async function safeWith (key: Uint8Array<ArrayBuffer>): Promise<Safe> {
  const safe = new Safe()
  await safe.use(key)
  return safe
}

test('a journal that cannot be read just now is left where it is', async () => {
  const kept = area()
  const key = random(32)
  new Journal('/', 'before', await safeWith(key)).write(kept, { ...emptyWorkbook('w1') })
  const safe = await safeWith(key)
  const { openAtOnce } = safe
  const journal = new Journal('/', 'after', safe)
  safe.openAtOnce = async () => { throw new DOMException('no answer', 'TimeoutError') }
  await assert.rejects(journal.read(kept), { name: 'TimeoutError' })
  journal.clear(kept)
  assert.equal(Object.keys(kept).length, 1)

  safe.openAtOnce = openAtOnce
  assert.deepEqual((await journal.read(kept)).map(book => book.id), ['w1'])
  journal.clear(kept)
  assert.equal(Object.keys(kept).length, 0)
})

test('a key that comes back into use never uses bytes twice', async () => {
  const safe = await safeWith(random(32))
  const placeOf = (sealed: Uint8Array | null): string => Buffer.from(sealed!.subarray(0, 16)).toString('hex')
  const before = placeOf(safe.sealAtOnce(random(10)))
  const { key, seal, ahead } = safe
  const meanwhile = placeOf(safe.sealAtOnce(random(10)))
  await safe.use(random(32))
  const other = placeOf(safe.sealAtOnce(random(10)))
  safe.useReady(key, seal, ahead)
  assert.equal(new Set([before, meanwhile, other, placeOf(safe.sealAtOnce(random(10)))]).size, 4)
})

test('there is no key before the browser made one', async () => {
  const safe = new Safe()
  assert.equal(safe.ready, false)
  await safe.useFresh()
  assert.equal(safe.ready, true)
  safe.forget()
  assert.equal(safe.ready, false)
})
