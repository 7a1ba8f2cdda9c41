import assert from 'node:assert/strict'
import { test } from 'node:test'
import { versionsOf } from '../workbook/beside.ts'
import type { Workbook } from '../workbook/workbook.ts'
import type * as Scripts from './testing/page.ts'
import { scriptsIn, site } from './testing/schedules.ts'
import { FakeTab, randomFrom, settle, World } from './testing/world.ts'

// What is erased must not come back with what somebody types over it at the same moment: an entry carries the texts that stood beside.

interface Page { tab: FakeTab, scripts: typeof Scripts, session: Scripts.Session }

async function quiet (world: World): Promise<void> {
  do await settle()
  while (await world.step(true))
}

async function open (world: World): Promise<Page> {
  const tab = new FakeTab(world)
  const scripts = scriptsIn(tab)
  let opened: Scripts.Session | null = null
  void scripts.Session.open(site, '1', async () => scripts.recovery).then(one => { opened = one })
  await quiet(world)
  assert.ok(opened !== null)
  return { tab, scripts, session: opened }
}

/** Two tabs on this computer, with two texts in one field of a partner: neither tab knew of the other's. */
async function twoTexts (): Promise<{ world: World, pages: [Page, Page] }> {
  const world = new World(randomFrom(1))
  const one = await open(world)
  void one.scripts.choose(one.session, 'computer')
  await quiet(world)
  const pages: [Page, Page] = [one, await open(world)]
  type(pages[0], 'first')
  type(pages[1], 'second')
  await quiet(world)
  for (const page of pages) assert.deepEqual(texts(page.session.book).sort(), ['first', 'second'])
  return { world, pages }
}

function type ({ session }: Page, value: string): void {
  session.change([{ kind: 'answer', subject: 'p1', field: 'sheet.a1', value }], 'typed')
}

function texts (book: Workbook): string[] {
  const answer = book.subjects.get('p1')?.answers.get('sheet.a1')
  return answer === undefined ? [] : versionsOf(answer).map(({ value }) => value)
}

async function textsOnNextPage (world: World): Promise<string[]> {
  return texts((await open(world)).session.book)
}

test('what a page types while it erases all goes with it, and comes back when that is undone', async () => {
  const { world, pages: [page] } = await twoTexts()
  let before: Workbook | null = null
  void page.scripts.erase(page.session).then(book => { before = book })
  await settle()
  type(page, 'typed meanwhile')
  await quiet(world)
  assert.deepEqual(texts(page.session.book), [])
  assert.deepEqual(await textsOnNextPage(world), [])
  assert.ok(texts(before!).includes('typed meanwhile'))
  type(page, 'typed after')
  await quiet(world)
  assert.deepEqual(await textsOnNextPage(world), ['typed after'])
})

for (const all of [true, false]) {
  const what = all ? 'all' : 'a part'
  const erase = ({ scripts, session }: Page): void => { void (all ? scripts.erase(session) : scripts.takeOut(session, { partner: 'p1' })) }

  test(`what a page types that has not heard that ${what} was erased stays, and nothing that stood beside it comes back`, async () => {
    const { world, pages: [page, other] } = await twoTexts()
    // As where the browser has no channels between tabs: what another one wrote is noticed when this one writes.
    other.session.others?.close()
    erase(page)
    while (page.session.erased === 0) await world.step(true)
    type(other, 'typed since')
    await quiet(world)
    for (const { session } of [page, other]) assert.deepEqual(texts(session.book), ['typed since'])
    assert.deepEqual(await textsOnNextPage(world), ['typed since'])
  })
}

test('what a page types while it erases a part stays, and nothing that stood beside it comes back', async () => {
  const { world, pages } = await twoTexts()
  // The page whose text is shown: what it types takes the place of its own text, and the other one stands beside that.
  const [shown, beside] = texts(pages[0].session.book)
  const page = pages[shown === 'first' ? 0 : 1]
  let taken: Workbook | null = null
  void page.scripts.takeOut(page.session, { partner: 'p1' }).then(book => { taken = book })
  // After each step, until the last one before it is written.
  while (taken === null) {
    await world.step(true)
    if (page.session.erased === 0) type(page, 'typed meanwhile')
  }
  await quiet(world)
  assert.deepEqual(texts(page.session.book), ['typed meanwhile'])
  assert.deepEqual(await textsOnNextPage(world), ['typed meanwhile'])
  void page.scripts.putBack(page.session, taken)
  await quiet(world)
  assert.deepEqual(texts(page.session.book)[0], 'typed meanwhile')
  assert.ok(texts(page.session.book).includes(beside!), 'undone, what stood beside it does again')
  assert.deepEqual((await textsOnNextPage(world)).sort(), texts(page.session.book).sort())
})

test('a part can be taken out where the browser keeps nothing', async () => {
  const world = new World(randomFrom(1))
  const page = await open(world)
  page.tab.session.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }
  type(page, 'first')
  await quiet(world)
  void page.scripts.takeOut(page.session, { partner: 'p1' })
  await quiet(world)
  assert.deepEqual(texts(page.session.book), [])
})
