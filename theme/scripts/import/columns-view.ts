import { el } from '../page/dom.ts'
import { hasLines } from '../workbook/field-kind.ts'
import { inWords } from '../workbook/in-words.ts'
import { nameColumn } from './lists/columns.ts'
import type { ColumnMatch } from './lists/headings.ts'
import type { Looking } from './lists/looking.ts'
import { columnLetter } from './said.ts'
import * as words from '../words/import.ts'

/** How many lines can be said to hold the headings, and how many cells of a column are shown. */
const firstLines = 8
const firstCells = 3

/** Where each column of the list goes, to be changed by hand. */
export function columnsView (looking: Looking, stem: string, changed: () => void): HTMLElement {
  const { matching: { columns }, table } = looking
  const name = nameColumn(table)
  const heads = [words.inYourRows, words.firstCells, words.goesTo]
  const named = columns.some(({ target }) => target === name.id)
  return el('div', {},
    ...looking.isByPlace
      ? [el('p', {}, words.byPlace)]
      : named || name.marks?.includes('name') !== true ? [] : [el('p', { class: 'say' }, words.needsName({ column: name.label }))],
    el('div', { class: 'bring__fields' }, headingChoice(looking, `${stem}-heading`, changed), ...dayChoice(looking, `${stem}-days`, changed)),
    el('table', { class: 'cards bring__columns', role: 'table' }, el('caption', { class: 'vh' }, words.columnsCaption),
      el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, ...heads.map(head => el('th', { role: 'columnheader', scope: 'col' }, head)))),
      el('tbody', { role: 'rowgroup' }, ...columns.map((column, i) => {
        const id = `${stem}-${i}`
        const choice = targetChoice(looking, column, id)
        choice.addEventListener('change', () => {
          looking.chooseTarget(i, choice.value)
          changed()
        })
        return el('tr', { role: 'row' },
          el('th', { role: 'rowheader', scope: 'row', id: `${id}-of` }, column.heading === '' ? words.columnNumber({ letter: columnLetter(i) }) : column.heading),
          el('td', { role: 'cell', 'data-l': words.firstCells }, sample(looking, column, i)),
          el('td', { role: 'cell', 'data-l': words.goesTo }, choice))
      }))))
}

/** What stands at the top of a column; of what is somebody's own nothing, until it is chosen. */
function sample (looking: Looking, column: ColumnMatch, index: number): HTMLElement {
  if (column.private !== undefined && column.target === '') return el('span', { class: 'quiet' }, column.private === 'contact' ? words.contactColumn : words.hiddenColumn)
  const { grid, matching } = looking
  const cells: string[] = []
  for (const line of grid.lines.slice(matching.heading + 1)) {
    const cell = line.cells[index]?.trim() ?? ''
    if (cell !== '' && !cells.includes(cell)) cells.push(cell)
    if (cells.length === firstCells) break
  }
  return el('span', { class: 'bring__cells' }, ...cells.map(cell => el('span', {}, cell.length > 80 ? cell.slice(0, 80) + '…' : cell)))
}

function targetChoice ({ table }: Looking, { target }: ColumnMatch, id: string): HTMLSelectElement {
  const option = (value: string, label: string): HTMLElement => el('option', { value, selected: value === target }, label)
  const long = table.columns.filter(({ kind }) => hasLines(kind))
  return el('select', { class: 'govuk-select', id, 'aria-labelledby': `${id}-of` }, option('', words.leaveOut), ...table.columns.map(column => option(column.id, column.label)),
    ...long.length === 0 ? [] : [el('optgroup', { label: words.addAsLine }, ...long.map(column => option('+' + column.id, column.label)))])
}

function headingChoice (looking: Looking, id: string, changed: () => void): HTMLElement {
  const { grid, matching } = looking
  const said = (i: number): string => grid.lines[i]!.cells.filter(cell => cell.trim() !== '').slice(0, 3).join(', ').slice(0, 60)
  const choice = el('select', { class: 'govuk-select', id }, el('option', { value: '-1', selected: matching.heading < 0 }, words.headingNone),
    ...grid.lines.slice(0, Math.max(firstLines, matching.heading + 1)).map((line, i) => el('option', { value: String(i), selected: i === matching.heading }, words.lineOf({ number: inWords(line.number), text: said(i) }))))
  choice.addEventListener('change', () => {
    looking.chooseHeading(Number(choice.value))
    changed()
  })
  return el('div', { class: 'bring__field' }, el('label', { class: 'govuk-label', for: id }, words.headingLine), choice)
}

/** In which order days are written, where the list does not tell it. */
function dayChoice (looking: Looking, id: string, changed: () => void): HTMLElement[] {
  const { days, dayFirst } = looking
  if (!days.unclear && !days.mixed) return []
  const isFirst = dayFirst ?? looking.languageDayFirst
  const choice = el('select', { class: 'govuk-select', id }, el('option', { value: '', selected: !isFirst }, words.monthFirst), el('option', { value: 'yes', selected: isFirst }, words.dayFirst))
  choice.addEventListener('change', () => {
    looking.chooseOrder(choice.value !== '')
    changed()
  })
  return [el('div', { class: 'bring__field' }, el('label', { class: 'govuk-label', for: id }, words.dayOrder), choice, ...days.mixed ? [el('p', { class: 'small' }, words.mixedDays)] : [])]
}
