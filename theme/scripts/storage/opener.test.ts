import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toBase64 } from '../workbook/base64.ts'
import { valueOf } from '../workbook/workbook.ts'
import type { Bytes } from './cipher.ts'
import type * as Scripts from './testing/page.ts'
import { until } from './testing/stored.ts'
import { passphrase, scriptsIn, site, type Fault } from './testing/schedules.ts'
import { FakeTab, randomFrom, settle, World } from './testing/world.ts'

// Where keys lie on a computer: in a record of their own, which browsers keep in a file of its own. Versions before had them in `head`.
const before: Fault = [
  'indexedDB.open(databaseOf(site), 2)', 'indexedDB.open(databaseOf(site), 1)',
  'objects.put({ key: lock ? null : key, handover, room: roomOf() }, opener)', '',
  'objects.put({ lock, erased, generation, ...next }, head)', 'objects.put({ key: lock ? null : key, lock, erased, generation, ...(handover && { handover }), ...next }, head)',
  'return { handover: new Uint8Array(), ...first, ...all[0]?.room && all.shift(),', 'return { ...first,'
]

interface Page { tab: FakeTab, scripts: typeof Scripts, session: Scripts.Session }

async function quiet (world: World): Promise<void> {
  do await settle()
  while (await world.step(true))
}

function begin (world: World, fault?: Fault): Page {
  const tab = new FakeTab(world)
  const page: Page = { tab, scripts: scriptsIn(tab, fault), session: null! }
  void page.scripts.Session.open(site, '1', async () => page.scripts.recovery).then(session => { page.session = session })
  return page
}

async function open (world: World, fault?: Fault): Promise<Page> {
  const page = begin(world, fault)
  await quiet(world)
  return page
}

/** A page with answers on this computer. */
async function kept (world: World, fault?: Fault): Promise<Page> {
  const page = await open(world, fault)
  void page.scripts.choose(page.session, 'computer')
  await quiet(world)
  type(page, 'a')
  await quiet(world)
  return page
}

function type ({ session }: Page, field: string): void {
  session.change([{ kind: 'answer', subject: 'agency', field: `sheet.${field}`, value: field }], 'typed')
}

const says = ({ session }: Page, field: string): string => valueOf(session.book, 'agency', `sheet.${field}`)
const keyOf = ({ session }: Page): Bytes => session.keys.key!

/** Under which names a key lies, as bytes or as text. */
function placesOf (key: Bytes, world: World): (number | string)[] {
  const holds = (value: unknown): boolean => value instanceof Uint8Array
    ? Buffer.from(value).includes(Buffer.from(key)) || Buffer.from(value).includes(toBase64(key))
    : typeof value === 'object' && value !== null ? Object.values(value).some(holds) : typeof value === 'string' && value.includes(toBase64(key))
  return [...[...world.databases.values()].flatMap(database => database.entries()), ...Object.entries({ ...world.local })].filter(([, value]) => holds(value)).map(([name]) => name)
}

const changes: Record<string, (page: Page) => unknown> = {
  'a passphrase is set': ({ scripts, session }) => scripts.setPassphrase(session, passphrase),
  'a part is erased': ({ scripts, session }) => scripts.takeOut(session, { partner: 'p1' }),
  'all is erased': ({ scripts, session }) => scripts.erase(session),
  'answers are moved into the tab': ({ scripts, session }) => scripts.choose(session, 'tab')
}

for (const [what, change] of Object.entries(changes)) {
  test(`a key lies in its record alone, and nowhere once ${what}`, async () => {
    const world = new World(randomFrom(1))
    const page = await kept(world)
    const key = keyOf(page)
    type(page, 'b')
    await quiet(world)
    assert.deepEqual(placesOf(key, world), [0])
    void change(page)
    await quiet(world)
    assert.deepEqual(placesOf(key, world), [])
    if (page.session.onComputer) assert.deepEqual(placesOf(keyOf(page), world), page.session.keys.lock === null ? [0] : [])
  })

  test(`a page killed at any step before ${what} leaves readable answers, and none of the keys in use beside an earlier one in the clear`, { timeout: 120_000 }, async () => {
    for (let steps = 0, ended = false; !ended; steps++) {
      const world = new World(randomFrom(2))
      const page = await kept(world)
      const key = keyOf(page)
      let done = false
      void Promise.resolve(change(page)).then(() => { done = true })
      for (let n = 0; n < steps && !done; n++) await world.step(true)
      ended = done
      world.kill(page.tab)
      const next = await open(world)
      if (next.session.status.lock === 'locked') {
        void next.scripts.unlock(next.session, passphrase)
        await quiet(world)
      }
      assert.equal(next.session.status.trouble, null, `after ${steps} steps`)
      const there = says(next, 'a')
      if (/passphrase|part/.test(what)) assert.equal(there, 'a', `after ${steps} steps`)
      if (there === 'a' && next.session.onComputer) type(next, 'b')
      await quiet(world)
      if (String(next.session.keys.key) !== String(key)) assert.deepEqual(placesOf(key, world), [], `after ${steps} steps`)
    }
  })
}

/** How much room the record of keys takes in a browser that says of itself what only those built on Chromium say, or does not. */
for (const apart of [true, false]) {
  test(`the record of keys takes ${apart ? 'so much room, at random, that it is kept in a file of its own' : 'no room where a browser only wipes what is small'}`, async () => {
    const world = new World(randomFrom(1), crypto)
    world.wipes = !apart
    const page = begin(world)
    const session = await until(world, () => page.session as Scripts.Session | null)
    let chosen = ''
    void page.scripts.choose(session, 'computer').then(result => { chosen = result })
    await until(world, () => chosen || null)
    const { room } = new Map([...world.databases.values()].flatMap(database => database.entries())).get(0) as { room: Bytes }
    assert.equal(room.length, apart ? 1 << 16 : 0)
    if (!apart) return
    // As many of each byte as of any other, nearly.
    const counts = new Array<number>(256).fill(0)
    for (const byte of room) counts[byte]!++
    assert.ok(Math.max(...counts) < 400 && Math.min(...counts) > 150)
  })
}

test('what a version before kept opens; a day later it is given a new key that lies apart', async () => {
  const world = new World(randomFrom(1))
  const older = await kept(world, before)
  const key = keyOf(older)
  assert.deepEqual(placesOf(key, world), ['head'])
  type(older, 'b')
  world.kill(older.tab)
  const page = await open(world)
  assert.deepEqual([says(page, 'a'), says(page, 'b'), page.session.status.trouble], ['a', 'b', null])
  assert.deepEqual([keyOf(page), placesOf(key, world)], [key, [0]])
  world.now += 25 * 3600 * 1000
  const next = await open(world)
  type(next, 'c')
  await quiet(world)
  for (const one of [page, next]) {
    assert.deepEqual(['a', 'b', 'c'].map(field => says(one, field)), ['a', 'b', 'c'])
    assert.notDeepEqual(keyOf(one), key)
    assert.deepEqual(placesOf(keyOf(one), world), [0])
  }
  assert.deepEqual(placesOf(key, world), [])
  assert.deepEqual(Object.keys(world.local).filter(name => name.includes('older')), [])
})

test('what a version before kept under a passphrase opens, and stays under it', async () => {
  const world = new World(randomFrom(1))
  const older = await kept(world, before)
  void older.scripts.setPassphrase(older.session, passphrase)
  await quiet(world)
  const key = keyOf(older)
  world.kill(older.tab)
  const page = await open(world)
  assert.equal(page.session.status.lock, 'locked')
  void page.scripts.unlock(page.session, passphrase)
  await quiet(world)
  assert.deepEqual([says(page, 'a'), page.session.status.lock, page.session.status.trouble], ['a', 'open', null])
  assert.deepEqual(keyOf(page), key)
  assert.deepEqual(placesOf(key, world), [])
})

test('a page killed at any step of opening what a version before kept leaves readable answers', { timeout: 120_000 }, async () => {
  for (let steps = 0, ended = false; !ended; steps++) {
    const world = new World(randomFrom(3))
    const older = await kept(world, before)
    const key = keyOf(older)
    type(older, 'b')
    world.kill(older.tab)
    world.local.setItem(`toolkit ${site} older key`, '1')
    const page = begin(world)
    ended = true
    for (let n = 0; n < steps; n++) {
      await settle()
      ended = !await world.step(true)
    }
    if (steps === 0) ended = false
    world.kill(page.tab)
    const next = await open(world)
    assert.deepEqual([says(next, 'a'), says(next, 'b'), next.session.status.trouble], ['a', 'b', null], `after ${steps} steps`)
    assert.deepEqual(placesOf(key, world), [], `after ${steps} steps`)
  }
})

test('two pages that open what a version before kept agree on one key', async () => {
  for (let seed = 1; seed <= 40; seed++) {
    const world = new World(randomFrom(seed))
    world.kill((await kept(world, before)).tab)
    world.local.setItem(`toolkit ${site} older key`, '1')
    const pages = [begin(world), begin(world)]
    for (let n = 0; n < seed; n++) await world.step(true)
    for (const [i, page] of pages.entries()) if ((page.session as unknown) !== null) type(page, `c${i}`)
    await quiet(world)
    type(pages[0]!, 'b')
    await quiet(world)
    assert.deepEqual(pages.map(page => says(page, 'b')), ['b', 'b'], `seed ${seed}`)
    assert.deepEqual(keyOf(pages[0]!), keyOf(pages[1]!), `seed ${seed}`)
  }
})

test('a page of the version before that is open meanwhile stands aside, and what is typed there is not lost', async () => {
  for (let seed = 1; seed <= 40; seed++) {
    const world = new World(randomFrom(seed))
    const older = await kept(world, before)
    const page = begin(world)
    for (let n = 0; n < seed; n++) await world.step(true)
    type(older, 'b')
    await quiet(world)
    assert.equal(older.session.status.trouble, 'newer', `seed ${seed}`)
    assert.equal(page.session.status.trouble, null)
    world.kill(older.tab)
    const next = await open(world)
    assert.deepEqual([says(next, 'a'), says(next, 'b')], ['a', 'b'], `seed ${seed}`)
  }
})
