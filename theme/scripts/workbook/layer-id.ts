import { randomName } from './stamp.ts'

/**
 * How the ids of layers begin: that of what the workbook itself said, of our half of what a partner answers too, of a partner's half that nobody
 * has seen yet, and of all others.
 */
const marks = { ours: 'ours', 'our-half': 'ourhalf', half: 'half', other: 'l' } as const

export type LayerMark = keyof typeof marks

/** An id that no layer has. */
export function layerId (mark: LayerMark = 'other'): string {
  return randomName(marks[mark])
}

/** An id that no layer has, for one that takes the place of another and says the same of itself. */
export function sameKindOf (id: string): string {
  return layerId((Object.keys(marks) as LayerMark[]).find(mark => id.startsWith(marks[mark])) ?? 'other')
}

/** Whether a layer tells what the workbook itself said. */
export function tellsOurs (id: string): boolean {
  return tellsAllOurs(id) || id.startsWith(marks['our-half'])
}

/** Whether it tells all that the workbook said. */
export function tellsAllOurs (id: string): boolean {
  return id.startsWith(marks.ours)
}

/** Whether a layer is a partner's half that stays closed until both are shown. */
export function isClosed (id: string): boolean {
  return id.startsWith(marks.half)
}

/** The ids that a half, and ours beside it, have once both are shown: the same wherever that is done, so that copies of a workbook show each once. */
export function shownIds (half: string): { theirs: string, ours: string } {
  const own = half.slice(marks.half.length)
  return { theirs: marks.other + own, ours: marks['our-half'] + own }
}
