import { afterPause, button, el, freeId } from '../page/dom.ts'
import { rowWanted } from '../page/reveal.ts'
import { whenGone } from '../page/when-gone.ts'
import { wayBack } from '../page/way-back.ts'
import { today } from '../workbook/day.ts'
import type { FieldDefinition, TableDefinition } from '../workbook/guide.ts'
import { inWords } from '../workbook/in-words.ts'
import { placeRows } from '../workbook/rows.ts'
import { presentRows, shapeOf, type PresentRow } from '../workbook/table-rows.ts'
import * as words from '../words/rows.ts'
import { arranged, filterColumns, hasTime, isAsking, isTimeToLook, saidIn, sortColumns, type Search } from './arrange.ts'
import type { TendedTable } from './tended.ts'

/** From how many rows on somebody is helped by looking for some of them. */
const many = 8

/** Said of what is said nowhere: no answer is so. */
const nowhere = '\0'

/** Search, filters and order of a table's rows: a view, which changes no row. */
export class Sift {
  readonly element: HTMLElement
  readonly #search = el('input', { class: 'govuk-input', type: 'search', id: freeId('sift-search'), autocomplete: 'off' })
  readonly #filters: { column: FieldDefinition, choice: HTMLSelectElement }[]
  readonly #again = el('input', { type: 'checkbox', value: '' })
  readonly #againWords = el('span')
  readonly #by: HTMLSelectElement
  readonly #status = el('p', { class: 'small quiet', role: 'status' })
  readonly #acts = el('span', { class: 'sift__acts' })
  /** What else stands beside what is shown. */
  readonly #beside = el('span', { class: 'sift__acts' })
  #rows: PresentRow[] = []
  #follow = (): void => {}

  constructor (private readonly tended: TendedTable, private readonly table: TableDefinition) {
    const id = freeId('sift')
    this.#filters = filterColumns(table).map(column => ({ column, choice: el('select', { class: 'govuk-select', id: `${id}-${column.id}` }) }))
    this.#by = el('select', { class: 'govuk-select', id: `${id}-by` }, el('option', { value: '' }, words.asStored), ...sortColumns(table).map(column => el('option', { value: column.id }, column.label)))
    const field = (label: string, control: HTMLElement): HTMLElement => el('div', {}, el('label', { class: 'govuk-label', for: control.id }, label), control)
    const fold = el('details', { class: 'govuk-details sift__more' }, el('summary', {}, words.filter), el('div', { class: 'sift__row' },
      ...this.#filters.map(({ column, choice }) => field(column.label, choice)), field(words.sort, this.#by),
      ...hasTime(table) ? [el('label', { class: 'opt' }, this.#again, this.#againWords)] : []))
    // Where there is room, nothing is folded.
    const wide = matchMedia('(min-width: 48em)')
    fold.open = wide.matches
    wide.addEventListener('change', () => { fold.open ||= wide.matches })
    this.element = el('div', { class: 'sift', role: 'search', 'aria-label': words.siftOf({ table: table.label }), hidden: true },
      el('div', { class: 'sift__search' }, field(words.search, this.#search)), fold, el('div', { class: 'sift__said' }, this.#status, this.#acts, this.#beside))
    const look = afterPause(() => { this.look() }, 150)
    this.#search.addEventListener('input', look)
    this.#search.addEventListener('keydown', event => { if (event.key === 'Enter') event.preventDefault() })
    for (const control of [...this.#filters.map(({ choice }) => choice), this.#by, this.#again]) control.addEventListener('change', () => { this.look() })
    const count = afterPause(() => { this.#count() }, 300)
    tended.page.session.listen(change => { if (change !== 'status') count() })
    // Other people's rows are looked for anew.
    tended.page.partner.listen(() => {
      if (this.isAsking) this.look()
      else this.#count()
    })
    whenGone(tended.page.session, () => { this.#askNothing() })
    tended.table.addEventListener(rowWanted, () => { if (this.isAsking) this.#tell() })
    this.#count()
  }

  /** Puts something beside what is said of the rows. */
  add (...nodes: HTMLElement[]): void {
    this.#beside.append(...nodes)
  }

  /** Tells whenever rows may have changed, or which of them are shown. */
  follow (told: () => void): void {
    this.#follow = told
  }

  /** Keys of the rows that are shown and say something. */
  get shown (): string[] {
    const made = this.tended.rows()
    return this.#rows.filter(row => !row.isEmpty && made.get(row.key)?.hidden !== true).map(({ key }) => key)
  }

  /** Whether rows are left out, or stand in another order than they are stored. */
  get isAsking (): boolean {
    const search = this.#asked()
    return isAsking(search) || search.by !== ''
  }

  #asked (): Search {
    return {
      words: this.#search.value, again: this.#again.checked, by: this.#by.value,
      says: new Map(this.#filters.flatMap(({ column, choice }) => choice.value === '' ? [] : [[column.id, choice.value === nowhere ? '' : choice.value]]))
    }
  }

  /** Shows the rows that are asked for now. */
  look (): void {
    this.#rows = this.#listed()
    const { isAsking } = this
    this.tended.arrange(isAsking ? { shown: arranged(this.#rows, this.table, this.#asked(), today()), known: this.#rows.map(({ key }) => key) } : null)
    this.#tell(this.#rows)
  }

  /** Says here and to whoever listens which rows are shown. */
  #tell (rows = this.#listed()): void {
    this.#count(rows)
    this.tended.table.dispatchEvent(new CustomEvent('toolkit:rows', { bubbles: true, detail: { shown: this.isAsking ? this.shown : null } }))
  }

  showAll (): void {
    this.#askNothing()
    this.#search.focus()
  }

  #askNothing (): void {
    this.#search.value = ''
    this.#again.checked = false
    for (const choice of [...this.#filters.map(({ choice }) => choice), this.#by]) choice.value = ''
    this.look()
  }

  #listed (): PresentRow[] {
    const { page, subject } = this.tended
    return presentRows(page.session.book, subject(false), this.table)
  }

  /** Says how many are shown, and what can be asked for: rows come and go. */
  #count (rows = this.#listed()): void {
    this.#rows = rows
    const said = this.#rows.filter(row => !row.isEmpty)
    const { isAsking } = this
    this.element.hidden = said.length < many && !isAsking
    for (const { column, choice } of this.#filters) this.#offer(column, choice, said)
    const now = today()
    this.#againWords.textContent = words.again({ number: inWords(said.filter(row => isTimeToLook(row, this.table, now)).length) })
    const { length } = this.shown
    const text = !isAsking || length === said.length ? words.shownAll({ count: said.length, number: inWords(said.length) }) : length === 0 ? words.noneFound : words.shownOf({ shown: inWords(length), all: inWords(said.length) })
    if (this.#status.textContent !== text) this.#status.textContent = text
    this.#follow()
    const sorted = this.#by.value !== '' && length === said.length
    const wanted = isAsking ? (sorted ? 'both' : 'all') : ''
    if (this.#acts.dataset['acts'] === wanted) return
    this.#acts.dataset['acts'] = wanted
    this.#acts.replaceChildren(...isAsking ? [button(words.showAll, 'link', () => { this.showAll() })] : [], ...sorted ? [' ', button(words.keepOrder, 'link', () => { this.#keep() })] : [])
  }

  /** What a filter offers: the options of a choice, or what stands in a column of text. */
  #offer (column: FieldDefinition, choice: HTMLSelectElement, rows: readonly PresentRow[]): void {
    const options = column.options?.map(({ id, label }) => [id, label] as const) ?? saidIn(rows, column.id).map(text => [text, text] as const)
    const all = [['', words.any] as const, ...options, [nowhere, words.notSaid] as const]
    if (choice.options.length === all.length && all.every(([value], i) => choice.options[i]!.value === value)) return
    const { value } = choice
    choice.replaceChildren(...all.map(([value, label]) => el('option', { value }, label)))
    choice.value = all.some(([other]) => other === value) ? value : ''
    // Nothing to choose from is no filter.
    choice.parentElement!.hidden = options.length === 0
  }

  /** Stores the order in which the rows are shown. */
  #keep (): void {
    const { page, subject } = this.tended
    const whom = subject(false)
    if (whom === null) return
    const order = arranged(this.#listed(), this.table, this.#asked(), today())
    const undo = wayBack(page.session, page.session.change(placeRows(page.session.book, whom, shapeOf(this.table), order)))
    this.#by.value = ''
    this.look()
    this.#search.focus()
    page.notice(words.orderKept, undo)
  }
}
