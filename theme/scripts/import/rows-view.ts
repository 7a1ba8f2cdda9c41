import { button, el, hidden } from '../page/dom.ts'
import type { FieldDefinition } from '../workbook/guide.ts'
import { counted, inWords } from '../workbook/in-words.ts'
import { ofWhat } from '../words/frame.ts'
import { asShown, nameColumn } from './lists/columns.ts'
import type { Looking } from './lists/looking.ts'
import type { Outcome } from './lists/outcome.ts'
import { isToLookAt } from './lists/to-look-at.ts'
import { rowWhy } from './row-why.ts'
import { valueText } from './said.ts'
import * as words from '../words/import.ts'

/** How many rows are shown at once, and how many more for a press. */
const portion = 50

type Shown = keyof typeof words.showOf
const tests: Record<Shown, (outcome: Outcome) => boolean> = {
  all: () => true, look: isToLookAt,
  new: ({ kind }) => kind === 'new', change: ({ kind }) => kind === 'change', same: ({ kind }) => kind === 'same', out: ({ kind }) => kind === 'out'
}
const tags: Record<Outcome['kind'], string> = { new: 'tag--done', change: 'tag--p', same: '', out: 'tag--out' }

/** Row by row what happens, and why. */
export class RowsView {
  #shown: Shown = 'all'
  #most = portion

  /** @param stem What the ids of controls begin with. @param level Of the heading. @param changed Told of each choice. */
  constructor (private readonly looking: Looking, private readonly stem: string, private readonly level: number, private readonly changed: () => void) {}

  /** Shows all rows again: they are others. */
  showAll (): void {
    this.#shown = 'all'
    this.#most = portion
  }

  /** Shows those alone that somebody should look at, with the focus on what says so. */
  showToLookAt (): void {
    this.#shown = 'look'
    this.#most = portion
    this.changed()
    document.getElementById(`${this.stem}-show`)?.focus()
  }

  /** Remembers the row that has the focus; brings the focus back to it, or to the one that stands in its place. */
  whereFocusIs (): (() => void) | null {
    const row = document.activeElement?.closest<HTMLTableRowElement>('.bring__preview > tbody > tr')
    if (row == null) return null
    const { id, sectionRowIndex } = row
    return () => {
      const rows = document.querySelector<HTMLTableElement>('.bring__preview')?.tBodies[0]?.rows
      const now = document.getElementById(id) ?? rows?.[Math.min(sectionRowIndex, rows.length - 1)]
      const control = [...now?.querySelectorAll<HTMLElement>('input, button') ?? []].at(-1) ?? document.getElementById(`${this.stem}-show`)
      control?.focus()
    }
  }

  draw (): HTMLElement {
    const { outcomes, table } = this.looking
    const found = outcomes.filter(tests[this.#shown])
    const name = nameColumn(table)
    const more = asShown(table).filter(column => column !== name).slice(0, 2)
    const heads = [name.label, words.happens, ...more.map(({ label }) => label), words.why]
    const left = found.length - this.#most
    return el('section', { class: 'bring__rows' },
      el('div', { class: 'bring__bar' }, el(`h${this.level}` as 'h4', {}, words.rowsTitle), this.#filter()),
      found.length === 0
        ? el('p', {}, words.noneOfThem)
        : el('table', { class: 'cards bring__preview', role: 'table' }, el('caption', { class: 'vh' }, words.rowsCaption),
            el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, ...heads.map(head => el('th', { role: 'columnheader', scope: 'col' }, head)))),
            el('tbody', { role: 'rowgroup' }, ...found.slice(0, this.#most).map(outcome => this.#row(outcome, more)))),
      ...left > 0
        ? [el('p', { class: 'btns' }, button(words.more(counted(Math.min(left, portion))), 'second', () => {
            this.#most += portion
            this.changed()
          }))]
        : [])
  }

  #filter (): HTMLElement {
    const { outcomes } = this.looking
    const id = `${this.stem}-show`
    const choice = el('select', { class: 'govuk-select', id }, ...(Object.keys(tests) as Shown[]).map(shown =>
      el('option', { value: shown, selected: shown === this.#shown }, words.showOf[shown]({ number: inWords(outcomes.filter(tests[shown]).length) }))))
    choice.addEventListener('change', () => {
      this.#shown = choice.value as Shown
      this.#most = portion
      this.changed()
    })
    return el('div', { class: 'bring__field' }, el('label', { class: 'govuk-label', for: id }, words.show), choice)
  }

  #row (outcome: Outcome, more: readonly FieldDefinition[]): HTMLElement {
    const { looking, stem } = this
    const { number, kind, name } = outcome
    const called = name === '' ? words.rowName({ number: inWords(number) }) : name
    return el('tr', { role: 'row', class: `is-${kind}`, id: `${stem}-${number}-of` },
      el('th', { role: 'rowheader', scope: 'row' }, called, ...name === '' ? [] : [el('span', { class: 'quiet small bring__number' }, words.rowName({ number: inWords(number) }))]),
      el('td', { role: 'cell', 'data-l': words.happens }, el('span', { class: `tag ${tags[kind]}` }, words.kinds[kind])),
      ...more.map(column => el('td', { role: 'cell', 'data-l': column.label }, this.#value(outcome, column))),
      el('td', { role: 'cell', 'data-l': words.why }, ...rowWhy(looking, outcome, more, `${stem}-${number}`, this.changed), this.#choice(outcome, called)))
  }

  /** What the row says of a column once it is taken. */
  #value ({ taken, key, kind }: Outcome, column: FieldDefinition): HTMLElement | string {
    const { present, table } = this.looking
    if (kind === 'out') return ''
    const value = taken.find(one => one.column === column.id)?.value ?? (key === undefined ? '' : present.find(row => row.key === key)?.values.get(column.id) ?? '')
    return value === '' ? el('span', { class: 'quiet' }, words.nothingThere) : valueText(table, column.id, value)
  }

  /** Leaves the row out, or takes it after all. */
  #choice ({ number, kind, why }: Outcome, called: string): HTMLElement | string {
    const { looking } = this
    const chosen = looking.choiceOf(number)
    const press = (text: string, act: () => void): HTMLElement => {
      const made = button(text, 'link', () => {
        act()
        this.changed()
      })
      made.append(hidden(ofWhat({ what: called })))
      made.id = `${this.stem}-${number}-choice`
      return made
    }
    if (chosen !== undefined) return press(words.asBefore, () => { looking.chooseRow(number, undefined) })
    if (kind !== 'out') return press(words.leaveRowOut, () => { looking.chooseRow(number, 'out') })
    return why === 'nothing' || why === 'full' ? '' : press(words.takeRow, () => { looking.chooseRow(number, 'new') })
  }
}
