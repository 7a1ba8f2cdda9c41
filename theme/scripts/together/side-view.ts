import { el } from '../page/dom.ts'
import type { View } from '../workbook/colleagues.ts'
import type { SideRow } from '../workbook/side-by-side.ts'
import { titleOf } from '../workbook/titles.ts'
import { answer as answerWord, question as questionWord } from '../words/common.ts'
import { noAnswer } from '../words/together.ts'

/** How many views have room beside each other; of more, each answer says whose it is. */
const mostBeside = 3

/** What views say to a worksheet or checklist: a column for each, or one for all. @param caption Id of what names the table. */
export function sideTable (rows: readonly SideRow[], views: readonly View[], caption: string): HTMLElement {
  const isBeside = views.length <= mostBeside
  const columns = isBeside ? views.map(({ layer }) => layer.name) : [answerWord]
  const head = (text: string): HTMLElement => el('th', { scope: 'col', role: 'columnheader' }, text)
  return el('table', { class: 'cards sides', role: 'table', 'aria-labelledby': caption },
    el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, head(questionWord), ...columns.map(head))),
    el('tbody', { role: 'rowgroup' }, ...rows.map(({ label, said }) => el('tr', { role: 'row' },
      el('th', { scope: 'row', role: 'rowheader' }, label),
      ...isBeside
        ? said.map((texts, i) => cell(columns[i]!, texts))
        : [cell(answerWord, said.flatMap((texts, i) => texts.map(text => titleOf(views[i]!.layer.name, text))))]))))
}

function cell (label: string, texts: readonly string[]): HTMLElement {
  return el('td', { role: 'cell', 'data-l': label }, ...texts.length === 0 ? [el('span', { class: 'quiet' }, noAnswer)] : texts.map(text => el('p', { class: 'answer' }, text)))
}
