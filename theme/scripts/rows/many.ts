import { button, el, freeId, hidden } from '../page/dom.ts'
import { whenGone } from '../page/when-gone.ts'
import { wayBack } from '../page/way-back.ts'
import type { Edit } from '../workbook/edit.ts'
import { hasLines } from '../workbook/field-kind.ts'
import type { FieldDefinition, TableDefinition } from '../workbook/guide.ts'
import { counted, inWords } from '../workbook/in-words.ts'
import { isTooMuch, longestTyped, most } from '../workbook/limits.ts'
import { columnWith } from '../workbook/roles.ts'
import { removeRows } from '../workbook/rows.ts'
import { presentRows, shapeOf } from '../workbook/table-rows.ts'
import { oneLine } from '../workbook/text.ts'
import { rowNumber } from '../workbook/row-key.ts'
import { ofWhat, yes } from '../words/frame.ts'
import { field } from '../words/common.ts'
import * as words from '../words/rows.ts'
import { manyEdits } from './edits.ts'
import { Picks } from './picks.ts'
import type { Sift } from './sift.ts'
import type { TendedTable } from './tended.ts'

/** Changes one column of many rows at once, or removes them. */
export class Many {
  readonly element: HTMLElement
  readonly #open: HTMLButtonElement
  readonly #status = el('p', { role: 'status' })
  readonly #column: HTMLSelectElement
  readonly #value = el('div')
  readonly #acts = el('p', { class: 'btns' })
  readonly #picks = new Picks()
  readonly #columns: FieldDefinition[]
  /** Rows come and go, also bit by bit. */
  readonly #watch = new MutationObserver(() => { this.#boxes() })

  constructor (private readonly tended: TendedTable, private readonly table: TableDefinition, private readonly sift: Sift) {
    const name = columnWith(table, 'name')
    // A name is one row's own, and so is a longer text.
    this.#columns = table.columns.filter(column => column !== name && !hasLines(column.kind))
    const id = freeId('many')
    this.#column = el('select', { class: 'govuk-select', id: `${id}-column` }, ...this.#columns.map(column => el('option', { value: column.id }, column.label)))
    this.#column.addEventListener('change', () => { this.#askValue(id) })
    this.#open = button(words.many, 'link', () => { this.#toggle(true) })
    this.#open.append(hidden(ofWhat({ what: table.label })))
    this.element = el('section', { class: 'many', 'aria-labelledby': id, hidden: true }, el('p', { class: 'quick__title', id }, words.manyTitle), el('p', { class: 'small quiet' }, words.manyHint), this.#status,
      el('p', { class: 'btns' }, button(words.pickAll, 'link', () => { this.#pickAll(true) }), button(words.pickNone, 'link', () => { this.#pickAll(false) })),
      el('div', { class: 'many__line' }, el('div', {}, el('label', { class: 'govuk-label', for: this.#column.id }, words.column), this.#column), this.#value), this.#acts)
    this.element.addEventListener('keydown', event => { if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault() })
    this.#askValue(id)
    if (this.#columns.length > 0) sift.add(this.#open)
    tended.table.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLInputElement) || target.dataset['pickRow'] === undefined) return
      if (target.checked) this.#picked.add(target.dataset['pickRow'])
      else this.#picked.delete(target.dataset['pickRow'])
      this.#say()
    })
    // Boxes bear the names of rows, and rows of another partner have the same keys.
    sift.follow(() => { if (!this.element.hidden) this.#boxes() })
    whenGone(tended.page.session, () => { if (!this.element.hidden) this.#toggle(false) })
  }

  get #picked (): Set<string> {
    return this.#picks.of(this.tended.subject(false))
  }

  #toggle (open: boolean): void {
    const isHere = open || this.element.contains(document.activeElement)
    this.element.hidden = !open
    this.#open.hidden = open
    this.tended.table.classList.toggle('is-picking', open)
    this.#picked.clear()
    if (open) this.#watch.observe(this.tended.table, { childList: true, subtree: true, attributes: true, attributeFilter: ['hidden'] })
    else this.#watch.disconnect()
    for (const box of this.tended.table.querySelectorAll('.pick')) box.remove()
    if (open) this.#boxes()
    this.#say()
    if (isHere) (open ? this.element.querySelector<HTMLElement>('button') : this.#open)?.focus()
  }

  /** A box in each row that is shown and says something; rows that went are not chosen any more. */
  #boxes (): void {
    const { sift, table, tended } = this
    const picked = this.#picked
    const shown = new Set(sift.shown)
    for (const key of picked) if (!shown.has(key)) picked.delete(key)
    const name = columnWith(table, 'name')?.id ?? ''
    const names = new Map(presentRows(tended.page.session.book, tended.subject(false), table).map(row => [row.key, row.values.get(name) ?? '']))
    for (const row of tended.table.querySelectorAll<HTMLTableRowElement>('tr[data-row]')) {
      const key = row.dataset['row'] ?? ''
      const box = row.querySelector('.pick')
      if (!shown.has(key)) {
        box?.remove()
        continue
      }
      const said = names.get(key) ?? ''
      const label = words.pickRow({ row: said === '' ? field.row({ number: String(rowNumber(key)) }) : said })
      if (box === null) row.cells[0]?.prepend(el('label', { class: 'opt pick' }, el('input', { type: 'checkbox', value: '', 'data-pick-row': key, checked: picked.has(key) }), hidden(label)))
      else {
        box.querySelector('input')!.checked = picked.has(key)
        if (box.textContent !== label) box.lastElementChild!.textContent = label
      }
    }
    this.#say()
  }

  #pickAll (picked: boolean): void {
    const all = this.#picked
    for (const key of this.sift.shown) {
      if (picked) all.add(key)
      else all.delete(key)
    }
    this.#boxes()
  }

  #say (): void {
    const count = this.#picked.size
    const text = words.picked(counted(count))
    if (this.#status.textContent === text && this.#acts.childElementCount > 0) return
    this.#status.textContent = text
    const acts = [
      ...count === 0 ? [] : [button(words.apply(counted(count)), 'main', () => { this.#apply() }), button(words.remove(counted(count)), 'second', () => { this.#remove() })],
      button(words.done, 'link', () => { this.#toggle(false) })
    ]
    this.#acts.replaceChildren(...acts)
  }

  /** The field for what the column becomes. */
  #askValue (stem: string): void {
    const column = this.#columns.find(({ id }) => id === this.#column.value)
    if (column === undefined) return
    const id = `${stem}-value`
    this.#value.replaceChildren(el('label', { class: 'govuk-label', for: id }, words.value), control(column, id))
  }

  #apply (): void {
    const column = this.#columns.find(({ id }) => id === this.#column.value)
    const whom = this.tended.subject(false)
    const control = this.#value.querySelector<HTMLInputElement | HTMLSelectElement>('input, select')
    if (column === undefined || whom === null || control === null) return
    const { book } = this.tended.page.session
    const picked = this.#picked
    const rows = presentRows(book, whom, this.table).filter(({ key }) => picked.has(key))
    const edits = manyEdits(rows, whom, this.table, column, oneLine(control.value).trim())
    if (isTooMuch(book, edits)) {
      this.tended.page.notice(words.manyFull({ most: inWords(most.entries) }))
      return
    }
    this.#change(edits, edits.length, words.applied)
  }

  #remove (): void {
    const whom = this.tended.subject(false)
    if (whom === null) return
    const { book } = this.tended.page.session
    const keys = [...this.#picked]
    this.#change(removeRows(book, whom, shapeOf(this.table), keys), keys.length, words.removed)
  }

  #change (edits: readonly Edit[], count: number, said: typeof words.applied): void {
    const { page } = this.tended
    if (edits.length === 0) {
      page.notice(words.alreadySo)
      return
    }
    const undo = wayBack(page.session, page.session.change(edits))
    page.notice(said(counted(count)), undo)
    this.#boxes()
    if (!this.element.contains(document.activeElement)) this.element.querySelector<HTMLElement>('button')?.focus()
  }
}

function control (column: FieldDefinition, id: string): HTMLElement {
  switch (column.kind) {
    case 'choice': return el('select', { class: 'govuk-select', id }, el('option', { value: '' }, words.empty), ...(column.options ?? []).map(option => el('option', { value: option.id }, option.label)))
    case 'check': return el('select', { class: 'govuk-select', id }, el('option', { value: '' }, words.empty), el('option', { value: 'yes' }, yes))
    case 'date': return el('input', { class: 'govuk-input govuk-input--date', type: 'date', id, autocomplete: 'off' })
    case 'text':
    case 'long': return el('input', { class: 'govuk-input', type: 'text', id, autocomplete: 'off', maxlength: String(longestTyped) })
  }
}
