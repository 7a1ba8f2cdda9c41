import { merge } from '../workbook/merge.ts'
import { pack } from '../workbook/pack.ts'
import { emptyWorkbook, type Workbook } from '../workbook/workbook.ts'
import { isReady } from './key-ring.ts'
import { join, readJournals } from './reader.ts'
import { isBlank, type State, type Writing } from './state.ts'
import { nameOf } from './where-kept.ts'

/** Pause after the last change before it is written, and the longest wait while someone keeps typing, in milliseconds. */
const pause = 250
const longestWait = 700
/** How long nobody types before the whole workbook is written anew, and how many changes it takes on this computer. */
const rest = 4000
const manyChanges = 40
/** Tries while other tabs keep writing in between. */
export const mostTries = 20

/** Under which name it stands up to which generation of keys no journal is read any more. */
export function fenceOf (site: string): string {
  return nameOf(site, 'fence')
}

/**
 * Brings what changes to where answers live. At once into the journal; on this computer then as a change beside the whole
 * workbook, so that a key in a big workbook costs no more than in a small one; and the whole anew when nobody types. For
 * the scripts of this folder: others know the session alone.
 */
export class Writer implements Writing {
  #writingNow = emptyWorkbook('')
  #journaled = true
  #timer: ReturnType<typeof setTimeout> | undefined
  #resting: ReturnType<typeof setTimeout> | undefined
  #due = 0
  #queue: Promise<void> = Promise.resolve()

  constructor (private readonly state: State) {}

  /** Adds to what is to be written, and sees that it will be. */
  note (changes: Workbook): void {
    const { state } = this
    if (state.ended || state.status.lock === 'locked') return
    merge(state.unwritten, changes)
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
    this.stopWaiting()
    await this.after(async () => { await this.write() })
    if (this.#timer === undefined) delete document.documentElement.dataset['unwritten']
  }

  /** One thing after the other: nothing is read or written while something else is. What fails does not stop what comes next. */
  async after (act: () => Promise<void>): Promise<void> {
    const done = this.#queue.then(act)
    this.#queue = done.catch(() => undefined)
    await done
  }

  /** Takes over what pages left in the journal that had no time to write it otherwise. */
  async takeJournals (): Promise<void> {
    for (const left of await readJournals(this.state)) {
      merge(this.state.book, left)
      this.note(left)
    }
  }

  /** Closes the lock: the page knows neither answers nor key until the passphrase is typed. */
  lock (): void {
    this.stopWaiting()
    this.state.locked()
  }

  /** Writes what is unwritten now. */
  async write (): Promise<void> {
    const { state } = this
    await this.watch(async () => {
      // In the tab, the journal is as good as anything while it is short.
      if (state.store.add) await this.attempt(async () => await this.putAll(state.revision === 0))
      else if (!this.#journaled) await this.putAll()
    })
    if (state.onComputer ? state.changes >= manyChanges : !isBlank(state.unwritten)) this.tidyLater()
    else if (!state.keys.handover) clearTimeout(this.#resting)
  }

  /** Writes the whole workbook anew when nobody types for a while, and ends the handover to a new key. */
  tidyLater (): void {
    clearTimeout(this.#resting)
    const put = async (): Promise<boolean> => {
      const { state } = this
      return state.keys.handover ? await (await state.recovery()).endHandover(state, this) : await this.putAll()
    }
    const tidy = (): void => { void this.after(async () => { await this.watch(async () => { await this.attempt(put) }) }) }
    // Safari knows no idle time.
    this.#resting = setTimeout(() => { (globalThis.requestIdleCallback ?? setTimeout)(tidy) }, rest)
  }

  /** Writes, and notes whether there was trouble. */
  async watch (write: () => Promise<void>): Promise<void> {
    const { state } = this
    const { status } = state
    if (state.mute || status.trouble === 'newer') return
    try {
      await write()
    } catch (error) {
      // While it was being written, the browser may have let go of all.
      if (status.trouble !== 'gone') state.fail(error)
      this.journalAnew()
      return
    }
    status.trouble = state.apart ? 'silent' : null
    status.saved = new Date()
    state.emit('status')
  }

  /** Writes, again where another tab wrote in between. */
  async attempt (write: () => Promise<boolean>): Promise<void> {
    for (let tries = 0; tries < mostTries; tries++) {
      if (await write()) return
      await this.join()
      // Under a key that this tab does not have.
      if (this.state.status.lock === 'locked') return
    }
    throw new Error('busy')
  }

  /** Reads all again; what is unwritten stays in the journal, where place or key are others now. */
  async join (): Promise<void> {
    await join(this.state)
    this.journalAnew()
  }

  /** Writes what is unwritten to the journal again, where place or key are others now. */
  journalAnew (): void {
    if (!isBlank(this.state.unwritten)) this.#journaled = this.#writeJournal()
  }

  #writeJournal (): boolean {
    const { state } = this
    try {
      // Where the key is not written yet, nobody could read the journal.
      if (state.readingAgain || state.mute || (state.onComputer && (state.revision === 0 || Number(localStorage.getItem(fenceOf(state.site))) > state.keys.generation))) return false
      if (!state.onComputer) {
        // What lay beside the journal is gone: alone it would be called kept.
        if (state.cleared) {
          state.lose()
          return false
        }
        state.tab.write('unsaved', String(state.status.unsaved))
      }
      state.store.openJournal?.(state.keys.key)
      const changes = emptyWorkbook(state.book.id)
      merge(changes, this.#writingNow)
      merge(changes, state.unwritten)
      return state.journal.write(state.area, state.keys, changes)
    } catch {
      return false
    }
  }

  /**
   * Writes what is unwritten.
   * @param whole Whether the whole workbook is written anew, not the changes alone beside it.
   * @returns False where another tab wrote in between.
   */
  async putAll (whole = true): Promise<boolean> {
    const { state } = this
    return await this.put(async changes => {
      const { erased, keys, revision: known, store } = state
      // It may have been moved meanwhile to where changes are not added.
      whole ||= !store.add
      if (!whole && isBlank(changes)) return true
      changes.id = state.book.id
      const text = pack(changes)
      const encrypted = await keys.cipher.encrypt(whole ? pack(state.book) : text)
      // Who left the site left nothing in the tab.
      if (state.ended && !state.onComputer) return true
      const revision = await (whole ? store.replace(encrypted, { ...keys, erased }, known) : store.add!(encrypted, known))
      if (revision === 0) return false
      state.revision = revision
      state.changes = whole ? 0 : state.changes + 1
      state.others?.tell({ kind: 'wrote', changes: text, revision })
      return true
    })
  }

  /** What is unwritten now is written once this is done; what is typed meanwhile is not. */
  async put (write: (changes: Workbook) => Promise<boolean>): Promise<boolean> {
    const { state } = this
    // Never in the clear; and a page that is locked holds a blank workbook.
    if (!isReady(state.keys)) throw new Error('no key')
    const changes = this.#writingNow = state.unwritten
    state.unwritten = emptyWorkbook('')
    let written = false
    try {
      return written = await write(changes)
    } finally {
      this.#writingNow = emptyWorkbook('')
      if (!written) {
        merge(changes, state.unwritten)
        state.unwritten = changes
      } else if (isBlank(state.unwritten)) {
        state.journal.clear(state.area)
      } else {
        this.journalAnew()
      }
    }
  }

  /** What is unwritten is not written by itself. */
  stopWaiting (): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }
}
