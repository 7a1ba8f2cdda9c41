import { lineOf, polar, ring, wedge, type Frame, type Parts } from './frame.ts'

/** Where a mark can stand: how far from the middle, and how far from the middle of its wedge as an angle. */
interface Slot { radius: number, angle: number }

/** What is wanted of two neighbors in the order, as a multiple of their pitch. */
const spread = 2.6

/**
 * The places of one ring's cells, each wide enough for a mark, in the order in which they are given away: first the middle of the
 * cell, then wherever there is room around, the nearest to the middle first.
 */
function slotsOf (frame: Frame, parts: Parts, tie: number): Slot[] {
  const { reach, apart } = frame
  const [inner, outer] = ring(frame, parts, tie)
  const pitch = 2 * reach + apart
  const from = inner + (tie === 0 ? 2 : lineOf(frame, parts, tie - 1) / 2) + reach + 1
  const to = outer - lineOf(frame, parts, tie) / 2 - reach - 1
  const half = Math.PI / parts.sectors
  const rows = Math.max(1, Math.floor((to - from) / pitch + 1e-9) + 1)
  const step = rows > 1 ? (to - from) / (rows - 1) : 0
  const slots: Slot[] = []
  for (let row = 0; row < rows; row++) {
    const radius = rows > 1 ? from + row * step : (from + to) / 2
    const free = half - Math.asin(Math.min(1, (reach + 1.5) / radius))
    if (free < 0) continue
    const least = 2 * Math.asin(Math.min(1, pitch / 2 / radius))
    const count = Math.floor(2 * free / least + 1e-9) + 1
    const between = count > 1 ? 2 * free / (count - 1) : 0
    for (let i = 0; i < count; i++) slots.push({ radius, angle: count > 1 ? i * between - free : 0 })
  }
  return inOrder(slots, (inner + outer) / 2, pitch)
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

/**
 * Gives each mark its place: the one that its row's number says, and where an older one stands there, the next one that is free. So a
 * row that changes moves no other mark but one that had given way to it.
 */
export function placeMarks<T extends Standing> (frame: Frame, parts: Parts, all: readonly T[]): { marks: Placed<T>[], more: More[] } {
  const cells = new Map<number, T[]>()
  for (const one of [...all].sort((a, b) => a.born - b.born)) {
    const cell = one.sector * parts.ties + one.tie
    const here = cells.get(cell)
    if (here === undefined) cells.set(cell, [one])
    else here.push(one)
  }
  const slots = Array.from({ length: parts.ties }, (_, tie) => slotsOf(frame, parts, tie))
  const marks: Placed<T>[] = []
  const more: More[] = []
  for (const here of cells.values()) {
    const { sector, tie } = here[0]!
    const [begin, end] = wedge(parts, sector)
    const point = ({ radius, angle }: Slot): [number, number] => polar(radius, (begin + end) / 2 + angle)
    const places = slots[tie]!
    const taken = new Set<number>()
    let shown = here
    if (here.length > places.length) {
      const room = roomForMore(frame, places, radiusOfMore(frame, parts, tie))
      for (const at of room) taken.add(at)
      shown = here.slice(0, places.length - room.length)
      const [x, y] = polar(radiusOfMore(frame, parts, tie), (begin + end) / 2)
      const degrees = (begin + end) / 2 * 180 / Math.PI
      more.push({ sector, tie, count: here.length - shown.length, x, y, turned: degrees > 90 && degrees < 270 ? degrees - 180 : degrees })
    }
    for (const of of shown) {
      let at = (of.born - 1) % places.length
      while (taken.has(at)) at = (at + 1) % places.length
      taken.add(at)
      const [x, y] = point(places[at]!)
      marks.push({ of, x, y })
    }
  }
  return { marks, more }
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
