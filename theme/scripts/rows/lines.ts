import { afterPause, button, el, hidden } from '../page/dom.ts'
import { whenGone } from '../page/when-gone.ts'
import { wayBack } from '../page/way-back.ts'
import { today } from '../workbook/day.ts'
import { answerText } from '../workbook/guide-index.ts'
import { hasLines } from '../workbook/field-kind.ts'
import type { TableDefinition } from '../workbook/guide.ts'
import { columnWith } from '../workbook/roles.ts'
import { presentRows, type PresentRow } from '../workbook/table-rows.ts'
import { ofWhat } from '../words/frame.ts'
import * as words from '../words/rows.ts'
import { isTimeToLook } from './arrange.ts'
import type { TendedTable } from './tended.ts'

/** How many of a row's other columns are told. */
const most = 4

/** Tells in each row, in words, what stands in columns that it shows on demand, and whether it is time to look at it again. */
export function tellRows (tended: TendedTable, table: TableDefinition): void {
  const { page, subject } = tended
  const folded = table.columns.filter(column => column.marks?.includes('main') !== true && !hasLines(column.kind))
  const checked = columnWith(table, 'checked')
  const tell = (): void => {
    const made = tended.rows()
    const now = today()
    for (const row of presentRows(page.session.book, subject(false), table)) {
      const place = made.get(row.key)?.querySelector<HTMLElement>('.rest')
      if (place != null) tellRow(place, row, now)
    }
  }
  const tellRow = (place: HTMLElement, row: PresentRow, day: string): void => {
    const again = isTimeToLook(row, table, day)
    const said = folded.flatMap(column => {
      const value = row.values.get(column.id) ?? ''
      return value === '' ? [] : [words.told({ column: column.label, value: answerText(value, column) })]
    }).slice(0, most).join(words.between)
    const line = place.querySelector<HTMLElement>(':scope > .told')
    const now = `${again ? '+' : ''}${said}`
    if ((line?.dataset['told'] ?? '') === now) return
    if (now === '') {
      line?.remove()
      return
    }
    const made = line ?? el('p', { class: 'told small quiet' })
    made.dataset['told'] = now
    const focused = made.contains(document.activeElement)
    made.replaceChildren(...again ? [el('span', { class: 'tag' }, words.timeToLook), ' '] : [], said,
      ...again && checked?.kind === 'date' ? [' ', check(row.key, row.values.get(columnWith(table, 'name')?.id ?? '') ?? '')] : [])
    if (line === null) place.prepend(made)
    if (focused) place.querySelector('summary')?.focus()
  }
  /** Says that somebody looked today. */
  const check = (key: string, name: string): HTMLElement => {
    const press = button(words.checkedToday, 'link', () => {
      const whom = subject(false)
      if (whom === null || checked === undefined) return
      const undo = wayBack(page.session, page.session.change([{ kind: 'answer', subject: whom, field: `${table.id}.${key}.${checked.id}`, value: today(), wording: checked.wording }]))
      tell()
      page.notice(words.checkedNow({ column: checked.label }), undo)
    })
    press.append(hidden(ofWhat({ what: name })))
    return press
  }
  const soon = afterPause(tell, 300)
  page.session.listen(change => { if (change !== 'status') soon() })
  page.partner.listen(soon)
  whenGone(page.session, tell)
  // Rows are made bit by bit.
  new MutationObserver(changes => {
    if (changes.some(({ target }) => target instanceof HTMLTableSectionElement)) soon()
  }).observe(tended.table, { childList: true, subtree: true })
  tell()
}
