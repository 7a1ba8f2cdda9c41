import { isDay } from '../day.ts'
import { isFieldId } from '../field-id.ts'
import type { Guide } from '../guide.ts'
import { isOpen, keywords, planHome, steps } from '../plan.ts'
import { agency, planSubject, valueOf, type Workbook } from '../workbook.ts'
import { nearPairs } from './near-names.ts'
import type { CommunityMap, MapTable, Organization } from './organizations.ts'
import { partnersByName } from './vetting.ts'

/**
 * What a map can tell, in the order in which it is told:
 * - `due`: a next step is due today, or its day is past
 * - `review`: the day has come on which an agreement is looked at again
 * - `open`: nobody in a sector
 * - `close`: somebody in a sector, and nobody there with whom we work closely
 * - `way`: only known of, and somebody can introduce us
 * - `far`: only known of, and nobody is named who could
 * - `one`: known by one person alone
 * - `give`: we would gain something, and say nothing that we offer
 * - `take`: we offer something, and say nothing that we would gain
 * - `old`: not checked for a year
 * - `twin`: perhaps the same organization twice
 * - `work`: two that do the same
 * - `vet`: we work together, and it is not among our partners
 * - `soon`: a next step is due within two weeks
 * - `part`: its sector or how close it is is not said
 */
export type FindingKind = typeof kinds[number]

const kinds = ['due', 'review', 'open', 'close', 'way', 'far', 'one', 'give', 'take', 'old', 'twin', 'work', 'vet', 'soon', 'part'] as const

/** Something that the map tells, about one organization, two of them, or a sector. */
export interface Fact {
  kind: FindingKind
  /** Whom it is about; of two, the one that came first; null where it is about a sector. */
  organization: Organization | null
  /** The second of two. */
  other: Organization | null
  /** Index of the sector that it is about. */
  sector: number | null
  /** Where a step of the plan comes from that was made of it. */
  from: string
  /** Whether such a step stands in the plan and is still to be done. */
  planned: boolean
}

/** Facts of one kind: they are told in one sentence. */
export interface Finding {
  kind: FindingKind
  facts: readonly Fact[]
  /** Whether they were put aside. */
  aside: boolean
  /** Where a step of the plan comes from that was made of all of them. */
  from: string
  planned: boolean
}

/** How long before its day a step comes into view, in days. */
const ahead = 14
/** Of more organizations in one sector it is not looked whether two do the same: each is compared with each. */
const mostCompared = 150

/** All that the map tells, what was put aside at the end. @param today Such as 2026-03-14. */
export function findingsOf (map: CommunityMap, guide: Guide, book: Workbook, today: string): Finding[] {
  const planned = new Set(steps(book, planHome(guide)).filter(isOpen).map(step => step.from))
  const told = kinds.flatMap(kind => factsOf(kind, map, book, today)).map((fact): Fact => {
    const from = originOf(map.of, fact)
    return { ...fact, from, planned: planned.has(from) }
  })
  const putAside = new Set(told.filter(fact => isAside(map.of, fact, book)))
  const [here, aside] = [false, true].map(which => kinds.flatMap((kind): Finding[] => {
    const facts = told.filter(fact => fact.kind === kind && putAside.has(fact) === which)
    const from = `${agency}/${map.of.table.id}.${kind}`
    return facts.length === 0 ? [] : [{ kind, facts, aside: which, from, planned: planned.has(from) }]
  }))
  return [...here!, ...aside!]
}

type Bare = Omit<Fact, 'from' | 'planned'>

function factsOf (kind: FindingKind, map: CommunityMap, book: Workbook, today: string): Bare[] {
  const { organizations, of } = map
  const last = of.ties.length - 1
  const about = (wanted: (one: Organization) => boolean): Bare[] =>
    organizations.filter(wanted).map(organization => ({ kind, organization, other: null, sector: null }))
  const near = (one: Organization): boolean => one.tie !== null && one.tie < last
  const has = (mark: 'introducer' | 'offer' | 'gain' | 'known-by' | 'level'): boolean => of.columns.has(mark)
  switch (kind) {
    case 'due': return about(one => isDay(one.said.due) && one.said.due <= today)
    case 'review': return about(one => isDay(one.said.review) && one.said.review <= today)
    // A map without anybody has nothing to tell yet.
    case 'open': return organizations.length === 0 ? [] : of.sectors.flatMap((_, sector) =>
      organizations.some(one => one.sector === sector) ? [] : [{ kind, organization: null, other: null, sector }])
    case 'close': return of.sectors.flatMap((_, sector) => {
      const here = organizations.filter(one => one.sector === sector)
      // Where it is not said how close somebody is, nobody knows.
      return here.length > 0 && here.every(one => one.tie !== null && one.tie > 0) ? [{ kind, organization: null, other: null, sector }] : []
    })
    case 'way': return about(one => one.tie === last && wayIn(one).trim() !== '')
    case 'far': return has('introducer') ? about(one => one.tie === last && wayIn(one).trim() === '') : []
    case 'one': return about(one => near(one) && isKnownByOne(one))
    case 'give': return has('offer') ? about(one => one.said.gain !== '' && one.said.offer === '') : []
    case 'take': return has('gain') ? about(one => one.said.offer !== '' && one.said.gain === '') : []
    case 'old': return about(one => one.look === 'checked')
    case 'twin': return nearPairs(organizations).map(([organization, other]) => ({ kind, organization, other, sector: null }))
    case 'work': return sameWork(map).map(([organization, other]) => ({ kind, organization, other, sector: organization.sector }))
    case 'vet': {
      const partner = partnersByName(book)
      return about(one => one.tie === 0 && partner(one.name) === undefined)
    }
    case 'soon': return about(one => isDay(one.said.due) && one.said.due > today && one.said.due <= daysAfter(today, ahead))
    case 'part': return about(one => one.sector === null || one.tie === null)
  }
}

/** Who could introduce us: whoever is named for it, else whoever of us knows them; '' for nobody. */
export function wayIn ({ said }: Organization): string {
  return said.introducer.trim() === '' ? said['known-by'] : said.introducer
}

/** By the level where it is said, else by the roles that are named: several are parted by a sign, or stand on several lines. */
function isKnownByOne ({ level, said }: Organization): boolean {
  return level === null ? said['known-by'] !== '' && !/[,;/&+\n]/.test(said['known-by'].trim()) : level === 0
}

/** Each organization with the first one in its sector whose strengths are said with the same words. */
function sameWork ({ of, organizations }: CommunityMap): [Organization, Organization][] {
  return of.sectors.flatMap((_, sector) => {
    const here = organizations.filter(one => one.sector === sector && one.said.strengths !== '').slice(0, mostCompared)
      .map(one => ({ one, words: new Set(keywords(one.said.strengths)) }))
    return here.flatMap(({ one, words }, at): [Organization, Organization][] => {
      const same = here.find((other, i) => i < at && isShared(other.words, words))
      return same === undefined ? [] : [[same.one, one]]
    })
  })
}

function isShared (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a]
  let shared = 0
  for (const word of few) if (many.has(word)) shared++
  return shared > 1 && shared * 2 >= few.size
}

function originOf ({ table, sectors }: MapTable, { kind, organization, sector, other }: Bare): string {
  return `${agency}/${table.id}.${organization?.key ?? sectors[sector!]!.id}.${kind}${other === null ? '' : `.${other.key}`}`
}

/** What a fact is as long as it is put aside: another day, or another organization, is another fact. */
function stateOf ({ kind, organization, other }: Bare): string {
  switch (kind) {
    case 'due':
    case 'soon': return organization!.said.due
    case 'review': return organization!.said.review
    case 'old': return organization!.said.checked || 'yes'
    case 'twin':
    case 'work': return other!.key
    case 'way': return wayIn(organization!).slice(0, 100)
    case 'open': case 'close': case 'far': case 'one': case 'give': case 'take': case 'vet': case 'part': return 'yes'
  }
}

/**
 * Under which field of the subject `plan` it is kept that a fact was put aside, as what a step of the plan came from is: it is
 * stamped, merged, undone and erased as any answer, goes with its row where that gets another key, and stands in no document.
 * Null where an id of that length cannot be.
 */
function asideField (of: MapTable, fact: Bare): string | null {
  const id = asideId(of, fact)
  return isFieldId(id) ? id : null
}

function asideId ({ table, sectors }: MapTable, { kind, organization, sector }: Bare): string {
  return `${table.id}.${organization?.key ?? sectors[sector!]!.id}.a-${kind === 'review' ? 'see' : kind}`
}

/** Under an id that cannot be, nothing is kept. */
function isAside (of: MapTable, fact: Bare, book: Workbook): boolean {
  const kept = valueOf(book, planSubject, asideId(of, fact))
  return kept !== '' && kept.split('\n').includes(stateOf(fact))
}

/** Facts with the field in which it is kept that they were put aside, and what it says then; two of one row may share a field. */
export function asideValues (of: MapTable, facts: readonly Fact[], book: Workbook, aside: boolean): { field: string, value: string }[] {
  const values = new Map<string, Set<string>>()
  for (const fact of facts) {
    const field = asideField(of, fact)
    if (field === null) continue
    const now = values.get(field) ?? new Set(valueOf(book, planSubject, field).split('\n').filter(state => state !== ''))
    if (aside) now.add(stateOf(fact))
    else now.delete(stateOf(fact))
    values.set(field, now)
  }
  return [...values].map(([field, states]) => ({ field, value: [...states].join('\n') }))
}

function daysAfter (day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)
}
