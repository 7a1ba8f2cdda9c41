import { button, el, focusOn, goOnWriting, hidden } from '../page/dom.ts'
import { isControl, type Control } from '../page/controls.ts'
import type { Page } from '../page/page.ts'
import { aboutToPrint } from '../page/print.ts'
import { rowWanted } from '../page/reveal.ts'
import { wayBack } from '../page/way-back.ts'
import { isPastedList } from '../workbook/pasted.ts'
import { addRow, copyRow, keyNow, moveRow, removeRow, rowKeys, seenRow, type SeenRow, type TableShape } from '../workbook/rows.ts'
import { rowNumber } from '../workbook/row-key.ts'
import { RowTemplate } from './row-template.ts'
import * as common from '../words/common.ts'
import * as talk from '../words/fields.ts'
import { failed, ofWhat } from '../words/frame.ts'

/** How long rows are made in one go, in milliseconds: a key in between is answered at once. */
const stretch = 12
/** How many rows come into the page at once, first and later: each time the browser lays it out anew. */
const firstRows = 6
const manyRows = 250
/** How many stand in a group. */
const groupRows = 10

/** A table to which people add rows. The page's own rows are complete without script; others are made from its template. */
export class GrowingTable {
  readonly #shape: TableShape
  readonly #template: RowTemplate
  /** Below the table; something else may come between. */
  readonly #buttons = el('p', { class: 'btns' })
  /** The row that has the focus, as it was when the focus came. */
  #at: SeenRow | null = null
  /** Which rows are shown first and in which order, and which of the others are not shown; null for all as they are stored. */
  #view: { shown: readonly string[], hidden: Set<string> } | null = null
  /** Makes the rows that are still missing; stopped where they are shown anew. */
  #making: ReturnType<typeof setTimeout> | undefined

  /** @param changed Told of each row that is made, before it stands in the page, and of each that is taken away. */
  constructor (
    private readonly table: HTMLTableElement,
    private readonly page: Page,
    private readonly subject: (make: boolean) => string | null,
    private readonly changed: (row: HTMLTableRowElement, came: boolean) => void
  ) {
    if (table.tBodies.length === 0) table.createTBody()
    const template = table.querySelector<HTMLTemplateElement>('template[data-row-template]') ??
      table.parentElement?.querySelector<HTMLTemplateElement>('template[data-row-template]')
    this.#shape = {
      id: table.dataset['table'] ?? '',
      blankKeys: this.#rows().map(row => row.dataset['row'] ?? ''),
      canGrow: true
    }
    table.tHead?.rows[0]?.append(el('th', { scope: 'col', class: 'acts' }, hidden(talk.rowActions)))
    for (const row of this.#rows()) row.append(actions(String(rowNumber(row.dataset['row'] ?? ''))))
    this.#template = new RowTemplate(template?.content.querySelector('tr') ?? null, actions('ROW'))
    table.addEventListener('click', event => { this.#act(event.target) })
    table.addEventListener('focusin', event => { this.#noteRow(event.target) })
    table.addEventListener(rowWanted, event => { this.#reveal(event.target) })
    const add = button(talk.addRow, 'second', () => { this.#add() })
    add.classList.add('govuk-button--small')
    add.append(hidden(ofWhat({ what: table.caption?.textContent?.trim() ?? '' })))
    add.dataset['addRow'] = ''
    const bring = button(talk.bringList, 'second', () => { this.#bring() })
    bring.append(hidden(ofWhat({ what: table.caption?.textContent?.trim() ?? '' })))
    bring.classList.add('govuk-button--small')
    bring.dataset['bring'] = ''
    table.addEventListener('paste', event => { this.#pasted(event) })
    this.#buttons.append(add, bring)
    table.after(this.#buttons)
    // A table with choices is one of which somebody looks for some rows.
    if (template?.content.querySelector('select') != null) this.#tendWhenNear()
    // Before what else prepares the page for paper.
    addEventListener(aboutToPrint, () => { this.show(true) })
  }

  /**
   * Shows the rows that the workbook has, in its order; rows that stay keep their controls and the focus. Many new ones are
   * made bit by bit.
   */
  show (atOnce = false): void {
    clearTimeout(this.#making)
    const moved = this.#movedFocus()
    if (moved !== null) atOnce = true
    const keys = this.#shown()
    const present = new Map(this.#rows().map(row => [row.dataset['row'] ?? '', row]))
    const kept = new Set(keys)
    for (const [key, row] of present) {
      if (kept.has(key)) continue
      if (row.contains(document.activeElement)) this.#focusButton(this.#rows().indexOf(row), '[data-add-row]')
      row.remove()
      present.delete(key)
      this.changed(row, false)
    }
    let next = this.#rows()[0] ?? null
    let done = 0
    let ready: HTMLTableRowElement[] = []
    const work = (most: number): void => {
      const end = performance.now() + stretch
      while (done < keys.length && ready.length < most && (atOnce || performance.now() < end)) {
        const key = keys[done++]!
        const row = present.get(key) ?? this.#make(key)
        if (row === null) continue
        row.hidden = this.#view?.hidden.has(key) === true
        ready.push(row)
      }
      if (done < keys.length && ready.length < most) {
        this.#making = setTimeout(work, 0, most)
        return
      }
      for (const row of ready) {
        if (row === next) next = rowAfter(next)
        else if (next !== null) next.before(row)
        else this.#lastGroup().append(row)
      }
      ready = []
      if (done < keys.length) work(manyRows)
    }
    work(atOnce ? Infinity : firstRows)
    moved?.()
  }

  #noteRow (target: EventTarget | null): void {
    const key = target instanceof Element ? target.closest('tr')?.dataset['row'] : undefined
    const subject = this.subject(false)
    this.#at = key === undefined || subject === null ? null : seenRow(this.page.session.book, subject, this.#shape.id, key)
  }

  /**
   * Where another tab added a row at the same moment, and the row that has the focus took another key: what brings the
   * focus after it, so that nobody goes on writing in the other one's row.
   */
  #movedFocus (): (() => void) | null {
    const focus = document.activeElement
    const subject = this.subject(false)
    const at = this.#at
    if (at === null || subject === null || focus === null || this.#row(at.key)?.contains(focus) !== true) return null
    const key = keyNow(this.page.session.book, subject, this.#shape.id, at)
    if (key === at.key) return null
    const same = focus instanceof HTMLElement && focus.dataset['act'] !== undefined
      ? `[data-act="${focus.dataset['act']}"]`
      : `[name="${(focus.getAttribute('name') ?? '').replace(`.${at.key}.`, `.${key}.`)}"]`
    return () => {
      const now = this.#row(key)?.querySelector<HTMLElement>(same)
      if (now == null) return
      now.closest('details')?.setAttribute('open', '')
      goOnWriting(focus, now)
    }
  }

  /** A row with its answers. It is filled in before it stands in the page: that is far quicker. */
  #make (key: string): HTMLTableRowElement | null {
    const row = this.#template.make(key)
    if (row !== null) this.changed(row, true)
    return row
  }

  #keys (): readonly string[] {
    const subject = this.subject(false)
    return subject === null ? this.#shape.blankKeys : rowKeys(this.page.session.book, subject, this.#shape)
  }

  /** The keys in the order in which they are shown; those that came after the view was asked for stand at its end. */
  #shown (): readonly string[] {
    const keys = this.#keys()
    if (this.#view === null) return keys
    const there = new Set(keys)
    const first = this.#view.shown.filter(key => there.has(key))
    const placed = new Set(first)
    return [...first, ...keys.filter(key => !placed.has(key))]
  }

  /**
   * What helps with many rows comes once the table is about to come into view, so that it moves nothing that somebody sees, or once
   * somebody is in its form: who goes by Tab meets it on the way.
   */
  #tendWhenNear (): void {
    const { table, page } = this
    const form = table.closest<HTMLElement>('.instrument')
    const begin = (): void => {
      watch.disconnect()
      form?.removeEventListener('focusin', begin)
      table.ariaBusy = 'true'
      page.load('rows').then(async ({ tend }) => { await tend(this.#tended()) }).catch(console.error).finally(() => { table.ariaBusy = null })
    }
    const watch = new IntersectionObserver(entries => { if (entries.some(entry => entry.isIntersecting)) begin() }, { rootMargin: '1200px' })
    watch.observe(table)
    form?.addEventListener('focusin', begin)
  }

  /** What other scripts may do with the table. */
  #tended () {
    const { table, page, subject } = this
    return {
      table, page, subject, bring: () => { this.#bring() }, rows: () => new Map(this.#rows().map(row => [row.dataset['row'] ?? '', row])),
      arrange: (view: { shown: readonly string[], known: readonly string[] } | null): void => {
        const shown = new Set(view?.shown)
        this.#view = view === null ? null : { shown: view.shown, hidden: new Set(view.known.filter(key => !shown.has(key))) }
        table.classList.toggle('is-arranged', view !== null)
        this.show(true)
      }
    }
  }

  /** Of rows that somebody does not want to see now, this one is wanted. */
  #reveal (target: EventTarget | null): void {
    const row = target instanceof Element ? target.closest('tr') : null
    if (row === null) return
    this.#view?.hidden.delete(row.dataset['row'] ?? '')
    row.hidden = false
  }

  #rows (): HTMLTableRowElement[] {
    return [...this.table.tBodies].flatMap(group => [...group.rows]).filter(row => row.dataset['row'] !== undefined)
  }

  /** Where the next row goes: rows stand in groups, and browsers pass over whole groups that are out of view. */
  #lastGroup (): HTMLElement {
    const last = [...this.table.tBodies].at(-1)!
    const full = last.rows.length >= groupRows
    if (!full) return last
    const group = el('tbody', { role: 'rowgroup' })
    last.after(group)
    return group
  }

  #act (target: EventTarget | null): void {
    const pressed = target instanceof Element ? target.closest<HTMLElement>('[data-act]') : null
    const key = pressed?.closest('tr')?.dataset['row']
    if (pressed === null || key === undefined) return
    const act = pressed.dataset['act']
    if (act === 'remove') this.#remove(key)
    else if (act === 'copy') this.#copy(key)
    else this.#move(key, act === 'up' ? -1 : 1)
  }

  #add (): void {
    const subject = this.subject(true)
    if (subject === null) return
    const { session } = this.page
    const { key, edits } = addRow(session.book, subject, this.#shape, session.clock.next())
    session.change(edits)
    this.show(true)
    this.#row(key)?.querySelector<HTMLElement>('input, select, textarea')?.focus()
  }

  /** A list that is pasted into a field is looked through, whatever row and column it is. */
  #pasted (event: ClipboardEvent): void {
    const field = event.target
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (!isControl(field) || !isPastedList(text, !(field instanceof HTMLTextAreaElement))) return
    event.preventDefault()
    this.#bring({ text, field })
  }

  #bring (pasted?: { text: string, field: Control }): void {
    const { table, page, subject } = this
    page.load('import').then(async ({ bring }) => { await bring({ table, page, subject, buttons: this.#buttons }, pasted) }).catch((error: unknown) => {
      console.error(error)
      page.notice(failed)
    })
  }

  #copy (from: string): void {
    const subject = this.subject(true)
    if (subject === null) return
    const { session } = this.page
    const { key, edits } = copyRow(session.book, subject, this.#shape, from, session.clock.next())
    const undo = wayBack(session, session.change(edits))
    this.show(true)
    this.#row(key)?.querySelector<HTMLElement>('input, select, textarea')?.focus()
    this.page.notice(talk.copied({ number: rowNumber(from), copy: rowNumber(key) }), undo)
  }

  #remove (key: string): void {
    const subject = this.subject(true)
    if (subject === null) return
    const { session } = this.page
    const at = this.#rows().findIndex(row => row.dataset['row'] === key)
    const undo = wayBack(session, session.change(removeRow(session.book, subject, this.#shape, key)))
    this.#focusButton(at, '[data-act=remove]')
    this.page.notice(talk.removed({ number: at + 1 }), undo)
  }

  #move (key: string, by: -1 | 1): void {
    const subject = this.subject(true)
    if (subject === null) return
    const { session } = this.page
    const undo = wayBack(session, session.change(moveRow(session.book, subject, this.#shape, key, by)))
    const rows = this.#rows()
    const at = rows.findIndex(row => row.dataset['row'] === key)
    rows[at]?.querySelector<HTMLElement>(by < 0 ? '[data-act=up]' : '[data-act=down]')?.focus()
    this.page.notice(talk.moved({ number: at + 1, all: rows.length }), undo)
  }

  #row (key: string): HTMLTableRowElement | undefined {
    return this.#rows().find(row => row.dataset['row'] === key)
  }

  /** Focus stays where it was: at the row that moved up, else at the last one, else at the button that adds. */
  #focusButton (at: number, which: string): void {
    const rows = this.#rows()
    const target = rows[Math.min(at, rows.length - 1)]?.querySelector<HTMLElement>(which) ??
      this.#buttons.querySelector<HTMLElement>('[data-add-row]')
    if (target != null) target.focus()
    else focusOn(this.table)
  }
}

function rowAfter (row: HTMLTableRowElement): HTMLTableRowElement | null {
  let after = row.nextElementSibling
  for (let group = row.parentElement?.nextElementSibling; after === null && group instanceof HTMLTableSectionElement; group = group.nextElementSibling) {
    after = group.firstElementChild
  }
  return after instanceof HTMLTableRowElement ? after : null
}

/** The cell with the row's buttons. */
function actions (number: string): HTMLElement {
  const act = (text: string, kind: string): HTMLButtonElement => {
    const made = el('button', { type: 'button', class: 'linkbtn', 'data-act': kind }, text)
    made.append(hidden(` ${common.field.row({ number })}`))
    return made
  }
  return el('td', { class: 'acts' }, act(talk.up, 'up'), ' ', act(talk.down, 'down'), ' ', act(talk.copyRow, 'copy'), ' ', act(talk.removeRow, 'remove'))
}
