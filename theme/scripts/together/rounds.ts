import { ask } from '../page/dialog.ts'
import { afterPause, button, el, focusOn, hidden } from '../page/dom.ts'
import type { Page } from '../page/page.ts'
import { redraw } from '../page/redraw.ts'
import { wear } from '../page/sheet.ts'
import { dayText } from '../workbook/guide-index.ts'
import type { Guide } from '../workbook/guide.ts'
import { bookOf, isBare, type Layer } from '../workbook/layers.ts'
import { renameRound, roundFrom, roundsOf, type Round } from '../workbook/rounds.ts'
import { randomName } from '../workbook/stamp.ts'
import { countAnswers } from '../workbook/workbook.ts'
import { thenAndNow as title } from '../words/common.ts'
import { language } from '../words/language.ts'
import * as words from '../words/together.ts'
import { askToClose } from './close-round.ts'
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
  let drawn = ''
  const show = (): void => {
    section.hidden = session.status.lock === 'locked'
    const rounds = section.hidden ? [] : roundsOf(session.book, read)
    const nothing = isBare(roundFrom(session.book, guide, { name: '', day: '', lang: language, at: 0 }))
    // What is open to be read stays open while somebody types elsewhere.
    const now = JSON.stringify([nothing, rounds.map(({ id, layer }) => [id, layer.partners.length])])
    if (now !== drawn) redraw(list, () => { list.replaceChildren(...listed(rounds, nothing, page, guide)) })
    drawn = now
    view.show(rounds)
  }
  const later = afterPause(show)
  session.listen(change => { if (change !== 'status' || section.hidden !== (session.status.lock === 'locked')) later() })
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
  const reading = act(words.read, 'read', () => { void readIt(round, item, reading, page, guide).catch(console.error) })
  reading.setAttribute('aria-expanded', 'false')
  item.append(el('div', { class: 'line' },
    el('span', {}, el('strong', {}, name), ' ', el('span', { class: 'quiet small' }, partners.length === 0 ? words.inRound(about) : words.inRoundWith({ ...about, partners: words.partners({ count: partners.length }) }))),
    el('span', { class: 'rounds__acts' }, reading,
      act(words.rename, 'rename', () => { askToRename(round, page) }),
      act(words.remove, 'remove', () => { void remove(round, page).catch(console.error) }))))
  return item
}

/** Shows all answers of a round as they stood, below it; a second press puts them away. */
async function readIt ({ layer }: Round, item: HTMLElement, press: HTMLElement, page: Page, guide: Guide): Promise<void> {
  const shown = item.querySelector('.round-read')
  press.setAttribute('aria-expanded', String(shown === null))
  if (shown !== null) {
    shown.remove()
    return
  }
  const paper = await page.load('paper')
  const text = el('div', { class: 'round-read all-answers' }, ...paper.allAnswers(guide, bookOf(layer)))
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
  ask(words.renameTitle, close => {
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
  const { changeLayers } = await page.load('storage-settings')
  const next = randomName('l')
  const change = async (of: string, into: string, said: typeof to): Promise<'done' | 'gone' | 'full' | 'refused'> =>
    await changeLayers<'gone'>(page.session, book => renameRound(book, of, { id: into, ...said }) ? null : 'gone')
  const done = await change(id, next, to)
  if (done === 'done') page.notice(words.renamed({ name: to.name }), async () => await change(next, randomName('l'), from) === 'done')
  else page.notice(done === 'gone' ? words.gone : words.notClosed[done])
}

async function remove ({ id, layer: { name } }: Round, page: Page): Promise<void> {
  const { session } = page
  const { takeOut, putBack } = await page.load('storage-settings')
  // What offers the way back comes first: without it none is offered.
  const fields = await page.load('fields').catch(() => null)
  const taken = await takeOut(session, { layer: id })
  if (taken === null) {
    page.notice(words.notRemoved)
    return
  }
  const said = words.removed({ name })
  const bringBack = fields?.forgetLater(taken, said)
  page.notice(said, bringBack && (async () => {
    const back = bringBack()
    return back !== null && await putBack(session, back)
  }))
}
