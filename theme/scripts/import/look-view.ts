import { button, el, focusOn, freeId } from '../page/dom.ts'
import type { Undo } from '../page/page.ts'
import { redraw } from '../page/redraw.ts'
import { wayBack } from '../page/way-back.ts'
import { counted, inWords, listOf } from '../workbook/in-words.ts'
import { most } from '../workbook/limits.ts'
import { undo as undoIt, undone } from '../words/frame.ts'
import { columnsView } from './columns-view.ts'
import type { Looking } from './lists/looking.ts'
import type { Outcome } from './lists/outcome.ts'
import { RowsView } from './rows-view.ts'
import type { Where } from './where.ts'
import { lossesView, readingsView, type Leads } from './told-view.ts'
import { focusOnWord, wordsView } from './words-view.ts'
import * as words from '../words/import.ts'

/** Where the way leads from here. */
interface Ways {
  /** Back to where rows are asked for. */
  other: () => void
  /** Told that the rows were taken. */
  taken: () => void
  close: () => void
  /** Puts what was pasted into the field after all. */
  asText?: () => void
}

/** From how many rows on the way to take them stands below them too. */
const manyRows = 12

const kinds = ['new', 'change', 'same', 'out'] as const

/** Shows what would happen with a list, and takes just that. */
export class LookView {
  readonly #sum = el('p', { class: 'bring__sum', role: 'status' })
  readonly #acts = el('div')
  readonly #parts = el('div')
  readonly #stem = freeId('look')
  readonly #rows: RowsView
  readonly #leads: Leads = {
    word: (column, key) => { focusOnWord(this.looking, `${this.#stem}-word`, column, key) },
    rows: () => { this.#rows.showToLookAt() },
    column: index => {
      this.#fold.open = true
      document.getElementById(`${this.#stem}-col-${index}`)?.focus()
    }
  }

  #fold = el('details')
  /** Whether the columns are shown: at first where somebody should look at them. */
  #columnsOpen: boolean | undefined

  /** @param level Of the headings below. */
  constructor (private readonly box: HTMLElement, private readonly looking: Looking, private readonly where: Where, private readonly level: number, private readonly ways: Ways) {
    this.#rows = new RowsView(looking, `${this.#stem}-row`, level, () => { this.again() })
    box.replaceChildren(this.#sum, this.#acts, this.#parts)
    this.#draw()
  }

  /** After a choice, or for another partner: all of it is worked out anew, and the focus stays. */
  again (): void {
    // What was taken is not looked at any more.
    if (!this.#sum.isConnected) return
    const stay = this.#rows.whereFocusIs()
    redraw(this.box, () => { this.#draw() })
    // Its control may be gone, and its row too.
    if (document.activeElement === this.box) stay?.()
  }

  #look (): void {
    this.looking.look(this.where.page.session.book, this.where.subject(false))
  }

  #draw (before = ''): void {
    this.#look()
    const { looking, ways } = this
    const { outcomes, grids } = looking
    const losses = lossesView(looking, this.#leads)
    const taken = outcomes.filter(takes)
    const sums = kinds.flatMap(kind => {
      const count = outcomes.filter(outcome => outcome.kind === kind).length
      return count === 0 ? [] : [words.sums[kind](counted(count))]
    })
    const said = [before, words.rows(counted(outcomes.length)), sums.length === 0 ? '' : words.willDo({ parts: listOf(sums) })].filter(text => text !== '').join(' ')
    // What is said already is not said again.
    if (this.#sum.textContent !== said) this.#sum.textContent = said
    const full = outcomes.some(({ why }) => why === 'full')
    const take = (): HTMLElement => {
      const made = button(taken.length === 0 ? words.takeNone : words.take(counted(taken.length)), 'main', () => { this.#take(taken.length) })
      // Who comes to the button by keyboard hears what is lost, too.
      if (losses.length > 0) made.setAttribute('aria-describedby', `${this.#stem}-losses`)
      if (taken.length === 0) made.setAttribute('aria-disabled', 'true')
      return made
    }
    this.#acts.replaceChildren(el('div', { id: `${this.#stem}-losses` }, ...losses), ...readingsView(looking, this.#leads),
      el('p', { class: 'btns' }, take(), button(words.otherRows, 'second', ways.other), ...ways.asText === undefined ? [] : [button(words.asText, 'second', ways.asText)], button(words.close, 'link', ways.close)),
      el('p', { class: 'small quiet' }, words.promise, ...full ? [` ${words.full({ rows: inWords(most.rows), entries: inWords(most.entries) })}`] : []))
    this.#parts.replaceChildren(...grids.length < 2 ? [] : this.#sheets(), this.#columns(), ...wordsView(looking, `${this.#stem}-word`, this.level, () => { this.again() }), this.#rows.draw(),
      // Who has gone through many rows is at their end, far from what was said above them.
      ...outcomes.length > manyRows ? [...lossesView(looking, this.#leads), el('p', { class: 'btns' }, take(), button(words.close, 'link', ways.close))] : [])
  }

  #sheets (): HTMLElement[] {
    const { looking } = this
    const hidden = looking.grids.filter(grid => grid.hidden === true)
    const seen = looking.grids.flatMap((grid, i) => grid.hidden === true || grid.lines.length === 0 ? [] : [{ grid, i }])
    const id = `${this.#stem}-sheet`
    const choice = el('select', { class: 'govuk-select', id }, ...seen.map(({ grid, i }) => el('option', { value: String(i), selected: i === looking.sheet }, grid.name)))
    choice.addEventListener('change', () => {
      looking.chooseSheet(Number(choice.value))
      this.#columnsOpen = undefined
      this.#rows.showAll()
      this.again()
    })
    return [el('div', { class: 'bring__field' },
      ...seen.length < 2 ? [] : [el('label', { class: 'govuk-label', for: id }, words.sheet), choice],
      ...hidden.length === 0 ? [] : [el('p', { class: 'small quiet' }, words.hiddenSheets({ count: hidden.length, names: listOf(hidden.map(({ name }) => name)) }))])]
  }

  #columns (): HTMLElement {
    const { columns, own } = this.looking.matching
    const matched = columns.filter(({ target }) => target !== '').length
    const fold = el('details', { class: 'fold' }, el('summary', { id: `${this.#stem}-columns` }, words.columnsTitle, ' ',
      el('span', { class: 'small quiet' }, words.columnsOf({ matched: inWords(matched), all: inWords(columns.length) }))),
    columnsView(this.looking, `${this.#stem}-col`, () => { this.again() }))
    fold.open = this.#columnsOpen ??= !own
    fold.addEventListener('toggle', () => { this.#columnsOpen = fold.open })
    this.#fold = fold
    return fold
  }

  /** Takes what is shown. Where the table was changed meanwhile, nothing is taken and it is shown anew. */
  #take (shown: number): void {
    if (shown === 0) return
    const { page, subject } = this.where
    const whom = subject(true)
    if (whom === null) return
    const { session } = page
    const { looking } = this
    const signature = looking.signature()
    this.#look()
    if (looking.signature() !== signature) {
      redraw(this.box, () => { this.#draw(words.changedSince) })
      focusOn(this.#sum)
      return
    }
    const edits = looking.edits(session.book, whom, session.clock.next())
    const undo = wayBack(session, session.change(edits))
    if (undo === undefined) {
      page.notice(words.notTaken)
      return
    }
    const first = edits.find(edit => edit.kind === 'answer')
    this.#finish(looking.outcomes, undo, first?.kind === 'answer' ? first.field : undefined)
  }

  /** Says what was taken, here and in the notice, each with the one way back. */
  #finish (outcomes: readonly Outcome[], undo: Undo, first?: string): void {
    const { page } = this.where
    const count = outcomes.filter(({ kind }) => kind === 'new').length
    const changed = outcomes.filter(({ kind }) => kind === 'change').length
    const said = [...count === 0 ? [] : [words.taken(counted(count))], ...changed === 0 ? [] : [words.takenChanged(counted(changed))]].join(' ')
    const text = el('p', { class: 'bring__sum', tabindex: '-1' }, said)
    const press = button(undoIt, 'second', () => { void takeBack() })
    let back: Promise<unknown> | null = null
    const takeBack = (): Promise<unknown> => back ??= Promise.resolve(undo()).then(done => {
      if (!text.isConnected) return done
      const focused = press === document.activeElement
      press.remove()
      see.remove()
      text.textContent = typeof done === 'string' ? done : undone
      if (focused) focusOn(text)
      return done
    })
    const see = first === undefined ? el('span') : el('a', { href: `#${first}` }, words.seeFirst)
    this.ways.taken()
    this.box.replaceChildren(text, el('p', { class: 'btns' }, press, see, button(words.otherRows, 'link', this.ways.other), button(words.done, 'link', this.ways.close)))
    focusOn(text)
    stayInView(text, this.where.table)
    page.notice(said, takeBack)
  }
}

/** Keeps what has the focus in view while many rows come into the table before it; until somebody does something. */
function stayInView (text: HTMLElement, table: HTMLElement): void {
  const watch = new ResizeObserver(() => { text.scrollIntoView({ block: 'nearest' }) })
  const signs = ['keydown', 'pointerdown', 'wheel', 'focusin']
  const stop = (): void => {
    watch.disconnect()
    for (const sign of signs) removeEventListener(sign, stop)
  }
  for (const sign of signs) addEventListener(sign, stop, { passive: true })
  watch.observe(table)
}

function takes ({ kind }: Outcome): boolean {
  return kind === 'new' || kind === 'change'
}
