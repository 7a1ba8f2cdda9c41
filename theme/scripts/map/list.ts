import { el } from '../page/dom.ts'
import type { CommunityMap, MapTable, Organization } from '../workbook/map/organizations.ts'
import { dotsOf } from '../workbook/map/picture.ts'
import { letterOf } from '../workbook/map/rim.ts'
import { statements } from '../workbook/map/said.ts'
import * as words from '../words/map.ts'
import { rowLink, vettingLinks, type MapContext } from './context.ts'
import { sign } from './marks.ts'

/** How the picture beside it calls organizations and sectors. */
export interface Naming {
  numbers: boolean
  letters: boolean
}

/** All that the map says, as a list in a list in a list: sectors, how close, organizations, and what is said of each. */
export class MapList {
  readonly element = el('ul', { class: 'same' })
  /** What each sector shows: only those are drawn anew that show something else. */
  #seen: string[] = []

  /** @param paper For paper: no links; and where it stands beside the picture, without how close they are, which that shows. */
  constructor (private readonly context: MapContext, private readonly paper?: 'page' | 'beside') {}

  /** Draws what changed. */
  show (map: CommunityMap, naming: Naming): void {
    const { of, organizations } = map
    const vetting = this.paper === undefined ? vettingLinks(this.context) : () => null
    const number = new Map(naming.numbers ? dotsOf(map).dots.map(dot => [dot.key, dot.number]) : [])
    const sectors = [...of.sectors.keys(), ...organizations.some(one => one.sector === null) ? [null] : []]
    while (this.element.children.length > sectors.length) this.element.lastElementChild?.remove()
    sectors.forEach((sector, i) => {
      const here = organizations.filter(one => one.sector === sector).sort((a, b) => a.born - b.born).map(one => ({ one, number: number.get(one.key) ?? 0, vetting: vetting(one.name) }))
      const seen = JSON.stringify([sector, naming, map.known.has(sector ?? -1), here.map(({ one, number, vetting }) => [one, number, vetting?.textContent, vetting?.querySelector('a')?.dataset['partner']])])
      if (this.#seen[i] === seen) return
      this.#seen[i] = seen
      const drawn = this.#sector(of, sector, here, naming.letters, sector !== null && !map.known.has(sector))
      const old = this.element.children[i]
      if (old === undefined) this.element.append(drawn)
      else old.replaceWith(drawn)
    })
  }

  forget (): void {
    this.#seen = []
    this.element.replaceChildren()
  }

  #sector (of: MapTable, sector: number | null, here: readonly Entry[], letters: boolean, open: boolean): HTMLElement {
    const head = el('strong', {}, ...letters && sector !== null ? [el('span', { class: 'letter' }, letterOf(sector)), ' '] : [],
      sector === null ? words.noSector : of.sectors[sector]!.label)
    const ties = this.paper === 'beside'
      ? [el('li', {}, el('ul', {}, ...here.map(entry => this.#entry(of, entry))))]
      : [...of.ties.keys(), null].flatMap(tie => {
          const some = here.filter(({ one }) => one.tie === tie)
          return some.length === 0 ? [] : [el('li', {}, el('span', { class: 'tie' }, tie === null ? words.notSaid : of.ties[tie]!.label), el('ul', {}, ...some.map(entry => this.#entry(of, entry))))]
        })
    return el('li', {}, head, ' ', open ? el('span', { class: 'quiet' }, words.nobodyYet) : el('span', { class: 'count' }, String(here.length)),
      ...here.length === 0 ? [] : [el('ul', {}, ...ties)])
  }

  #entry (of: MapTable, { one, number, vetting }: Entry): HTMLElement {
    const said = this.paper === 'beside' ? [] : statements(of, one)
    return el('li', {}, ...number > 0 ? [el('b', {}, String(number))] : [sign(one.level, one.look !== null)],
      el('span', {}, this.paper === undefined ? rowLink(this.context, one.key, one.name) : el('span', { dir: 'auto' }, one.name),
        ...said.length === 0 ? [] : [el('span', { class: 'said' }, said.join('; '))], ...vetting === null ? [] : [' ', vetting]))
  }
}

/** An organization in the list, with its number in the picture, 0 where it has none there. */
interface Entry { one: Organization, number: number, vetting: HTMLElement | null }
