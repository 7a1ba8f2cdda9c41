import { el } from '../page/dom.ts'
import type { ReadingRemark } from '../workbook/read-document.ts'
import type { GuideIndex } from '../workbook/guide-index.ts'
import { quoted } from '../words/frame.ts'
import * as words from '../words/exchange.ts'

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
  const place = field === undefined ? page && words.page({ number: page }) : placeOf(field, index)
  const what = found === undefined || found === '' ? '' : quoted({ text: found })
  const say = words.remarks[kind]
  const remark = typeof say === 'function' ? say({ what: what === '' ? words.whatStandsThere : what }) : what === '' ? say : `${what} ${say}`
  return place === undefined ? remark : words.remarkAt({ place, remark })
}

function placeOf (field: string, index: GuideIndex): string {
  const partner = /^([^.]+)\.partner$/.exec(field)
  return index.field(field)?.label ?? (partner === null ? field : words.partnerOf({ tool: index.instrument(partner[1]!)?.title ?? '' }))
}

/** What could not be read surely. */
export function remarksList (list: readonly ReadingRemark[], index: GuideIndex): HTMLElement[] {
  if (list.length === 0) return []
  const items = byWeight(list).map(remark => el('li', {}, remarkText(remark, index)))
  const rest = items.slice(atOnce)
  return [el('details', { class: 'govuk-details', open: list.some(r => r.kind !== 'by-position') }, el('summary', {}, words.unclear),
    el('div', {}, el('ul', {}, ...items.slice(0, atOnce)),
      ...rest.length === 0 ? [] : [el('details', { class: 'govuk-details' }, el('summary', {}, words.moreRemarks({ count: rest.length })), el('div', {}, el('ul', {}, ...rest)))]))]
}
