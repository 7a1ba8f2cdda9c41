import type { Page } from '../page/page.ts'
import type { Guide } from '../workbook/guide.ts'
import { fieldOf, type MapTable } from '../workbook/map/organizations.ts'
import { vettingOf } from '../workbook/map/vetting.ts'
import * as words from '../words/map.ts'
import { el } from '../page/dom.ts'

/** What all pieces of the map know. */
export interface MapContext {
  page: Page
  guide: Guide
  of: MapTable
}

/** A name that leads to its row: on this page where the table stands on it, else on the page of the tool. */
export function rowLink ({ page, of }: MapContext, key: string, name: string): HTMLAnchorElement {
  const field = fieldOf(of, key, 'name')!
  const here = document.querySelector(`[data-table="${CSS.escape(of.table.id)}"]`)
  const link = el('a', { href: `${here === null ? page.root + of.instrument.page : ''}#${field}`, dir: 'auto' }, name)
  link.addEventListener('click', () => { here?.closest('details')?.setAttribute('open', '') })
  return link
}

/** How far the vetting of an organization is that is a partner, with a link to it; null where it is none. */
export function vettingLink ({ page, guide }: MapContext, name: string): HTMLElement | null {
  const found = vettingOf(guide, page.session.book, name)
  if (found === null) return null
  const { tool, partner, answered, all, verdict } = found
  const link = el('a', { href: page.root + tool.page }, verdict !== '' ? words.vettingDecided({ verdict }) : answered === 0 ? words.vettingNotBegun : words.vetting({ answered, all }))
  link.addEventListener('click', () => { page.partner.choose(partner.id) })
  return el('span', { class: 'small vetting' }, link)
}
