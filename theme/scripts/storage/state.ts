import type { Unanswered } from '../workbook/circuit.ts'
import { Clock, randomName } from '../workbook/stamp.ts'
import { emptyWorkbook, type Workbook } from '../workbook/workbook.ts'
import type { ComputerStore } from './computer.ts'
import { Journal } from './journal.ts'
import { isReady, noKeys } from './key-ring.ts'
import { troubleOf, type Change, type Status } from './status.ts'
import type { Store } from './store.ts'
import { TabStore } from './tab.ts'
import type { Message, OtherTabs } from './tabs.ts'

/** How the scripts that load on use write. */
export interface Writing {
  join (): Promise<void>
  journalAnew (): void
  after (act: () => Promise<void>): Promise<void>
  stopWaiting (): void
  note (changes: Workbook): void
  put (write: (changes: Workbook) => Promise<boolean>): Promise<boolean>
  takeJournals (): Promise<void>
  tidyLater (): void
}

/** What is needed where a key changed or a part was erased a moment ago, and where a page or its database comes back; it loads on use. */
export interface Recovery {
  /** What pages left in the journal, those too that had no time to learn the present key; nothing of what was erased meanwhile. */
  readJournals (state: State): Promise<Workbook[]>
  /** Takes out of changes what belongs to a part that was erased after it was typed. */
  forgetErased (state: State, changes: Workbook): Promise<void>
  /** Nothing is kept on this computer any more: another tab took it along, or erased it; or it is gone. @throws then. */
  nothingLeft (state: State): Promise<void>
  /** Another tab erased all, took it along, or wrote what is to be read again. */
  hear (state: State, writer: Writing, message: Message): Promise<void>
  /** Ends the time in which journals under keys of before are read: no page writes one from then on, and all that are there are taken over. */
  endHandover (state: State, writer: Writing): Promise<boolean>
  /** After the page came back from the browser's memory. */
  readAgain (session: Restorable): Promise<void>
  /** After the browser closed the database. */
  reopen (session: Restorable): Promise<void>
}

export type Restorable = State & { readonly writer: Writing, restore (): Promise<void>, listenOnComputer (computer: ComputerStore): void }

/**
 * All that a page knows of its workbook and of where it is kept. `reader.ts` and `writer.ts` work on it, and change it by
 * what is named here; each of these happens at once, so that a page that is killed has done all of it or nothing.
 */
export class State {
  book: Workbook
  /** The tab's name begins as those do that keep account of what they write over; see `workbook/beside.ts`. */
  readonly clock = new Clock(randomName('v'))
  readonly status: Status = { place: 'tab', chosen: false, saved: null, unsaved: 0, trouble: null, lock: 'none' }
  readonly tab: TabStore
  readonly journal: Journal
  keys = noKeys
  /** The one key ring that says that there is none yet: another script that loads its own would not be the same. */
  readonly noKeys = noKeys
  computer: ComputerStore | null = null
  others: OtherTabs | null = null
  /** Of what is on this computer, as far as this page knows it; 0 where nothing is. */
  revision = 0
  /** How many changes lie beside the whole workbook there. */
  changes = 0
  /** Up to which stamp something was erased last, as far as this page knows. */
  erased = 0
  /** Changes that are in the journal at best. */
  unwritten: Workbook = emptyWorkbook('')
  /** Somebody left the site. */
  ended = false
  /** Whether what is kept did not come when the page began: what is typed is this tab's own. */
  apart = false
  /** Ends when the browser answers that did not. */
  late: Promise<unknown> | null = null
  /** While the page reads again what is kept: its own journal may hold what is not read yet. */
  readingAgain = false
  /** What the tab calls the time until everything is erased or somebody leaves the site; null where it keeps nothing. */
  #era: string | null = null
  readonly #listeners = new Set<(change: Change) => void>()

  /**
   * @param site Path of the guide on its host.
   * @param guide Version of the guide; '' where the page does not say it.
   * @param recovery Loads what is needed rarely.
   */
  constructor (readonly site: string, readonly guide: string, readonly recovery: () => Promise<Recovery>) {
    this.tab = new TabStore(site)
    this.journal = new Journal(site, this.clock.tab)
    this.book = this.blank()
  }

  listen (listener: (change: Change) => void): void {
    this.#listeners.add(listener)
  }

  emit (change: Change): void {
    for (const listener of this.#listeners) listener(change)
  }

  get onComputer (): boolean {
    return this.status.place === 'computer'
  }

  /** Where answers live. @throws where the browser blocks it. */
  get store (): Store {
    const store = this.onComputer ? this.computer : this.tab
    if (store === null) throw new DOMException('blocked', 'SecurityError')
    return store
  }

  /** Where the journal is. Null where the browser blocks it. */
  get area (): Storage | null {
    try {
      return this.store.area
    } catch {
      return null
    }
  }

  /** Whether the browser never kept anything: what the page shows is all there is. An erased workbook was kept, and is blank. */
  get unkept (): boolean {
    return this.revision === 0 && this.status.saved === null
  }

  /** Whether nothing may be written, the journal included. */
  get mute (): boolean {
    const { lock, trouble } = this.status
    return this.ended || lock === 'locked' || trouble === 'unreadable' || trouble === 'gone' || !isReady(this.keys)
  }

  /** Whether somebody emptied what the tab keeps: erased everything, left the site, or told the browser to. */
  get cleared (): boolean {
    return this.recall('era') !== this.#era
  }

  /** Notes that pages in the browser's memory from before hold what is gone, unless the tab says the same still. */
  beginEra (): void {
    if (this.recall('era') === null) this.recallLater('era', this.clock.tab)
    this.#era = this.recall('era')
  }

  /** Something small that the tab remembers, such as the partner that is shown. */
  recall (name: string): string | null {
    return this.tab.item('page ' + name)
  }

  recallLater (name: string, value: string): void {
    try {
      this.tab.write('page ' + name, value)
    } catch {
      // A convenience only.
    }
  }

  /** A new workbook. */
  blank (): Workbook {
    return emptyWorkbook(randomName('w'), this.guide)
  }

  /** The page knows neither answers nor key until the passphrase is typed. */
  locked (): void {
    this.keys = noKeys
    this.tab.forgetKey()
    this.unwritten = emptyWorkbook('')
    this.book = this.blank()
    this.status.lock = 'locked'
    this.emit('elsewhere')
  }

  /** From now on this tab keeps what it holds itself. */
  leaveComputer (): void {
    this.computer?.close()
    this.others?.close()
    this.others = this.computer = null
    this.revision = 0
    Object.assign(this.status, { place: 'tab', chosen: false })
  }

  /** Says why the browser does not keep what is typed. */
  fail (error: unknown): void {
    this.status.trouble = troubleOf(error)
    this.late = (error as Partial<Unanswered>).late ?? this.late
    this.emit('status')
  }

  /** The browser has let go of what it kept. */
  lose (): void {
    if (!this.ended) this.fail(noneLeft())
  }
}

export function noneLeft (): DOMException {
  return new DOMException('gone', 'NotFoundError')
}

/** Whether changes change nothing. */
export function isBlank (changes: Workbook): boolean {
  return changes.partners.size + changes.subjects.size === 0
}
