import { button, el, freeId } from '../page/dom.ts'
import { setText } from '../page/keeper.ts'
import type { Page } from '../page/page.ts'
import { nameProblem, renameEdit } from '../workbook/partner-edits.ts'
import { nameText } from '../workbook/text.ts'
import type { Partner } from '../workbook/workbook.ts'
import { personalNote } from './notes.ts'
import * as talk from '../words/fields.ts'
import { writtenName } from '../workbook/unnamed.ts'

/**
 * Asks in a place for a name: of a new partner, or a new name of this one.
 * @param name What stands there at first.
 * @param back Gets the focus back, also when nothing was changed.
 */
export function askName (place: HTMLElement, page: Page, which: Partner | null, name: string, back: () => void): void {
  const id = freeId('partner-name')
  const error = el('p', { class: 'govuk-error-message', id: `${id}-error`, hidden: true })
  const personal = el('p', { class: 'say', id: `${id}-personal`, role: 'status', hidden: true })
  const input = el('input', {
    class: 'govuk-input', type: 'text', id, autocomplete: 'off', maxlength: '120',
    'aria-describedby': `${id}-hint ${id}-error ${id}-personal`, value: name
  })
  const look = (): void => {
    const found = personalNote(nameIn(input))
    personal.hidden = found === null
    setText(personal, found ?? '')
  }
  input.addEventListener('input', look)
  look()
  const done = (): void => {
    place.replaceChildren()
    back()
  }
  const named = el('form', { novalidate: true, autocomplete: 'off' },
    el('label', { class: 'govuk-label', for: id }, talk.partnerName),
    el('p', { class: 'govuk-hint', id: `${id}-hint` }, talk.partnerHint), error, input, personal,
    el('p', { class: 'btns' },
      el('button', { type: 'submit', class: 'govuk-button govuk-button--small' }, which === null ? talk.add : talk.rename),
      button(talk.cancel, 'link', done)))
  named.addEventListener('submit', event => {
    event.preventDefault()
    const problem = takeName(page, which, nameIn(input))
    if (problem !== null) {
      error.hidden = false
      error.textContent = problem
      input.setAttribute('aria-invalid', 'true')
      input.focus()
      return
    }
    done()
    // The name stands in the list now: what was said beside the field is said again.
    const found = personalNote(nameIn(input))
    if (found !== null) page.notice(found)
  })
  named.addEventListener('keydown', event => { if (event.key === 'Escape') done() })
  place.replaceChildren(named)
  input.focus()
}

/** Adds or renames. Returns what is wrong with the name; null where it was taken. */
function takeName (page: Page, which: Partner | null, name: string): string | null {
  const { session, partner } = page
  const problem = nameProblem(session.book, name, which?.id)
  if (problem !== null) return problem === 'empty' ? talk.needName : talk.sameName
  if (which === null) partner.add(writtenName(name))
  else session.change(renameEdit(session.book, which, name))
  return null
}

/** A name as it is kept. */
export function nameIn (input: HTMLInputElement): string {
  return nameText(input.value)
}
