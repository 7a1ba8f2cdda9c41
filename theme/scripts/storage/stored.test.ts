import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { readWorkbook } from '../workbook/json.ts'
import { valueOf } from '../workbook/workbook.ts'
import { asLockedFile, unlockText } from './locked-file.ts'
import type { Session } from './session.ts'
import { passphrase, scriptsIn, site } from './testing/schedules.ts'
import { putStored, until, type Stored } from './testing/stored.ts'
import { randomFrom, World } from './testing/world.ts'

// What earlier versions stored, written down by `node stored.mjs`. One file for each version; none is ever changed.
const folder = 'scripts/storage/testing/stored/'

interface Written { forms: Record<string, Stored>, file: string, locked: string }

for (const name of readdirSync(folder)) {
  const { forms, file, locked } = JSON.parse(readFileSync(folder + name, 'utf8')) as Written

  for (const [form, stored] of Object.entries(forms)) {
    test(`what ${name} stored opens: ${form}`, { timeout: 60_000 }, async () => {
      const world = new World(randomFrom(1), crypto)
      const tab = putStored(world, stored)
      const scripts = scriptsIn(tab)
      let session: Session | null = null
      void scripts.Session.open(site, '1', async () => scripts.recovery).then(opened => { session = opened })
      const opened = await until(world, () => session)
      assert.equal(opened.status.trouble, null)
      assert.equal(opened.status.lock, form.includes('locked') ? 'open' : 'none')
      assert.equal(opened.status.place, form.split(',')[0])
      assert.equal(valueOf(opened.book, 'agency', 'sheet.a'), 'written')
    })
  }

  test(`what ${name} stored under a passphrase opens in a new tab`, { timeout: 60_000 }, async () => {
    const world = new World(randomFrom(1), crypto)
    const { local, databases } = forms['computer, locked']!
    const scripts = scriptsIn(putStored(world, { local, databases, session: {}, name: '' }))
    let session: Session | null = null
    void scripts.Session.open(site, '1', async () => scripts.recovery).then(opened => { session = opened })
    const opened = await until(world, () => session)
    assert.equal(opened.status.lock, 'locked')
    let unlocked: boolean | null = null
    void scripts.unlock(opened, passphrase).then(done => { unlocked = done })
    assert.equal(await until(world, () => unlocked), true)
    assert.equal(valueOf(opened.book, 'agency', 'sheet.a'), 'written')
  })

  test(`files of ${name} open`, async () => {
    assert.equal(valueOf(readWorkbook(file), 'agency', 'sheet.a'), 'written')
    assert.equal(await unlockText(asLockedFile(locked)!, passphrase), file)
  })
}
