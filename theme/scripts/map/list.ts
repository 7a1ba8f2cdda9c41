import { el } from '../page/dom.ts'
import type { CommunityMap, Organization } from '../workbook/map/organizations.ts'
import { dotsOf } from '../workbook/map/picture.ts'
import { letterOf } from '../workbook/map/rim.ts'
import { statements } from '../workbook/map/said.ts'
import * as words from '../words/map.ts'
import { rowLink, vettingLink, type MapContext } from './context.ts'
import { sign } from './marks.ts'

/** How the picture beside it calls organizations and sectors. */
export interface Naming {
  numbers: boolean
  letters: boolean
  /** For paper: no links; and where it stands beside the picture, without how close they are, which that shows. */
  paper?: 'page' | 'beside'
}

/** All that the map says, as a list in a list in a list: sectors, how close, organizations, and what is said of each. */
export function mapList (context: MapContext, map: CommunityMap, { numbers, letters, paper }: Naming): HTMLElement {
  const links = paper === undefined
  const { of, organizations } = map
  const number = new Map(dotsOf(map).dots.map(dot => [dot.key, dot.number]))
  const entry = (one: Organization): HTMLElement => {
    const vetting = links ? vettingLink(context, one.name) : null
    const said = paper === 'beside' ? [] : statements(of, one)
    const own = number.get(one.key)
    return el('li', {}, ...numbers && own !== undefined ? [el('b', {}, String(own))] : [sign(one.level, one.look !== null)],
      el('span', {}, links ? rowLink(context, one.key, one.name) : el('span', { dir: 'auto' }, one.name),
        ...said.length === 0 ? [] : [el('span', { class: 'said' }, said.join('; '))], ...vetting === null ? [] : [' ', vetting]))
  }
  const section = (sector: number | null): HTMLElement => {
    const here = organizations.filter(one => one.sector === sector)
    const head = el('strong', {}, ...letters && sector !== null ? [el('span', { class: 'letter' }, letterOf(sector)), ' '] : [],
      sector === null ? words.noSector : of.sectors[sector]!.label)
    return el('li', {}, head, ' ', here.length === 0 ? el('span', { class: 'quiet' }, words.nobodyYet) : el('span', { class: 'count' }, String(here.length)),
      ...here.length === 0 ? [] : [el('ul', {}, ...paper === 'beside' ? [el('li', {}, el('ul', {}, ...inOrder(here).map(entry)))] : [...of.ties.keys(), null].flatMap(tie => {
        const some = inOrder(here.filter(one => one.tie === tie))
        return some.length === 0 ? [] : [el('li', {}, el('span', { class: 'tie' }, tie === null ? words.notSaid : of.ties[tie]!.label), el('ul', {}, ...some.map(entry)))]
      }))])
  }
  const unsaid = organizations.some(one => one.sector === null)
  return el('ul', { class: 'same' }, ...[...of.sectors.keys(), ...unsaid ? [null] : []].map(section))
}

function inOrder (some: readonly Organization[]): Organization[] {
  return [...some].sort((a, b) => a.born - b.born)
}
