import { pack, unpack } from '../workbook/pack.ts'
import { merge } from '../workbook/merge.ts'
import { randomName, type Clock } from '../workbook/stamp.ts'
import { emptyWorkbook, type Stamp, type Workbook } from '../workbook/workbook.ts'
import type { Unanswered } from '../workbook/circuit.ts'
import type { ComputerStore, Kept } from './computer.ts'
import { Journal } from './journal.ts'
import { chosenPlace } from './place.ts'
import { makeAhead, Safe } from './safe.ts'
import { noSeal, sealWith, type Bytes } from './seal.ts'
import { troubleOf, type Change, type Status } from './status.ts'
import { TabStore } from './tab.ts'
import type { Message, OtherTabs } from './tabs.ts'

/** Pause after the last change before it is written, and the longest wait while someone keeps typing, in milliseconds. */
const pause = 250
const longestWait = 700
/** How long nobody types before the whole workbook is written anew, and how many changes it takes on this computer. */
const rest = 4000
const manyChanges = 40
/** Tries while other tabs keep writing in between. */
const mostTries = 20

/** Who holds the workbook that is written, as far as the writer knows. */
export interface Holder {
  readonly site: string
  readonly guide: string
  readonly clock: Clock
  readonly status: Status
  book: Workbook
  /** Whether somebody emptied what the tab keeps. */
  readonly cleared: boolean
  emit (change: Change): void
  /** Begins anew in this tab, with nothing but what was typed here: another tab took the answers along. */
  begin (typed: Workbook): Promise<void>
}

/**
 * Brings what changes to where answers live. At once into the journal; on this computer then as a change beside the whole
 * workbook, so that a key in a big workbook costs no more than in a small one; and the whole anew when nobody types. For
 * the scripts of this folder: others know the session alone.
 */
export class Writer {
  readonly tab: TabStore
  readonly safe = new Safe()
  readonly journal: Journal
  computer: ComputerStore | null = null
  others: OtherTabs | null = null
  /** Of what is on this computer, as far as this tab knows it; 0 where nothing is. */
  revision = 0
  /** Up to which moment what was typed is here, or was erased, as far as this tab knows. */
  erased = 0
  /** Changes that are in the journal at best. */
  unwritten: Workbook = emptyWorkbook('')
  ended = false
  /** Whether what is kept did not come when the page began: what is typed is this tab's own. */
  apart = false
  /** Ends when the browser answers that did not. */
  late: Promise<unknown> | null = null
  /** While the page reads again what is kept: its own journal may hold what is not read yet. */
  readingAgain = false

  #writingNow: Workbook | null = null
  #changes = 0
  #journaled = true
  #timer: ReturnType<typeof setTimeout> | undefined
  #resting: ReturnType<typeof setTimeout> | undefined
  #due = 0
  #queue: Promise<void> = Promise.resolve()

  constructor (private readonly session: Holder) {
    this.tab = new TabStore(session.site)
    this.journal = new Journal(session.site, session.clock.tab, this.safe)
  }

  /** Where the journal is: as durable as the place that was chosen. Null where the browser blocks it. */
  get area (): Storage | null {
    try {
      return this.#onComputer ? localStorage : sessionStorage
    } catch {
      return null
    }
  }

  /** Adds to what is to be written, and sees that it will be. */
  note (changes: Workbook): void {
    const { status } = this.session
    if (this.ended || status.lock === 'locked') return
    merge(this.unwritten, changes)
    this.#journaled = this.#writeJournal()
    const now = Date.now()
    const { dataset } = document.documentElement
    if (this.#timer === undefined) this.#due = now + longestWait
    dataset['unwritten'] ??= ''
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => { void this.flush() }, this.#journaled ? Math.max(0, Math.min(pause, this.#due - now)) : 0)
  }

  /** Writes what is not written yet; resolves when it is, or when the trouble is noted. */
  async flush (): Promise<void> {
    if (this.#timer === undefined) { await this.#queue; return }
    this.#stopWaiting()
    await this.after(async () => { await this.#write() })
    if (this.#timer === undefined) delete document.documentElement.dataset['unwritten']
  }

  /** Drops what is not written yet, and waits for what is being written. */
  async drop (): Promise<void> {
    this.#stopWaiting()
    clearTimeout(this.#resting)
    await this.#queue
    this.unwritten = emptyWorkbook('')
    delete document.documentElement.dataset['unwritten']
  }

  /** One thing after the other: nothing is read or written while something else is. What fails does not stop what comes next. */
  async after (act: () => Promise<void>): Promise<void> {
    const done = this.#queue.then(act)
    this.#queue = done.catch(() => undefined)
    await done
  }

  /** Takes over what is kept on this computer. @throws where the key is another one, or the bytes were changed; nothing is taken then. */
  async take (kept: Kept, key: Bytes | null): Promise<void> {
    const seal = key === null ? noSeal : await sealWith(key)
    const opening = Promise.all([kept.whole, ...kept.changes].map(async bytes => unpack(await seal.open(bytes), this.session.clock.seen)))
    const [ahead, [whole, ...changes]] = await Promise.all([makeAhead(seal), opening])
    for (const change of changes) merge(whole!, change)
    this.safe.useReady(key, seal, ahead)
    this.safe.lock = kept.lock
    const { session } = this
    session.book = whole!
    session.status.saved = isBlank(whole!) ? null : new Date(kept.at)
    session.status.lock = kept.lock === null ? 'none' : 'open'
    this.revision = kept.revision
    this.erased = kept.erased ?? 0
    this.#changes = changes.length
  }

  /** Takes over what pages left in the journal that had no time to write it otherwise. */
  async takeJournals (): Promise<void> {
    const { session } = this
    for (const left of await this.journal.read(this.area)) {
      if (this.unkept) session.book.id = left.id
      if (left.id !== session.book.id) continue
      session.clock.seenAll(left)
      merge(session.book, left)
      this.note(left)
    }
  }

  /** Reads all again, and adds what is unwritten here. Whatever this tab wrote before is there, unless it was erased. */
  async join (): Promise<void> {
    const { erased, session, safe } = this
    const kept = await this.computer?.read() ?? null
    if (kept === null) {
      if (this.revision > 0) {
        if (await chosenPlace(session.site, this.tab) !== null) throw noneLeft()
        // Another tab took them along: what was typed here since is this tab's own.
        await session.begin(this.unwritten)
        return
      }
      session.book = emptyWorkbook(randomName('w'), session.guide)
      this.revision = 0
      safe.lock = null
      Object.assign(session.status, { lock: 'none', saved: null })
      if (safe.key === null) await safe.useFresh()
    } else {
      try {
        await this.take(kept, kept.lock === null ? kept.key : safe.key)
      } catch (error) {
        if (kept.lock === null) throw error
        this.forget()
      }
    }
    // Whoever erased took over all journals before: what stood in them is kept, or is of what must not come back.
    if (this.erased > erased) forgetUntil(this.erased, this.unwritten)
    merge(session.book, this.unwritten)
    session.emit('elsewhere')
  }

  /** Looks whether what is kept is still there, and reads all again where another tab wrote since. */
  async catchUp (): Promise<void> {
    const { session } = this
    if (this.ended || session.status.lock === 'locked' || session.status.trouble !== null) return
    try {
      if (!this.#onComputer) {
        if (session.cleared) this.lose()
      } else if (((await this.computer?.head())?.revision ?? 0) !== this.revision) await this.join()
    } catch (error) {
      this.fail(error)
    }
  }

  /** Says why the browser does not keep what is typed. */
  fail (error: unknown): void {
    const { session } = this
    session.status.trouble = troubleOf(error)
    this.late = (error as Partial<Unanswered>).late ?? this.late
    session.emit('status')
  }

  /** The browser has let go of what it kept. */
  lose (): void {
    if (!this.ended) this.fail(noneLeft())
  }

  /** What another tab said. */
  async hear (message: Message): Promise<void> {
    const { session } = this
    if (this.ended || !this.#onComputer) return
    if (message.kind === 'locked') {
      // What was typed just before is kept, where the key is still the same.
      if (session.status.lock !== 'locked') await this.#write()
      this.forget()
    } else if (message.kind !== 'wrote') {
      if (message.kind === 'erased') {
        // At once, whether or not the browser answers.
        this.unwritten = emptyWorkbook('')
        session.book = emptyWorkbook(randomName('w'), session.guide)
        this.revision = 0
      }
      await (message.kind === 'moved' ? session.begin(this.unwritten) : this.join())
      session.emit(message.kind)
    } else if (session.status.lock !== 'locked' && message.revision > this.revision) {
      if (message.revision > this.revision + 1) {
        await this.join()
        return
      }
      const changes = unpack(message.changes, session.clock.seen)
      this.revision = message.revision
      this.#changes++
      if (merge(session.book, changes)) session.emit('elsewhere')
    }
  }

  /** Closes the lock: the page knows neither answers nor key until the passphrase is typed. */
  forget (): void {
    const { session } = this
    this.#stopWaiting()
    this.safe.forget()
    this.tab.forgetKey()
    this.unwritten = emptyWorkbook('')
    session.book = emptyWorkbook(randomName('w'), session.guide)
    session.status.lock = 'locked'
    session.emit('elsewhere')
  }

  /** Whether the browser never kept anything: what the page shows is all there is. An erased workbook was kept, and is blank. */
  get unkept (): boolean {
    return this.revision === 0 && this.session.status.saved === null
  }

  get #onComputer (): boolean {
    return this.session.status.place === 'computer'
  }

  #writeJournal (): boolean {
    try {
      // Where the key is not written yet, nobody could read the journal.
      if (this.readingAgain || this.#mayNotWrite || (this.#onComputer && this.revision === 0)) return false
      if (!this.#onComputer) {
        // What lay beside the journal is gone: alone it would be called kept.
        if (this.session.cleared) {
          this.lose()
          return false
        }
        this.#writeBeside()
      }
      let changes = this.unwritten
      if (this.#writingNow !== null) {
        changes = emptyWorkbook('')
        merge(changes, this.#writingNow)
        merge(changes, this.unwritten)
      }
      changes.id = this.session.book.id
      return this.journal.write(this.area, changes)
    } catch {
      return false
    }
  }

  /** What lies beside the answers in the tab's own storage. */
  #writeBeside (): void {
    const { status } = this.session
    if (this.tab.read('key') === null) this.tab.writeBytes('key', this.safe.key ?? new Uint8Array())
    this.tab.write('saved', String(Date.now()))
    if (status.place === 'file') this.tab.write('unsaved', String(status.unsaved))
  }

  get #mayNotWrite (): boolean {
    const { lock, trouble } = this.session.status
    return this.ended || lock === 'locked' || trouble === 'unreadable' || trouble === 'gone' || !this.safe.ready
  }

  async #write (): Promise<void> {
    await this.watch(async () => {
      // In the tab, the journal is as good as anything while it is short.
      if (this.#onComputer) await this.attempt(async () => this.revision === 0 ? await this.putWhole() : await this.#putChanges())
      else if (!this.#journaled) await this.putWhole()
    })
    clearTimeout(this.#resting)
    if (this.#onComputer ? this.#changes < manyChanges : isBlank(this.unwritten)) return
    const tidy = (): void => { void this.after(async () => { await this.watch(async () => { await this.putWhole() }) }) }
    // Safari knows no idle time.
    this.#resting = setTimeout(() => { (globalThis.requestIdleCallback ?? setTimeout)(tidy) }, rest)
  }

  /** Writes, and notes whether there was trouble. */
  async watch (write: () => Promise<void>): Promise<void> {
    const { status } = this.session
    if (this.#mayNotWrite) return
    try {
      await write()
    } catch (error) {
      // While it was being written, the browser may have let go of all.
      if (status.trouble !== 'gone') this.fail(error)
      return
    }
    status.trouble = this.apart ? 'silent' : null
    status.saved = new Date()
    this.session.emit('status')
  }

  /** Writes, again where another tab wrote in between. */
  async attempt (write: () => Promise<boolean>): Promise<void> {
    for (let tries = 0; tries < mostTries; tries++) {
      if (await write()) return
      await this.join()
      // Under a key that this tab does not have.
      if (this.session.status.lock === 'locked') return
    }
    throw new Error('busy')
  }

  async #putChanges (): Promise<boolean> {
    return await this.#put(async changes => {
      if (isBlank(changes)) return true
      const text = pack(changes)
      const revision = await this.#store().add(await this.safe.seal.seal(text), this.revision)
      if (revision === 0) return false
      this.revision = revision
      this.#changes++
      this.others?.tell({ kind: 'wrote', changes: text, revision })
      return true
    })
  }

  /** @param sameKey Whether other tabs can go on with the key that they have. @returns False where another tab wrote in between. */
  async putWhole (sameKey = true): Promise<boolean> {
    return await this.#put(async changes => {
      const { safe, session, tab } = this
      const sealed = await safe.seal.seal(pack(session.book))
      if (this.ended) return true
      if (this.#onComputer) {
        const revision = await this.#store().replace(sealed, { key: safe.lock === null ? safe.key : null, lock: safe.lock, erased: this.erased }, this.revision)
        if (revision === 0) return false
        this.revision = revision
        this.#changes = 0
        if (sameKey) this.others?.tell({ kind: 'wrote', changes: pack(changes), revision })
        return true
      }
      tab.writeBytes('key', safe.key ?? new Uint8Array())
      tab.writeBytes('workbook', sealed)
      this.#writeBeside()
      return true
    })
  }

  #store (): ComputerStore {
    if (this.computer === null) throw new DOMException('no store', 'SecurityError')
    return this.computer
  }

  /** What is unwritten now is written once this is done; what is typed meanwhile is not. */
  async #put (write: (changes: Workbook) => Promise<boolean>): Promise<boolean> {
    const changes = this.#writingNow = this.unwritten
    this.unwritten = emptyWorkbook('')
    let written = false
    try {
      return written = await write(changes)
    } finally {
      this.#writingNow = null
      if (!written) {
        merge(changes, this.unwritten)
        this.unwritten = changes
      } else if (isBlank(this.unwritten)) {
        this.journal.clear(this.area)
      }
    }
  }

  #stopWaiting (): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }
}

function noneLeft (): DOMException {
  return new DOMException('nothing is kept', 'NotFoundError')
}

function isBlank (changes: Workbook): boolean {
  return changes.partners.size + changes.subjects.size === 0
}

/** Forgets changes up to a moment. */
function forgetUntil (moment: number, { partners, subjects }: Workbook): void {
  const entries: Map<string, Stamp>[] = [partners]
  for (const { answers, rows } of subjects.values()) entries.push(answers, ...rows.values())
  for (const map of entries) for (const [key, { at }] of map) if (at <= moment) map.delete(key)
}
