import * as esbuild from 'esbuild'
import { versionsOf } from '../../workbook/beside.ts'
import type { Workbook } from '../../workbook/workbook.ts'
import type * as Scripts from './page.ts'
import { FakeTab, randomFrom, settle, World } from './world.ts'

/** One page in a tab: its own copy of the scripts, as in a browser. */
interface OpenPage { tab: FakeTab, scripts: typeof Scripts, session: Scripts.Session | null, busy: number, erasing: boolean }

/** Something that somebody typed and was not told that it is not kept. */
interface Typed {
  value: string
  subject: string
  field: string
  /** Why it need not be anywhere any more: erased, overwritten, or gone with a tab that was closed. */
  excused: string
  /** Why it must not be anywhere any more. */
  erased: boolean
  /** The page that had no key when it was typed there: it had just heard that all was erased, and the browser owes it the new key. */
  keyless: OpenPage | null
  /** The workbook that it was typed into, where that was on the computer; else ''. */
  book: string
}

export const site = '/guide/'
export const passphrase = 'made-up words'
const subjects = ['agency', 'p1', 'p2']

export type Profile = keyof typeof profiles

/** A fault put into the scripts on purpose: what stands there, and what instead. */
export type Fault = readonly [string, string]

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
  if (fault !== undefined && !made.includes(fault[0])) throw new Error(`nothing says ${fault[0]}`)
  return fault === undefined ? made : made.replace(...fault)
}

/** What a schedule does, and how often. Words of a profile leave some of it out. */
const acts = { type: 30, wait: 12, step: 40, open: 5, kill: 3, reload: 4, hide: 2, erase: 2, takeOut: 2, lock: 1, lockNow: 1, unlock: 4, unlockForGood: 1, move: 2 }
type Act = keyof typeof acts

/** What a trial leaves out, so that what it can claim is stronger. */
export const profiles = {
  /** Typing, closing, killing: everything must be there. */
  plain: ['erase', 'takeOut', 'lock', 'lockNow', 'unlock', 'unlockForGood', 'move'],
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
  const typed: Typed[] = []
  /** Ids of workbooks that were erased: what is typed into one before a page hears of it goes with it. */
  const gone = new Set<string>()
  /** Ids of workbooks that were in a tab that was closed then, or in which all was erased. */
  const closedWith = new Set<string>()
  const log: string[] = []
  let count = 0
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]

  const open = async (from?: FakeTab): Promise<OpenPage> => {
    const tab = new FakeTab(world, from?.session, from?.name)
    const scripts = scriptsIn(tab, fault)
    const page: OpenPage = { tab, scripts, session: null, busy: 1, erasing: false }
    pages.push(page)
    void scripts.Session.open(site, '1', async () => scripts.recovery).then(session => {
      if (tab.alive) Object.assign(page, { session, busy: page.busy - 1 })
    })
    await settle()
    return page
  }

  /** Whether it counts, or stands beside what counts. */
  const holds = (book: Workbook, { subject, field, value }: Typed): boolean => {
    const answer = book.subjects.get(subject)?.answers.get(field)
    return answer !== undefined && versionsOf(answer).some(version => version.value === value)
  }
  const close = (page: OpenPage, why: string): void => {
    world.kill(page.tab)
    pages.splice(pages.indexOf(page), 1)
    // Without a key nothing can be written, not even to the journal; and the key comes only when the database answers.
    for (const one of typed) if (one.keyless === page && page.session?.revision === 0) one.excused ||= 'typed before there was a key'
    if (page.session === null) return
    // Erased or not: nobody was told yet.
    if (page.erasing) for (const one of typed) one.excused ||= 'typed while all was erased'
    const { book, status } = page.session
    const carries = Object.keys(page.tab.session).some(name => name.endsWith(' workbook'))
    if (why !== 'reload' && (carries || status.place !== 'computer')) closedWith.add(book.id)
    if (status.place === 'computer') return
    // What only this tab kept goes with it, unless the next page takes it over.
    if (why !== 'reload') for (const one of typed) if (holds(book, one)) one.excused ||= 'tab closed'
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

  const weights = Object.entries(acts).filter(([act]) => !(profiles[profile] as Act[]).includes(act as Act)) as [Act, number][]
  const all = weights.reduce((sum, [, weight]) => sum + weight, 0)
  const length = 20 + Math.floor(random() * 60)
  for (let i = 0; i < length; i++) {
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
        const one: Typed = { subject: pick(subjects)!, field: `sheet.${pick(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'])!}${Math.floor(random() * 40)}`, value: `word ${++count}`, excused: gone.has(session.book.id) ? 'typed before the page heard of it' : '', erased: false, keyless: status.place === 'computer' && session.revision === 0 ? page : null, book: status.place === 'computer' ? session.book.id : '' }
        session.change([{ kind: 'answer', ...one }], 'typed')
        await settle()
        if (status.lock === 'locked' || !holds(session.book, one)) break
        // Whoever writes later into one field means it.
        for (const other of typed) if (other.subject === one.subject && other.field === one.field) other.excused ||= 'overwritten'
        log.push(`${name} (${status.place}) types ${one.value} at ${one.subject} ${one.field}`)
        if (status.trouble === null) typed.push(one)
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
        const before = typed.filter(one => holds(session.book, one))
        gone.add(session.book.id)
        page.erasing = true
        // With what was moved into the tab goes the key of what other pages had not written when it was moved.
        if (status.place !== 'computer') closedWith.add(session.book.id)
        const others = status.place === 'computer' ? typed : before
        // Until it is done, both ways are right for what others type at the same moment.
        for (const one of others) one.excused ||= 'erased'
        run(page, async () => {
          const taken = await page.scripts.erase(session)
          page.erasing = false
          log.push(`${name} ${taken === null ? 'could not erase' : 'erased'}`)
          for (const one of typed) one.excused ||= 'typed while all was erased'
          // The blank workbook of an erasure before it went too.
          if (taken !== null) for (const { session: other } of pages) if (other !== null && other.book.id !== session.book.id && other.status.place === 'computer' && status.place === 'computer') gone.add(other.book.id)
          if (taken !== null && (profile === 'erasing' || profile === 'gone')) for (const one of before) one.erased = true
        })
        break
      }
      case 'takeOut': {
        const partner = pick(['p1', 'p2'])!
        log.push(`${name} (${status.place}) takes ${partner} out`)
        const before = typed.filter(one => one.subject === partner && holds(session.book, one))
        for (const one of typed) if (one.subject === partner) one.excused ||= 'taken out'
        run(page, async () => {
          const taken = await page.scripts.takeOut(session, { partner })
          log.push(`${name} ${taken === null ? 'could not take out' : 'took out'} ${partner}`)
          for (const one of typed) if (one.subject === partner) one.excused ||= 'typed while it was taken out'
          if (taken !== null && profile === 'erasing') for (const one of before) one.erased = true
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
  const wrong: string[] = []
  for (const page of pages) if (page.busy > 0) wrong.push(`tab ${page.tab.id} waits for good`)
  const books = pages.flatMap(page => page.session === null ? [] : [page.session.book])
  for (const one of typed) {
    // All was moved into a tab that is closed, or erased there. With it goes what a page typed that was closed before it heard of the move: nobody has the key.
    if (closedWith.has(one.book) && !books.some(book => book.id === one.book)) one.excused ||= 'closed with its tab'
    // In the moments in which a page learns that all was erased, what is typed may go with it.
    if (profile !== 'gone' && one.excused === '' && !books.some(book => holds(book, one))) wrong.push(`${one.value} is lost`)
    if (one.erased && books.some(book => holds(book, one))) wrong.push(`${one.value} came back`)
  }
  const onComputer = pages.filter(page => page.session?.status.place === 'computer' && page.session.status.lock !== 'locked' && page.session.status.trouble === null)
  const said = (page: OpenPage): string => [...page.session!.book.subjects].flatMap(([id, { answers }]) => [...answers].filter(([, { value }]) => value !== '').map(([field, { value }]) => `${id} ${field} ${value}`)).sort().join('\n')
  for (const page of onComputer) if (last.session !== null && last.session.status.place === 'computer' && said(page) !== said(last)) wrong.push(`tab ${page.tab.id} shows something else than a new tab`)
  return wrong.length === 0 ? null : `seed ${seed}, ${profile}: ${wrong.join('; ')}\n${log.join('\n')}`
}
