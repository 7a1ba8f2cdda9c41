import { button, el, focusOn, hidden } from '../page/dom.ts'
import type { Session } from '../storage/session.ts'
import type { Guide } from '../workbook/guide.ts'
import { suggestions, type Suggestion } from '../workbook/plan.ts'
import { withPartner } from '../workbook/step-list.ts'
import * as common from '../words/common.ts'
import { ofWhat } from '../words/frame.ts'
import * as words from '../words/views.ts'

/** How many suggestions stand open at first, and how many of them are still to ask: they leave room for what was answered. */
const atFirst = 6
const toAskAtFirst = 3

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
    const shown = this.#all ? found : firstOf(found)
    element.replaceChildren(el('h3', {}, words.suggested), found.length === 0
      ? el('p', { class: 'quiet' }, words.noSuggestions)
      : el('ul', { class: 'plain' }, ...shown.map(suggestion => this.#offer(suggestion))))
    if (found.length > shown.length) {
      element.append(button(words.moreSuggestions({ count: found.length - shown.length }), 'link', () => {
        this.#all = true
        this.show()
        element.querySelectorAll<HTMLElement>('.offer button')[found.findIndex(one => !shown.includes(one))]?.focus()
      }))
    }
    if (focused && document.activeElement === document.body) focusOn(element)
  }

  #offer (suggestion: Suggestion): HTMLElement {
    const { label, partner, critical, help, toAsk, instrument } = suggestion
    const take = button(el('span', {}, words.addToPlan, hidden(ofWhat({ what: withPartner(label, partner) }))), 'second', () => { this.take(suggestion) })
    take.classList.add('govuk-button--small')
    return el('li', { class: 'offer' }, el('div', {}, label,
      ...toAsk ? [' ', el('span', { class: 'tag tag--out' }, common.stillToAsk)] : critical ? [' ', el('span', { class: 'tag' }, common.important)] : [],
      ...help ? [' ', el('span', { class: 'tag' }, common.helpWanted)] : [],
      el('br'), el('span', { class: 'small quiet' }, withPartner(instrument, partner))), take)
  }
}

/** Those that stand open at first, in their order. */
function firstOf (found: readonly Suggestion[]): Suggestion[] {
  const answered = found.filter(one => !one.toAsk)
  const toAsk = found.filter(one => one.toAsk).slice(0, Math.max(toAskAtFirst, atFirst - answered.length))
  return [...toAsk, ...answered.slice(0, atFirst - toAsk.length)]
}
