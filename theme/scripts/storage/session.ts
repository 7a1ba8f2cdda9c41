import { apply, type Edit } from '../workbook/edit.ts'
import type { NewerWorkbook } from '../workbook/versions.ts'
import { emptyWorkbook, isEmpty } from '../workbook/workbook.ts'
import { ComputerStore } from './computer.ts'
import { catchUp, hear } from './hearing.ts'
import { freshKeys, isReady, noKeys } from './key-ring.ts'
import { chosenPlace } from './place.ts'
import { take } from './reader.ts'
import { State } from './state.ts'
import { isWithheld, troubleOf, type Change } from './status.ts'
import { OtherTabs } from './tabs.ts'
import { Writer } from './writer.ts'

/** The workbook of this page, for the rest of the scripts: opens it, changes it, says what happens to it. */
export class Session extends State {
  /** For the scripts of this folder. */
  readonly writer = new Writer(this)

  /** See `State`. */
  static async open (site: string, guide: string, recovery: State['recovery']): Promise<Session> {
    const session = new Session(site, guide, recovery)
    const flush = (): void => { void session.writer.flush() }
    addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') flush()
      else session.#look()
    })
    addEventListener('pagehide', () => {
      flush()
      // A page that comes back from the browser's memory is not seen before it has read again. It keeps its focus: a field
      // that lost it would say that it was changed.
      document.body.style.opacity = '0'
    })
    addEventListener('change', flush)
    addEventListener('pageshow', event => { if (event.persisted) void recovery().then(async script => { await script.readAgain(session) }).catch(() => { location.reload() }) })
    session.beginEra()
    await session.writer.after(async () => { await session.restore() })
    return session
  }

  /** Whether closing the tab now loses something that somebody was told is kept, or was told is not. */
  get wouldLose (): boolean {
    const { trouble, unsaved } = this.status
    return !this.ended && (unsaved > 0 || (trouble !== null && (trouble !== 'newer' || !isReady(this.keys)) && !isEmpty(this.book)))
  }

  /** Makes changes, each at once in the workbook and soon in the store. Returns what undoes them. */
  change (edits: readonly Edit[], from: Change = 'elsewhere'): Edit[] {
    const { book, guide, status } = this
    if (edits.length === 0 || status.lock === 'locked') return []
    if (guide > book.guide) book.guide = guide
    const { patch, undo } = apply(book, edits, this.clock.next())
    if (status.place !== 'computer') status.unsaved++
    this.writer.note(patch)
    this.emit(from)
    return undo
  }

  /** Notes that everything is in a file now. */
  savedToFile (): void {
    this.status.unsaved = 0
    this.tab.remove('unsaved')
    this.status.saved = new Date()
    this.emit('status')
  }

  /** Forgets what the tab keeps, at once and for good: for leaving the site quickly. */
  exit (): void {
    this.ended = true
    if (!this.onComputer) this.book = emptyWorkbook('')
    this.tab.clear()
    this.others?.close()
  }

  /** Reads and writes on this computer from now on, and hears what other tabs write. */
  listenOnComputer (computer: ComputerStore): void {
    const { writer } = this
    this.computer = computer
    computer.whenClosed(() => { if (this.computer === computer) void writer.after(async () => { await (await this.recovery()).reopen(this) }).catch(() => { this.lose() }) })
    this.others?.close()
    this.others = new OtherTabs(this.site, message => {
      writer.after(async () => { await hear(this, writer, message) }).catch((error: unknown) => {
        this.fail(error)
        writer.journalAnew()
      })
    })
  }

  #look (): void {
    void this.writer.after(async () => { await catchUp(this, this.writer) })
  }

  /** Reads what is kept. For the scripts of this folder. */
  async restore (): Promise<void> {
    const { status, tab, writer } = this
    try {
      const place = await chosenPlace(this.site, tab)
      status.chosen = place !== null
      status.place = place ?? 'tab'
      status.unsaved = Number(tab.item('unsaved') ?? 0)
      if (this.onComputer) await this.#restoreFromComputer()
      else {
        const kept = await this.tab.read()
        if (kept !== null) await take(this, kept, kept.key)
      }
      if (status.lock !== 'locked') {
        if (this.keys === noKeys) this.keys = await freshKeys()
        await writer.takeJournals()
      }
      if (this.keys.handover) writer.tidyLater()
    } catch (error) {
      const trouble = troubleOf(error)
      if (trouble !== 'silent') {
        // What is typed belongs to the workbook that is there.
        if (trouble === 'newer' && this.unkept) this.book.id = (error as Partial<NewerWorkbook>).id ?? this.book.id
        // Bytes that cannot be opened stay where they are until someone erases them.
        status.trouble ??= /gone|newer/.test(trouble) ? trouble : 'unreadable'
        return
      }
      this.fail(error)
      // What is kept may still come. What is typed until then is not mixed with it: it is this tab's own.
      this.apart = true
      if (this.onComputer) this.leaveComputer()
      if (tab.item('key') === null) this.keys = await freshKeys().catch(() => noKeys)
    }
  }

  async #restoreFromComputer (): Promise<void> {
    const { status } = this
    const opened = await ComputerStore.opened()
    try {
      this.listenOnComputer(opened?.store ?? await ComputerStore.open(this.site))
    } catch (error) {
      if (isWithheld(error)) throw error
      status.trouble = 'blocked'
      return
    }
    const kept = opened === null ? await this.computer!.read() : opened.kept
    if (kept === null) {
      // It was chosen, and nothing is there any more: for the script `trouble` to say.
      this.recallLater('news', 'missing')
      return
    }
    const key = kept.lock === null ? kept.key : this.tab.recallKey()
    if (kept.lock !== null && key === null) status.lock = 'locked'
    else await take(this, kept, key)
    // What another tab wrote after the early reading, and before this one could hear of it.
    if (opened !== null) this.#look()
  }
}
