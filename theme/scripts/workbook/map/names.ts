import type { Turns } from '../turns.ts'
import { lineOf, meet, ring, wedge, type Box, type Frame, type Parts } from './frame.ts'
import type { Placed, Standing } from './slots.ts'
import { widthOf, wrapped } from './text-width.ts'

/** A name, or a number for it, beside its mark. */
export interface Label<T> {
  of: T
  lines: readonly string[]
  /** Baseline of the first line. */
  x: number
  y: number
  anchor: 'start' | 'middle' | 'end'
  box: Box
  /** The number that stands there, where the name finds no place; 0 for none. */
  number: number
}

interface Candidate { lines: readonly string[], x: number, anchor: Label<unknown>['anchor'], box: Box, cost: number, isNumber: boolean }

interface Task<T extends Standing> { mark: Placed<T>, candidates: Candidate[] }

/** Between a name and another one, a mark, and what stands around, as shares of the names' size. */
const room = { name: 0.3, mark: 0.2, rim: 0.4 }
/** How often a name may make others look for another place, in all. */
const mostMoves = 400

/** A place that costs more is none: it would lie on the middle, or far from its cell. */
const mostCost = 300
/** What it costs that a number stands for a name. */
const numberCost = 420
/** As wide as any number that stands for a name. */
const widestNumber = '88'

/**
 * Finds a place for each name beside its mark, clear of other names, of marks, and of what stands around; off the lines where it can.
 * It rests between two names. Where a name finds none, a number stands
 * for it; a mark that has neither is not in what comes back.
 * @param taken What names must keep off.
 */
export function * placeNames<T extends Standing & { name: string }> (frame: Frame, parts: Parts, marks: readonly Placed<T>[], taken: readonly Box[]): Turns<Label<T>[]> {
  const dots = marks.map(mark => dotOf(frame, mark))
  const tasks: Task<T>[] = []
  for (const mark of marks) {
    tasks.push({ mark, candidates: candidatesFor(frame, parts, mark, dots, taken, marks.indexOf(mark)) })
    yield
  }
  return yield * settle(frame, tasks)
}

/** What a mark takes up. */
export function dotOf ({ reach }: Frame, { x, y }: { x: number, y: number }): Box {
  return [x - reach, y - reach, x + reach, y + reach]
}

function candidatesFor<T extends Standing & { name: string }> (frame: Frame, parts: Parts, mark: Placed<T>, dots: readonly Box[], taken: readonly Box[], own: number): Candidate[] {
  const { size, line } = frame.names!
  const found: Candidate[] = []
  const seen = new Set<string>()
  const number = [widestNumber]
  for (const lines of [...[11.2, 7.6, 5.8].map(most => wrapped(mark.of.name, size, size * most, 3)), number]) {
    const said = lines.join('\n')
    if (seen.has(said)) continue
    seen.add(said)
    const isNumber = lines === number
    const width = Math.max(...lines.map(text => widthOf(text, size)))
    const height = lines.length * line
    for (const [dx, dy, price] of ways) {
      const off = frame.reach + size * (isNumber ? 0.15 : 0.3)
      const left = dx === 1 ? mark.x + off : dx === -1 ? mark.x - off - width : mark.x - width / 2 + dx * width
      const top = dy === 1 ? mark.y + off * 0.85 : dy === -1 ? mark.y - off * 0.85 - height : mark.y - height / 2 + dy * height
      const box: Box = [left, top, left + width, top + height]
      if (Math.abs(left) > frame.width / 2 || Math.abs(box[2]) > frame.width / 2 || top < -frame.height / 2 || box[3] > frame.height / 2) continue
      if (taken.some(other => meet(other, box, size * room.rim)) || dots.some((dot, i) => i !== own && meet(dot, box, size * (isNumber ? 0.05 : room.mark)))) continue
      const cost = price + lines.length + crossing(frame, parts, mark.of, box) + (isNumber ? numberCost : 0)
      if (cost < mostCost + (isNumber ? numberCost : 0)) found.push({ lines, anchor: dx === 1 ? 'start' : dx === -1 ? 'end' : 'middle', x: dx === 1 ? left : dx === -1 ? box[2] : (left + box[2]) / 2, box, cost, isNumber })
    }
  }
  return found.sort((a, b) => a.cost - b.cost)
}

/**
 * Where a name can stand, and what that costs: 1 and -1 are wholly beside, above or below its mark; shares in between move it along
 * the mark's side by that share of its own width or height.
 */
const ways: readonly (readonly [dx: number, dy: number, cost: number])[] = [
  [1, 0, 0], [-1, 0, 0.3], [0, 1, 0.8], [0, -1, 1], [1, 0.28, 1], [1, -0.28, 1], [-1, 0.28, 1.3], [-1, -0.28, 1.3],
  [0.25, 1, 1.8], [-0.25, 1, 1.8], [0.25, -1, 2], [-0.25, -1, 2], [0.4, 1, 2.6], [-0.4, 1, 2.6], [0.4, -1, 2.8], [-0.4, -1, 2.8]
]

/** What it costs that a name leaves its cell, and lies across lines; the wider a line, the more. */
function crossing (frame: Frame, parts: Parts, { sector, tie }: Standing, box: Box): number {
  const [inner, outer] = ring(frame, parts, tie)
  const [from, to] = wedge(parts, sector)
  const size = frame.names!.size
  let cost = 0
  for (let i = 0; i <= 6; i++) {
    for (const share of [0, 0.5, 1]) {
      const x = box[0] + (box[2] - box[0]) * i / 6
      const y = box[1] + (box[3] - box[1]) * share
      const distance = Math.hypot(x, y)
      const angle = Math.atan2(x, -y) - (from + to) / 2
      const beyond = (Math.abs(Math.atan2(Math.sin(angle), Math.cos(angle))) - (to - from) / 2) * distance
      if (beyond > -2) cost += 2.2 + Math.max(0, beyond) / size * 2.4
      if (distance < frame.hub + size * 0.5) cost += 400
      if (distance > outer) cost += tie === parts.ties - 1 ? 0.6 : 1.6 + (distance - outer) / size * 1.4
      if (distance < inner) cost += 2 + (inner - distance) / size * 1.4
      for (let k = 0; k < parts.ties; k++) {
        const width = lineOf(frame, parts, k)
        const off = Math.abs(distance - ring(frame, parts, k)[1])
        if (off < width / 2 + size * 0.2) cost += width / frame.lines[0]! * (off < width / 2 + 1 ? 9 : 4) + 0.6
      }
    }
  }
  return cost
}

/** Those with the fewest places first; who finds none makes others look for another one, a limited number of times. */
function * settle<T extends Standing> (frame: Frame, tasks: Task<T>[]): Turns<Label<T>[]> {
  const near = frame.names!.size * room.name
  const stands = new Map<Task<T>, Candidate>()
  /** How often one had to look anew: who often had, is let alone. */
  const moved = new Map<Task<T>, number>()
  const waiting = [...tasks].sort((a, b) => a.candidates.length - b.candidates.length || a.mark.of.born - b.mark.of.born)
  for (let moves = 0; waiting.length > 0;) {
    const task = waiting.shift()!
    let best: { candidate: Candidate, others: Task<T>[], cost: number } | undefined
    for (const candidate of task.candidates) {
      if (best !== undefined && candidate.cost >= best.cost) break
      const others = [...stands].flatMap(([other, { box }]) => meet(box, candidate.box, near) ? [other] : [])
      if (others.length > 0 && moves >= mostMoves) continue
      const cost = candidate.cost + others.reduce((sum, other) => sum + 40 + 30 * (moved.get(other) ?? 0), 0)
      if (best === undefined || cost < best.cost) best = { candidate, others, cost }
    }
    if (best !== undefined) {
      for (const other of best.others) {
        stands.delete(other)
        moved.set(other, (moved.get(other) ?? 0) + 1)
        waiting.push(other)
        moves++
      }
      stands.set(task, best.candidate)
    }
    yield
  }
  let number = 0
  return tasks.flatMap(task => {
    const found = stands.get(task)
    if (found === undefined) return []
    const { box, x, anchor, isNumber } = found
    if (isNumber) number++
    return [{ of: task.mark.of, lines: isNumber ? [String(number)] : found.lines, x, y: box[1] + frame.names!.size * 0.87, anchor, box, number: isNumber ? number : 0 }]
  })
}
