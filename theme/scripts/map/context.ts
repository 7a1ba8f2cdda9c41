import type { Page } from '../page/page.ts'
import type { Guide } from '../workbook/guide.ts'
import { fieldOf, type MapTable } from '../workbook/map/organizations.ts'
import { vettings } from '../workbook/map/vetting.ts'
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

/** Makes a link that says how far the vetting of an organization is that is a partner; null where it is none. */
export function vettingLinks ({ page, guide }: MapContext): (name: string) => HTMLElement | null {
  const of = vettings(guide, page.session.book)
  return name => {
    const found = of(name)
    if (found === null) return null
    const { tool, partner, answered, all, verdict } = found
    const said = verdict !== '' ? words.vettingDecided({ verdict }) : answered === 0 ? words.vettingNotBegun : words.vetting({ answered, all })
    return el('span', { class: 'small vetting' }, el('a', { href: page.root + tool.page, 'data-partner': partner.id, onclick: () => { page.partner.choose(partner.id) } }, said))
  }
}
