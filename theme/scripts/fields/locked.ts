import { el } from '../page/dom.ts'
import type { Page } from '../page/page.ts'
import * as talk from '../words/fields.ts'

/** Says before a form that answers are locked, or takes that away. */
export function sayLocked (form: HTMLElement, page: Page): void {
  const said = form.previousElementSibling
  const before = said?.matches('[data-say=locked]') === true ? said : null
  if (!form.inert) before?.remove()
  else if (before === null) {
    form.before(el('p', { class: 'say', 'data-say': 'locked', role: 'status' },
      talk.unlockFirst + ' ', el('a', { href: page.keeping }, talk.openWorkbook)))
  }
}
