import { button, el, freeId } from '../page/dom.ts'
import type { Page } from '../page/page.ts'
import { wear } from '../page/sheet.ts'
import { today } from '../workbook/day.ts'
import type { Guide } from '../workbook/guide.ts'
import { layerId } from '../workbook/layer-id.ts'
import { isBare } from '../workbook/layers.ts'
import { closeRound, reopenRound, roundFrom, roundsOf, type Closing } from '../workbook/rounds.ts'
import type { StepBack } from '../workbook/undo.ts'
import { language } from '../words/language.ts'
import * as words from '../words/together.ts'
import { askWhileOpen } from './ask.ts'
import { changeOrSay } from './keep.ts'
import { roundFields } from './round-fields.ts'

/** Asks for name, day and how the next round begins, and closes the round; says what came of it, with a way back. */
export async function askToClose (page: Page): Promise<void> {
  const [guide] = await Promise.all([page.load('guide'), wear('together', page)])
  const { book } = page.session
  const day = today()
  const preview = roundFrom(book, guide, { name: '', day, lang: language, at: 0 })
  if (isBare(preview)) {
    page.notice(words.notClosed.nothing)
    return
  }
  const known = new Set(roundsOf(book).map(({ id }) => id))
  askWhileOpen(words.closeRound, page, close => {
    const fields = roundFields(new Date().toLocaleDateString(language, { year: 'numeric', month: 'long' }), day)
    const group = freeId('next-round')
    const choice = (value: string, label: string, hint: string): HTMLElement => el('label', { class: 'opt' },
      el('input', { type: 'radio', name: group, value, checked: value === 'these' }), el('span', {}, label, el('span', { class: 'govuk-hint' }, hint)))
    const form = el('form', { novalidate: true, autocomplete: 'off', class: 'round-form' },
      el('p', {}, words.closeHint, ' ', preview.partners.length === 0 ? words.closesForAgency : words.closesFor({ count: preview.partners.length })), ...fields.parts,
      el('fieldset', { class: 'govuk-fieldset' }, el('legend', { class: 'govuk-fieldset__legend' }, words.next),
        choice('these', words.fromThese, words.fromTheseHint), choice('blank', words.blank, words.blankHint)),
      el('p', { class: 'btns' }, el('button', { type: 'submit', class: 'govuk-button' }, words.close), button(words.cancel, 'link', close)))
    form.addEventListener('submit', event => {
      event.preventDefault()
      const said = fields.read()
      if (said === null) return
      const blank = form.querySelector<HTMLInputElement>('[value=blank]')!.checked
      close()
      void closeIt(page, guide, { ...said, id: layerId(), blank, lang: language, known })
    })
    return [form]
  })
}

async function closeIt (page: Page, guide: Guide, closing: Closing): Promise<void> {
  let back: StepBack[] = []
  const done = await changeOrSay(page, (book, stamp) => {
    const made = closeRound(book, guide, closing, stamp)
    if (typeof made === 'string') return made
    back = made.back
    return null
  })
  if (!done) return
  page.notice(words.closed({ name: closing.name }), async () => await changeOrSay(page, (book, stamp) => {
    reopenRound(book, closing.id, back, stamp)
    return null
  }))
}
