import { listOf } from '../in-words.ts'
import * as words from '../../words/map.ts'
import type { CommunityMap, Organization } from './organizations.ts'
import { dotsOf, type Picture } from './picture.ts'
import { letterOf } from './rim.ts'
import { leadTo } from './said.ts'

/** How many of those that are not in the picture are named. */
const mostNamed = 12

/** What is to know about the picture, in two or three sentences. */
export function aboutPicture ({ organizations }: CommunityMap, { frame, labels, more }: Picture): string {
  const count = organizations.length
  const how = frame.numbers !== null ? words.picture.numbered({ count }) : labels.length > 0 || count === 0 ? words.picture.named({ count }) : words.picture.marks({ count })
  return [how, words.picture.threads, ...more.length > 0 ? [words.picture.moreInList] : []].join(' ')
}

/** All that is said below a picture that stands without its page: who stands where, and what is said beside it. */
export function wordsOfPicture (map: CommunityMap, picture: Picture): string[] {
  return [...listed(map, picture), besidePicture(map, picture)].filter(text => text !== '')
}

/** Who stands where, where the picture does not say it by names: a line for each sector. */
function listed (map: CommunityMap, { frame, letters, labels }: Picture): string[] {
  if (labels.length > 0) return []
  const { dots } = dotsOf(map)
  return map.of.sectors.flatMap(({ label }, sector) => {
    const here = dots.filter(dot => dot.sector === sector)
    const names = here.map(({ number, name }) => frame.numbers === null ? name : words.picture.listed({ number, name })).join('; ')
    return here.length === 0 && !letters ? [] : [words.picture.inSector({ sector: letters ? `${letterOf(sector)}. ${label}` : label, names: names === '' ? words.nobodyYet : names })]
  })
}

/** For which names numbers stand, who leads to whom, and which organizations have no place in the picture; '' for none. */
export function besidePicture (map: CommunityMap, { labels }: Picture): string {
  const { missing } = dotsOf(map)
  const count = missing.length
  const numbered = labels.filter(label => label.number > 0).map(({ number, of: { name } }) => words.picture.numberOf({ number, name }))
  return [
    ...numbered.length === 0 ? [] : [words.picture.numbers({ names: listOf(numbered) })],
    ...waysIn(map),
    ...withoutSector(map, missing),
    ...count === 0 ? [] : [count > mostNamed ? words.picture.missingMany({ count }) : words.picture.missing({ count, names: listOf(missing.map(one => one.name)) })]
  ].join(' ')
}

/** Who can introduce the agency to those that it only knows of: the picture has no room for it. */
function waysIn ({ of, organizations }: CommunityMap): string[] {
  const ways = new Map<string, string[]>()
  const led = organizations.filter(one => leadTo(of, one) !== '')
  for (const one of led.slice(0, mostNamed)) {
    const who = leadTo(of, one)
    ways.set(who, [...ways.get(who) ?? [], one.name])
  }
  const more = led.length - mostNamed
  const said = [...ways].map(([who, names]) => words.picture.wayTo({ who, names: names.join(', ') }))
  return led.length === 0 ? [] : [words.picture.ways({ ways: [...said, ...more > 0 ? [words.andMore({ number: more })] : []].join('; ') })]
}

/** How many have no sector, and of these how close: with them, all that the picture shows adds up. */
function withoutSector ({ of }: CommunityMap, missing: readonly Organization[]): string[] {
  const here = missing.filter(one => one.sector === null)
  const ties = [...of.ties.keys(), null].flatMap(tie => {
    const number = here.filter(one => one.tie === tie).length
    return number === 0 ? [] : [words.picture.ofTie({ tie: tie === null ? words.notSaid : of.ties[tie]!.label, number })]
  })
  return here.length === 0 ? [] : [words.picture.noSector({ count: here.length, ties: ties.join('; ') })]
}
