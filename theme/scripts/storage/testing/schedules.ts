import * as esbuild from 'esbuild'
import type { Guide } from '../../workbook/guide.ts'
import { layerTexts } from '../../workbook/layers.ts'
import { closeRound, roundsOf } from '../../workbook/rounds.ts'
import { addRow, keyNow, seenRow, type SeenRow, type TableShape } from '../../workbook/rows.ts'
import { holds, Ledger, type OpenPage } from './ledger.ts'
import type { Row } from '../../workbook/workbook.ts'
import type * as Scripts from './page.ts'
import { FakeTab, randomFrom, settle, World } from './world.ts'

export const site = '/guide/'
export const passphrase = 'made-up words'
const subjects = ['agency', 'p1', 'p2']
/** Of which rounds are closed. */
export const guide: Guide = { version: '1', title: '', instruments: [{ id: 'sheet', kind: 'assessment', title: '', page: '', parts: [] }], documents: [] }
const table: TableShape = { id: 'sheet.people', blankKeys: [], canGrow: true }

export type Profile = keyof typeof profiles

/** Faults put into the scripts on purpose: of each, what stands there, and what instead. */
export type Fault = readonly [string, string, ...string[]]

/** Runs the scripts in a tab, as a page that was just opened does. */
export function scriptsIn (tab: FakeTab, fault?: Fault): typeof Scripts {
  const globals = tab.globals()
  const names = Object.keys(globals)
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call
  return new Function(...names, `${bundle(fault)}\nreturn scripts`)(...names.map(name => globals[name])) as typeof Scripts
}

/** Made from the theme's folder, where tests and commands run. */
let made: string | null = null

/** The scripts as one function of what a page sees. */
function bundle (fault: Fault | undefined): string {
  made ??= esbuild.buildSync({ entryPoints: ['scripts/storage/testing/page.ts'], bundle: true, format: 'iife', globalName: 'scripts', target: 'es2022', write: false }).outputFiles[0]!.text
  let faulty = made
  for (let i = 0; fault !== undefined && i < fault.length; i += 2) {
    if (!faulty.includes(fault[i]!)) throw new Error(`nothing says ${fault[i]}`)
    faulty = faulty.replace(fault[i]!, fault[i + 1]!)
  }
  return faulty
}

/** What a schedule does, and how often. Words of a profile leave some of it out. */
const acts = { type: 30, addRow: 2, wait: 12, step: 40, open: 5, kill: 3, reload: 4, hide: 2, erase: 2, takeOut: 2, lock: 1, lockNow: 1, unlock: 4, unlockForGood: 1, move: 2, closeRound: 2, removeRound: 1 }
type Act = keyof typeof acts

/** What a trial leaves out, so that what it can claim is stronger. */
export const profiles = {
  /** Typing, closing, killing: everything must be there. */
  plain: ['removeRound', 'erase', 'takeOut', 'lock', 'lockNow', 'unlock', 'unlockForGood', 'move'],
  /** All is erased again and again, by pages that are not killed meanwhile: what is gone stays gone. */
  gone: ['kill', 'reload', 'takeOut', 'lock', 'lockNow', 'unlock', 'unlockForGood', 'move'],
  erasing: ['lock', 'lockNow', 'unlock', 'unlockForGood', 'move'],
  locking: ['erase', 'takeOut', 'move'],
  moving: ['erase', 'takeOut', 'lock', 'lockNow', 'unlock', 'unlockForGood'],
  all: []
} satisfies Record<string, Act[]>

/**
 * Runs one made-up afternoon of several tabs. @returns What went wrong, with the way there; null where nothing did.
 * @param seed Decides all of it.
 */
export async function runSchedule (seed: number, profile: Profile, fault?: Fault): Promise<string | null> {
  const random = randomFrom(seed)
  const world = new World(random)
  const pages: OpenPage[] = []
  const ledger = new Ledger(world, pages)
  const log: string[] = []
  const wrong: string[] = []
  const rows: (SeenRow & { subject: string })[] = []
  const removed: { id: string, book: string }[] = []
  let count = 0
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]

  const open = async (from?: FakeTab): Promise<OpenPage> => {
    const tab = new FakeTab(world, from?.session, from?.name)
    const scripts = scriptsIn(tab, fault)
    const page: OpenPage = { tab, scripts, session: null, busy: 1, erasures: [] }
    pages.push(page)
    void scripts.Session.open(site, '1', async () => scripts.recovery).then(session => {
      if (!tab.alive) return
      Object.assign(page, { session, busy: page.busy - 1 })
      session.listen(() => { if (session.status.lock === 'locked') ledger.locked(page) })
    })
    await settle()
    return page
  }

  const close = (page: OpenPage, why: 'kill' | 'reload'): void => {
    world.kill(page.tab)
    pages.splice(pages.indexOf(page), 1)
    ledger.closed(page, why)
  }
  const run = (page: OpenPage, act: () => Promise<void>): void => {
    page.busy++
    void act().catch((error: unknown) => { log.push(`! ${String(error)}`) }).finally(() => { page.busy-- })
  }
  const quiet = async (): Promise<void> => {
    do await settle()
    while (await world.step(true))
  }

  const first = await open()
  await quiet()
  if (profile !== 'moving' || random() < 0.7) run(first, async () => { log.push(`chose: ${await first.scripts.choose(first.session!, 'computer')}`) })
  await quiet()

  // Where moving is tried, it happens often enough to meet what others do.
  const weights = Object.entries({ ...acts, ...profile === 'moving' && { move: 8 } }).filter(([act]) => !(profiles[profile] as Act[]).includes(act as Act)) as [Act, number][]
  const all = weights.reduce((sum, [, weight]) => sum + weight, 0)
  const length = 20 + Math.floor(random() * 60)
  for (let i = 0; i < length && wrong.length === 0; i++) {
    wrong.push(...ledger.wrongKeys())
    let at = random() * all
    const act = weights.find(([, weight]) => (at -= weight) < 0)?.[0] ?? 'step'
    const page = pick(pages)
    const session = page?.session ?? null
    if (act === 'wait') {
      // A browser that lets seconds pass and does nothing is another trial: pages give it up.
      for (let n = Math.floor(random() * 8); n > 0; n--) {
        world.now += Math.floor(random() * 200)
        await world.step(false)
      }
      continue
    }
    if (act === 'open') { if (pages.length < 3) { await open(); log.push('open') } continue }
    if (page === undefined || session === null) { await world.step(true); continue }
    const name = `tab ${page.tab.id}`
    const { status } = session
    switch (act) {
      case 'type': {
        // Into a row that somebody added, or a field of the form.
        const row = pick(rows.filter(({ subject, born }) => [...session.book.subjects.get(subject)?.rows.get(table.id)?.values() ?? []].some(row => row.born === born)))
        const inRow = row !== undefined && random() < 0.3
        const { subject, born } = inRow ? row : { subject: pick(subjects)!, born: undefined }
        const field = inRow ? `${table.id}.${keyNow(session.book, subject, table.id, row)}.who` : `sheet.${pick(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'])!}${Math.floor(random() * 40)}`
        const one = { subject, field, born, value: `word ${++count}` }
        session.change([{ kind: 'answer', ...one }], 'typed')
        await settle()
        if (status.lock === 'locked' || !holds(session.book, one)) break
        log.push(`${name} (${status.place}) types ${one.value} at ${one.subject} ${one.field}`)
        ledger.note(page, { ...one, at: session.book.subjects.get(subject)!.answers.get(field)!.at })
        break
      }
      case 'addRow': {
        if (status.lock === 'locked') break
        const subject = pick(subjects)!
        const { key, edits } = addRow(session.book, subject, table, session.clock.next())
        session.change(edits)
        rows.push({ subject, ...seenRow(session.book, subject, table.id, key) })
        log.push(`${name} (${status.place}) adds ${key} about ${subject}`)
        break
      }
      case 'step':
        for (let n = Math.floor(random() * 6); n > 0; n--) await world.step(random() < 0.5)
        break
      case 'kill':
        log.push(`${name} killed`)
        close(page, 'kill')
        break
      case 'reload': {
        log.push(`${name} reloads`)
        page.tab.dispatch('pagehide')
        // What needs no answer of the browser still happens.
        await settle()
        close(page, 'reload')
        await open(page.tab)
        break
      }
      case 'hide':
        page.tab.dispatch('change')
        await settle()
        break
      case 'erase': {
        log.push(`${name} (${status.place}) erases all`)
        const erasure = ledger.begun(page, null)
        run(page, async () => {
          const taken = await page.scripts.erase(session)
          log.push(`${name} ${taken === null ? 'could not erase' : 'erased'}`)
          ledger.ended(page, erasure, taken === null ? 'failed' : 'done')
          if (taken !== null && (profile === 'erasing' || profile === 'gone')) ledger.staysErased(erasure)
        })
        break
      }
      case 'takeOut': {
        const partner = pick(['p1', 'p2'])!
        log.push(`${name} (${status.place}) takes ${partner} out`)
        const erasure = ledger.begun(page, partner)
        run(page, async () => {
          const taken = await page.scripts.takeOut(session, { partner })
          log.push(`${name} ${taken === null ? 'could not take out' : 'took out'} ${partner}`)
          ledger.ended(page, erasure, taken === null ? 'failed' : 'done')
          if (taken !== null && profile === 'erasing') ledger.staysErased(erasure)
        })
        break
      }
      case 'closeRound': {
        if (status.lock === 'locked') break
        const closing = { id: `l${++count}`, name: 'Round', day: '2026-11-30', blank: random() < 0.5, lang: 'en', known: new Set(roundsOf(session.book).map(({ id }) => id)) }
        log.push(`${name} (${status.place}) closes ${closing.id}${closing.blank ? ', next blank' : ''}`)
        run(page, async () => {
          const done = await page.scripts.changeLayers(session, (book, stamp) => {
            const made = closeRound(book, guide, closing, stamp)
            return typeof made === 'string' ? made : null
          })
          log.push(`${name} closed ${closing.id}: ${done}`)
        })
        break
      }
      case 'removeRound': {
        const round = pick(roundsOf(session.book))
        if (round === undefined) break
        const { id } = round
        log.push(`${name} (${status.place}) removes ${id}`)
        ledger.removing(session.book, id)
        run(page, async () => {
          const taken = await page.scripts.takeOut(session, { layer: id })
          log.push(`${name} ${taken === null ? 'could not remove' : 'removed'} ${id}`)
          if (taken !== null) removed.push({ id, book: session.book.id })
        })
        break
      }
      case 'lock':
        if (status.place !== 'computer' || status.lock !== 'none') break
        log.push(`${name} sets a passphrase`)
        run(page, async () => { log.push(`${name} has set it: ${String(await page.scripts.setPassphrase(session, passphrase))}`) })
        break
      case 'lockNow':
        if (status.lock !== 'open') break
        log.push(`${name} locks`)
        run(page, async () => { await page.scripts.lockNow(session) })
        break
      case 'unlock':
        if (status.lock !== 'locked') break
        log.push(`${name} unlocks`)
        run(page, async () => { await page.scripts.unlock(session, passphrase) })
        break
      case 'unlockForGood':
        if (status.lock !== 'open') break
        log.push(`${name} takes the passphrase away`)
        run(page, async () => { await page.scripts.removePassphrase(session) })
        break
      case 'move': {
        const place = status.place === 'computer' ? 'tab' : 'computer'
        log.push(`${name} moves to ${place}`)
        run(page, async () => { log.push(`${name} moved to ${place}: ${await page.scripts.choose(session, place)}`) })
        break
      }
    }
  }

  await quiet()
  const last = await open()
  await quiet()
  for (const page of pages) {
    if (page.session?.status.lock === 'locked') run(page, async () => { await page.scripts.unlock(page.session!, passphrase) })
    await quiet()
  }
  for (const page of pages) if (page.busy > 0) wrong.push(`tab ${page.tab.id} waits for good`)
  // In the moments in which a page learns that all was erased, what is typed may go with it.
  wrong.push(...ledger.wrong(profile !== 'gone'))
  for (const { id, book } of removed) {
    for (const { session, tab } of pages) if (session?.book.id === book && (layerTexts(session.book).get(id) ?? '') !== '') wrong.push(`${id} came back in tab ${tab.id}`)
  }
  const onComputer = pages.filter(page => page.session?.status.place === 'computer' && page.session.status.lock !== 'locked' && page.session.status.trouble === null)
  // Two rows that were given one key may bear it each in another tab until that reads all again (see `merge`): they are told apart by their births.
  const place = (rows: Map<string, Row> | undefined, field: string): string => field.replace(/^sheet\.people\.(r\d+)/, (_, key: string) => rows?.get(key)?.born ?? key)
  const said = (page: OpenPage): string => [...page.session!.book.subjects].flatMap(([id, { answers, rows }]) =>
    [...answers].filter(([, { value }]) => value !== '').map(([field, { value }]) => `${id} ${place(rows.get(table.id), field)} ${value}`)).sort().concat([...layerTexts(page.session!.book)].map(entry => entry.join(' ')).sort()).join('\n')
  for (const page of onComputer) if (last.session !== null && last.session.status.place === 'computer' && said(page) !== said(last)) wrong.push(`tab ${page.tab.id} shows something else than a new tab`)
  return wrong.length === 0 ? null : `seed ${seed}, ${profile}: ${wrong.join('; ')}\n${log.join('\n')}`
}
