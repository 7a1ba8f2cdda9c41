import * as words from '../../words/map.ts'
import type { Box, Frame } from './frame.ts'
import type { MapTable } from './organizations.ts'
import { widthOf } from './text-width.ts'

/** One line of what explains the picture: a thread, a mark, or a heading. */
export interface Key {
  kind: 'head' | 'tie' | 'level' | 'unsaid' | 'hollow'
  /** Index among the closenesses or levels. */
  index: number
  text: string
  /** Where its sign begins, and its baseline; the text stands `indent` further. */
  x: number
  y: number
  indent: number
}

/** How many levels have a shape of their own. */
export const shapes = 4

/** How high the lines of a corner may be in all, in heights of their letters. */
const mostRoom = 9.3

/** How many stand in each ring, the closest first. @param counts In each sector, and of these in each ring. */
export function ringTotals (ties: number, counts: readonly (readonly number[])[]): number[] {
  return Array.from({ length: ties }, (_, tie) => counts.reduce((all, sector) => all + (sector[tie] ?? 0), 0))
}

/** What lines and marks mean, in the lower corners, and the room that each corner takes. @param totals How many stand in each ring. */
export function keysOf (frame: Frame, of: MapTable, totals: readonly number[]): { keys: Key[], boxes: Box[] } {
  if (frame.rim.kind !== 'names') return { keys: [], boxes: [] }
  const size = frame.rim.count
  const bottom = frame.height / 2 - size * 0.5
  const levels = of.levels.slice(0, shapes)
  const corners: Omit<Key, 'x' | 'y'>[][] = [
    [{ kind: 'head', index: 0, text: words.keys.closeness, indent: 0 }, ...of.ties.map((tie, index) => ({ kind: 'tie' as const, index, text: words.picture.ofTie({ tie: tie.label, number: totals[index] ?? 0 }), indent: size * 3.1 }))],
    [...levels.length === 0 ? [] : [{ kind: 'head' as const, index: 0, text: words.keys.level, indent: 0 }],
      ...levels.map((level, index) => ({ kind: 'level' as const, index, text: level.label, indent: size * 1.9 })),
      { kind: 'unsaid', index: 0, text: words.notSaid, indent: size * 1.9 }, { kind: 'hollow', index: 0, text: words.keys.hollow, indent: size * 1.9 }]
  ]
  const keys: Key[] = []
  const boxes = corners.map((lines, corner): Box => {
    // Two figures have room, so that one organization more moves nothing.
    const width = Math.max(...lines.map(line => line.indent + (line.kind === 'tie' ? widthOf(words.picture.ofTie({ tie: of.ties[line.index]!.label, number: Math.max(88, totals[line.index] ?? 0) }), size) : widthOf(line.text, size * (line.kind === 'head' ? 1.06 : 1)))))
    // A corner has room for six lines; more of them stand closer.
    const row = size * Math.min(1.55, mostRoom / lines.length)
    const x = corner === 0 ? -frame.width / 2 + 2 : frame.width / 2 - 2 - width
    const top = bottom - (lines.length - 1) * row - size
    lines.forEach((line, i) => { keys.push({ ...line, x, y: bottom - (lines.length - 1 - i) * row }) })
    return [x, top, x + width, bottom + size * 0.3]
  })
  return { keys, boxes }
}
