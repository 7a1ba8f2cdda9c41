/**
 * The target: wedges by sector, rings by closeness, all around one middle. Whatever is drawn of it is worked out in these files,
 * without a page: the same rows give the same picture on every machine.
 */

/** A place where pictures stand, with its own measures; lengths are units of the picture. */
export interface Frame {
  width: number
  height: number
  /** Radius of the outer ring's outer line. */
  radius: number
  /** Radius of what stands for the agency in the middle. */
  hub: number
  /** From the middle of a mark to whatever of it reaches farthest. */
  reach: number
  /** Room between two marks. */
  apart: number
  /** Widths of the rings' lines, the closest first; a ring has the line of its share of the way out. */
  lines: readonly number[]
  /** Height of names in the picture, and from one of their lines to the next; null where names do not stand in it. */
  names: { size: number, line: number } | null
  /** Height of numbers that stand in the marks; null where none do. */
  numbers: number | null
  /** What stands around: the sectors' names, or letters for them. */
  rim: { kind: 'names' | 'letters', size: number, line: number, count: number }
  /** Height of the words that say how many more there are. */
  more: number
}

/** On wide screens; a unit is a pixel there. Names up to a number of organizations, numbers beyond. */
export const wide: Frame = {
  width: 1120, height: 880, radius: 412, hub: 72, reach: 7.6, apart: 1.6, lines: [10, 7, 3, 2.4],
  names: { size: 13.5, line: 15.5 }, numbers: null, rim: { kind: 'names', size: 16, line: 19, count: 14 }, more: 13
}
export const wideNumbers: Frame = { ...wide, radius: 418, reach: 12, apart: 1, names: null, numbers: 13 }

/** On narrow screens: letters around it, and marks alone. */
export const narrow: Frame = {
  width: 400, height: 400, radius: 172, hub: 33, reach: 4.8, apart: 0.4, lines: [6, 4.2, 2.2, 1.8],
  names: null, numbers: null, rim: { kind: 'letters', size: 17, line: 20, count: 0 }, more: 17
}

/** On one page across; a unit is a point. */
export const paper: Frame = {
  width: 734, height: 470, radius: 213, hub: 28, reach: 4.4, apart: 0.4, lines: [5, 3.5, 1.8, 1.4],
  names: { size: 9, line: 10.2 }, numbers: null, rim: { kind: 'names', size: 10, line: 12, count: 9 }, more: 9
}
export const paperNumbers: Frame = {
  ...paper, width: 420, height: 420, radius: 192, reach: 8.4, apart: 0.4, names: null, numbers: 9, rim: { kind: 'letters', size: 12, line: 14, count: 0 }
}

/** On a page of a document, where the list stands on others. */
export const documentNumbers: Frame = { ...paper, reach: 8.4, apart: 0.4, names: null, numbers: 9 }

/** How the target is parted. */
export interface Parts {
  sectors: number
  ties: number
}

const turn = 2 * Math.PI

/** A point at a distance from the middle; angles begin at the top and go as clocks do. */
export function polar (radius: number, angle: number): [x: number, y: number] {
  return [radius * Math.sin(angle), -radius * Math.cos(angle)]
}

/** Where a sector begins and ends. */
export function wedge ({ sectors }: Parts, sector: number): [from: number, to: number] {
  return [turn * sector / sectors, turn * (sector + 1) / sectors]
}

/** Rings of equal area around the middle, the closest first: an inner cell holds about as many marks as an outer one. */
export function ring ({ radius, hub }: Frame, { ties }: Parts, tie: number): [inner: number, outer: number] {
  const edge = (k: number): number => Math.sqrt(hub * hub + k * (radius * radius - hub * hub) / ties)
  return [edge(tie), edge(tie + 1)]
}

/** Which of four lines a ring has, so that the first and the last ring have the first and the last. */
export function strength ({ ties }: Parts, tie: number): 0 | 1 | 2 | 3 {
  return Math.round(tie * 3 / (ties - 1)) as 0 | 1 | 2 | 3
}

/** Width of a ring's line. */
export function lineOf (frame: Frame, parts: Parts, tie: number): number {
  return frame.lines[strength(parts, tie)]!
}

/** Left, top, right, bottom. */
export type Box = readonly [number, number, number, number]

/** Whether two boxes meet, or come nearer than that. */
export function meet (a: Box, b: Box, near = 0): boolean {
  return a[0] < b[2] + near && b[0] < a[2] + near && a[1] < b[3] + near && b[1] < a[3] + near
}
