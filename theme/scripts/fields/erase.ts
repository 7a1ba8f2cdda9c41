import { ask } from '../page/dialog.ts'
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
  ask(talk.eraseQuestion(countAnswers(book), partnersOf(book, true).length), close => [
    el('p', {}, talk.eraseHint),
    el('p', { class: 'btns' }, button(talk.eraseNo, 'second', close), button(talk.eraseYes, 'erase', () => {
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
    }))
  ])
}
