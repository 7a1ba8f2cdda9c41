import { button, el, focusOn } from '../page/dom.ts'
import type { Page, Undo } from '../page/page.ts'
import { replace } from '../storage/moving.ts'
import { stayed, undo as undoIt, undone } from '../words/frame.ts'
import { setText } from '../page/keeper.ts'
import { wayBack } from '../page/way-back.ts'
import type { Difference } from '../compare/difference.ts'
import { without } from '../workbook/cut-out.ts'
import type { Edit } from '../workbook/edit.ts'
import { today } from '../workbook/day.ts'
import { dayText, type GuideIndex } from '../workbook/guide-index.ts'
import { isTooMuch, most } from '../workbook/limits.ts'
import { merge } from '../workbook/merge.ts'
import { pack, unpack } from '../workbook/pack.ts'
import { countAnswers, isEmpty, type Workbook } from '../workbook/workbook.ts'
import { areThings, differencesTable } from './differences.ts'
import { inWords } from '../workbook/in-words.ts'
import * as words from '../words/exchange.ts'

/** In what a file and this browser differ at the moment. */
export interface Compared {
  differences: Difference[]
  /** What adds the partners that are new here, by their ids. */
  added: ReadonlyMap<string, Edit>
  nameOf: (subject: string) => string | null
}

/** What one workbook can hold, in words. */
const mostOfAll = { partners: inWords(most.partners), entries: inWords(most.entries), rows: inWords(most.rows) }

/** What is being taken, of whatever file: one after the other. */
let taking: Promise<void> | null = null

/** Lists that stand open: what is taken from one file may be in another too. */
const open = new Set<Offer>()

/**
 * Shows in what a file differs and takes what was chosen. Another file, another tab or a hand may have written since the
 * list was drawn: what is here then is compared anew, and what is not as it was shown is left, and shown again.
 */
export class Offer {
  #done = false
  /** Where the whole workbook is offered by one press, the list is not there yet. */
  #listed = false
  readonly #byHand = new Map<string, boolean>()
  /** What was taken before, each with its way back. */
  readonly #receipts: HTMLElement[] = []

  /**
   * @param taken Told what was taken.
   * @param whole A workbook that an empty one makes way for.
   */
  constructor (
    private readonly place: HTMLElement, private readonly page: Page, private readonly index: GuideIndex,
    private readonly compare: () => Compared, private readonly taken: (chosen: readonly Difference[]) => void, private readonly whole?: Workbook
  ) {}

  /** Returns how many things differ. @param compared Where that took its time already. */
  show (focus: boolean, compared = this.compare()): number {
    const { differences, nameOf } = compared
    open.add(this)
    const whole = this.whole !== undefined && !this.#listed && isJustLater(this.whole, this.page.session.book, differences)
    if (whole) this.#drawWhole(this.whole, compared, focus)
    else this.#draw(differences, nameOf, differences.length, focus)
    return differences.length
  }

  /** Somebody's own file, later than what is here in all it says: one press opens it, and the list is there for who wants it. */
  #drawWhole (whole: Workbook, { differences, nameOf }: Compared, focus: boolean): void {
    this.#done = false
    const said = el('p', { tabindex: '-1' }, isEmpty(this.page.session.book) ? words.nothingHere : words.allLater({ count: differences.length }))
    const answers = words.answersIn({ count: countAnswers(whole), number: inWords(countAnswers(whole)) })
    this.place.replaceChildren(...this.#receipts, said, el('p', { class: 'btns' },
      button(words.openWhole({ answers, day: dayText(today(new Date(lastChange(whole)))) }), 'main', () => { this.#press(differences, differences.length) }),
      button(words.lookFirst, 'link', () => {
        this.#listed = true
        this.#draw(differences, nameOf, differences.length, true)
      })))
    if (focus) queueMicrotask(() => { if (said.isConnected) focusOn(said) })
  }

  /** Compares the other files anew, each in a turn of its own: a large one takes its time. */
  #refreshOthers (): void {
    for (const offer of open) if (offer !== this) setTimeout(() => { offer.#refresh() })
  }

  /** What somebody chose by hand stays chosen. */
  #refresh (): void {
    if (!this.place.isConnected) open.delete(this)
    else if (!this.#done) this.show(this.place.contains(document.activeElement))
  }

  #press (chosen: readonly Difference[], all: number): void {
    if (this.#done) return
    this.#done = true
    const take = async (): Promise<void> => { await this.#take(chosen, chosen.length === all) }
    const now = taking === null ? take() : taking.then(take)
    const ended = (): void => {
      if (taking === now) taking = null
      if (chosen.length > 0) this.#refreshOthers()
    }
    taking = now
    now.then(ended, ended)
  }

  /** @param all How many differ in the whole file. */
  #draw (differences: readonly Difference[], nameOf: Compared['nameOf'], all: number, focus: boolean, before?: string): void {
    this.#done = false
    const shown = { focus, byHand: this.#byHand, ...before !== undefined && { before } }
    this.place.replaceChildren(...this.#receipts, differencesTable(differences, this.index, chosen => { this.#press(chosen, all) }, nameOf, shown))
  }

  async #take (chosen: readonly Difference[], all: boolean): Promise<void> {
    const { page, whole } = this
    const { session } = page
    if (whole !== undefined && all && chosen.length > 0 && isEmpty(session.book)) {
      // A copy: the other takes in what is typed from now on.
      const taken = unpack(pack(whole))
      const written = await replace(session, present => {
        merge(whole, present)
        return whole
      })
      if (!written) {
        this.#done = false
        page.notice(words.notTaken)
        return
      }
      this.#finish(chosen, async () => {
        let left = session.book
        const back = await replace(session, present => left = without(present, taken))
        return back && !isEmpty(left) ? stayed : back
      })
      return
    }
    const { differences, added } = this.compare()
    const now = new Map(differences.map(difference => [difference.from, difference]))
    const same: Difference[] = []
    const other = new Set<string>()
    for (const { from, here } of chosen) {
      const difference = now.get(from)
      // What is not among them any more is here already.
      if (difference === undefined) continue
      if (difference.here === here) same.push(difference)
      else other.add(from)
    }
    const partners = [...new Set(same.map(difference => difference.subject))].flatMap(subject => added.get(subject) ?? [])
    const edits = [...partners, ...same.flatMap(difference => difference.edits)]
    if (isTooMuch(session.book, edits)) {
      this.#done = false
      page.notice(words.noRoom(mostOfAll))
      return
    }
    // All at once, with one way back.
    const undo = wayBack(session, session.change(edits))
    this.taken(same)
    const { differences: still, nameOf } = other.size === 0 ? { differences: [], nameOf: () => null } : this.compare()
    const again = still.filter(difference => other.has(difference.from))
    if (again.length === 0) {
      this.#finish(same, undo)
      return
    }
    if (same.length > 0) this.#receipt(same, undo)
    for (const { from } of again) this.#byHand.delete(from)
    this.#draw(again, nameOf, -1, true, words.lookAgain({ count: again.length }))
  }

  #finish (taken: readonly Difference[], undo?: Undo): void {
    open.delete(this)
    const text = this.#receipt(taken, undo)
    this.place.replaceChildren(...this.#receipts)
    focusOn(text)
  }

  /** Says what was taken, in the notice and here: the notice soon speaks of another file, or is gone. */
  #receipt (taken: readonly Difference[], undo?: Undo): HTMLElement {
    const count = taken.length
    const said = count === 0 ? words.nothingTaken : (areThings(taken) ? words.thingsTaken : words.answersTaken)({ count })
    const text = el('p', { tabindex: '-1' }, said)
    const box = el('div', {}, text)
    this.#receipts.push(box)
    if (taken.length === 0 || undo === undefined) return text
    let back: Promise<unknown> | null = null
    const takeBack = (): Promise<unknown> => back ??= Promise.resolve(undo()).then(done => {
      if (done === false) {
        back = null
        this.page.notice(words.notUndone)
        return done
      }
      const focused = press.contains(document.activeElement)
      press.remove()
      setText(text, typeof done === 'string' ? done : undone)
      this.#refreshOthers()
      if (focused) focusOn(text)
      return done
    })
    const press = el('p', { class: 'btns' }, button(undoIt, 'second', () => { void takeBack() }))
    box.append(press)
    this.page.notice(said, takeBack)
    return text
  }
}

/** Whether all that differs is later in the file: nothing here can be lost by taking the whole of it. */
function isJustLater (whole: Workbook, book: Workbook, differences: readonly Difference[]): boolean {
  return differences.length > 0 && (isEmpty(book) || (whole.id === book.id && differences.every(({ proposed }) => proposed)))
}

/** When somebody last changed an answer in it, in milliseconds since 1970. */
function lastChange (book: Workbook): number {
  let last = 0
  for (const { answers } of book.subjects.values()) for (const { at } of answers.values()) last = Math.max(last, at)
  for (const { at } of book.partners.values()) last = Math.max(last, at)
  return last
}
