import { button, el, focusOn, hidden } from '../page/dom.ts'
import type { Session } from '../storage/session.ts'
import type { Guide } from '../workbook/guide.ts'
import { suggestions, type Suggestion } from '../workbook/plan.ts'
import { withPartner } from '../workbook/step-list.ts'
import * as common from '../words/common.ts'
import { ofWhat } from '../words/frame.ts'
import * as words from '../words/views.ts'

/** How many suggestions stand open at first. */
const atFirst = 6

/** What the answers suggest to plan for, each with a button that makes a step of it. */
export class PlanSuggestions {
  readonly element = el('div', { class: 'suggested' })
  #all = false

  constructor (private readonly guide: Guide, private readonly session: Session, private readonly take: (suggestion: Suggestion) => void) {}

  /** Shows what the answers suggest now. */
  show (): void {
    const { element } = this
    const found = suggestions(this.guide, this.session.book)
    const focused = element.contains(document.activeElement)
    const shown = this.#all ? found : found.slice(0, atFirst)
    element.replaceChildren(el('h3', {}, words.suggested), found.length === 0
      ? el('p', { class: 'quiet' }, words.noSuggestions)
      : el('ul', { class: 'plain' }, ...shown.map(suggestion => this.#offer(suggestion))))
    if (found.length > shown.length) {
      element.append(button(words.moreSuggestions({ count: found.length - shown.length }), 'link', () => {
        this.#all = true
        this.show()
        element.querySelectorAll<HTMLElement>('.offer button')[shown.length]?.focus()
      }))
    }
    if (focused && document.activeElement === document.body) focusOn(element)
  }

  #offer (suggestion: Suggestion): HTMLElement {
    const { label, partner, critical, help, instrument } = suggestion
    const take = button(el('span', {}, words.addToPlan, hidden(ofWhat({ what: withPartner(label, partner) }))), 'second', () => { this.take(suggestion) })
    take.classList.add('govuk-button--small')
    return el('li', { class: 'offer' }, el('div', {}, label,
      ...critical ? [' ', el('span', { class: 'tag' }, common.important)] : [],
      ...help ? [' ', el('span', { class: 'tag' }, common.helpWanted)] : [],
      el('br'), el('span', { class: 'small quiet' }, withPartner(instrument, partner))), take)
  }
}
