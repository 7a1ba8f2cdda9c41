import { button, el, focusOn, hidden } from '../dom.ts'
import type { Page } from '../page.ts'
import { talk } from './strings.ts'
import { addRow, moveRow, removeRow, rowKeys, rowNumber, type TableShape } from '../workbook/rows.ts'

/** A table to which people add rows. The page's own rows are complete without script; others are made from its template. */
export class GrowingTable {
  readonly #shape: TableShape
  readonly #body: HTMLTableSectionElement
  readonly #template: HTMLTemplateElement | null

  /** @param changed Told when controls came or went. */
  constructor (
    private readonly table: HTMLTableElement,
    private readonly page: Page,
    private readonly subject: (make: boolean) => string | null,
    private readonly changed: () => void
  ) {
    this.#body = table.tBodies[0] ?? table.createTBody()
    this.#template = table.querySelector('template[data-row-template]') ??
      table.parentElement?.querySelector('template[data-row-template]') ?? null
    this.#shape = {
      id: table.dataset['table'] ?? '',
      blankKeys: this.#rows().map(row => row.dataset['row'] ?? ''),
      canGrow: true
    }
    const head = table.tHead?.rows[0]
    if (head !== undefined) head.append(el('th', { scope: 'col', class: 'acts' }, hidden(talk.rowActions)))
    for (const row of this.#rows()) this.#offer(row)
    const add = button(talk.addRow, 'second', () => { this.#add() })
    add.classList.add('govuk-button--small')
    add.append(hidden(`: ${table.caption?.textContent?.trim() ?? ''}`))
    add.dataset['addRow'] = ''
    table.after(el('p', { class: 'btns' }, add))
  }

  /** Shows the rows that the workbook has, in its order; rows that stay keep their controls and the focus. */
  show (): void {
    const subject = this.subject(false)
    const keys = subject === null ? this.#shape.blankKeys : rowKeys(this.page.session.book, subject, this.#shape)
    const present = new Map(this.#rows().map(row => [row.dataset['row'], row]))
    const wanted = keys.flatMap(key => present.get(key) ?? this.#make(key) ?? [])
    const kept = new Set(wanted)
    for (const row of present.values()) {
      if (kept.has(row)) continue
      if (row.contains(document.activeElement)) this.#focusButton(this.#rows().indexOf(row), '[data-add-row]')
      row.remove()
    }
    let next: Element | null = this.#body.firstElementChild
    for (const row of wanted) {
      if (row === next) next = next.nextElementSibling
      else this.#body.insertBefore(row, next)
    }
  }

  #rows (): HTMLTableRowElement[] {
    return [...this.#body.rows].filter(row => row.dataset['row'] !== undefined)
  }

  #make (key: string): HTMLTableRowElement | null {
    const row = this.#template?.content.querySelector('tr')?.cloneNode(true)
    if (!(row instanceof HTMLTableRowElement)) return null
    fillIn(row, key)
    row.dataset['row'] = key
    this.#offer(row)
    return row
  }

  #offer (row: HTMLTableRowElement): void {
    const key = row.dataset['row'] ?? ''
    const name = (): HTMLElement => hidden(` ${talk.row(rowNumber(key))}`)
    const act = (text: string, kind: string, act: () => void): HTMLButtonElement => {
      const made = button(text, 'link', act)
      made.append(name())
      made.dataset['act'] = kind
      return made
    }
    row.append(el('td', { class: 'acts' },
      act(talk.up, 'up', () => { this.#move(key, -1) }), ' ',
      act(talk.down, 'down', () => { this.#move(key, 1) }), ' ',
      act(talk.removeRow, 'remove', () => { this.#remove(key) })))
  }

  #add (): void {
    const subject = this.subject(true)
    if (subject === null) return
    const { session } = this.page
    const { key, edits } = addRow(session.book, subject, this.#shape, session.clock.next())
    session.change(edits)
    this.changed()
    this.#row(key)?.querySelector<HTMLElement>('input, select, textarea')?.focus()
  }

  #remove (key: string): void {
    const subject = this.subject(true)
    if (subject === null) return
    const { session } = this.page
    const at = this.#rows().findIndex(row => row.dataset['row'] === key)
    const undo = session.change(removeRow(session.book, subject, this.#shape, key))
    this.changed()
    this.#focusButton(at, '[data-act=remove]')
    this.page.notice(talk.removed(at + 1), undo)
  }

  #move (key: string, by: -1 | 1): void {
    const subject = this.subject(true)
    if (subject === null) return
    const { session } = this.page
    const undo = session.change(moveRow(session.book, subject, this.#shape, key, by))
    const rows = this.#rows()
    const at = rows.findIndex(row => row.dataset['row'] === key)
    rows[at]?.querySelector<HTMLElement>(by < 0 ? '[data-act=up]' : '[data-act=down]')?.focus()
    this.page.notice(talk.moved(at + 1, rows.length), undo)
  }

  #row (key: string): HTMLTableRowElement | undefined {
    return this.#rows().find(row => row.dataset['row'] === key)
  }

  /** Focus stays where it was: at the row that moved up, else at the last one, else at the button that adds. */
  #focusButton (at: number, which: string): void {
    const rows = this.#rows()
    const target = rows[Math.min(at, rows.length - 1)]?.querySelector<HTMLElement>(which) ??
      this.table.nextElementSibling?.querySelector<HTMLElement>('[data-add-row]')
    if (target != null) target.focus()
    else focusOn(this.table)
  }
}

/** Names and ids of a template say ROW where the key stands; words say ROW where the number stands. */
function fillIn (row: HTMLElement, key: string): void {
  const number = String(rowNumber(key))
  const technical = new Set(['id', 'name', 'for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'data-row', 'data-item', 'headers'])
  for (const element of [row, ...row.querySelectorAll<HTMLElement>('*')]) {
    for (const attribute of element.attributes) {
      if (attribute.value.includes('ROW')) {
        attribute.value = attribute.value.replaceAll('ROW', technical.has(attribute.name) ? key : number)
      }
    }
  }
  const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT)
  while (walker.nextNode() !== null) {
    const text = walker.currentNode
    if (text.nodeValue?.includes('ROW') === true) text.nodeValue = text.nodeValue.replaceAll('ROW', number)
  }
}
