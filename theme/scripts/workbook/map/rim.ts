import { meet, polar, wedge, type Box, type Frame, type Parts } from './frame.ts'
import { widthOf, wrapped } from './text-width.ts'

/** What stands at a sector's outer edge. */
export interface RimText {
  sector: number
  /** One for each line; the first line's baseline is at `y`. */
  lines: string[]
  x: number
  y: number
  anchor: 'start' | 'middle' | 'end'
  /** Stands behind the last line: how many there are; '' for nothing. */
  count: string
  /** Whether the last line says that there is nobody. */
  open: boolean
  box: Box
}

/** A letter for each sector, as they stand around narrow pictures. */
export function letterOf (sector: number): string {
  return String.fromCharCode(65 + sector)
}

/** Letters around the target. */
export function rimLetters (frame: Frame, parts: Parts): RimText[] {
  const { size } = frame.rim
  return Array.from({ length: parts.sectors }, (_, sector) => {
    const [x, y] = polar(frame.radius + size, middleOf(parts, sector))
    const half = size * 0.45
    return { sector, lines: [letterOf(sector)], x, y: y + size * 0.36, anchor: 'middle' as const, count: '', open: false, box: [x - half, y - half, x + half, y + half] as const }
  })
}

/**
 * The sectors' names, wholly outside the rim: level with the middle of their wedges where there is room, and one below the other where
 * there is not.
 * @param counts How many are shown in each sector; null where nobody is.
 * @param nobody What is said where nobody is.
 */
export function rimNames (frame: Frame, parts: Parts, names: readonly string[], counts: readonly (number | null)[], nobody: string): RimText[] {
  const { size, line, count: countSize } = frame.rim
  const widest = Math.max(size * 5.5, Math.min(size * 9.5, frame.width / 2 - frame.radius * 0.78))
  const top = -frame.height / 2 + 2
  const sides = [1, -1].map(side => names.flatMap((name, sector) => {
    const angle = middleOf(parts, sector)
    if ((Math.sin(angle) >= 0 ? 1 : -1) !== side) return []
    const open = counts[sector] === null
    const lines = wrapped(name, size, widest, 3)
    if (open) lines.push(nobody)
    const count = open ? '' : String(counts[sector])
    const width = Math.max(...lines.map((text, i) => widthOf(text, open && i === lines.length - 1 ? countSize : size * 1.06) + (i === lines.length - 1 && count !== '' ? 6 + widthOf(count, countSize) : 0)))
    return [{ sector, lines, open, count, width, height: lines.length * line, middle: -Math.cos(angle) * (frame.radius + size * 1.1) }]
  }).sort((a, b) => a.middle - b.middle))
  return sides.flatMap((side, i) => {
    const way = i === 0 ? 1 : -1
    let free = top
    const tops = side.map(text => {
      const at = Math.max(free, Math.min(frame.height / 2 - 2 - text.height, text.middle - text.height / 2))
      free = at + text.height + size * 0.35
      return at
    })
    // What went below the edge goes up, and takes along whoever stands in its way.
    let floor = frame.height / 2 - 2
    for (let at = side.length - 1; at >= 0; at--) {
      tops[at] = Math.min(tops[at]!, floor - side[at]!.height)
      floor = tops[at]! - size * 0.35
    }
    return side.map((text, at) => placed(frame, text, tops[at]!, way))
  })
}

function placed (frame: Frame, text: { sector: number, lines: string[], open: boolean, count: string, width: number, height: number }, top: number, side: 1 | -1): RimText {
  const { size } = frame.rim
  const clear = frame.radius + size * 0.75
  // Of its lines the one that is nearest to the middle's height has the rim nearest to it.
  const nearest = top > 0 ? top : top + text.height < 0 ? -(top + text.height) : 0
  const beside = Math.sqrt(Math.max(0, clear * clear - nearest * nearest))
  const x = Math.max(2, Math.min(beside, frame.width / 2 - 2 - text.width)) * side
  return {
    ...text, x, y: top + size * 0.92, anchor: side > 0 ? 'start' : 'end',
    box: side > 0 ? [x, top, x + text.width, top + text.height] : [x - text.width, top, x, top + text.height]
  }
}

function middleOf (parts: Parts, sector: number): number {
  const [from, to] = wedge(parts, sector)
  return (from + to) / 2
}

/** Whether two of them meet, or one and what stands in the corners: then there is no room for so many, and letters stand there. */
export function isCrowded (rim: readonly RimText[], corners: readonly Box[]): boolean {
  return rim.some((one, i) => [...rim.slice(i + 1).map(other => other.box), ...corners].some(box => meet(one.box, box)))
}
