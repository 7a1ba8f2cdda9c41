import { writeFileSync } from 'node:fs'
import { writeWorkbook } from '../../workbook/json.ts'
import { lockText } from '../locked-file.ts'
import type * as Scripts from './page.ts'
import { passphrase, scriptsIn, site } from './schedules.ts'
import { storedIn, until, type Stored } from './stored.ts'
import { FakeTab, randomFrom, World } from './world.ts'

// node run.mjs scripts/storage/testing/stored-command.ts FILE
// Writes down what these scripts store, in every form, for a test that later scripts still read it.
const answer = (value: string) => ({ kind: 'answer' as const, subject: 'agency', field: 'sheet.a', value })

async function make (act: (page: typeof Scripts, session: Scripts.Session, world: World, done: (what: Promise<unknown>) => Promise<void>) => Promise<void>): Promise<Stored> {
  const world = new World(randomFrom(1), crypto)
  const tab = new FakeTab(world)
  const page = scriptsIn(tab)
  let session: Scripts.Session | null = null
  void page.Session.open(site, '1', async () => page.recovery).then(opened => { session = opened })
  await until(world, () => session)
  await act(page, session!, world, async what => {
    let ended = false
    void what.finally(() => { ended = true })
    await until(world, () => ended || null)
  })
  return storedIn(world, tab)
}

const [file = 'stored.json'] = process.argv.slice(2)
let text = ''
const forms: Record<string, Stored> = {
  'tab, journal': await make(async (_, session) => { session.change([answer('written')], 'typed') }),
  'tab, whole and journal': await make(async (page, session, __, done) => {
    session.change([answer('before')], 'typed')
    await done(page.takeOut(session, { partner: 'p1' }))
    session.change([answer('written')], 'typed')
    text = writeWorkbook(session.book)
  }),
  file: await make(async (page, session, _, done) => {
    await done(page.choose(session, 'file'))
    session.change([answer('written')], 'typed')
  }),
  'computer, whole': await make(async (page, session, _, done) => {
    session.change([answer('written')], 'typed')
    await done(page.choose(session, 'computer'))
  }),
  'computer, changes and journal': await make(async (page, session, _, done) => {
    await done(page.choose(session, 'computer'))
    session.change([answer('before')], 'typed')
    await done(session.writer.flush())
    session.change([answer('written')], 'typed')
  }),
  'computer, locked': await make(async (page, session, _, done) => {
    await done(page.choose(session, 'computer'))
    await done(page.setPassphrase(session, passphrase))
    session.change([answer('before')], 'typed')
    await done(session.writer.flush())
    session.change([answer('written')], 'typed')
  })
}
writeFileSync(file, JSON.stringify({ forms, file: text, locked: await lockText(text, passphrase) }, null, 1) + '\n')
