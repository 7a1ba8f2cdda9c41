import { afterPause, button, el, focusOn, hidden } from '../page/dom.ts'
import { setText } from '../page/keeper.ts'
import type { Page } from '../page/page.ts'
import { redraw } from '../page/redraw.ts'
import { wear } from '../page/sheet.ts'
import { takeOutWithWayBack } from '../page/take-out.ts'
import { choicesOf, counted, lettersOf, viewsOf, type View } from '../workbook/colleagues.ts'
import { today } from '../workbook/day.ts'
import type { Guide } from '../workbook/guide.ts'
import { halvesFrom, oursBeside } from '../workbook/halves.ts'
import { layerId, tellsAllOurs, type LayerMark } from '../workbook/layer-id.ts'
import { putLayers, type Layer } from '../workbook/layers.ts'
import { isAsked, saysAny, wordingsOf } from '../workbook/rounds.ts'
import type { Workbook } from '../workbook/workbook.ts'
import { openColleagues, together as title } from '../words/common.ts'
import { language } from '../words/language.ts'
import * as all from '../words/together.ts'
import { isSameList } from './drawn.ts'
import { changeOrSay } from './keep.ts'
import { listHalves, waitingIn } from './halves.ts'
import { Review, type How } from './review.ts'
import { mostMarks, StandingView } from './standing.ts'
import { bring, type Brought } from './taking-in.ts'

const words = all.stand

/** Files that are opened at once, at most. */
const mostFiles = 200

/** Views of colleagues: taken in from files, listed, compared. */
export async function startTogether (section: HTMLElement, page: Page): Promise<void> {
  const [guide] = await Promise.all([page.load('guide'), wear('together', page)])
  const { session } = page
  const read = new Map<string, Layer>()
  const list = el('div', { class: 'colleagues' })
  const body = el('div')
  const opening = takingIn(page, guide)
  const standing = new StandingView(body, page, guide)
  const chosen = (tool: string, subject: string): void => {
    show()
    standing.choose(tool, subject)
  }
  section.append(el('h2', {}, title), el('p', { class: 'measure' }, words.lead),
    el('details', { class: 'govuk-details' }, el('summary', {}, words.howTo), el('p', {}, words.howToText)), list, opening.element, body)
  let drawn: unknown[] = []
  const show = (): void => {
    section.hidden = session.status.lock === 'locked'
    const views = section.hidden ? [] : viewsOf(session.book, read)
    if (section.hidden) {
      read.clear()
      opening.close()
    }
    const ours = saysAny(session.book, guide)
    // Of one text one layer is read.
    const waiting = section.hidden ? [] : waitingIn(page, read)
    const now = [section.hidden, ours, ...views.flatMap(({ id, layer }) => [id, layer]), ...waiting.flatMap(({ half, name, isReady }) => [half.id, name, isReady])]
    if (!isSameList(now, drawn)) redraw(list, () => { list.replaceChildren(...listed(views, ours, page, guide, list.querySelector('details')?.open === true), ...listHalves(waiting, page, guide, chosen)) })
    drawn = now
    standing.show(views)
  }
  const later = afterPause(show)
  session.listen(change => {
    // What is locked leaves the page at once.
    if (section.hidden !== (session.status.lock === 'locked')) show()
    else if (change !== 'status') later()
  })
  show()
}

/** From how many views on they stand in columns. */
const inColumns = 7

/** @param isOpen Whether somebody unfolded them: of dozens, the way to what they say would be pages long. */
function listed (views: readonly View[], ours: boolean, page: Page, guide: Guide, isOpen: boolean): HTMLElement[] {
  const add = button(words.ours, 'second', () => { void addOurs(page, guide).catch(console.error) })
  add.id = 'views-ours'
  const letters = lettersOf(views)
  return [
    el('h3', {}, views.length === 0 ? words.none : words.views({ count: views.length })),
    ...views.length === 0 ? [] : folded(el('ul', { class: views.length < inColumns ? 'plain' : 'plain colleagues__many' }, ...views.map((view, i) => {
      const { id, layer: { name, kind } } = view
      const out = button(words.takeOut, 'link', () => { void takeOut(view, page).catch(console.error) })
      out.id = `view-out-${id}`
      out.append(hidden(all.ofRound({ name })))
      return el('li', {}, el('div', { class: 'line' }, el('span', {}, ...kind === 'counts' || letters[i] === name ? [] : [el('span', { class: 'chip', 'aria-hidden': 'true' }, letters[i]!), ' ', hidden(`${letters[i]} `)], el('strong', {}, name)), out))
    })), views.length > mostMarks, isOpen),
    ...ours && views.length > 0 && !views.some(({ id }) => tellsAllOurs(id)) ? [el('p', { class: 'btns' }, add)] : []
  ]
}

function folded (list: HTMLElement, isMany: boolean, isOpen: boolean): HTMLElement[] {
  return isMany ? [el('details', { class: 'govuk-details', open: isOpen }, el('summary', { id: 'views-each' }, words.eachView), list)] : [list]
}

/** Today's own answers as a view like any other: what is agreed on next stands in the workbook. */
async function addOurs (page: Page, guide: Guide): Promise<void> {
  await keepViews(page, guide, () => [])
}

async function takeOut ({ id, layer: { name } }: View, page: Page): Promise<void> {
  await takeOutWithWayBack(page, { layer: id }, () => words.takenOut({ name }), all.notRemoved)
}

/**
 * Keeps layers beside the workbook and, where it does not stand there yet, what the workbook itself says as the last of them: what is agreed on
 * takes its place in the workbook.
 * @returns Whether they are kept; where not, it says why.
 */
export async function keepViews (page: Page, guide: Guide, make: (at: number) => Layer[]): Promise<boolean> {
  return await changeOrSay(page, (book, stamp) => {
    const { at } = stamp()
    // Each has a moment of its own: it is their order.
    const layers = make(at).map((layer, i) => ({ ...layer, at: at + i / 1000 }))
    const beside = [...viewsOf(book).map(({ layer }) => layer), ...layers]
    put(book, guide, layers, 'other')
    const ours = oursBeside(book, guide, beside, { name: words.oursRole, day: today(), lang: language, at: at + layers.length / 1000 })
    if (ours !== null) put(book, guide, [ours], 'ours')
    return null
  })
}

function put (book: Workbook, guide: Guide, layers: readonly Layer[], mark: LayerMark): void {
  putLayers(book, new Map(layers.map(layer => [layerId(mark), layer])), wordingsOf(layers, guide))
}

/** Keeps what partners said as halves that stay closed. */
async function keepHalves (page: Page, guide: Guide, layers: readonly Layer[]): Promise<boolean> {
  return await changeOrSay(page, (book, stamp) => {
    const { at } = stamp()
    put(book, guide, layers.flatMap(halvesFrom).map((half, i) => ({ ...half, at: at + i / 1000 })), 'half')
    return null
  })
}

/** The choice how views are kept comes before files are opened. */
function takingIn (page: Page, guide: Guide): { element: HTMLElement, close: () => void } {
  const group = 'views-how'
  const choice = (value: string, label: string, hint: string): HTMLElement => el('label', { class: 'opt' },
    el('input', { type: 'radio', name: group, value, checked: value === 'named' }), el('span', {}, label, el('span', { class: 'govuk-hint' }, hint)))
  const input = el('input', { class: 'govuk-file-upload', type: 'file', id: 'views-files', multiple: true, accept: '.json,.docx,.pdf' })
  const status = el('p', { class: 'small', role: 'status' })
  const place = el('div')
  let turns = 0
  const how = el('fieldset', { class: 'govuk-fieldset' }, el('legend', { class: 'govuk-fieldset__legend' }, words.how), choice('named', words.named, words.namedHint), choice('counts', words.counted, words.countedHint), choice('halves', all.half.how, all.half.howHint))
  input.addEventListener('change', () => {
    const files = [...input.files ?? []]
    input.value = ''
    if (files.length === 0) return
    if (files.length > mostFiles) {
      setText(status, words.tooMany({ most: mostFiles }))
      return
    }
    const kept = how.querySelector<HTMLInputElement>('input:checked')!.value as How
    const turn = ++turns
    void readAll(files, guide, page, status).then(brought => {
      // Somebody locked the answers, or chose others.
      if (turn !== turns) return
      setText(status, '')
      const review = new Review(brought, kept, page, guide, viewsOf(page.session.book), async (layers: Layer[]) => {
        const count = layers.length
        const done = kept === 'halves' ? await keepHalves(page, guide, layers) : await keepViews(page, guide, at => kept === 'counts'
          ? [counted(layers, choicesOf(guide.instruments.filter(isAsked)), words.countsName({ count }), at, today())]
          : layers)
        if (!done) return
        place.replaceChildren()
        setText(status, (kept === 'halves' ? all.half.kept : words.kept)({ count }))
        input.focus()
      })
      place.replaceChildren(review.element)
      focusOn(review.element)
    }).catch(console.error)
  })
  return {
    element: el('div', { class: 'panel colleagues-open' }, how, el('label', { class: 'govuk-label', for: input.id }, openColleagues), input, status, place),
    close () {
      turns++
      place.replaceChildren()
      setText(status, '')
    }
  }
}

async function readAll (files: readonly File[], guide: Guide, page: Page, status: HTMLElement): Promise<Brought[]> {
  const brought: Brought[] = []
  for (const [i, file] of files.entries()) {
    if (page.session.status.lock === 'locked') break
    setText(status, words.reading({ number: i + 1, all: files.length }))
    brought.push(await bring(file, guide, page))
  }
  return brought
}
