import { button, el, hidden } from '../page/dom.ts'
import type { FieldDefinition } from '../workbook/guide.ts'
import { inWords } from '../workbook/in-words.ts'
import { ofWhat } from '../words/frame.ts'
import { nameColumn } from './lists/columns.ts'
import type { Looking } from './lists/looking.ts'
import type { NotTaken, Outcome, Taken } from './lists/outcome.ts'
import { columnLabel, valueText } from './said.ts'
import * as words from '../words/import.ts'

/** Characters of a text that are shown at once. */
const longest = 140

/**
 * Why a row fares as it does: what it changes, what was read otherwise or not at all, and what it may be the same as; with what mends it.
 * @param shown Columns whose values stand in the table already.
 */
export function rowWhy (looking: Looking, outcome: Outcome, shown: readonly FieldDefinition[], stem: string, changed: () => void): HTMLElement[] {
  const { kind, why, number, first, taken } = outcome
  const said: (Node | string)[] = []
  if (kind === 'out') said.push(why === 'twice' && first !== undefined ? words.twiceOf({ first: inWords(first), number: inWords(number) }) : words.outBecause[why ?? 'by-hand'])
  else if (kind === 'same') said.push(words.sameAlready)
  else if (kind === 'new') said.push(words.isNew)
  const parts: HTMLElement[] = said.map(text => el('p', { class: 'quiet' }, text))
  const list = taken.flatMap(one => kind === 'change' ? change(looking, one) : isShown(looking, one, shown) ? [] : [full(looking, one)])
  const near = taken.flatMap(({ column, near, value }) => near === undefined ? [] : [el('li', {}, words.near({ text: near, label: valueText(looking.table, column, value) }))])
  if (list.length + near.length > 0) parts.push(el('ul', {}, ...list, ...near))
  if (kind !== 'out' || why === 'no-name') for (const one of outcome.not) parts.push(mend(looking, number, one, stem, changed))
  const name = nameColumn(looking.table)
  const named = looking.typedIn(number, name.id)
  if (why === 'no-name' || named !== undefined) parts.push(typed(looking, number, name, words.nameIt, stem, changed))
  // What was mended stays in reach.
  for (const column of looking.table.columns) {
    if (column.kind === 'date' && looking.typedIn(number, column.id) !== undefined && !outcome.not.some(one => one.column === column.id)) parts.push(typed(looking, number, column, words.dayIs({ column: column.label }), stem, changed))
  }
  if (outcome.double !== undefined) parts.push(...double(looking, outcome, stem, changed))
  else if (typeof looking.choiceOf(number) === 'object') parts.push(el('p', {}, words.saidSame))
  return parts
}

/** The name, and what has a column of its own, stand there already. */
function isShown ({ table }: Looking, { column }: Taken, shown: readonly FieldDefinition[]): boolean {
  return column === nameColumn(table).id || shown.some(({ id }) => id === column)
}

function change ({ table }: Looking, { column, was, value }: Taken): HTMLElement {
  const label = columnLabel(table, column)
  const [before, after] = [valueText(table, column, was), valueText(table, column, value)]
  return folded(was === '' ? words.wasEmpty({ column: label, value: after }) : words.wasOther({ column: label, was: before, value: after }))
}

function full ({ table }: Looking, { column, value }: Taken): HTMLElement {
  return folded(words.wordLabel({ column: columnLabel(table, column), text: valueText(table, column, value) }))
}

/** A long text is there whole, and not in the way. */
function folded (text: string): HTMLElement {
  if (text.length <= longest) return el('li', { class: 'bring__text' }, text)
  return el('li', {}, el('details', { class: 'govuk-details' }, el('summary', {}, text.slice(0, longest).replace(/[\ud800-\udbff]$/, '') + '…'), el('div', { class: 'bring__text' }, text)))
}

/** What was not taken, and where it can be mended in place, the field for it. */
function mend (looking: Looking, number: number, { column, text, why }: NotTaken, stem: string, changed: () => void): HTMLElement {
  const definition = looking.table.columns.find(({ id }) => id === column)
  const said = el('p', {}, words.notBecause[why]({ text: text.length > longest ? text.slice(0, longest) + '…' : text, column: definition?.label ?? column }))
  if (definition?.kind !== 'date') return said
  return el('div', {}, said, typed(looking, number, definition, words.dayIs({ column: definition.label }), stem, changed))
}

/** A field in the place of a cell. What is typed counts once somebody leaves it, so that nothing moves below the hand. */
function typed (looking: Looking, number: number, { id: column, kind }: FieldDefinition, label: string, stem: string, changed: () => void): HTMLElement {
  const id = `${stem}-${column}`
  const isDay = kind === 'date'
  const before = looking.typedIn(number, column) ?? ''
  const field = el('input', { class: `govuk-input${isDay ? ' govuk-input--date' : ''}`, type: isDay ? 'date' : 'text', id, value: before, autocomplete: 'off' })
  const settle = (): void => {
    if (field.value === (looking.typedIn(number, column) ?? '')) return
    looking.type(number, column, field.value)
    // The focus comes first to where it goes.
    setTimeout(changed)
  }
  field.addEventListener('blur', settle)
  field.addEventListener('keydown', event => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    settle()
  })
  return el('div', { class: 'bring__field' }, el('label', { class: 'govuk-label', for: id }, label, hidden(ofWhat({ what: words.rowName({ number: inWords(number) }) }))), field)
}

/** What the row may be the same as: both side by side, and the choice. */
function double (looking: Looking, { number, double, taken }: Outcome, stem: string, changed: () => void): HTMLElement[] {
  const { name, key, number: earlier } = double!
  const values = key !== undefined
    ? looking.present.find(row => row.key === key)?.values
    : new Map(looking.outcomes.find(one => one.number === earlier)?.taken.map(({ column, value }) => [column, value]))
  const own = new Map(taken.map(({ column, value }) => [column, value]))
  const { table } = looking
  const heads = [words.columnsOfBoth, key !== undefined ? words.inTable : words.inRow({ number: inWords(earlier ?? 0) }), words.inRow({ number: inWords(number) })]
  const said = (id: string, from: ReadonlyMap<string, string> | undefined): string => valueText(table, id, from?.get(id) ?? '')
  const side = (id: string, at: 1 | 2): HTMLElement => el('td', { role: 'cell', 'data-l': heads[at]! }, said(id, at === 1 ? values : own))
  const both = el('table', { class: 'cards bring__both', role: 'table' }, el('caption', { class: 'vh' }, words.besideEachOther),
    el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, ...heads.map(head => el('th', { scope: 'col', role: 'columnheader' }, head)))),
    el('tbody', { role: 'rowgroup' }, ...table.columns.filter(({ id }) => said(id, values) !== '' || said(id, own) !== '').map(({ id, label }) =>
      el('tr', { role: 'row' }, el('th', { scope: 'row', role: 'rowheader' }, label), side(id, 1), side(id, 2)))))
  const choose = (text: string, which: string, choice: 'new' | 'out' | { row: string }): HTMLElement => {
    const made = button(text, 'second', () => {
      looking.chooseRow(number, choice)
      changed()
    })
    made.classList.add('govuk-button--small')
    made.append(hidden(ofWhat({ what: words.rowName({ number: inWords(number) }) })))
    made.id = `${stem}-${which}`
    return made
  }
  const chosen = looking.choiceOf(number)
  return [el('p', {}, key === undefined ? words.maybeSameRow({ name, number: inWords(earlier ?? 0) }) : words.maybeSame({ name })),
    el('details', { class: 'govuk-details' }, el('summary', { id: `${stem}-both` }, words.besideEachOther), el('div', {}, both)),
    ...chosen === 'new' ? [] : [el('p', { class: 'btns' }, choose(words.theSame, 'same', key === undefined ? 'out' : { row: key }), choose(words.notTheSame, 'two', 'new'))]]
}
