import { afterPause, button, el, focusOn, hidden } from '../page/dom.ts'
import type { Page } from '../page/page.ts'
import { redraw } from '../page/redraw.ts'
import { wear } from '../page/sheet.ts'
import { takeOutWithWayBack } from '../page/take-out.ts'
import { dayText } from '../workbook/guide-index.ts'
import type { Guide } from '../workbook/guide.ts'
import { layerId } from '../workbook/layer-id.ts'
import { bookOf, type Layer } from '../workbook/layers.ts'
import { renameRound, roundsOf, saysAny, type Round } from '../workbook/rounds.ts'
import { countAnswers } from '../workbook/workbook.ts'
import { thenAndNow as title } from '../words/common.ts'
import * as words from '../words/together.ts'
import { askWhileOpen } from './ask.ts'
import { askToClose } from './close-round.ts'
import { isSameList } from './drawn.ts'
import { changeOrSay } from './keep.ts'
import { roundFields } from './round-fields.ts'
import { ThenAndNowView } from './then-and-now.ts'

/** Rounds that were closed, and what became of answers between two of them. */
export async function startRounds (section: HTMLElement, page: Page): Promise<void> {
  const [guide] = await Promise.all([page.load('guide'), wear('together', page)])
  const { session } = page
  const read = new Map<string, Layer>()
  const list = el('div', { class: 'rounds' })
  const body = el('div')
  const view = new ThenAndNowView(body, section, page, guide)
  section.append(el('h2', {}, title), el('p', { class: 'measure' }, words.lead), list, body)
  let drawn: unknown[] = []
  const show = (): void => {
    section.hidden = session.status.lock === 'locked'
    const rounds = section.hidden ? [] : roundsOf(session.book, read)
    if (section.hidden) read.clear()
    const nothing = !saysAny(session.book, guide)
    // What is open to be read stays open while somebody types elsewhere, and as long as it is all there. Of one text one layer is read.
    const now = [section.hidden, nothing, ...rounds.flatMap(({ id, layer }) => [id, layer])]
    if (!isSameList(now, drawn)) redraw(list, () => { list.replaceChildren(...listed(rounds, nothing, page, guide)) })
    drawn = now
    view.show(rounds)
  }
  const later = afterPause(show)
  session.listen(change => {
    // What is locked leaves the page at once.
    if (section.hidden !== (session.status.lock === 'locked')) show()
    else if (change !== 'status') later()
  })
  show()
}

function listed (rounds: readonly Round[], nothing: boolean, page: Page, guide: Guide): HTMLElement[] {
  const close = button(words.closeRound, rounds.length === 0 ? 'main' : 'second', () => { void askToClose(page).catch(console.error) })
  close.id = 'close-round'
  return [
    el('h3', {}, words.rounds),
    rounds.length === 0
      ? el('p', { class: 'quiet' }, nothing ? words.nothingToClose : words.noRounds)
      : el('ul', { class: 'plain' }, ...rounds.map(round => line(round, page, guide))),
    ...nothing ? [] : [el('p', { class: 'btns' }, close)]
  ]
}

function line (round: Round, page: Page, guide: Guide): HTMLElement {
  const { layer: { name, day, partners }, id } = round
  const count = countAnswers(bookOf(round.layer))
  const about = { day: dayText(day), answers: words.answers({ count }) }
  const item = el('li', {})
  const act = (text: string, of: string, run: () => void): HTMLElement => {
    const made = button(text, 'link', run)
    made.id = `round-${of}-${id}`
    made.append(hidden(words.ofRound({ name })))
    return made
  }
  const reading = act(words.read, 'read', () => { void readIt(id, item, reading, page, guide).catch(console.error) })
  reading.setAttribute('aria-expanded', 'false')
  item.append(el('div', { class: 'line' },
    el('span', {}, el('strong', {}, name), ' ', el('span', { class: 'quiet small' }, partners.length === 0 ? words.inRound(about) : words.inRoundWith({ ...about, partners: words.partners({ count: partners.length }) }))),
    el('span', { class: 'rounds__acts' }, reading,
      act(words.rename, 'rename', () => { askToRename(round, page) }),
      act(words.remove, 'remove', () => { void remove(round, page).catch(console.error) }))))
  return item
}

/** Shows all answers of a round as they stood, below it; a second press puts them away. */
async function readIt (id: string, item: HTMLElement, press: HTMLElement, page: Page, guide: Guide): Promise<void> {
  const shown = item.querySelector('.round-read')
  press.setAttribute('aria-expanded', String(shown === null))
  if (shown !== null) {
    shown.remove()
    return
  }
  const paper = await page.load('paper')
  // As it is now: some of it may be erased.
  const round = roundsOf(page.session.book).find(round => round.id === id)
  if (round === undefined) return
  const text = el('div', { class: 'round-read all-answers' }, ...paper.allAnswers(guide, bookOf(round.layer)))
  text.append(el('p', {}, button(words.readEnd, 'link', () => {
    text.remove()
    press.setAttribute('aria-expanded', 'false')
    press.focus()
  })))
  item.querySelector('.round-read')?.remove()
  item.append(text)
  focusOn(text)
}

function askToRename ({ id, layer }: Round, page: Page): void {
  askWhileOpen(words.renameTitle, page, close => {
    const fields = roundFields(layer.name, layer.day)
    const form = el('form', { novalidate: true, autocomplete: 'off', class: 'round-form' }, ...fields.parts,
      el('p', { class: 'btns' }, el('button', { type: 'submit', class: 'govuk-button' }, words.save), button(words.cancel, 'link', close)))
    form.addEventListener('submit', event => {
      event.preventDefault()
      const said = fields.read()
      if (said === null) return
      close()
      void rename(id, said, { name: layer.name, day: layer.day }, page).catch(console.error)
    })
    return [form]
  })
}

async function rename (id: string, to: { name: string, day: string }, from: { name: string, day: string }, page: Page): Promise<void> {
  const next = layerId()
  const change = async (of: string, into: string, said: typeof to): Promise<boolean> =>
    await changeOrSay(page, book => renameRound(book, of, { id: into, ...said }) ? null : 'gone')
  if (await change(id, next, to)) page.notice(words.renamed({ name: to.name }), async () => await change(next, layerId(), from))
}

async function remove ({ id, layer: { name } }: Round, page: Page): Promise<void> {
  await takeOutWithWayBack(page, { layer: id }, () => words.removed({ name }), words.notRemoved)
}
