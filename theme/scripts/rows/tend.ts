import { el } from '../page/dom.ts'
import { wear } from '../page/sheet.ts'
import { GuideIndex } from '../workbook/guide-index.ts'
import { columnWith } from '../workbook/roles.ts'
import { tellRows } from './lines.ts'
import { Many } from './many.ts'
import { quickLine } from './quick.ts'
import { Sift } from './sift.ts'
import type { TendedTable } from './tended.ts'

/** Gives a table what helps with many rows: a line that adds one, short cards, search and filters, and changes of many at once. */
export async function tend (tended: TendedTable): Promise<void> {
  const { page, table } = tended
  const [guide] = await Promise.all([page.load('guide'), wear('rows', page)])
  const definition = new GuideIndex(guide).table(table.dataset['table'] ?? '')
  if (definition === undefined || !table.isConnected) return
  table.classList.add('fill--tended')
  // The map's table has room for it before it comes.
  const room = table.previousElementSibling
  const tools = room instanceof HTMLElement && room.matches('.tend') ? room : el('div', { class: 'tend' })
  // The table's own name stands over all of it, as over a chapter.
  if (tools !== room) table.before(tools)
  const name = columnWith(definition, 'name')
  if (name !== undefined && columnWith(definition, 'category') !== undefined && columnWith(definition, 'closeness') !== undefined) tools.append(quickLine(tended, definition))
  const sift = new Sift(tended, definition)
  const many = new Many(tended, definition, sift)
  tools.append(sift.element, many.element)
  if (table.querySelector('.rest') !== null) {
    table.classList.add('fill--short')
    markOpen(table)
    tellRows(tended, definition)
  }
  // In a tab that was out of sight meanwhile, the browser does not keep in its place what all of this came above.
  if (table.contains(document.activeElement)) document.activeElement!.scrollIntoView({ block: 'nearest' })
}

/** Marks what is open of a row, so that it has the whole width. */
function markOpen (table: HTMLElement): void {
  const mark = (fold: Element): void => { fold.closest('.rest')?.classList.toggle('is-open', fold.matches('[open]')) }
  table.addEventListener('toggle', event => { if (event.target instanceof Element) mark(event.target) }, true)
  for (const fold of table.querySelectorAll('.rest > details[open]')) mark(fold)
}
