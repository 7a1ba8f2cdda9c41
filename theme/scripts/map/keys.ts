import { el } from '../page/dom.ts'
import { strength } from '../workbook/map/frame.ts'
import { ringTotals, shapes } from '../workbook/map/keys.ts'
import type { MapTable } from '../workbook/map/organizations.ts'
import type { Picture } from '../workbook/map/picture.ts'
import * as words from '../words/map.ts'
import { sign } from './marks.ts'
import { threadSign } from './threads.ts'

/** What the marks mean, and that they are hollow. */
export function signKey (of: MapTable): HTMLElement {
  return el('dl', { class: 'key' }, ...marks(of))
}

/** The same with the threads and how many stand in each ring, below a picture that has no room for it. @param brief Whether it says what hollow means, and not why. */
export function keyOfPicture (of: MapTable, { parts, counts }: Picture, brief = false): HTMLElement {
  const totals = ringTotals(parts.ties, counts)
  return el('dl', { class: 'key' },
    el('div', {}, el('dt', {}, words.keys.fromMiddle), ...of.ties.map((tie, k) => el('dd', {}, threadSign(strength(parts, k)), ' ', words.picture.ofTie({ tie: tie.label, number: totals[k]! })))), ...marks(of, brief))
}

function marks (of: MapTable, brief = false): HTMLElement[] {
  const entry = (level: number | null, text: string, hollow = false): HTMLElement => el('dd', {}, sign(level, hollow), ' ', text)
  return [
    el('div', {}, el('dt', {}, words.keys.level), ...of.levels.slice(0, shapes).map((level, i) => entry(i, level.label)), entry(null, words.notSaid), ...brief ? [entry(0, words.keys.hollow, true)] : []),
    ...brief ? [] : [el('div', {}, el('dt', {}, words.keys.hollow), el('dd', {}, sign(0, true), ' ', words.keys.hollowWhy))]
  ]
}
