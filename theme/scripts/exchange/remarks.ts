import { el } from '../page/dom.ts'
import type { ReadingRemark } from '../workbook/read-document.ts'
import type { GuideIndex } from '../workbook/guide-index.ts'
import { words } from './strings.ts'

/** How many remarks are shown at once; the others unfold. */
const atOnce = 20

/** Those at the end cost nobody an answer; whatever else there is may. */
const light: readonly string[] = ['missing-field', 'unknown-field', 'drawn', 'by-position']

/** First what is lost unless somebody looks. */
export function byWeight (list: readonly ReadingRemark[]): ReadingRemark[] {
  return [...list].sort((a, b) => light.indexOf(a.kind) - light.indexOf(b.kind))
}

/** One remark in words, where it stands first: ids say nothing to people. */
export function remarkText ({ kind, field, found, page }: ReadingRemark, index: GuideIndex): string {
  const place = field === undefined ? page && words.pageOf(page) : placeOf(field, index)
  const said = words.remarks[kind]
  const what = found !== undefined && found !== '' ? `“${found}” ` : /^[a-z]/.test(said) ? `${words.there} ` : ''
  return (place === undefined ? '' : `${place}: `) + what + said
}

function placeOf (field: string, index: GuideIndex): string {
  const partner = /^([^.]+)\.partner$/.exec(field)
  return index.field(field)?.label ?? (partner === null ? field : words.partner(index.instrument(partner[1]!)?.title ?? ''))
}

/** What could not be read surely. */
export function remarksList (list: readonly ReadingRemark[], index: GuideIndex): HTMLElement[] {
  if (list.length === 0) return []
  const items = byWeight(list).map(remark => el('li', {}, remarkText(remark, index)))
  const rest = items.slice(atOnce)
  return [el('details', { class: 'govuk-details', open: list.some(r => r.kind !== 'by-position') }, el('summary', {}, words.unclear),
    el('div', {}, el('ul', {}, ...items.slice(0, atOnce)),
      ...rest.length === 0 ? [] : [el('details', { class: 'govuk-details' }, el('summary', {}, words.moreRemarks(rest.length)), el('div', {}, el('ul', {}, ...rest)))]))]
}
