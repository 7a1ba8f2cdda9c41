import { button, el, focusOn, freeId } from '../page/dom.ts'
import { setText } from '../page/keeper.ts'
import type { Page } from '../page/page.ts'
import { canKeepOnComputer } from '../storage/where-kept.ts'
import * as words from '../words/fields.ts'
import { countAnswers } from '../workbook/workbook.ts'

/** How many answers there are when it is time to choose: enough that losing them would hurt. */
const enough = 5
const offered = 'place-offered'

/**
 * Offers the choice where answers are kept, once in a tab and in the flow: whoever chose nothing has answers in this tab alone,
 * and a browser that stops takes them along. The tab alone remembers that it was offered: anything else would be a trace.
 * @param control What was answered last; the offer stands below it.
 */
export function offerPlaceOnce (control: HTMLElement, page: Page): void {
  const { session } = page
  const { chosen, place, trouble } = session.status
  if (chosen || place !== 'tab' || trouble !== null || session.recall(offered) !== null || countAnswers(session.book) < enough) return
  session.recallLater(offered, 'yes')
  page.load('storage-settings').then(async settings => {
    const id = freeId('keep-offer')
    const said = el('p', { role: 'status' })
    const choice = el('div')
    const section = el('section', { class: 'keep', 'aria-labelledby': id }, el('h4', { id }, words.keepOfferTitle), said, choice)
    await settings.offerPlaces(choice, page, canKeepOnComputer(), false)
    const beside = placeAfter(control)
    section.append(el('p', { class: 'btns' }, button(words.keepOfferDone, 'second', () => {
      section.remove()
      focusOn(beside)
    })))
    beside.after(section)
    // A text that comes into an element that is there already is announced.
    setText(said, words.keepOfferHint)
  }).catch(console.error)
}

/** What the offer comes after: a whole question, a thing to tick, a whole table. */
function placeAfter (control: HTMLElement): HTMLElement {
  return control.closest<HTMLElement>('.item, .step, table, fieldset, .govuk-form-group') ?? control
}
