import assert from 'node:assert/strict'
import { test } from 'node:test'
import { layerTexts, setTexts } from '../workbook/layers.ts'
import { most } from '../workbook/limits.ts'
import { closeRound, reopenRound, renameRound, roundsOf, type Closing } from '../workbook/rounds.ts'
import type { StepBack } from '../workbook/undo.ts'
import { valueOf } from '../workbook/workbook.ts'
import type * as Scripts from './testing/page.ts'
import { guide, passphrase, scriptsIn, site, type Fault } from './testing/schedules.ts'
import { FakeTab, randomFrom, settle, World } from './testing/world.ts'

interface Page { tab: FakeTab, scripts: typeof Scripts, session: Scripts.Session }

async function quiet (world: World): Promise<void> {
  do await settle()
  while (await world.step(true))
}

async function open (world: World, from?: FakeTab, fault?: Fault): Promise<Page> {
  const tab = new FakeTab(world, from?.session, from?.name)
  const scripts = scriptsIn(tab, fault)
  let opened: Scripts.Session | null = null
  void scripts.Session.open(site, '1', async () => scripts.recovery).then(one => { opened = one })
  await quiet(world)
  assert.ok(opened !== null)
  return { tab, scripts, session: opened }
}

/** Ends what was asked for, whatever it waits for. */
async function ended<T> (world: World, act: Promise<T>): Promise<T> {
  let result: { value: T } | null = null
  void act.then(value => { result = { value } })
  await quiet(world)
  assert.ok(result !== null)
  return (result as { value: T }).value
}

const type = ({ session }: Page, field: string, value: string, subject = 'agency'): void => { session.change([{ kind: 'answer', subject, field: `sheet.${field}`, value }], 'typed') }
const says = ({ session }: Page, field: string): string => valueOf(session.book, 'agency', `sheet.${field}`)
const rounds = ({ session }: Page): string[] => roundsOf(session.book).map(({ layer }) => `${layer.name}: ${Object.values(layer.subjects['agency']?.answers ?? {}).map(({ value }) => value).join()}`)
const closing = (page: Page, id: string, more: Partial<Closing> = {}): Closing =>
  ({ id, name: id, day: '2026-11-30', lang: 'en', blank: false, known: new Set(roundsOf(page.session.book).map(round => round.id)), ...more })

let back: StepBack[] = []
async function close (page: Page, how: Closing): Promise<string> {
  return await page.scripts.changeLayers(page.session, (book, stamp) => {
    const made = closeRound(book, guide, how, stamp)
    if (typeof made === 'string') return made
    back = made.back
    return null
  })
}

for (const place of ['tab', 'computer', 'locked'] as const) {
  test(`a round is closed, read on the next page, named anew, removed and brought back: ${place}`, { timeout: 20_000 }, async () => {
    const world = new World(randomFrom(1))
    let page = await open(world)
    if (place !== 'tab') assert.equal(await ended(world, page.scripts.choose(page.session, 'computer')), 'done')
    if (place === 'locked') assert.ok(await ended(world, page.scripts.setPassphrase(page.session, passphrase)))
    assert.equal(await ended(world, close(page, closing(page, 'l0'))), 'nothing')
    type(page, 'a', 'first')
    assert.equal(await ended(world, close(page, closing(page, 'l1', { blank: true }))), 'done')
    assert.deepEqual([rounds(page), says(page, 'a')], [['l1: first'], ''])
    type(page, 'a', 'second')
    const reload = async (): Promise<void> => {
      page.tab.dispatch('pagehide')
      await quiet(world)
      world.kill(page.tab)
      page = await open(world, page.tab)
    }
    await reload()
    assert.deepEqual([rounds(page), says(page, 'a'), page.session.status.trouble], [['l1: first'], 'second', null])
    assert.equal(await ended(world, page.scripts.changeLayers(page.session, book => renameRound(book, 'l1', { id: 'l2', name: 'Spring', day: '2026-03-01' }) ? null : 'other')), 'done')
    assert.equal(await ended(world, page.scripts.changeLayers(page.session, book => renameRound(book, 'l1', { id: 'l3', name: 'Other', day: '2026-03-01' }) ? null : 'other')), 'other')
    assert.deepEqual(rounds(page), ['Spring: first'])
    const taken = await ended(world, page.scripts.takeOut(page.session, { layer: 'l2' }))
    assert.deepEqual(rounds(page), [])
    await reload()
    assert.deepEqual([rounds(page), [...layerTexts(page.session.book).values()]], [[], ['', '']])
    assert.ok(taken !== null && await ended(world, page.scripts.putBack(page.session, taken)))
    await reload()
    assert.deepEqual([rounds(page), says(page, 'a')], [['Spring: first'], 'second'])
  })
}

test('closing is taken back: the round is none, and what nobody wrote since stands again', { timeout: 20_000 }, async () => {
  const world = new World(randomFrom(2))
  const page = await open(world)
  for (const field of ['a', 'b']) type(page, field, `was ${field}`)
  await ended(world, close(page, closing(page, 'l1', { blank: true })))
  type(page, 'b', 'new')
  const steps = back
  assert.equal(await ended(world, page.scripts.changeLayers(page.session, (book, stamp) => { reopenRound(book, 'l1', steps, stamp); return null })), 'done')
  assert.deepEqual([rounds(page), says(page, 'a'), says(page, 'b')], [[], 'was a', 'new'])
})

test('two pages that close a round at once close one, and what either typed is there', { timeout: 60_000 }, async () => {
  for (let seed = 1; seed <= 60; seed++) {
    const world = new World(randomFrom(seed))
    const first = await open(world)
    await ended(world, first.scripts.choose(first.session, 'computer'))
    const second = await open(world)
    type(first, 'a', 'first')
    type(second, 'b', 'second')
    for (let n = seed % 7; n > 0; n--) await world.step(true)
    const answers: string[] = []
    void close(first, closing(first, 'l1', { known: new Set() })).then(done => answers.push(done))
    void close(second, closing(second, 'l2', { known: new Set() })).then(done => answers.push(done))
    await quiet(world)
    assert.deepEqual(answers.sort(), ['done', 'elsewhere'], `seed ${seed}`)
    for (const page of [first, second, await open(world)]) {
      assert.equal(roundsOf(page.session.book).length, 1, `seed ${seed}`)
      assert.deepEqual([says(page, 'a'), says(page, 'b')], ['first', 'second'])
    }
  }
})

test('where the tab has no room, nothing is taken, all stays as it was, and it is kept as before', { timeout: 20_000 }, async () => {
  const world = new World(randomFrom(3))
  const page = await open(world)
  type(page, 'a', 'x'.repeat(3000))
  await quiet(world)
  const room = Object.keys(page.tab.session).reduce((sum, name) => sum + String(page.tab.session[name]).length, 0) + 3000
  Object.defineProperty(page.tab.session, 'setItem', {
    value (name: string, value: string) {
      if (value.length > room) throw new DOMException('full', 'QuotaExceededError')
      page.tab.session[name] = value
    }
  })
  assert.equal(await ended(world, close(page, closing(page, 'l1'))), 'full')
  assert.deepEqual([rounds(page), says(page, 'a').length, page.session.status.trouble], [[], 3000, null])
  world.kill(page.tab)
  const next = await open(world, page.tab)
  assert.deepEqual([rounds(next), says(next, 'a').length], [[], 3000])
})

test('a page of the version before stands aside where a round is closed, and loses nothing of what is typed there', { timeout: 20_000 }, async () => {
  const before: Fault = ['currentVersion = 2', 'currentVersion = 1']
  const world = new World(randomFrom(4))
  const first = await open(world)
  await ended(world, first.scripts.choose(first.session, 'computer'))
  const older = await open(world, undefined, before)
  type(older, 'a', 'older')
  await quiet(world)
  assert.equal(older.session.status.trouble, null)
  assert.equal(await ended(world, close(first, closing(first, 'l1'))), 'done')
  assert.equal(older.session.status.trouble, 'newer')
  type(older, 'b', 'typed there')
  await quiet(world)
  older.tab.dispatch('pagehide')
  await quiet(world)
  world.kill(older.tab)
  const next = await open(world)
  assert.deepEqual([rounds(next), says(next, 'a'), says(next, 'b')], [['l1: older'], 'older', 'typed there'])
  assert.equal((await open(world, undefined, before)).session.status.trouble, 'newer')
})

test('a partner that is erased is in no round of any tab any more, and comes back by a press alone', { timeout: 20_000 }, async () => {
  const world = new World(randomFrom(5))
  const page = await open(world)
  await ended(world, page.scripts.choose(page.session, 'computer'))
  page.session.change([{ kind: 'partner', id: 'p1', name: 'Bakery' }])
  type(page, 'a', 'canary', 'p1')
  type(page, 'a', 'ours')
  await ended(world, close(page, closing(page, 'l1', { blank: true })))
  assert.match(layerTexts(page.session.book).get('l1')!, /canary/)
  const other = await open(world)
  const taken = await ended(world, page.scripts.takeOut(page.session, { partner: 'p1' }))
  for (const one of [page, other, await open(world)]) assert.doesNotMatch(layerTexts(one.session.book).get('l1')!, /canary|Bakery|p1/)
  assert.ok(await ended(world, page.scripts.putBack(page.session, taken!)))
  for (const one of [page, other, await open(world)]) assert.match([...layerTexts(one.session.book).values()].join(), /canary/)
})

test('what holds more than it may can change and be taken out, and not grow', { timeout: 20_000 }, async () => {
  const world = new World(randomFrom(6))
  const page = await open(world)
  type(page, 'a', 'ours')
  assert.equal(await ended(world, close(page, closing(page, 'l1'))), 'done')
  const [text] = [...layerTexts(page.session.book).values()]
  setTexts(page.session.book, new Map(Array.from({ length: most.layers }, (_, i) => [`more${i}`, text!])))
  assert.equal(await ended(world, close(page, closing(page, 'l2'))), 'full')
  assert.equal(await ended(world, page.scripts.changeLayers(page.session, book => renameRound(book, 'l1', { id: 'l3', name: 'Spring', day: '2026-03-01' }) ? null : 'other')), 'done')
  assert.ok(rounds(page).includes('Spring: ours'))
  assert.equal(await ended(world, page.scripts.changeLayers(page.session, (book, stamp) => { reopenRound(book, 'l3', [], stamp); return null })), 'done')
  assert.equal(rounds(page).length, most.layers)
})

test('once answers are locked no layer changes, asked for before or after, and all is there when the lock opens', { timeout: 20_000 }, async () => {
  const world = new World(randomFrom(7))
  const page = await open(world)
  await ended(world, page.scripts.choose(page.session, 'computer'))
  assert.ok(await ended(world, page.scripts.setPassphrase(page.session, passphrase)))
  type(page, 'a', 'ours')
  assert.equal(await ended(world, close(page, closing(page, 'l1'))), 'done')
  let asked = 0
  const change = async (): Promise<string> => await page.scripts.changeLayers(page.session, book => {
    asked++
    setTexts(book, new Map([['l1', '']]))
    return null
  })
  const locking = page.scripts.lockNow(page.session)
  const before = change()
  assert.ok(await ended(world, locking))
  assert.equal(await ended(world, before), 'refused')
  assert.equal(await ended(world, change()), 'refused')
  assert.deepEqual([asked, page.session.status.trouble], [0, null])
  assert.ok(await ended(world, page.scripts.unlock(page.session, passphrase)))
  assert.deepEqual([rounds(page), says(page, 'a')], [['l1: ours'], 'ours'])
})
