import assert from 'node:assert/strict'
import { createHash, webcrypto } from 'node:crypto'
import { test } from 'node:test'
import { answer } from './answer.ts'
import { collect, NotKept, type Around } from './collect.ts'
import { readList, sizeOf, type KeptList } from './list.ts'
import { dayInWords, markPage } from './mark.ts'
import { filesName, forget, isOurs, stateName, whatIsKept } from './names.ts'
import { FakeCaches } from './testing/caches.ts'

const root = 'https://example.org/guides/ours/'
const day = '2026-11-30'

/** A site on the web that can change, lose its line, and be meddled with. */
class Site {
  readonly caches = new FakeCaches()
  readonly asked: string[] = []
  isDown = false
  slow: Promise<unknown> = Promise.resolve()

  constructor (public files: Record<string, string>) {}

  get list (): KeptList {
    const files = Object.entries(this.files).map(([address, text]) =>
      [address, Buffer.byteLength(text), createHash('sha256').update(text).digest('hex')] as const)
    return { version: createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 16), guide: '2026-11', files }
  }

  get around (): Around {
    return {
      caches: this.caches as unknown as CacheStorage,
      root,
      fetch: async address => await this.get(address),
      sha256: async bytes => await webcrypto.subtle.digest('SHA-256', bytes)
    }
  }

  async get (address: string): Promise<Response> {
    await this.slow
    const path = address.slice(root.length).split(/[?#]/)[0]!
    this.asked.push(path)
    if (this.isDown) throw new TypeError('no line')
    const text = this.files[path === '' ? 'index.html' : path]
    return new Response(text ?? 'missing', { status: text === undefined ? 404 : 200, headers: { 'Content-Type': path.endsWith('.js') ? 'text/javascript' : 'text/html', Vary: '*' } })
  }

  async keep (signal = new AbortController().signal): Promise<number[]> {
    const told: number[] = []
    await collect(this.list, this.around, day, bytes => { told.push(bytes) }, signal)
    return told
  }

  async open (path: string, mode = 'navigate', pause = 20): Promise<string> {
    const request = { url: root + path, mode, method: 'GET' } as Request
    const got = await answer(request, {
      caches: this.caches as unknown as CacheStorage, root, fetch: async ({ url }) => await this.get(url), mark: async (page, kept) => new Response(`${await page.text()} (${kept.since})`)
    }, pause)
    return got.type === 'error' ? 'error' : `${got.status} ${await got.text()}`
  }

  async kept (): Promise<string | null> {
    return (await whatIsKept(this.caches as unknown as CacheStorage, root))?.version ?? null
  }
}

const first = { 'index.html': 'Home', '404.html': 'Nowhere', 'es/404.html': 'En ninguna parte', 'tools/a.html': 'A', 'assets/site.0123456789.js': 'one' }

test('all files are brought, told of, and whole at the end', async () => {
  const site = new Site(first)

  const told = await site.keep()

  assert.equal(told.at(-1), sizeOf(site.list))
  assert.deepEqual(await whatIsKept(site.caches as unknown as CacheStorage, root), { version: site.list.version, since: day })
  assert.deepEqual([...site.caches.all.get(filesName('/guides/ours/', site.list.version))!.entries.keys()].sort(),
    [...Object.keys(first), 'kept.json'].map(path => root + path).sort())
})

test('without a network every kept page opens, and says of which day it is', async () => {
  const site = new Site(first)
  await site.keep()
  site.isDown = true

  assert.equal(await site.open('tools/a.html?q=1#top'), `200 A (${day})`)
  assert.equal(await site.open(''), `200 Home (${day})`)
  // Hosts may leave endings out.
  assert.equal(await site.open('tools/a'), `200 A (${day})`)
  assert.equal(await site.open('nowhere.html'), '404 Nowhere')
  assert.equal(await site.open('tools/nowhere.html'), '404 Nowhere')
  assert.equal(await site.open('es/nowhere.html'), '404 En ninguna parte')
  assert.equal(await site.open('nowhere.png', 'no-cors'), 'error')
})

test('pages come from the network first, files with a hash in their names from here', async () => {
  const site = new Site(first)
  await site.keep()
  site.files = { ...first, 'tools/a.html': 'A, changed', 'assets/site.0123456789.js': 'never' }
  site.asked.length = 0

  assert.equal(await site.open('tools/a.html'), '200 A, changed')
  assert.equal(await site.open('assets/site.0123456789.js', 'no-cors'), '200 one')
  assert.deepEqual(site.asked, ['tools/a.html'])
})

test('a network that does not answer is not waited for', async () => {
  const site = new Site(first)
  await site.keep()
  site.slow = new Promise(() => {})

  assert.equal(await site.open('tools/a.html'), `200 A (${day})`)
})

test('answering puts nothing in', async () => {
  const site = new Site(first)
  await site.keep()
  const before = JSON.stringify([...site.caches.all].map(([name, cache]) => [name, [...cache.entries.keys()]]))
  await site.open('tools/new.html')
  await site.open('assets/new.0123456789.js', 'no-cors')

  assert.equal(JSON.stringify([...site.caches.all].map(([name, cache]) => [name, [...cache.entries.keys()]])), before)
})

test('where nothing is kept, the network answers alone and no cache is made', async () => {
  const site = new Site(first)

  assert.equal(await site.open('tools/a.html'), '200 A')
  assert.equal(site.caches.all.size, 0)
})

test('a new version fetches what changed and takes the place of the old one as a whole', async () => {
  const site = new Site(first)
  await site.keep()
  const old = await site.kept()
  site.files = { ...first, 'tools/a.html': 'A, changed' }
  site.asked.length = 0
  await site.keep()

  assert.deepEqual(site.asked, ['tools/a.html'])
  assert.notEqual(await site.kept(), old)
  assert.deepEqual([...site.caches.all.keys()].sort(), [stateName('/guides/ours/'), filesName('/guides/ours/', site.list.version)].sort())
})

test('a file that is not the one that was built is not kept, and what was whole stays whole', async () => {
  const site = new Site(first)
  await site.keep()
  const old = await site.kept()
  site.files = { ...first, 'tools/a.html': 'A, changed' }
  const { list } = site
  site.files['tools/a.html'] += '<script src="/counter.js"></script>'

  await assert.rejects(collect(list, site.around, day, () => {}, new AbortController().signal), (error: NotKept) => error instanceof NotKept && error.trouble === 'changed')
  site.isDown = true
  assert.equal(await site.kept(), old)
  assert.equal(await site.open('tools/a.html'), `200 A (${day})`)
})

test('what was begun does not count, and is gone on with', async () => {
  const site = new Site(first)
  site.isDown = true
  await assert.rejects(site.keep(), (error: NotKept) => error.trouble === 'line')
  assert.equal(await site.kept(), null)

  site.isDown = false
  await (await site.caches.open(filesName('/guides/ours/', site.list.version))).put(`${root}index.html`,
    new Response('Home', { headers: { 'x-toolkit-sha256': site.list.files[0]![2] } }))
  site.asked.length = 0
  await site.keep()
  assert.ok(!site.asked.includes('index.html'))
})

test('where there is no room it says so', async () => {
  const site = new Site(first);
  (await site.caches.open(filesName('/guides/ours/', site.list.version))).room = 2

  await assert.rejects(site.keep(), (error: NotKept) => error.trouble === 'full')
})

test('once it was stopped nothing is written any more', async () => {
  const site = new Site(first)
  const stop = new AbortController()
  let go: (value: unknown) => void = () => {}
  site.slow = new Promise(resolve => { go = resolve })
  const keeping = site.keep(stop.signal)
  stop.abort()
  go(null)

  await assert.rejects(keeping)
  await forget(site.caches as unknown as CacheStorage, root)
  await new Promise(resolve => { setTimeout(resolve, 20) })
  assert.equal(site.caches.all.size, 0)
})

test('what is stopped, or fails, asks for nothing more', async () => {
  const many = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`${n}.html`, `Page ${n}`]))
  const site = new Site(many)
  const stop = new AbortController()
  await assert.rejects(collect(site.list, site.around, day, () => { stop.abort() }, stop.signal))
  assert.ok(site.asked.length < 10, String(site.asked.length))

  const other = new Site(many)
  const { list } = other
  other.files = { ...many, '0.html': 'Something else' }
  await assert.rejects(collect(list, other.around, day, () => {}, new AbortController().signal))
  assert.ok(other.asked.length < 20, String(other.asked.length))
})

test('a version whose files the browser took away is not kept', async () => {
  const site = new Site(first)
  await site.keep()
  await site.caches.delete(filesName('/guides/ours/', site.list.version))

  assert.equal(await site.kept(), null)
  assert.equal(await site.open('tools/a.html'), '200 A')
})

test('what another tab erased meanwhile does not come back', async () => {
  const site = new Site(first)
  let go: (value: unknown) => void = () => {}
  site.slow = new Promise(resolve => { go = resolve })
  const keeping = site.keep()
  await new Promise(resolve => { setTimeout(resolve) })
  await forget(site.caches as unknown as CacheStorage, root)
  go(null)

  await assert.rejects(keeping)
  assert.equal(site.caches.all.size, 0)
})

test('forgetting leaves another guide on the same host alone', async () => {
  const site = new Site(first)
  await site.keep()
  for (const name of ['toolkit /guides/ kept', 'toolkit /guides/ours/more/ kept 1', 'somebody else']) await site.caches.open(name)
  await forget(site.caches as unknown as CacheStorage, root)

  assert.deepEqual([...site.caches.all.keys()], ['toolkit /guides/ kept', 'toolkit /guides/ours/more/ kept 1', 'somebody else'])
  assert.ok(!isOurs('/guides/ours/', 'toolkit /guides/ours/ keptother'))
})

test('a list names files of the guide and nothing else', () => {
  const file = ['a.html', 1, 'a'.repeat(64)]
  const list = { version: '0123456789abcdef', guide: '', files: [file] }
  assert.deepEqual(readList(JSON.stringify(list), root), list)
  for (const wrong of [
    null, [], {}, { ...list, version: '../x' }, { ...list, files: [['https://elsewhere.example/', 1, 'a'.repeat(64)]] }, { ...list, files: [['../x', 1, 'a'.repeat(64)]] },
    { ...list, files: [['a', 1, 'b']] }, { ...list, files: [['a', '1', 'a'.repeat(64)]] }
  ]) assert.throws(() => readList(JSON.stringify(wrong), root), TypeError)
})

test('the line on a kept page stands at its beginning, and its day is said as people do', async () => {
  const page = new Response('<html lang="en"><body><main id="main" tabindex="-1"><div class="wrap"><h1>A</h1>', { headers: { 'Content-Security-Policy': 'x' } })
  const marked = await markPage(page, { version: '', since: '2026-11-30' })
  assert.match(await marked.text(), /<div class="wrap"><p class="say not-on-paper">This page could not be fetched just now\..*November 30, 2026.*<\/p><h1>A/)
  assert.equal(marked.headers.get('Content-Security-Policy'), 'x')
  assert.equal(dayInWords('<b>', 'en'), '')
})
