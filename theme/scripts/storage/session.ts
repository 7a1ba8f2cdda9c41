import { apply, type Edit } from '../workbook/edit.ts'
import { readWorkbook, writeWorkbook } from '../workbook/json.ts'
import { merge } from '../workbook/merge.ts'
import { Clock, randomName } from '../workbook/stamp.ts'
import { emptyWorkbook, isEmpty, type Workbook } from '../workbook/workbook.ts'
import { ComputerStore, type Kept } from './computer.ts'
import { keyOf, newLock, type Lock } from './lock.ts'
import { canSeal, newKey, noSeal, sealWith, type Seal } from './seal.ts'
import { TabStore } from './tab.ts'

export type Place = 'tab' | 'computer' | 'file'

/** Why the browser does not keep what is typed. */
export type Trouble = 'blocked' | 'full' | 'failed' | 'unreadable'

export interface Status {
  place: Place
  /** Whether somebody chose the place; else it is the default. */
  chosen: boolean
  /** Time of the last writing; null before the first. */
  saved: Date | null
  /** Changes that are in no file yet; counted where the place is a file. */
  unsaved: number
  trouble: Trouble | null
  /** Whether a passphrase protects what is on this computer. */
  lock: 'none' | 'open' | 'locked'
}

/** What happened to the workbook: changed by this page's controls, or from elsewhere (restored, merged, undone). */
export type Change = 'typed' | 'elsewhere' | 'status'

/** Pause after the last change before it is written, and the longest wait while someone keeps typing, in milliseconds. */
const pause = 250
const longestWait = 700

/** The workbook of this page: holds it, writes it, hears what other tabs write. */
export class Session {
  book: Workbook
  readonly clock = new Clock(randomName('t'))
  readonly status: Status = { place: 'tab', chosen: false, saved: null, unsaved: 0, trouble: null, lock: 'none' }

  readonly #tab: TabStore
  readonly #listeners = new Set<(change: Change) => void>()
  #channel: BroadcastChannel | null = null
  #computer: ComputerStore | null = null
  #seal: Seal = noSeal
  #key: Uint8Array<ArrayBuffer> | null = null
  #passphraseLock: Lock | null = null
  #revision = 0
  #patch: Workbook
  #timer: ReturnType<typeof setTimeout> | undefined
  #due = 0
  #writing: Promise<void> = Promise.resolve()
  #ended = false

  private constructor (readonly site: string, readonly guide: string) {
    this.#tab = new TabStore(site)
    this.book = emptyWorkbook(randomName('w'), guide)
    this.#patch = emptyWorkbook(this.book.id)
  }

  /**
   * @param site Path of the guide on its host.
   * @param guide Version of the guide; '' where the page does not say it.
   */
  static async open (site: string, guide = ''): Promise<Session> {
    const session = new Session(site, guide)
    await session.#restore()
    return session
  }

  /** Whether this page can keep answers on the computer at all: not from disk, where all files share one store. */
  static get canKeepOnComputer (): boolean {
    return /^https?:$/.test(location.protocol)
  }

  get canLock (): boolean {
    return canSeal() && Session.canKeepOnComputer
  }

  /** Whether closing the tab now loses something that somebody was told is kept, or was told is not. */
  get wouldLose (): boolean {
    return !this.#ended && (this.status.unsaved > 0 || (this.status.trouble !== null && !isEmpty(this.book)))
  }

  listen (listener: (change: Change) => void): void {
    this.#listeners.add(listener)
  }

  /** Makes changes, each at once in the workbook and soon in the store. Returns what undoes them. */
  change (edits: readonly Edit[], from: Change = 'elsewhere'): Edit[] {
    if (edits.length === 0) return []
    const { patch, undo } = apply(this.book, edits, this.clock.next())
    this.#note(patch)
    this.#emit(from)
    return undo
  }

  /** Puts another workbook in the place of this one: after opening a file, or to undo erasing. */
  async replace (book: Workbook): Promise<void> {
    this.clock.seenAll(book)
    this.book = book
    this.#patch = emptyWorkbook(book.id)
    merge(this.#patch, book)
    if (this.status.place === 'file') this.status.unsaved++
    this.#note(null)
    this.#emit('elsewhere')
    await this.flush()
  }

  /** Notes that everything is in a file now. */
  savedToFile (): void {
    this.status.unsaved = 0
    this.#tab.remove('unsaved')
    this.status.saved = new Date()
    this.#emit('status')
  }

  /**
   * Chooses where answers live and moves them there. Where the browser refuses (`blocked`), or locked answers lie there
   * already (`locked`), all stays as it was.
   */
  async choose (place: Place): Promise<'done' | 'blocked' | 'locked'> {
    await this.flush()
    if (place === 'computer') {
      const moved = this.status.place === 'computer' ? 'done' : await this.#moveToComputer()
      if (moved !== 'done') return moved
    } else {
      if (this.status.place === 'computer') await this.#leaveComputer()
      this.#tab.remove('unsaved')
      this.status.unsaved = place === 'file' && !isEmpty(this.book) ? Math.max(1, this.status.unsaved) : 0
    }
    this.status.place = place
    this.status.chosen = true
    this.#remember(place)
    this.#note(null)
    this.#emit('status')
    await this.flush()
    return 'done'
  }

  /** Erases everything everywhere; returns the workbook as it was, for undo. */
  async erase (): Promise<Workbook> {
    const before = this.book
    clearTimeout(this.#timer)
    this.#timer = undefined
    await this.#writing
    this.book = emptyWorkbook(randomName('w'), this.guide)
    this.#patch = emptyWorkbook(this.book.id)
    if (this.#computer !== null) {
      this.#channel?.postMessage({ kind: 'erased' })
      await this.#computer.erase().catch(() => undefined)
      this.#revision = 0
    }
    const { place, chosen } = this.status
    this.#tab.clear()
    this.#passphraseLock = null
    await this.#freshKey()
    if (chosen) this.#remember(place)
    Object.assign(this.status, { saved: null, unsaved: 0, lock: 'none', trouble: this.status.trouble === 'unreadable' ? null : this.status.trouble })
    this.#emit('elsewhere')
    return before
  }

  /** Forgets what the tab keeps, at once and for good: for leaving the site quickly. */
  exit (): void {
    this.#ended = true
    clearTimeout(this.#timer)
    if (this.status.place !== 'computer') this.book = emptyWorkbook('exit')
    this.#tab.clear()
    this.#channel?.close()
  }

  /** Protects what is on this computer with a passphrase. Choose `computer` first. */
  async setPassphrase (passphrase: string): Promise<void> {
    const lock = newLock()
    const key = await keyOf(passphrase, lock)
    await this.flush()
    this.#passphraseLock = lock
    await this.#useKey(key)
    this.#rememberKey()
    this.status.lock = 'open'
    this.#note(null)
    await this.flush()
    this.#channel?.postMessage({ kind: 'locked' })
    this.#emit('status')
  }

  /** Takes the passphrase away; answers stay. */
  async removePassphrase (): Promise<void> {
    await this.flush()
    this.#passphraseLock = null
    this.#tab.remove('unlocked')
    await this.#freshKey()
    this.status.lock = 'none'
    this.#note(null)
    await this.flush()
    this.#emit('status')
  }

  /** Closes the lock in every tab: the page forgets answers and key until the passphrase is typed. */
  async lockNow (): Promise<void> {
    await this.flush()
    this.#channel?.postMessage({ kind: 'locked' })
    this.#forget()
  }

  /** False where the passphrase is another one. */
  async unlock (passphrase: string): Promise<boolean> {
    const kept = await this.#computer?.read() ?? null
    if (kept === null || kept.lock === null) return false
    const key = await keyOf(passphrase, kept.lock)
    try {
      await this.#take(kept, key)
    } catch {
      return false
    }
    this.#rememberKey()
    this.status.lock = 'open'
    this.#emit('elsewhere')
    return true
  }

  /** Writes what is not written yet; resolves when it is, or when the trouble is noted. */
  async flush (): Promise<void> {
    if (this.#timer === undefined) return await this.#writing
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#due = 0
    this.#writing = this.#writing.then(async () => { await this.#write() })
    await this.#writing
    if (this.#timer === undefined) delete document.documentElement.dataset['unwritten']
  }

  /** Something small that the tab remembers, such as the partner that is shown. */
  recall (name: string): string | null {
    return this.#tab.read('page ' + name)
  }

  recallLater (name: string, value: string): void {
    try {
      this.#tab.write('page ' + name, value)
    } catch {
      // A convenience only.
    }
  }

  async #restore (): Promise<void> {
    addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') void this.flush() })
    addEventListener('pagehide', () => { void this.flush() })
    // Leaving a field comes before pressing a link: what was typed is written before the page goes.
    addEventListener('change', () => { void this.flush() })
    addEventListener('pageshow', event => { if (event.persisted) void this.#readAgain() })

    const inTab = this.#tab.read('place')
    // Browsers write localStorage late: after a crash only the answers themselves say that they are on this computer.
    const place: Place = inTab === 'tab' || inTab === 'file'
      ? inTab
      : remembersComputer(this.site) || (Session.canKeepOnComputer && await ComputerStore.holdsAnswers(this.site)) ? 'computer' : 'tab'
    this.status.chosen = inTab !== null || place === 'computer'
    this.status.place = place
    this.status.unsaved = Number(this.#tab.read('unsaved') ?? 0)
    try {
      if (place === 'computer') await this.#restoreFromComputer()
      else await this.#restoreFromTab()
    } catch {
      // Bytes that cannot be opened stay where they are until someone erases them.
      this.status.trouble ??= 'unreadable'
    }
    this.clock.seenAll(this.book)
  }

  async #restoreFromTab (): Promise<void> {
    const key = this.#tab.readBytes('key')
    const bytes = this.#tab.readBytes('workbook')
    if (key === null || bytes === null) {
      await this.#freshKey()
      return
    }
    await this.#useKey(canSeal() ? key : null)
    this.book = readWorkbook(await this.#seal.open(bytes))
    this.status.saved = new Date(Number(this.#tab.read('saved') ?? Date.now()))
  }

  async #restoreFromComputer (): Promise<void> {
    try {
      this.#computer = await ComputerStore.open(this.site)
    } catch {
      this.status.trouble = 'blocked'
      await this.#freshKey()
      return
    }
    this.#openChannel()
    const kept = await this.#computer.read()
    if (kept === null) {
      await this.#freshKey()
      return
    }
    this.#passphraseLock = kept.lock
    if (kept.lock !== null) {
      const key = this.#tab.readBytes('unlocked')
      this.status.lock = 'locked'
      if (key === null) return
      await this.#take(kept, key)
      this.status.lock = 'open'
      return
    }
    await this.#take(kept, kept.key)
  }

  async #take (kept: Kept, key: Uint8Array<ArrayBuffer> | null): Promise<void> {
    const seal = key === null ? noSeal : await sealWith(key)
    const book = readWorkbook(await seal.open(kept.sealed))
    this.#seal = seal
    this.#key = key
    this.#passphraseLock = kept.lock
    this.book = book
    this.#revision = kept.revision
    this.status.saved = new Date(kept.at)
    this.clock.seenAll(book)
  }

  /** A page that comes back from the browser's memory may show what was erased meanwhile. */
  async #readAgain (): Promise<void> {
    const had = this.book
    this.book = emptyWorkbook(randomName('w'), this.guide)
    this.#ended = false
    this.#computer?.close()
    this.#channel?.close()
    this.#computer = null
    this.status.lock = 'none'
    await this.#restoreAfresh()
    if (had.id === this.book.id) merge(this.book, had)
    this.#emit('elsewhere')
  }

  async #restoreAfresh (): Promise<void> {
    try {
      if (this.status.place === 'computer') await this.#restoreFromComputer()
      else await this.#restoreFromTab()
    } catch {
      this.status.trouble ??= 'unreadable'
    }
  }

  async #moveToComputer (): Promise<'done' | 'blocked' | 'locked'> {
    try {
      const computer = await ComputerStore.open(this.site)
      const kept = await computer.read()
      if (kept?.lock != null) {
        computer.close()
        return 'locked'
      }
      rememberComputer(this.site, true)
      this.#computer = computer
      if (kept !== null) {
        // Another tab keeps answers here already: both are wanted.
        const mine = this.book
        await this.#take(kept, kept.key)
        merge(this.book, mine)
      }
    } catch {
      this.#computer = null
      return 'blocked'
    }
    this.#openChannel()
    for (const name of ['workbook', 'key', 'unsaved', 'saved']) this.#tab.remove(name)
    this.status.unsaved = 0
    this.#emit('elsewhere')
    return 'done'
  }

  async #leaveComputer (): Promise<void> {
    this.#channel?.postMessage({ kind: 'moved' })
    this.#channel?.close()
    this.#channel = null
    await this.#computer?.erase().catch(() => undefined)
    this.#computer = null
    this.#revision = 0
    rememberComputer(this.site, false)
    this.#passphraseLock = null
    this.#tab.remove('unlocked')
    this.status.lock = 'none'
    await this.#freshKey()
  }

  #remember (place: Place): void {
    try {
      if (place === 'computer') this.#tab.remove('place')
      else this.#tab.write('place', place)
    } catch {
      this.status.trouble = 'blocked'
    }
  }

  async #freshKey (): Promise<void> {
    await this.#useKey(canSeal() ? newKey() : null)
  }

  async #useKey (key: Uint8Array<ArrayBuffer> | null): Promise<void> {
    this.#key = key
    this.#seal = key === null ? noSeal : await sealWith(key)
  }

  #rememberKey (): void {
    try {
      if (this.#key !== null) this.#tab.writeBytes('unlocked', this.#key)
    } catch {
      // Then the passphrase is asked for on the next page again.
    }
  }

  /** Adds to what is to be written, and sees that it will be. */
  #note (patch: Workbook | null): void {
    if (this.#ended || this.status.lock === 'locked') return
    if (patch !== null) {
      merge(this.#patch, patch)
      if (this.status.place === 'file') this.status.unsaved++
    }
    const now = Date.now()
    if (this.#timer === undefined) this.#due = now + longestWait
    clearTimeout(this.#timer)
    // The first change after a rest is written at once: a page that is left right after it must not lose it.
    const sign = document.documentElement.dataset
    const rested = sign['unwritten'] === undefined
    this.#timer = setTimeout(() => { void this.flush() }, rested ? 0 : Math.max(0, Math.min(pause, this.#due - now)))
    sign['unwritten'] = ''
  }

  async #write (): Promise<void> {
    if (this.#ended || this.status.trouble === 'unreadable') return
    const patch = this.#patch
    patch.id = this.book.id
    this.#patch = emptyWorkbook(this.book.id)
    this.book.guide = this.guide > this.book.guide ? this.guide : this.book.guide
    try {
      if (this.status.place === 'computer') await this.#writeToComputer(patch)
      else await this.#writeToTab()
      this.status.trouble = null
      this.status.saved = new Date()
    } catch (error) {
      merge(this.#patch, patch)
      this.status.trouble = error instanceof DOMException && error.name === 'QuotaExceededError'
        ? 'full'
        : error instanceof DOMException && error.name === 'SecurityError' ? 'blocked' : 'failed'
    }
    this.#emit('status')
  }

  async #writeToTab (): Promise<void> {
    const bytes = await this.#seal.seal(writeWorkbook(this.book))
    if (this.#ended) return
    this.#tab.writeBytes('key', this.#key ?? new Uint8Array())
    this.#tab.writeBytes('workbook', bytes)
    this.#tab.write('saved', String(Date.now()))
    if (this.status.place === 'file') this.#tab.write('unsaved', String(this.status.unsaved))
  }

  async #writeToComputer (patch: Workbook): Promise<void> {
    if (this.#computer === null) throw new DOMException('no store', 'SecurityError')
    this.#channel?.postMessage({ kind: 'patch', text: writeWorkbook(patch) })
    for (let attempt = 0; attempt < 20; attempt++) {
      const sealed = await this.#seal.seal(writeWorkbook(this.book))
      if (this.#ended) return
      const kept = { sealed, key: this.#passphraseLock === null ? this.#key : null, lock: this.#passphraseLock }
      if (await this.#computer.write(kept, this.#revision)) {
        this.#revision++
        return
      }
      await this.#joinWithKept(patch)
    }
    throw new Error('another tab keeps writing')
  }

  /** Another tab wrote since: takes over what it wrote before writing again. */
  async #joinWithKept (patch: Workbook): Promise<void> {
    const mine = this.book
    const known = this.#revision
    const kept = await this.#computer!.read()
    if (kept === null) {
      this.book = emptyWorkbook(randomName('w'), this.guide)
      this.#revision = 0
    } else {
      await this.#take(kept, kept.lock === null ? kept.key : this.#key)
    }
    // Where the workbook was erased elsewhere, only what was typed since then lives on.
    merge(this.book, this.book.id === mine.id || known === 0 ? mine : patch)
    this.#emit('elsewhere')
  }

  #openChannel (): void {
    if (typeof BroadcastChannel === 'undefined') return
    this.#channel?.close()
    this.#channel = new BroadcastChannel(`toolkit ${this.site}`)
    this.#channel.addEventListener('message', (event: MessageEvent<{ kind: string, text?: string }>) => {
      void this.#hear(event.data)
    })
  }

  async #hear (message: { kind: string, text?: string }): Promise<void> {
    if (this.#ended) return
    if (message.kind === 'patch' && message.text !== undefined && this.status.lock !== 'locked') {
      const patch = readWorkbook(message.text)
      if (isEmpty(this.book)) this.book.id = patch.id
      if (patch.id !== this.book.id) return
      this.clock.seenAll(patch)
      if (merge(this.book, patch)) this.#emit('elsewhere')
    } else if (message.kind === 'locked') {
      this.#forget()
    } else if (message.kind === 'erased' || message.kind === 'moved') {
      clearTimeout(this.#timer)
      this.#timer = undefined
      this.book = emptyWorkbook(randomName('w'), this.guide)
      this.#patch = emptyWorkbook(this.book.id)
      this.#revision = 0
      this.#passphraseLock = null
      Object.assign(this.status, { lock: 'none', saved: null, unsaved: 0 })
      if (message.kind === 'moved') Object.assign(this.status, { place: 'tab', chosen: false })
      await this.#freshKey()
      this.#emit('elsewhere')
    }
  }

  #forget (): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#tab.remove('unlocked')
    this.#key = null
    this.#seal = noSeal
    this.book = emptyWorkbook(randomName('w'), this.guide)
    this.#patch = emptyWorkbook(this.book.id)
    this.status.lock = 'locked'
    this.#emit('elsewhere')
  }

  #emit (change: Change): void {
    for (const listener of this.#listeners) listener(change)
  }
}

function remembersComputer (site: string): boolean {
  try {
    return Session.canKeepOnComputer && localStorage.getItem(`toolkit ${site} place`) === 'computer'
  } catch {
    return false
  }
}

function rememberComputer (site: string, yes: boolean): void {
  if (yes) localStorage.setItem(`toolkit ${site} place`, 'computer')
  else {
    try {
      localStorage.removeItem(`toolkit ${site} place`)
    } catch {
      // Nothing was remembered then.
    }
  }
}
