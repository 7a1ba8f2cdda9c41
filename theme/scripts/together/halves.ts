import { button, el, hidden } from '../page/dom.ts'
import type { Page } from '../page/page.ts'
import { takeOutWithWayBack } from '../page/take-out.ts'
import { today } from '../workbook/day.ts'
import type { Guide } from '../workbook/guide.ts'
import { halvesOf, isAnswered, showHalves, type Half } from '../workbook/halves.ts'
import type { Layer } from '../workbook/layers.ts'
import { titleOf } from '../workbook/titles.ts'
import { nameIn } from '../workbook/unnamed.ts'
import { language } from '../words/language.ts'
import * as all from '../words/together.ts'
import { changeOrSay } from './keep.ts'

const words = all.half

/** A half that waits, whom it is about by name, and whether ours is there. */
export interface Waiting { half: Half, name: string, isReady: boolean }

/** Halves that wait to be shown. @param read See `layersOf`. */
export function waitingIn ({ session: { book } }: Page, read: Map<string, Layer>): Waiting[] {
  return halvesOf(book, read).map(half => ({
    half, isReady: isAnswered(book, half), name: nameIn(book, half.subject) ?? half.layer.partners[0]?.name ?? ''
  }))
}

/** Each half that waits, with the press that shows both, or the way to ours. @param shown Told what both are about once they are shown. */
export function listHalves (waiting: readonly Waiting[], page: Page, guide: Guide, shown: (tool: string, subject: string) => void): HTMLElement[] {
  return waiting.length === 0 ? [] : [el('h3', {}, words.title), el('ul', { class: 'plain halves' }, ...waiting.map(one => line(one, page, guide, shown)))]
}

function line ({ half, name, isReady }: Waiting, page: Page, guide: Guide, shown: (tool: string, subject: string) => void): HTMLElement {
  const instrument = guide.instruments.find(({ id }) => id === half.tool)
  const title = titleOf(instrument?.title ?? half.tool, name)
  const named = <T extends HTMLElement>(act: string, made: T): T => {
    made.id = `half-${act}-${half.id}`
    made.append(hidden(all.ofRound({ name: title })))
    return made
  }
  const show = named('show', button(words.show, 'main', () => { void showBoth(half, page, guide, shown).catch(console.error) }))
  const fill = named('fill', el('a', { href: page.root + (instrument?.page ?? ''), onclick: () => { if (page.session.book.partners.has(half.subject)) page.partner.choose(half.subject) } }, words.fill))
  const out = named('out', button(all.stand.takeOut, 'link', () => { void takeOutWithWayBack(page, { layer: half.id }, () => all.stand.takenOut({ name: title }), all.notRemoved).catch(console.error) }))
  return el('li', {}, el('div', { class: 'line' }, el('strong', {}, title), out),
    el('p', { class: 'quiet small' }, isReady ? words.both : words.alone),
    el('p', { class: 'btns' }, ...isReady ? [show] : instrument === undefined ? [] : [fill]))
}

async function showBoth (half: Half, page: Page, guide: Guide, shown: (tool: string, subject: string) => void): Promise<void> {
  const done = await changeOrSay(page, (book, stamp) => showHalves(book, guide, half, { name: words.ours, day: today(), lang: language, at: stamp().at }))
  if (done) shown(half.tool, half.subject)
}
