import { isDay } from '../day.ts'
import { dayText } from '../guide-index.ts'
import { listOf } from '../in-words.ts'
import * as words from '../../words/map.ts'
import { wayIn, type Fact, type Finding } from './findings.ts'
import type { CommunityMap, MapTable, Organization } from './organizations.ts'

/** How many sectors a title names. */
const mostNamed = 3

/** How many names a sentence or a step of the plan holds. */
const mostInStep = 12

/** What the map shows, in one sentence: its title. */
export function takeaway ({ of, organizations, known }: CommunityMap): string {
  const all = of.sectors.length
  if (organizations.length === 0 && known.size === 0) return words.title.empty
  if (known.size === 0) return words.title.noSectors({ count: organizations.length })
  const closest = new Set(organizations.flatMap(one => one.tie === 0 ? one.sector ?? [] : [])).size
  const open = of.sectors.filter((_, sector) => !known.has(sector)).map(sector => sector.label)
  const names = listOf(open)
  const say = { number: closest === 0 ? known.size : closest, all, names, open: open.length }
  if (open.length === 0) return closest === all ? words.title.workEach({ all }) : closest > 0 ? words.title.workAll(say) : words.title.knowAll({ all })
  return open.length > mostNamed
    ? (closest > 0 ? words.title.workMany : words.title.knowMany)(say)
    : (closest > 0 ? words.title.workSome : words.title.knowSome)(say)
}

/** What an organization's row says beside its sector and how close it is, in short statements. */
export function statements ({ levels }: MapTable, { level, said, look }: Organization): string[] {
  const found: string[] = []
  if (level !== null) found.push(words.about.knownBy({ level: levels[level]!.label }))
  if (said['known-by'] !== '') found.push(words.about.roles({ roles: oneText(said['known-by']) }))
  if (said.introducer !== '') found.push(words.about.introducer({ who: oneText(said.introducer) }))
  const [step, day] = [oneText(said['next-step']), isDay(said.due) ? dayText(said.due) : '']
  if (step !== '') found.push(day === '' ? words.about.next({ step }) : words.about.nextBy({ step, day }))
  else if (day !== '') found.push(words.about.by({ day }))
  if (look !== null) found.push({ due: words.about.lookDue, review: words.about.lookReview, checked: words.about.lookChecked }[look])
  return found
}

/** Who leads to an organization that is only known of; '' where nobody does, or it is closer. */
export function leadTo ({ ties }: MapTable, one: Organization): string {
  return one.tie === ties.length - 1 ? oneText(wayIn(one)) : ''
}

/** Whom a fact is about, in words. */
export function nameOfFact ({ sectors }: MapTable, { organization, other, sector }: Fact): string {
  if (organization === null) return sectors[sector!]!.label
  return other === null ? organization.name : words.pair({ one: organization.name, other: other.name })
}

/** What a finding says. */
export function titleOfFinding ({ kind, facts }: Finding): string {
  return words.tells[kind]({ count: facts.length })
}

/** The step of a plan that is made of a finding. */
export function stepOfFinding (of: MapTable, { kind, facts }: Finding): string {
  return words.asStep[kind]({ names: namesOfFacts(of, facts) })
}

/** Whom facts are about, in one text that names the first of them. */
export function namesOfFacts (of: MapTable, facts: readonly Fact[]): string {
  const names = facts.slice(0, mostInStep).map(fact => nameOfFact(of, fact))
  const more = facts.length - names.length
  return listOf(more > 0 ? [...names, words.andMore({ number: more })] : names)
}

function oneText (text: string): string {
  return text.trim().replace(/\s*\n\s*/g, '; ')
}
