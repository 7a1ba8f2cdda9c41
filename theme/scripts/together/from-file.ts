import { button, el, focusOn } from '../page/dom.ts'
import type { Page } from '../page/page.ts'
import { wear } from '../page/sheet.ts'
import { today } from '../workbook/day.ts'
import type { Guide } from '../workbook/guide.ts'
import { aboutHere } from '../workbook/layer-partners.ts'
import { layerId } from '../workbook/layer-id.ts'
import { isBare, layerTexts, putLayer, readLayer, setTexts, setWordings, wordingTexts, type Layer } from '../workbook/layers.ts'
import { roundFrom, wordingsFor } from '../workbook/rounds.ts'
import { isEmpty, type Workbook } from '../workbook/workbook.ts'
import { language } from '../words/language.ts'
import * as words from '../words/together.ts'
import { askWhileOpen } from './ask.ts'
import { changeOrSay } from './keep.ts'
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
  const round = aboutHere(roundFrom(other, guide, { name: '', day, lang: language, at: 0 }), ({ id, name }) => ({ id: subjects.get(id) ?? id, name }))
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
    void changeOrSay(page, book => {
      setTexts(book, held)
      setWordings(book, wordingTexts(other))
      return null
    }).then(done => { if (done) said(offer, words.keptHeld(count)) })
  })))
  return offer
}

/** The button that asks for a name, and keeps the file as a round. */
function asRound (round: Layer, day: string, guide: Guide, page: Page): HTMLElement {
  const press = button(words.asRound, 'second', () => {
    askWhileOpen(words.asRound, page, close => {
      const fields = roundFields(new Date(`${day}T12:00:00`).toLocaleDateString(language, { year: 'numeric', month: 'long' }), day)
      const form = el('form', { novalidate: true, autocomplete: 'off', class: 'round-form' }, ...fields.parts,
        el('p', { class: 'btns' }, el('button', { type: 'submit', class: 'govuk-button' }, words.save), button(words.cancel, 'link', close)))
      form.addEventListener('submit', event => {
        event.preventDefault()
        const named = fields.read()
        if (named === null) return
        close()
        const id = layerId()
        void changeOrSay(page, (book, stamp) => {
          const layer = { ...round, ...named, at: stamp().at }
          putLayer(book, id, layer, wordingsFor(layer, guide))
          return null
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

/** The day of the last answer. */
function dayOf (book: Workbook): string {
  let last = 0
  for (const { answers } of book.subjects.values()) for (const { at, value } of answers.values()) if (value !== '') last = Math.max(last, at)
  return today(new Date(last))
}
