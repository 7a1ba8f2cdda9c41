import { apply, type Edit } from '../workbook/edit.ts'
import { unpack } from '../workbook/pack.ts'
import { merge } from '../workbook/merge.ts'
import { Clock, randomName } from '../workbook/stamp.ts'
import { emptyWorkbook, isEmpty, type Workbook } from '../workbook/workbook.ts'
import { ComputerStore } from './computer.ts'
import { chosenPlace } from './place.ts'
import { canSeal } from './seal.ts'
import { troubleOf, type Change, type Status } from './status.ts'
import { OtherTabs } from './tabs.ts'
import { Writer } from './writer.ts'

/** The workbook of this page: holds it, changes it, says what happened to it. Where it is written, `writer.ts` knows. */
export class Session {
  book: Workbook
  /** The tab's name begins as those do that keep account of what they write over; see `beside.ts`. */
  readonly clock = new Clock(randomName('v'))
  readonly status: Status = { place: 'tab', chosen: false, saved: null, unsaved: 0, trouble: null, lock: 'none' }
  /** For the scripts of this folder. */
  readonly writer: Writer
  /** What the tab calls the time until everything is erased or somebody leaves the site; null where it keeps nothing. */
  #era: string | null = null
  readonly #listeners = new Set<(change: Change) => void>()

  private constructor (readonly site: string, readonly guide: string) {
    this.book = emptyWorkbook(randomName('w'), guide)
    this.writer = new Writer(this)
  }

  /**
   * @param site Path of the guide on its host.
   * @param guide Version of the guide; '' where the page does not say it.
   */
  static async open (site: string, guide = ''): Promise<Session> {
    const session = new Session(site, guide)
    const flush = (): void => { void session.writer.flush() }
    const look = (): void => { void session.writer.after(async () => { await session.writer.catchUp() }) }
    addEventListener('visibilitychange', () => { (document.visibilityState === 'hidden' ? flush : look)() })
    addEventListener('pagehide', () => {
      flush()
      // A page that comes back from the browser's memory is not seen before it has read again. It keeps its focus: a field
      // that lost it would say that it was changed.
      document.body.style.opacity = '0'
    })
    addEventListener('change', flush)
    addEventListener('pageshow', event => { if (event.persisted) void session.readAgain() })
    session.beginEra()
    await session.#restore()
    return session
  }

  /** Whether closing the tab now loses something that somebody was told is kept, or was told is not. */
  get wouldLose (): boolean {
    return !this.writer.ended && (this.status.unsaved > 0 || (this.status.trouble !== null && !isEmpty(this.book)))
  }

  listen (listener: (change: Change) => void): void {
    this.#listeners.add(listener)
  }

  emit (change: Change): void {
    for (const listener of this.#listeners) listener(change)
  }

  /** Makes changes, each at once in the workbook and soon in the store. Returns what undoes them. */
  change (edits: readonly Edit[], from: Change = 'elsewhere'): Edit[] {
    if (edits.length === 0 || this.status.lock === 'locked') return []
    if (this.guide > this.book.guide) this.book.guide = this.guide
    const { patch, undo } = apply(this.book, edits, this.clock.next())
    if (this.status.place === 'file') this.status.unsaved++
    this.writer.note(patch)
    this.emit(from)
    return undo
  }

  /** Notes that pages in the browser's memory from before hold what is gone, unless the tab says the same still. */
  beginEra (): void {
    if (this.recall('era') === null) this.recallLater('era', this.clock.tab)
    this.#era = this.recall('era')
  }

  /** Whether somebody emptied what the tab keeps: erased everything, left the site, or told the browser to. */
  get cleared (): boolean {
    return this.recall('era') !== this.#era
  }

  /** Notes that everything is in a file now. */
  savedToFile (): void {
    this.status.unsaved = 0
    this.writer.tab.remove('unsaved')
    this.status.saved = new Date()
    this.emit('status')
  }

  /** Forgets what the tab keeps, at once and for good: for leaving the site quickly. */
  exit (): void {
    this.writer.ended = true
    if (this.status.place !== 'computer') this.book = emptyWorkbook('exit')
    this.writer.tab.clear()
    this.writer.others?.close()
  }

  /** Something small that the tab remembers, such as the partner that is shown. */
  recall (name: string): string | null {
    return this.writer.tab.read('page ' + name)
  }

  recallLater (name: string, value: string): void {
    try {
      this.writer.tab.write('page ' + name, value)
    } catch {
      // A convenience only.
    }
  }

  /** Begins anew in this tab, with nothing but what was typed here: another tab took the answers along. */
  async begin (typed: Workbook): Promise<void> {
    const { writer, status } = this
    await writer.safe.useFresh()
    writer.safe.lock = null
    this.leaveComputer()
    writer.unwritten = emptyWorkbook('')
    this.book = emptyWorkbook(randomName('w'), this.guide)
    Object.assign(status, { lock: 'none', saved: null, unsaved: 0, trouble: null })
    merge(this.book, typed)
    writer.note(typed)
    this.emit('elsewhere')
  }

  /** Reads and writes on this computer from now on, and hears what other tabs write. */
  listenOnComputer (computer: ComputerStore): void {
    const { writer } = this
    writer.computer = computer
    computer.whenClosed(() => { if (writer.computer === computer) void writer.after(async () => { await this.#reopen() }) })
    writer.others?.close()
    writer.others = new OtherTabs(this.site, message => {
      writer.after(async () => { await writer.hear(message) }).catch((error: unknown) => { writer.fail(error) })
    })
  }

  /** The browser closed the database: it was cleared or deleted. Or Safari had put the page aside, and all is still there. */
  async #reopen (): Promise<void> {
    const { status, writer } = this
    try {
      const computer = await ComputerStore.open(this.site)
      if (await computer.head() === undefined) {
        writer.lose()
        return
      }
      this.listenOnComputer(computer)
      if (status.trouble === 'gone') status.trouble = null
      writer.note(emptyWorkbook(''))
    } catch (error) {
      if (troubleOf(error) === 'silent') writer.fail(error)
      else writer.lose()
    }
  }

  /** From now on this tab keeps what it holds itself. */
  leaveComputer (): void {
    const { writer, status } = this
    writer.computer?.close()
    writer.others?.close()
    writer.others = writer.computer = null
    writer.revision = 0
    Object.assign(status, { place: 'tab', chosen: false })
  }

  async #restore (): Promise<void> {
    const { status, writer } = this
    const { safe, tab } = writer
    try {
      const place = await chosenPlace(this.site, tab)
      status.chosen = place !== null
      status.place = place ?? 'tab'
      status.unsaved = Number(tab.read('unsaved') ?? 0)
      if (status.place === 'computer') await this.#restoreFromComputer()
      else await this.#restoreFromTab()
      if (status.lock !== 'locked') await writer.takeJournals()
    } catch (error) {
      const trouble = troubleOf(error)
      if (trouble !== 'silent') {
        // Bytes that cannot be opened stay where they are until someone erases them.
        status.trouble ??= trouble === 'gone' ? trouble : 'unreadable'
        return
      }
      writer.fail(error)
      // What is kept may still come. What is typed until then is not mixed with it: it is this tab's own.
      writer.apart = true
      if (status.place === 'computer') this.leaveComputer()
      if (tab.read('key') === null) await safe.useFresh().catch(() => {})
    }
  }

  async #restoreFromTab (): Promise<void> {
    const { tab, safe } = this.writer
    const key = tab.readBytes('key')
    if (key === null) {
      await safe.useFresh()
      return
    }
    await safe.use(canSeal() ? key : null)
    const bytes = tab.readBytes('workbook')
    if (bytes === null) return
    this.book = unpack(await safe.seal.open(bytes), this.clock.seen)
    this.status.saved = new Date(Number(tab.read('saved') ?? Date.now()))
  }

  async #restoreFromComputer (): Promise<void> {
    const { writer, status } = this
    const opened = await ComputerStore.opened()
    try {
      this.listenOnComputer(opened?.store ?? await ComputerStore.open(this.site))
    } catch (error) {
      if (troubleOf(error) === 'silent') throw error
      status.trouble = 'blocked'
      await writer.safe.useFresh()
      return
    }
    const kept = opened === null ? await writer.computer!.read() : opened.kept
    performance.mark('toolkit kept')
    if (kept === null) {
      // It was chosen, and nothing is there any more: for the script `trouble` to say.
      this.recallLater('news', 'missing')
      await writer.safe.useFresh()
      return
    }
    const key = kept.lock === null ? kept.key : writer.tab.recallKey()
    writer.safe.lock = kept.lock
    if (kept.lock !== null && key === null) status.lock = 'locked'
    else await writer.take(kept, key)
    // What another tab wrote after the early reading, and before this one could hear of it.
    if (opened !== null) void writer.after(async () => { await writer.catchUp() })
  }

  /** A page that comes back from the browser's memory may show what was changed or erased meanwhile; what it had is written. */
  async readAgain (): Promise<void> {
    const { writer, status } = this
    try {
      const { book: before, cleared, status: { trouble }, writer: { unkept } } = this
      // Where nothing is kept, nobody can have changed it; a page that was left quickly is loaded anew.
      if (writer.ended || trouble === 'blocked' || (trouble === 'gone' && !cleared)) return
      writer.readingAgain = true
      this.beginEra()
      await writer.drop()
      await writer.after(async () => {
        this.leaveComputer()
        Object.assign(writer, { apart: false, late: null })
        this.book = emptyWorkbook(randomName('w'), this.guide)
        Object.assign(status, { lock: 'none', saved: null, trouble: null })
        await this.#restore()
        // What could not be written is nowhere else; unless all of it was erased meanwhile, or somebody left the site.
        if (trouble !== null && !cleared && ((unkept && isEmpty(this.book)) || this.book.id === before.id)) writer.note(before)
        merge(this.book, writer.unwritten)
      })
    } finally {
      writer.readingAgain = false
      document.body.style.opacity = ''
    }
    this.emit('elsewhere')
  }
}
