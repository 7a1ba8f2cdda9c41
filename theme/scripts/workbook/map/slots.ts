import { lineOf, polar, ring, wedge, type Frame, type Parts } from './frame.ts'

/** Where a mark can stand: how far from the middle, and how far from the middle of its wedge as an angle. */
interface Slot { radius: number, angle: number }

/** The places of a cell in the order in which they are given away. The first of them are clear of the lines beside the cell. */
interface Slots { places: readonly Slot[], clear: number }

/** What is wanted of two neighbors in the order, as a multiple of their pitch. */
const spread = 2.6

/**
 * The places of one ring's cells, each wide enough for a mark, in the order in which they are given away: first the middle of the
 * cell, then wherever there is room around, the nearest to the middle first.
 *
 * Nearer to a line than its own radius, a mark seems to lie on it, and reads as both sectors'. So no place is, but for marks with
 * numbers: they are large and many, and where a cell has no other place left, they stand there before they are only counted.
 */
function slotsOf (frame: Frame, parts: Parts, tie: number): Slots {
  const { reach, apart, numbers } = frame
  const [inner, outer] = ring(frame, parts, tie)
  const pitch = 2 * reach + apart
  const from = inner + (tie === 0 ? 2 : lineOf(frame, parts, tie - 1) / 2) + reach + 1
  const to = outer - lineOf(frame, parts, tie) / 2 - reach - 1
  const half = Math.PI / parts.sectors
  const rows = Math.max(1, Math.floor((to - from) / pitch + 1e-9) + 1)
  const step = rows > 1 ? (to - from) / (rows - 1) : 0
  const slots: Slot[] = []
  const near: Slot[] = []
  for (let row = 0; row < rows; row++) {
    const radius = rows > 1 ? from + row * step : (from + to) / 2
    const within = (room: number): number => half - Math.asin(Math.min(1, (reach + room) / radius))
    const most = within(1.5)
    if (most < 0) continue
    const clear = Math.max(0, within(reach))
    const free = numbers === null ? clear : most
    const least = 2 * Math.asin(Math.min(1, pitch / 2 / radius))
    const count = Math.floor(2 * free / least + 1e-9) + 1
    const between = count > 1 ? 2 * free / (count - 1) : 0
    for (let i = 0; i < count; i++) {
      const angle = count > 1 ? i * between - free : 0
      const isClear = Math.abs(angle) < clear + 1e-9
      if (isClear) slots.push({ radius, angle })
      else near.push({ radius, angle })
    }
  }
  const middle = (inner + outer) / 2
  return { places: [...inOrder(slots, middle, pitch), ...inOrder(near, middle, pitch)], clear: slots.length }
}

/** They are the same in every picture of a frame, and are worked out once. */
const known = new WeakMap<Frame, Map<string, readonly Slots[]>>()

/** The places of all rings, the closest first. */
function allSlots (frame: Frame, parts: Parts): readonly Slots[] {
  const ofFrame = known.get(frame) ?? new Map<string, readonly Slots[]>()
  known.set(frame, ofFrame)
  const which = `${parts.sectors} ${parts.ties}`
  const found = ofFrame.get(which) ?? Array.from({ length: parts.ties }, (_, tie) => slotsOf(frame, parts, tie))
  ofFrame.set(which, found)
  return found
}

function inOrder (slots: readonly Slot[], middle: number, pitch: number): Slot[] {
  const left = slots.map(slot => {
    const [x, y] = polar(slot.radius, slot.angle)
    return { slot, x, y, off: Math.hypot(x, y + middle), nearest: Infinity }
  })
  const done: Slot[] = []
  while (left.length > 0) {
    let best = 0
    const value = (i: number): number => Math.min(spread * pitch, left[i]!.nearest) - left[i]!.off * 0.55
    for (let i = 1; i < left.length; i++) if (value(i) > value(best) + 1e-6) best = i
    const [taken] = left.splice(best, 1)
    done.push(taken!.slot)
    for (const one of left) one.nearest = Math.min(one.nearest, Math.hypot(one.x - taken!.x, one.y - taken!.y))
  }
  return done
}

/** Who stands in a cell. */
export interface Standing { key: string, born: number, sector: number, tie: number }

/** A mark in its place. */
export interface Placed<T extends Standing> { of: T, x: number, y: number }

/** How many more there are in a cell than it holds, and where that is said: along the arc, so that it stays in its ring. */
export interface More {
  sector: number
  tie: number
  count: number
  /** The middle of the words, and by how many degrees they are turned. */
  x: number
  y: number
  turned: number
}

/** Who stood where in a frame while somebody works: keys by cell and place. */
export type Stood = Map<number, string>

/**
 * Gives each mark its place: the one that its row's number says, and where an older one has the same, the next one that is free. So a
 * row that changes moves no other mark but one that had given way to it; and none at all where it is known who stood where.
 * @param stood Who stood where before; is told who stands there now.
 */
export function placeMarks<T extends Standing> (frame: Frame, parts: Parts, all: readonly T[], stood: Stood = new Map()): { marks: Placed<T>[], more: More[] } {
  const cells = new Map<number, T[]>()
  for (const one of [...all].sort((a, b) => a.born - b.born)) {
    const cell = one.sector * parts.ties + one.tie
    const here = cells.get(cell)
    if (here === undefined) cells.set(cell, [one])
    else here.push(one)
  }
  const slots = allSlots(frame, parts)
  const marks: Placed<T>[] = []
  const more: More[] = []
  for (const [cell, here] of cells) {
    const { sector, tie } = here[0]!
    const [begin, end] = wedge(parts, sector)
    const { places, clear } = slots[tie]!
    const room = here.length > places.length ? roomForMore(frame, places, radiusOfMore(frame, parts, tie)) : []
    const seats = seated(here, places.length, clear, room, stood, cell)
    if (seats.size < here.length) {
      const [x, y] = polar(radiusOfMore(frame, parts, tie), (begin + end) / 2)
      const degrees = (begin + end) / 2 * 180 / Math.PI
      more.push({ sector, tie, count: here.length - seats.size, x, y, turned: degrees > 90 && degrees < 270 ? degrees - 180 : degrees })
    }
    for (const of of here) {
      const at = seats.get(of)
      if (at === undefined) continue
      const [x, y] = polar(places[at]!.radius, (begin + end) / 2 + places[at]!.angle)
      marks.push({ of, x, y })
    }
  }
  return { marks, more }
}

/** More than any cell has places. */
const manyPlaces = 10_000

/**
 * Who has which place of a cell. Whoever stood there stays; of the others, where not all have room, the oldest are shown.
 * @param clear How many places are clear of lines: those that come after are taken when no other is left.
 * @param room Places that nobody gets.
 */
function seated<T extends Standing> (here: readonly T[], places: number, clear: number, room: readonly number[], stood: Stood, cell: number): Map<T, number> {
  const seats = new Map<T, number>()
  const taken = new Set(room)
  const sit = (of: T, at: number): void => {
    if (taken.has(at) || seats.has(of)) return
    taken.add(at)
    seats.set(of, at)
  }
  const byKey = new Map(here.map(of => [of.key, of]))
  for (let at = 0; at < places; at++) {
    const of = byKey.get(stood.get(cell * manyPlaces + at) ?? '')
    if (of !== undefined) sit(of, at)
  }
  const coming = here.filter(of => !seats.has(of)).slice(0, places - room.length - seats.size)
  const own = ({ born }: T, on = 0): number => on < clear ? (born - 1 + on) % clear : clear + (born - 1 + on) % (places - clear)
  for (const of of coming) sit(of, own(of))
  for (const of of coming) for (let on = 1; on < places && !seats.has(of); on++) sit(of, own(of, on))
  for (const [of, at] of seats) stood.set(cell * manyPlaces + at, of.key)
  return seats
}

/** How high and how wide the words are that say how many more there are, at most, as shares of the letters' height. */
const sizeOfMore = { high: 0.8, wide: 2.5 }

/** How far from the middle they stand: in the outer part of their ring. */
function radiusOfMore (frame: Frame, parts: Parts, tie: number): number {
  return ring(frame, parts, tie)[1] - lineOf(frame, parts, tie) / 2 - Math.max(frame.reach, frame.more * sizeOfMore.high / 2) - 1
}

/** Which places of a full cell these words take. */
function roomForMore (frame: Frame, places: readonly Slot[], radius: number): number[] {
  const [high, wide] = [sizeOfMore.high, sizeOfMore.wide].map(share => share * frame.more / 2 + frame.reach + 0.5) as [number, number]
  return places.flatMap((place, at) => {
    // As they stand in a picture in which the words are not turned.
    const [x, y] = polar(place.radius, place.angle)
    return Math.abs(x) < wide && Math.abs(y + radius) < high ? [at] : []
  })
}
