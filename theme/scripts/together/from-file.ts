import { ask } from '../page/dialog.ts'
import { button, el, focusOn } from '../page/dom.ts'
import type { Page } from '../page/page.ts'
import { wear } from '../page/sheet.ts'
import { today } from '../workbook/day.ts'
import type { Guide } from '../workbook/guide.ts'
import { isBare, layerTexts, putLayer, readLayer, setTexts, setWordings, wordingTexts, type Layer } from '../workbook/layers.ts'
import { roundFrom, wordingsFor } from '../workbook/rounds.ts'
import { randomName } from '../workbook/stamp.ts'
import { isEmpty, type Workbook } from '../workbook/workbook.ts'
import { language } from '../words/language.ts'
import * as words from '../words/together.ts'
import { roundFields } from './round-fields.ts'

/**
 * Under a workbook file that somebody opened: rounds of this workbook that only the file holds, and what the file says as a round of
 * its day.
 * @param subjects Ids here of whom the file is about, by id in the file.
 */
export async function offerFromFile (box: HTMLElement, other: Workbook, subjects: ReadonlyMap<string, string>, page: Page): Promise<void> {
  const { session } = page
  // Where nothing is here yet, the whole file is offered, with its rounds.
  if (isEmpty(session.book)) return
  const [guide] = await Promise.all([page.load('guide'), wear('together', page)])
  const place = el('div')
  box.append(place)
  const held = heldOnlyBy(other, session.book)
  if (other.id === session.book.id && held.size > 0) place.append(heldOffer(held, other, page))
  const day = dayOf(other)
  const round = mapped(roundFrom(other, guide, { name: '', day, lang: language, at: 0 }), subjects)
  if (!isBare(round)) place.append(asRound(round, day, guide, page))
}

/** Rounds that are in the file and neither here nor removed here. */
function heldOnlyBy (other: Workbook, book: Workbook): Map<string, string> {
  const here = layerTexts(book)
  return new Map([...layerTexts(other)].filter(([id, text]) => text !== '' && !here.has(id) && readLayer(text).kind === 'round'))
}

function heldOffer (held: ReadonlyMap<string, string>, other: Workbook, page: Page): HTMLElement {
  const count = { count: held.size }
  const offer = el('div', {}, el('p', {}, words.held(count)), el('p', { class: 'btns' }, button(words.keepHeld(count), 'second', () => {
    void keep(page, book => {
      setTexts(book, held)
      setWordings(book, wordingTexts(other))
    }).then(done => { if (done) said(offer, words.keptHeld(count)) })
  })))
  return offer
}

/** The button that asks for a name, and keeps the file as a round. */
function asRound (round: Layer, day: string, guide: Guide, page: Page): HTMLElement {
  const press = button(words.asRound, 'second', () => {
    ask(words.asRound, close => {
      const fields = roundFields(new Date(`${day}T12:00:00`).toLocaleDateString(language, { year: 'numeric', month: 'long' }), day)
      const form = el('form', { novalidate: true, autocomplete: 'off', class: 'round-form' }, ...fields.parts,
        el('p', { class: 'btns' }, el('button', { type: 'submit', class: 'govuk-button' }, words.save), button(words.cancel, 'link', close)))
      form.addEventListener('submit', event => {
        event.preventDefault()
        const named = fields.read()
        if (named === null) return
        close()
        const id = randomName('l')
        void keep(page, (book, at) => {
          const layer = { ...round, ...named, at }
          putLayer(book, id, layer, wordingsFor(layer, guide))
        }).then(done => { if (done) said(offer, words.closed({ name: named.name })) })
      })
      return [form]
    })
  })
  const offer = el('div', {}, el('p', {}, words.asRoundHint), el('p', { class: 'btns' }, press))
  return offer
}

function said (offer: HTMLElement, text: string): void {
  const words = el('p', {}, text)
  offer.replaceChildren(words)
  focusOn(words)
}

/** Adds layers; says why where that could not be. */
async function keep (page: Page, add: (book: Workbook, at: number) => void): Promise<boolean> {
  try {
    const { changeLayers } = await page.load('storage-settings')
    const done = await changeLayers<never>(page.session, (book, stamp) => {
      add(book, stamp().at)
      return null
    })
    if (done !== 'done') page.notice(words.notClosed[done])
    return done === 'done'
  } catch (error) {
    console.error(error)
    page.notice(words.notClosed.refused)
    return false
  }
}

/** The layer about whom it is about here. */
function mapped (layer: Layer, subjects: ReadonlyMap<string, string>): Layer {
  const here = (id: string): string => subjects.get(id) ?? id
  return {
    ...layer, partners: layer.partners.map(({ id, name }) => ({ id: here(id), name })),
    subjects: Object.fromEntries(Object.entries(layer.subjects).map(([id, subject]) => [here(id), subject]))
  }
}

/** The day of the last answer. */
function dayOf (book: Workbook): string {
  let last = 0
  for (const { answers } of book.subjects.values()) for (const { at, value } of answers.values()) if (value !== '') last = Math.max(last, at)
  return today(new Date(last))
}
