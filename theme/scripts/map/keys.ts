import { el } from '../page/dom.ts'
import { strength, type Parts } from '../workbook/map/frame.ts'
import { shapes } from '../workbook/map/keys.ts'
import type { MapTable } from '../workbook/map/organizations.ts'
import * as words from '../words/map.ts'
import { sign } from './marks.ts'
import { threadSign } from './threads.ts'

/** What the marks mean, and that they are hollow. */
export function signKey (of: MapTable): HTMLElement {
  return el('dl', { class: 'key' }, ...marks(of))
}

/** The same with the threads, below a picture that has no room for it. */
export function keyOfPicture (of: MapTable, parts: Parts): HTMLElement {
  return el('dl', { class: 'key' },
    el('div', {}, el('dt', {}, words.keys.fromMiddle), ...of.ties.map((tie, k) => el('dd', {}, threadSign(strength(parts, k)), ' ', tie.label))), ...marks(of))
}

function marks (of: MapTable): HTMLElement[] {
  const entry = (level: number | null, text: string, hollow = false): HTMLElement => el('dd', {}, sign(level, hollow), ' ', text)
  return [
    el('div', {}, el('dt', {}, words.keys.level), ...of.levels.slice(0, shapes).map((level, i) => entry(i, level.label)), entry(null, words.notSaid)),
    el('div', {}, el('dt', {}, words.keys.hollow), el('dd', {}, sign(0, true), ' ', words.keys.hollowWhy))
  ]
}
