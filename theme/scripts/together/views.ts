import { afterPause, button, el, focusOn, hidden } from '../page/dom.ts'
import { setText } from '../page/keeper.ts'
import type { Page } from '../page/page.ts'
import { redraw } from '../page/redraw.ts'
import { wear } from '../page/sheet.ts'
import { choicesOf, counted, letterOf, viewFrom, viewsOf, type View } from '../workbook/colleagues.ts'
import { today } from '../workbook/day.ts'
import type { Guide } from '../workbook/guide.ts'
import { putLayer, type Layer } from '../workbook/layers.ts'
import { isAsked, roundFrom, wordingsFor } from '../workbook/rounds.ts'
import { randomName } from '../workbook/stamp.ts'
import type { Workbook } from '../workbook/workbook.ts'
import { together as title } from '../words/common.ts'
import { language } from '../words/language.ts'
import * as all from '../words/together.ts'
import { Review } from './review.ts'
import { StandingView } from './standing.ts'
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
  const standing = new StandingView(body, page, guide)
  section.append(el('h2', {}, title), el('p', { class: 'measure' }, words.lead),
    el('details', { class: 'govuk-details' }, el('summary', {}, words.howTo), el('p', {}, words.howToText)), list, takingIn(page, guide), body)
  let drawn = ''
  const show = (): void => {
    section.hidden = session.status.lock === 'locked'
    const views = section.hidden ? [] : viewsOf(session.book, read)
    const ours = says(session.book, guide)
    const now = JSON.stringify([ours, views.map(({ id, layer }) => [id, layer.partners.length])])
    if (now !== drawn) redraw(list, () => { list.replaceChildren(...listed(views, ours, page, guide)) })
    drawn = now
    standing.show(views)
  }
  const later = afterPause(show)
  session.listen(change => { if (change !== 'status' || section.hidden !== (session.status.lock === 'locked')) later() })
  show()
}

function listed (views: readonly View[], ours: boolean, page: Page, guide: Guide): HTMLElement[] {
  const add = button(words.ours, 'second', () => { void addOurs(page, guide).catch(console.error) })
  add.id = 'views-ours'
  return [
    el('h3', {}, views.length === 0 ? words.none : words.views({ count: views.length })),
    ...views.length === 0 ? [] : [el('ul', { class: 'plain' }, ...views.map((view, i) => {
      const { id, layer: { name, kind } } = view
      const out = button(words.takeOut, 'link', () => { void takeOut(view, page).catch(console.error) })
      out.id = `view-out-${id}`
      out.append(hidden(all.ofRound({ name })))
      return el('li', {}, el('div', { class: 'line' }, el('span', {}, ...kind === 'counts' ? [] : [el('span', { class: 'chip', 'aria-hidden': 'true' }, letterOf(i)), ' ', hidden(`${letterOf(i)} `)], el('strong', {}, name)), out))
    }))],
    ...ours && views.length > 0 && !views.some(isOurs) ? [el('p', { class: 'btns' }, add)] : []
  ]
}

/** Today's own answers as a view like any other: what is agreed on next stands in the workbook. */
async function addOurs (page: Page, guide: Guide): Promise<void> {
  await keepViews(page, guide, (book, at) => [ourView(book, guide, at)])
}

function ourView (book: Workbook, guide: Guide, at: number): Layer {
  return { ...roundFrom(book, guide, { name: words.oursRole, day: today(), lang: language, at }), kind: 'colleague' }
}

/** Whether the workbook itself answers something that colleagues are asked. */
function says (book: Workbook, guide: Guide): boolean {
  return viewFrom(roundFrom(book, guide, { name: '', day: '', lang: language, at: 0 }).subjects, { name: '', at: 0, day: '', guide: '', lang: language, partners: [] }) !== null
}

/** Whether what the workbook says stands among the views. */
function isOurs ({ layer }: View): boolean {
  return layer.name === words.oursRole
}

async function takeOut ({ id, layer: { name } }: View, page: Page): Promise<void> {
  const { takeOut, putBack } = await page.load('storage-settings')
  const fields = await page.load('fields').catch(() => null)
  const taken = await takeOut(page.session, { layer: id })
  if (taken === null) {
    page.notice(all.notRemoved)
    return
  }
  const said = words.takenOut({ name })
  const bringBack = fields?.forgetLater(taken, said)
  page.notice(said, bringBack && (async () => {
    const back = bringBack()
    return back !== null && await putBack(page.session, back)
  }))
}

/** Keeps layers beside the workbook. @returns Whether they are kept; where not, it says why. */
async function keepViews (page: Page, guide: Guide, make: (book: Workbook, at: number) => Layer[]): Promise<boolean> {
  try {
    const { changeLayers } = await page.load('storage-settings')
    const done = await changeLayers<never>(page.session, (book, stamp) => {
      for (const layer of make(book, stamp().at)) putLayer(book, randomName('l'), layer, wordingsFor(layer, guide))
      return null
    })
    if (done !== 'done') page.notice(all.notClosed[done])
    return done === 'done'
  } catch (error) {
    console.error(error)
    page.notice(all.notClosed.refused)
    return false
  }
}

/** The choice how views are kept comes before files are opened. */
function takingIn (page: Page, guide: Guide): HTMLElement {
  const group = 'views-how'
  const choice = (value: string, label: string, hint: string): HTMLElement => el('label', { class: 'opt' },
    el('input', { type: 'radio', name: group, value, checked: value === 'named' }), el('span', {}, label, el('span', { class: 'govuk-hint' }, hint)))
  const input = el('input', { class: 'govuk-file-upload', type: 'file', id: 'views-files', multiple: true, accept: '.json,.docx,.pdf' })
  const status = el('p', { class: 'small', role: 'status' })
  const place = el('div')
  const how = el('fieldset', { class: 'govuk-fieldset' }, el('legend', { class: 'govuk-fieldset__legend' }, words.how), choice('named', words.named, words.namedHint), choice('counts', words.counted, words.countedHint))
  input.addEventListener('change', () => {
    const files = [...input.files ?? []]
    input.value = ''
    if (files.length === 0) return
    if (files.length > mostFiles) {
      setText(status, words.tooMany({ most: mostFiles }))
      return
    }
    const isCounted = how.querySelector<HTMLInputElement>('[value=counts]')!.checked
    void readAll(files, guide, page, status).then(brought => {
      setText(status, '')
      const review = new Review(brought, isCounted, page, viewsOf(page.session.book).length, async (layers: Layer[]) => {
        const count = layers.length
        const kept = await keepViews(page, guide, (book, at) => isCounted
          ? [counted(layers, choicesOf(guide.instruments.filter(isAsked)), words.countsName({ count }), at, today())]
          // Our own answers with the first of them: what is agreed on takes their place in the workbook.
          : [...viewsOf(book).some(isOurs) || !says(book, guide) ? [] : [ourView(book, guide, at)], ...layers.map((layer, i) => ({ ...layer, at: at + (i + 1) / 1000 }))])
        if (!kept) return
        place.replaceChildren()
        setText(status, words.kept({ count }))
        input.focus()
      })
      place.replaceChildren(review.element)
      focusOn(review.element)
    }).catch(console.error)
  })
  return el('div', { class: 'panel colleagues-open' }, how, el('label', { class: 'govuk-label', for: input.id }, words.open), input, status, place)
}

async function readAll (files: readonly File[], guide: Guide, page: Page, status: HTMLElement): Promise<Brought[]> {
  const brought: Brought[] = []
  for (const [i, file] of files.entries()) {
    setText(status, words.reading({ number: i + 1, all: files.length }))
    brought.push(await bring(file, guide, page))
  }
  return brought
}
