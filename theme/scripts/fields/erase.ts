import { button, el } from '../page/dom.ts'
import type { Page } from '../page/page.ts'
import { erase as eraseAll, replace } from '../storage/moving.ts'
import { forgetLater } from '../page/undo-window.ts'
import { talk } from './strings.ts'
import { merge } from '../workbook/merge.ts'
import { countAnswers, isEmpty, partnersOf } from '../workbook/workbook.ts'

/** Asks, erases, and offers the way back. */
export function askToErase (page: Page): void {
  const { session } = page
  const { book } = session
  const dialog = el('dialog', { class: 'ask-first', 'aria-labelledby': 'erase-question' },
    el('h2', { id: 'erase-question' }, talk.eraseQuestion(countAnswers(book), partnersOf(book, true).length)),
    el('p', {}, talk.eraseHint))
  const close = (): void => { dialog.close() }
  const erase = button(talk.eraseYes, 'erase', () => {
    close()
    void eraseAll(session).catch(() => null).then(before => {
      if (before === null) page.notice(talk.notErased)
      else {
        const bringBack = forgetLater(before, talk.erased)
        page.notice(talk.erased, isEmpty(before) ? undefined : async () => {
          const back = bringBack()
          return back !== null && await replace(session, present => {
            // What was typed since stays.
            merge(back, present)
            return back
          })
        })
      }
    })
  })
  dialog.append(el('p', { class: 'btns' }, button(talk.eraseNo, 'second', close), erase))
  const opener = document.activeElement
  dialog.addEventListener('close', () => {
    dialog.remove()
    if (opener instanceof HTMLElement) opener.focus()
  })
  document.body.append(dialog)
  dialog.showModal()
}

