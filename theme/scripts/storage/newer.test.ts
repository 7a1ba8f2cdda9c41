import assert from 'node:assert/strict'
import { test } from 'node:test'
import { valueOf } from '../workbook/workbook.ts'
import type * as Scripts from './testing/page.ts'
import { scriptsIn, site, type Fault } from './testing/schedules.ts'
import { FakeTab, randomFrom, settle, World } from './testing/world.ts'

// Pages of two versions on one computer: after an update, before every tab is reloaded.
const newer: Fault = ['currentVersion = 2', 'currentVersion = 3', 'get("version") ?? 1', 'get("version") && 3 || 3']

interface Page { tab: FakeTab, scripts: typeof Scripts, session: Scripts.Session }

async function quiet (world: World): Promise<void> {
  do await settle()
  while (await world.step(true))
}

async function open (world: World, fault?: Fault, session?: FakeTab['session']): Promise<Page> {
  const tab = new FakeTab(world, session)
  const scripts = scriptsIn(tab, fault)
  let opened: Scripts.Session | null = null
  void scripts.Session.open(site, '1', async () => scripts.recovery).then(one => { opened = one })
  await quiet(world)
  assert.ok(opened !== null)
  return { tab, scripts, session: opened }
}

async function onComputer (world: World): Promise<Page> {
  const page = await open(world)
  void page.scripts.choose(page.session, 'computer')
  await quiet(world)
  type(page, 'a', 'before')
  await quiet(world)
  return page
}

function type ({ session }: Page, field: string, value: string): void {
  session.change([{ kind: 'answer', subject: 'agency', field: `sheet.${field}`, value }], 'typed')
}

const says = ({ session }: Page, field: string): string => valueOf(session.book, 'agency', `sheet.${field}`)
const journals = (world: World): string[] => Object.keys(world.local).filter(name => name.includes('journal'))
const stored = (world: World): string => JSON.stringify([...world.databases].map(([name, database]) => [name, database.entries()]))

/** The older page says so, writes nothing but its journal, and takes nothing away; a page of the newer version finds what it typed. */
async function standsAside (world: World, older: Page): Promise<void> {
  assert.equal(older.session.status.trouble, 'newer')
  const [before, beside] = [stored(world), journals(world)]
  type(older, 'b', 'typed on the older page')
  await quiet(world)
  assert.equal(await older.scripts.takeOut(older.session, { partner: 'p1' }), null)
  assert.equal(await older.scripts.choose(older.session, 'tab'), 'blocked')
  older.tab.dispatch('pagehide')
  await quiet(world)
  assert.equal(older.session.status.trouble, 'newer')
  assert.equal(stored(world), before)
  for (const name of beside) assert.ok(journals(world).includes(name))
  assert.ok(journals(world).length > 0)
  assert.equal(older.session.wouldLose, false)
  world.kill(older.tab)
  const next = await open(world, newer)
  assert.equal(next.session.status.trouble, null)
  assert.equal(says(next, 'a'), 'before')
  assert.equal(says(next, 'b'), 'typed on the older page')
}

async function writeWhole ({ scripts, session }: Page, world: World): Promise<void> {
  void scripts.takeOut(session, { partner: 'p9' })
  await quiet(world)
}

for (const seed of [1, 2, 3]) {
  test(`a page that opens a whole workbook of a newer version stands aside (${seed})`, { timeout: 20_000 }, async () => {
    const world = new World(randomFrom(seed))
    world.kill((await onComputer(world)).tab)
    await writeWhole(await open(world, newer), world)
    await standsAside(world, await open(world))
  })

  test(`a page in whose place a newer one writes the whole workbook stands aside (${seed})`, { timeout: 20_000 }, async () => {
    const world = new World(randomFrom(seed))
    const older = await onComputer(world)
    await writeWhole(await open(world, newer), world)
    await standsAside(world, older)
  })

  test(`a page that opens changes of a newer version stands aside (${seed})`, { timeout: 20_000 }, async () => {
    const world = new World(randomFrom(seed))
    world.kill((await onComputer(world)).tab)
    const page = await open(world, newer)
    type(page, 'c', 'newer')
    await quiet(world)
    await standsAside(world, await open(world))
  })

  test(`a page that finds a journal of a newer version stands aside (${seed})`, { timeout: 20_000 }, async () => {
    const world = new World(randomFrom(seed))
    world.kill((await onComputer(world)).tab)
    const page = await open(world, newer)
    type(page, 'c', 'newer')
    world.kill(page.tab)
    await standsAside(world, await open(world))
    assert.equal(says(await open(world, newer), 'c'), 'newer')
  })

  test(`a page that hears of what a newer one wrote stands aside (${seed})`, { timeout: 20_000 }, async () => {
    const world = new World(randomFrom(seed))
    const older = await onComputer(world)
    const page = await open(world, newer)
    type(page, 'c', 'newer')
    await quiet(world)
    await standsAside(world, older)
    assert.equal(says(await open(world, newer), 'c'), 'newer')
  })
}

test('in a tab too, what a newer version kept stays, and what is typed is there for it', { timeout: 20_000 }, async () => {
  const world = new World(randomFrom(1))
  const first = await open(world, newer)
  type(first, 'a', 'before')
  await writeWhole(first, world)
  world.kill(first.tab)
  const older = await open(world, undefined, first.tab.session)
  assert.equal(older.session.status.trouble, 'newer')
  const whole = first.tab.session.getItem(`toolkit ${site} workbook`)
  type(older, 'b', 'typed on the older page')
  await quiet(world)
  assert.equal(first.tab.session.getItem(`toolkit ${site} workbook`), whole)
  world.kill(older.tab)
  const next = await open(world, newer, first.tab.session)
  assert.equal(says(next, 'a'), 'before')
  assert.equal(says(next, 'b'), 'typed on the older page')
})
