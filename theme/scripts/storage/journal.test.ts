import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptyWorkbook } from '../workbook/workbook.ts'
import { Journal } from './journal.ts'
import { random, type Cipher } from './cipher.ts'
import { encryptAtOnce, freshKeys, isReady, keyRing, noKeys } from './key-ring.ts'

/** A store of a browser: its keys are its own properties. */
function area (): Storage {
  return Object.create({
    getItem (this: Record<string, string>, name: string) { return this[name] ?? null },
    setItem (this: Record<string, string>, name: string, value: string) { this[name] = value },
    removeItem (this: Record<string, string>, name: string) { Reflect.deleteProperty(this, name) }
  }) as Storage
}

test('a journal that cannot be read just now is left where it is', async () => {
  const kept = area()
  const keys = await keyRing(random(32))
  new Journal('/', 'before').write(kept, keys, { ...emptyWorkbook('w1') })
  const journal = new Journal('/', 'after')
  const silent: Cipher = { ...keys.cipher, keystream: async () => { throw new DOMException('no answer', 'TimeoutError') } }
  await assert.rejects(journal.read(kept, [silent]), { name: 'TimeoutError' })
  journal.clear(kept)
  assert.equal(Object.keys(kept).length, 1)

  assert.deepEqual((await journal.read(kept, [keys.cipher])).map(book => book.id), ['w1'])
  journal.clear(kept)
  assert.equal(Object.keys(kept).length, 0)
})

test('a journal is read with the key of before too, and left where none opens it', async () => {
  const kept = area()
  const [before, now, other] = [await keyRing(random(32)), await keyRing(random(32)), await keyRing(random(32))]
  new Journal('/', 'one').write(kept, before, emptyWorkbook('w1'))
  new Journal('/', 'two').write(kept, other, emptyWorkbook('w2'))
  const journal = new Journal('/', 'after')
  assert.deepEqual((await journal.read(kept, [now.cipher, before.cipher])).map(book => book.id), ['w1'])
  journal.clear(kept)
  assert.equal(Object.keys(kept).length, 1)
})

test('bytes of a keystream are used once', async () => {
  const keys = await keyRing(random(32))
  const placeOf = (encrypted: Uint8Array | null): string => Buffer.from(encrypted!.subarray(0, 16)).toString('hex')
  const places = [placeOf(encryptAtOnce(keys, random(10))), placeOf(encryptAtOnce(keys, random(10)))]
  // More than half is used: others are computed.
  places.push(placeOf(encryptAtOnce(keys, random(40_000))))
  await new Promise(done => { setImmediate(done) })
  places.push(placeOf(encryptAtOnce(keys, random(10))), placeOf(encryptAtOnce(await keyRing(keys.key), random(10))))
  assert.equal(new Set(places).size, 5)
})

test('there is no key before the browser made one', async () => {
  assert.equal(isReady(noKeys), false)
  assert.equal(isReady(await freshKeys()), true)
})
