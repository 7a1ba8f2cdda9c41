import { el } from '../../page/dom.ts'
import { goneAnswers, tell, type Told } from '../everything.ts'
import { saidRows } from '../worksheet-rows.ts'
import { nameOf } from '../../workbook/unnamed.ts'
import * as common from '../../words/common.ts'
import { titleOf as namedOf } from '../../words/frame.ts'
import * as words from '../../words/reports.ts'
import { titleOf } from '../../workbook/titles.ts'
import type { Guide, TableDefinition } from '../../workbook/guide.ts'
import { planHome } from '../../workbook/plan.ts'
import { agency, partnersOf, type Workbook } from '../../workbook/workbook.ts'

/**
 * All answers for paper, tool by tool and partner by partner, in fewer sheets than the forms take. Steps of the plan are left
 * out: the plan stands above.
 */
export function allAnswers (guide: Guide, book: Workbook): HTMLElement[] {
  const plan = planHome(guide).table.id
  const groups = guide.instruments.flatMap(instrument => {
    const fields = { ...instrument, parts: instrument.parts.filter(part => 'field' in part) }
    const tables = instrument.parts.flatMap(part => 'table' in part && part.table.id !== plan ? [part.table] : [])
    return (instrument.perPartner === true ? partnersOf(book, true) : [null]).flatMap(partner => {
      const subject = partner?.id ?? agency
      return group(partner === null ? instrument.title : titleOf(instrument.title, nameOf(partner)),
        [...told(tell(fields, book, subject)), ...tables.flatMap(table => filled(table, book, subject))])
    })
  })
  return [...groups, ...group(words.gone, told(goneAnswers(guide, book)))]
}

function group (title: string, tables: readonly HTMLElement[]): HTMLElement[] {
  return tables.length === 0 ? [] : [el('h3', {}, title), ...tables]
}

function told (answers: readonly Told[]): HTMLElement[] {
  if (answers.length === 0) return []
  const notes = answers.some(one => one.note !== '')
  return [table('', [common.question, common.answer, ...notes ? [common.note] : []],
    answers.map(one => [one.question, one.answer, ...notes ? [one.note] : []]))]
}

/** Rows that say something: what names the row, and beside it the rest. */
function filled (definition: TableDefinition, book: Workbook, subject: string): HTMLElement[] {
  const rows = saidRows(definition, book, subject).filter(row => !row.isEmpty)
    .map(({ name, cells }) => [name, cells.map(cell => namedOf({ title: cell.label, about: cell.text })).join('\n')])
  return rows.length === 0 ? [] : [table(definition.label, [], rows)]
}

function table (caption: string, headings: readonly string[], rows: readonly string[][]): HTMLElement {
  return el('table', { class: `answers answers--${headings.length}` },
    ...caption === '' ? [] : [el('caption', {}, caption)],
    ...headings.length === 0 ? [] : [el('thead', {}, el('tr', {}, ...headings.map(text => el('th', { scope: 'col' }, text))))],
    el('tbody', {}, ...rows.map(([first, ...others]) => el('tr', {}, el('th', { scope: 'row' }, first!), ...others.map(text => el('td', {}, text))))))
}
