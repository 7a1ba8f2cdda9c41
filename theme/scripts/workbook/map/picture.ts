import type { Turns } from '../turns.ts'
import { documentNumbers, paper, paperNumbers, wide, wideNumbers, type Box, type Frame, type Parts } from './frame.ts'
import { keysOf, ringTotals } from './keys.ts'
import { placeNames, type Label } from './names.ts'
import type { CommunityMap, Organization } from './organizations.ts'
import { isCrowded, rimLetters, rimNames, type RimText } from './rim.ts'
import { placeMarks, type More, type Placed, type Stood } from './slots.ts'

/** Up to how many organizations the names stand in the picture. */
export const mostNames = 40

/** For how many names a number may stand where all others stand in the picture. */
const mostNumbers = 6

/** An organization that has its place in the target. */
export interface Dot extends Organization {
  sector: number
  tie: number
  /** Its number among those of its sector. */
  number: number
}

/** All that a picture of the map shows, with places. */
export interface Picture {
  frame: Frame
  parts: Parts
  /** How many stand in each sector, and of these in each ring. */
  counts: readonly (readonly number[])[]
  /** Whether nobody is in a sector, shown or not. */
  open: readonly boolean[]
  marks: readonly Placed<Dot>[]
  more: readonly More[]
  rim: readonly RimText[]
  /** Whether letters stand around it, for sectors whose names stand elsewhere. */
  letters: boolean
  /** What the corners take that say what lines and marks mean. */
  keys: readonly Box[]
  /** Names, where they stand in the picture. */
  labels: readonly Label<Dot>[]
}

/** Which of the two frames of a place a map needs: with names, or with numbers. */
export const frames = { screen: [wide, wideNumbers], paper: [paper, paperNumbers], document: [paper, documentNumbers] } as const

/** Those that have a place in the target, and those of which it is not said where they belong. */
export function dotsOf ({ organizations }: CommunityMap): { dots: Dot[], missing: Organization[] } {
  const numbers = new Map<number, number>()
  const dots: Dot[] = []
  const missing: Organization[] = []
  for (const one of [...organizations].sort((a, b) => a.born - b.born)) {
    if (one.sector === null || one.tie === null) missing.push(one)
    else {
      const number = (numbers.get(one.sector) ?? 0) + 1
      numbers.set(one.sector, number)
      dots.push({ ...one, sector: one.sector, tie: one.tie, number })
    }
  }
  return { dots, missing }
}

/** Where marks stood in the pictures that somebody sees one after the other, so that those that stay do not move. */
export class Places {
  readonly #stood = new Map<Frame, Stood>()

  of (frame: Frame): Stood {
    const known = this.#stood.get(frame)
    if (known !== undefined) return known
    const made: Stood = new Map()
    this.#stood.set(frame, made)
    return made
  }
}

/**
 * Marks and what stands around them, without names: these take longer (`settle`).
 * @param nobody What is said of a sector in which nobody is.
 * @param before Of the pictures before this one; without, the same rows give the same picture.
 */
export function pictureOf (map: CommunityMap, frame: Frame, nobody: string, before = new Places()): Picture {
  const parts: Parts = { sectors: map.of.sectors.length, ties: map.of.ties.length }
  const { dots } = dotsOf(map)
  const counts = map.of.sectors.map((_, sector) => map.of.ties.map((_, tie) => dots.filter(dot => dot.sector === sector && dot.tie === tie).length))
  const names = frame.rim.kind === 'names' ? rimNames(frame, parts, map.of.sectors.map(sector => sector.label), counts.map((count, sector) => map.known.has(sector) ? sum(count) : null), nobody) : []
  const { boxes } = keysOf(frame, map.of, ringTotals(parts.ties, counts))
  const letters = names.length === 0 || isCrowded(names, boxes)
  return { frame, parts, counts, open: map.of.sectors.map((_, sector) => !map.known.has(sector)), ...placeMarks(frame, parts, dots, before.of(frame)), rim: letters ? rimLetters(frame, parts) : names, letters, keys: boxes, labels: [] }
}

/** The picture of a place: with names where there are few enough and each finds its place, else with numbers. */
export function * settle (map: CommunityMap, [named, numbered]: readonly [Frame, Frame], nobody: string, before = new Places()): Turns<Picture> {
  const found = map.organizations.length > mostNames ? null : yield * withNames(pictureOf(map, named, nobody, before))
  return found ?? pictureOf(map, numbered, nobody, before)
}

/** The picture with its names, in turns; null where too many of them find no place: then numbers stand for all. */
function * withNames (picture: Picture): Turns<Picture | null> {
  const { frame, parts, marks, rim, more, keys } = picture
  if (frame.names === null || more.length > 0) return null
  const labels = yield * placeNames(frame, parts, marks, [...rim.map(text => text.box), ...keys])
  return labels.length < marks.length || labels.filter(label => label.number > 0).length > mostNumbers ? null : { ...picture, labels }
}

function sum (numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0)
}
