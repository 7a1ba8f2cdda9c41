import { button, el, hidden } from '../page/dom.ts'
import { redraw } from '../page/redraw.ts'
import { strength } from '../workbook/map/frame.ts'
import type { CommunityMap, MapTable, Organization } from '../workbook/map/organizations.ts'
import { leadTo, statements } from '../workbook/map/said.ts'
import { ofWhat } from '../words/frame.ts'
import * as words from '../words/map.ts'
import { rowLink, vettingLinks, type MapContext } from './context.ts'
import { sign } from './marks.ts'
import { threadSign } from './threads.ts'

/** How many signs a cell of the small board shows. */
const mostSigns = 8

/** Where somebody stands: an index, or null where it is not said. */
type Place = number | null

/**
 * The board: a table of sectors by closeness. A row is drawn anew only where something in it changed: with a thousand organizations a
 * key is not slower.
 */
export class Board {
  readonly element = el('table', { class: 'cards board', role: 'table' })
  readonly #head = el('tr', { role: 'row' })
  readonly #body = el('tbody', { role: 'rowgroup' })
  /** What each row shows. */
  readonly #shown = new Map<HTMLTableRowElement, string>()
  #places = ''

  /**
   * @param add Adds a step for an open sector to the plan.
   * @param small Whether names are left out: for a look from elsewhere.
   */
  constructor (private readonly context: MapContext, private readonly add: (sector: number) => void, private readonly small = false) {
    this.element.append(el('caption', { class: 'vh' }, words.boardCaption), el('thead', { role: 'rowgroup' }, this.#head), this.#body)
    if (small) this.element.classList.add('board--small')
  }

  /** @param planned Sectors for which the plan has a step. */
  show (map: CommunityMap, planned: ReadonlySet<number>): void {
    const { of, organizations } = map
    const some = (wanted: (one: Organization) => boolean): (number | null)[] => organizations.some(wanted) ? [null] : []
    const ties: Place[] = [...of.ties.keys(), ...some(one => one.tie === null)]
    const sectors: Place[] = [...of.sectors.keys(), ...some(one => one.sector === null)]
    const count = (tie: Place): number => organizations.filter(one => one.tie === tie).length
    const heads = ties.map(tie => `${tie} ${count(tie)}`).join()
    if (heads !== this.#places) {
      this.#places = heads
      this.#head.replaceChildren(el('th', { role: 'columnheader', scope: 'col' }, of.columns.get('category')!.label), ...ties.map(tie => el('th', { role: 'columnheader', scope: 'col' },
        ...tie === null ? [el('span', { class: 'rp rp--none' })] : [threadSign(strength({ sectors: of.sectors.length, ties: of.ties.length }, tie))],
        tie === null ? words.notSaid : of.ties[tie]!.label, ' ', el('span', { class: 'count' }, String(count(tie))))))
    }
    const vetting = vettingLinks(this.context)
    while (this.#body.rows.length > sectors.length) this.#body.deleteRow(-1)
    sectors.forEach((sector, i) => {
      const row = this.#body.rows[i] ?? this.#body.appendChild(el('tr', { role: 'row' }))
      const here = organizations.filter(one => one.sector === sector)
      const vetted = here.map(one => this.small ? null : vetting(one.name))
      const seen = JSON.stringify([sector, ties.length, sector !== null && map.known.has(sector), planned.has(sector ?? -1), here.map((one, at) => [one.key, one.name, one.tie, one.level, one.look, one.said, vetted[at]?.textContent, vetted[at]?.querySelector('a')?.dataset['partner']])])
      if (this.#shown.get(row) === seen) return
      this.#shown.set(row, seen)
      redraw(row, () => { this.#draw(row, map.of, sector, ties, here, vetted, planned, map.known) })
    })
  }

  #draw (row: HTMLTableRowElement, of: MapTable, sector: Place, ties: readonly Place[], here: readonly Organization[], vetted: readonly (HTMLElement | null)[], planned: ReadonlySet<number>, known: ReadonlySet<number>): void {
    const label = sector === null ? words.noSector : of.sectors[sector]!.label
    const isOpen = sector !== null && !known.has(sector)
    row.classList.toggle('open-row', isOpen)
    row.replaceChildren(el('th', { role: 'rowheader', scope: 'row' }, label, ' ', ...isOpen ? [] : [el('span', { class: 'count' }, String(here.length))]),
      ...isOpen
        ? [el('td', { role: 'cell', colspan: String(ties.length) }, el('span', { class: 'openly' }, words.nobodyHere), ' ', ...this.small ? [] : [this.#planFor(sector, label, planned)])]
        : ties.map(tie => {
            const some = here.flatMap((one, at) => one.tie === tie ? [{ one, vetting: vetted[at] ?? null }] : [])
            return el('td', { role: 'cell', 'data-l': tie === null ? words.notSaid : of.ties[tie]!.label, class: some.length === 0 ? 'none' : '' },
              ...some.length === 0 ? [hidden(words.none)] : this.small ? counted(some.map(({ one }) => one)) : [el('ul', { class: 'orgs' }, ...some.map(({ one, vetting }) => this.#organization(of, one, vetting)))])
          }))
  }

  #planFor (sector: number, label: string, planned: ReadonlySet<number>): HTMLElement {
    if (planned.has(sector)) return el('span', { class: 'tag' }, words.inPlan)
    const act = button(words.addStep, 'link', () => { this.add(sector) })
    act.append(hidden(ofWhat({ what: label })))
    return act
  }

  #organization (of: MapTable, one: Organization, vetting: HTMLElement | null): HTMLElement {
    const lead = leadTo(of, one)
    const rest = statements(of, lead === '' ? one : { ...one, said: { ...one.said, introducer: '' } })
    // Of those only known of, how one gets to them is the first question: it is seen.
    return el('li', {}, sign(one.level, one.look !== null), el('span', {}, rowLink(this.context, one.key, one.name),
      ...lead === '' ? [] : [hidden('; '), el('span', { class: 'way' }, words.about.introducer({ who: lead }))],
      ...rest.map(text => hidden(`; ${text}`)), ...vetting === null ? [] : [' ', vetting]))
  }
}

/** How many there are, with as many signs as have room. */
function counted (some: readonly Organization[]): HTMLElement[] {
  return [el('span', { class: 'signs' }, ...some.slice(0, mostSigns).map(one => sign(one.level, one.look !== null)), el('span', { class: 'count' }, String(some.length)))]
}
