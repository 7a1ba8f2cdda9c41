import { el, hidden } from '../page/dom.ts'
import { fileName, saveFile } from '../page/file.ts'
import type { Page } from '../page/page.ts'
import { whenNear } from '../page/report-offer.ts'
import type { TableDefinition } from '../workbook/guide.ts'
import { columnWith } from '../workbook/roles.ts'
import * as files from '../words/exports.ts'
import { ofWhat } from '../words/frame.ts'

/** Whether a table says who there is and how close: what Kumu draws. */
export function isNetwork (table: TableDefinition): boolean {
  return table.fixedRows === undefined && columnWith(table, 'name') !== undefined && columnWith(table, 'closeness') !== undefined
}

/** Buttons that hand over the two lists that Kumu reads. @param subject Whom the rows are about. */
export function kumuList (table: TableDefinition, page: Page, subject: () => string | null, say: (text: string) => void): HTMLElement {
  const make = async (which: 'elements' | 'connections'): Promise<void> => {
    say(files.making)
    try {
      const [{ kumuTables }, tables] = await Promise.all([page.load('lists'), page.load('tables')])
      const name = fileName(files.kumuFiles[which], 'csv')
      saveFile(name, tables.csv(kumuTables(table, page.session.book, subject())[which]), 'text/csv')
      say(files.handed({ name }))
    } catch (error) {
      console.error(error)
      say(files.couldNotMake)
    }
  }
  const list = el('ul', { class: 'files' }, ...(['elements', 'connections'] as const).map(which => el('li', {},
    el('button', { type: 'button', class: 'linkbtn', 'data-kumu': which, onclick: () => { void make(which) } }, files.kumuTitles[which], hidden(ofWhat({ what: table.label }))),
    el('span', {}, files.kumuKind))))
  whenNear(list, () => { for (const file of ['lists', 'tables']) void page.load(file).catch(() => {}) })
  return list
}
