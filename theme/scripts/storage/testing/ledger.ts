import { versionsOf } from '../../workbook/beside.ts'
import { layerTexts } from '../../workbook/layers.ts'
import { keyNow } from '../../workbook/rows.ts'
import type { Workbook } from '../../workbook/workbook.ts'
import type { Kept } from '../store.ts'
import type * as Scripts from './page.ts'
import type { FakeTab, World } from './world.ts'

/** One page in a tab: its own copy of the scripts, as in a browser. */
export interface OpenPage { tab: FakeTab, scripts: typeof Scripts, session: Scripts.Session | null, busy: number, erasures: Erasure[] }

/** All or a part is being erased: until it is done, both ways are right for what is typed at the same moment. */
interface Erasure { partner: string | null, place: string, before: Typed[] }

/** Something that somebody typed and was not told that it is not kept. */
export interface Typed {
  value: string
  subject: string
  field: string
  /** Which row it stands in, where that is one that somebody added: its key may change. */
  born: string | undefined
  /** Its stamp. */
  at: number
  page: OpenPage
  /** Why it need not be anywhere any more. The first reason stays. */
  excused: string
  /** Why it must not be anywhere any more. */
  erased: boolean
  /** Whether its page had no key when it was typed: it had just heard that all was erased, and the browser owes it the new key. */
  keyless: boolean
  /** The workbook that it was typed into, where that was on the computer; else ''. */
  book: string
  /** Whether its page was closed or locked while it took that for the workbook on this computer: it is in the journal at best. */
  left: boolean
}

/**
 * What was typed in a trial, and what may be lost of it. Each rule says what the scripts cannot do better, in as few cases as can be told
 * from outside: a wider rule would excuse real losses.
 */
export class Ledger {
  readonly typed: Typed[] = []
  /** Ids of workbooks that were erased: what is typed into one before a page hears of it goes with it. */
  readonly #gone = new Set<string>()
  /** Ids of workbooks that were moved into a tab that was closed then, or in which all was erased. */
  readonly #closedWith = new Set<string>()

  constructor (private readonly world: World, private readonly pages: readonly OpenPage[]) {}

  /** What lies on this computer, in the clear. */
  get #head (): Kept | undefined {
    const there = new Map([...this.world.databases.values()].flatMap(database => database.entries()))
    return there.has('head') ? { ...there.get('head') as Kept, ...there.get(0) as Pick<Kept, 'key'> } : undefined
  }

  /** Notes what was typed, unless the page said that it is not kept. */
  note (page: OpenPage, one: Pick<Typed, 'value' | 'subject' | 'field' | 'born' | 'at'>): void {
    const { book, revision, status } = page.session!
    // Whoever writes later into one field means it.
    for (const other of this.typed) if (other.subject === one.subject && (one.born === undefined ? other.field === one.field : other.born === one.born)) other.excused ||= 'overwritten'
    const onComputer = status.place === 'computer'
    if (status.trouble === null) {
      this.typed.push({
        ...one, page, erased: false, left: false, book: onComputer ? book.id : '', keyless: onComputer && revision === 0,
        excused: this.#gone.has(book.id) ? 'typed before the page heard that all was erased' : ''
      })
    }
  }

  /** A page knows nothing of what it typed any more. */
  locked (page: OpenPage): void {
    this.#left(page, () => true)
  }

  closed (page: OpenPage, why: 'kill' | 'reload'): void {
    const { session } = page
    this.#left(page, one => session?.book.id === one.book || session?.status.lock === 'locked')
    if (session === null) return
    // Erased or not: nobody was told yet.
    for (const erasure of page.erasures) this.ended(page, erasure, 'killed')
    const { book, status } = session
    // Killed when all was in the tab, and before the page itself knew.
    const moved = Object.keys(page.tab.session).some(name => name.endsWith(' workbook')) && this.#head === undefined
    if (why === 'reload' || (status.place === 'computer' && !moved)) return
    this.#closedWith.add(book.id)
    // What only this tab kept goes with it.
    for (const one of this.typed) if (holds(book, one)) one.excused ||= 'tab closed'
  }

  #left ({ session }: OpenPage, unheard: (one: Typed) => boolean): void {
    for (const one of this.typed) {
      if (one.page.session !== session) continue
      one.left ||= unheard(one)
      // Without a key nothing can be written, not even to the journal; and the key comes only when the database answers.
      if (one.keyless && session?.revision === 0) one.excused ||= 'typed before there was a key'
    }
  }

  /** @param partner Who is erased; null where all is. */
  begun (page: OpenPage, partner: string | null): Erasure {
    const { book, status } = page.session!
    const erasure = { partner, place: status.place, before: this.typed.filter(one => (partner ?? one.subject) === one.subject && holds(book, one)) }
    page.erasures.push(erasure)
    if (partner === null) {
      this.#gone.add(book.id)
      // With what was moved into the tab goes the key of what other pages had not written when it was moved.
      if (status.place !== 'computer') this.#closedWith.add(book.id)
      for (const one of this.typed) if (this.#reached(page, erasure, one)) one.excused ||= 'erased'
    }
    return erasure
  }

  ended (page: OpenPage, erasure: Erasure, how: 'done' | 'failed' | 'killed'): void {
    page.erasures.splice(page.erasures.indexOf(erasure), 1)
    const { partner } = erasure
    // Of a part alone it is known up to which stamp it was erased: what was typed after that stays, but for what the same hands typed until it was done.
    const until = partner === null ? Infinity : how === 'failed' ? 0 : Math.max(page.session!.erased, this.#head?.erased ?? 0)
    for (const one of this.typed) {
      if ((one.at <= until || (one.page === page && how !== 'failed')) && (partner ?? one.subject) === one.subject && this.#reached(page, erasure, one)) one.excused ||= partner === null ? 'typed while all was erased' : 'taken out'
    }
    if (how !== 'done' || partner !== null || erasure.place !== 'computer') return
    // The blank workbook of an erasure before it went too.
    for (const { session } of this.pages) if (session !== null && session.book.id !== page.session!.book.id && session.status.place === 'computer') this.#gone.add(session.book.id)
  }

  /** A round is removed: what was emptied when it was closed stands in it alone. */
  removing (book: Workbook, id: string): void {
    const text = layerTexts(book).get(id) ?? ''
    for (const one of this.typed) if (text.includes(JSON.stringify(one.value)) && !isAnswer(book, one)) one.excused ||= 'removed with its round'
  }

  /** What must not come back, of an erasure that was done. */
  staysErased ({ before }: Erasure): void {
    for (const one of before) one.erased = true
  }

  /** Whether an erasure concerns what was typed: it was done on this computer, or in the tab, or begun in one and ended in the other. */
  #reached (page: OpenPage, { place, before }: Erasure, one: Typed): boolean {
    const places = [place, page.session!.status.place]
    const holding = this.pages.filter(({ session }) => session !== null && holds(session.book, one))
    // With what was moved into the tab goes what other pages left in journals of the same workbook.
    return before.includes(one) || (places.some(each => each !== 'computer') && (one.page === page || (one.left && one.book === page.session!.book.id))) ||
      (places.includes('computer') && (holding.length === 0 || holding.some(({ session }) => session!.status.place === 'computer')))
  }

  /**
   * A page that is locked in a tab, where nobody asks for a passphrase; and one that goes on from what lies on this computer and uses another key than that: what it writes to its journal nobody could read, and
   * what somebody was told is protected would not be.
   */
  wrongKeys (): string[] {
    const head = this.#head
    const stuck = this.pages.find(({ session }) => session !== null && !session.onComputer && session.status.lock !== 'none')
    if (stuck !== undefined) return [`tab ${stuck.tab.id} is locked, and its answers are in the tab`]
    return this.pages.filter(({ session }) => {
      if (session === null || head === undefined || !session.onComputer || session.status.lock === 'locked' || session.status.trouble !== null || session.revision !== head.revision) return false
      const { key, lock } = session.keys
      return (head.lock === null) !== (lock === null) || (head.lock === null && String(head.key) !== String(key))
    }).map(({ tab }) => `tab ${tab.id} uses another key than the one of what is kept`)
  }

  /** @param lost Whether anything may be called lost in this trial. */
  wrong (lost: boolean): string[] {
    const books = this.pages.flatMap(({ session }) => session === null ? [] : [session.book])
    return this.typed.flatMap(one => {
      const there = books.some(book => holds(book, one))
      // All was moved into a tab that is closed, or erased there. What a page typed that was closed or locked before it heard of the move is in a
      // journal for which nobody has the key. A page that heard of it keeps what it typed.
      if (one.left && this.#closedWith.has(one.book) && !books.some(book => book.id === one.book)) one.excused ||= 'closed with its tab'
      return [...lost && one.excused === '' && !there ? [`${one.value} is lost`] : [], ...one.erased && there ? [`${one.value} came back`] : []]
    })
  }
}

/** Whether it counts, stands beside what counts, or was kept with a round. */
export function holds (book: Workbook, one: Pick<Typed, 'value' | 'subject' | 'field' | 'born'>): boolean {
  return isAnswer(book, one) || [...layerTexts(book).values()].some(text => text.includes(JSON.stringify(one.value)))
}

function isAnswer (book: Workbook, { subject, field, value, born }: Pick<Typed, 'value' | 'subject' | 'field' | 'born'>): boolean {
  const [instrument, table, key, column] = field.split('.')
  const now = born === undefined ? field : `${instrument}.${table}.${keyNow(book, subject, `${instrument}.${table}`, { key: key!, born })}.${column}`
  const answer = book.subjects.get(subject)?.answers.get(now)
  return answer !== undefined && versionsOf(answer).some(version => version.value === value)
}
