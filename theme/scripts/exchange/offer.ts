import { button, el, focusOn } from '../page/dom.ts'
import type { Page, Undo } from '../page/page.ts'
import { replace } from '../storage/moving.ts'
import { stayed, undo as undoIt, undone } from '../words/frame.ts'
import { setText } from '../page/keeper.ts'
import { wayBack } from '../page/way-back.ts'
import type { Difference } from '../compare/difference.ts'
import { without } from '../workbook/cut-out.ts'
import type { Edit } from '../workbook/edit.ts'
import type { GuideIndex } from '../workbook/guide-index.ts'
import { isTooMuch, most } from '../workbook/limits.ts'
import { merge } from '../workbook/merge.ts'
import { pack, unpack } from '../workbook/pack.ts'
import { isEmpty, type Workbook } from '../workbook/workbook.ts'
import { areThings, differencesTable } from './differences.ts'
import { inWords } from './sentences.ts'
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

/**
 * Shows in what a file differs and takes what was chosen. Another file, another tab or a hand may have written since the
 * list was drawn: what is here then is compared anew, and what is not as it was shown is left, and shown again.
 */
export class Offer {
  #done = false
  /** What was taken before, each with its way back. */
  readonly #receipts: HTMLElement[] = []

  /**
   * @param taken Told what was taken.
   * @param whole A workbook that an empty one makes way for.
   */
  constructor (
    private readonly place: HTMLElement, private readonly page: Page, private readonly index: GuideIndex, private readonly threeWay: boolean,
    private readonly compare: () => Compared, private readonly taken: (chosen: readonly Difference[]) => void, private readonly whole?: Workbook
  ) {}

  /** Returns how many things differ. @param compared Where that took its time already. */
  show (focus: boolean, compared = this.compare()): number {
    const { differences, nameOf } = compared
    this.#draw(differences, nameOf, differences.length, focus)
    return differences.length
  }

  /** @param all How many differ in the whole file. */
  #draw (differences: readonly Difference[], nameOf: Compared['nameOf'], all: number, focus: boolean, before?: string): void {
    this.#done = false
    this.place.replaceChildren(...this.#receipts, differencesTable(differences, this.index, this.threeWay, chosen => {
      if (this.#done) return
      this.#done = true
      const take = async (): Promise<void> => { await this.#take(chosen, chosen.length === all) }
      const now = taking === null ? take() : taking.then(take)
      const ended = (): void => { if (taking === now) taking = null }
      taking = now
      now.then(ended, ended)
    }, nameOf, focus, before))
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
    this.#draw(again, nameOf, -1, true, words.lookAgain({ count: again.length }))
  }

  #finish (taken: readonly Difference[], undo?: Undo): void {
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
      if (focused) focusOn(text)
      return done
    })
    const press = el('p', { class: 'btns' }, button(undoIt, 'second', () => { void takeBack() }))
    box.append(press)
    this.page.notice(said, takeBack)
    return text
  }
}
