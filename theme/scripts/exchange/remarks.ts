import { el } from '../page/dom.ts'
import type { ReadingRemark } from '../workbook/read-document.ts'
import type { GuideIndex } from '../workbook/guide-index.ts'
import { words } from './strings.ts'

/** How many remarks are shown at once; the others unfold. */
const atOnce = 20

/** Those at the end cost nobody an answer; whatever else there is may. */
const light: readonly string[] = ['missing-field', 'unknown-field', 'by-position']

/** First what is lost unless somebody looks. */
export function byWeight (list: readonly ReadingRemark[]): ReadingRemark[] {
  return [...list].sort((a, b) => light.indexOf(a.kind) - light.indexOf(b.kind))
}

/** What could not be read surely. */
export function remarksList (list: readonly ReadingRemark[], index: GuideIndex): HTMLElement[] {
  if (list.length === 0) return []
  const items = byWeight(list).map(remark => {
    const label = remark.field === undefined ? '' : `${index.field(remark.field)?.label ?? remark.field}: `
    const found = remark.found === undefined || remark.found === '' ? '' : `“${remark.found}” `
    return el('li', {}, label + found + words.remarks[remark.kind])
  })
  const rest = items.slice(atOnce)
  return [el('details', { class: 'govuk-details', open: list.some(r => r.kind !== 'by-position') }, el('summary', {}, words.unclear),
    el('div', {}, el('ul', {}, ...items.slice(0, atOnce)),
      ...rest.length === 0 ? [] : [el('details', { class: 'govuk-details' }, el('summary', {}, words.moreRemarks(rest.length)), el('div', {}, el('ul', {}, ...rest)))]))]
}
