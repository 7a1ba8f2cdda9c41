import { isKept, removeFromDevice } from '../kept/remove.ts'
import { ask } from '../page/dialog.ts'
import { button, el } from '../page/dom.ts'
import type { Page } from '../page/page.ts'
import { erase as eraseAll, replace } from '../storage/moving.ts'
import { rootAddress } from '../page/root.ts'
import { forgetLater } from '../page/undo-window.ts'
import { erase } from '../words/common.ts'
import { eraseAlso } from '../words/device.ts'
import * as words from '../words/storage.ts'
import { merge } from '../workbook/merge.ts'
import { countAnswers, isEmpty, partnersOf } from '../workbook/workbook.ts'

/** Asks, erases, and offers the way back. */
export function askToErase (page: Page): void {
  const { session } = page
  const { book } = session
  const answers = countAnswers(book)
  const partners = partnersOf(book, true).length
  const question = partners === 0
    ? words.eraseQuestion({ count: answers })
    : words.eraseQuestionWithPartners({ answers: words.answers({ count: answers }), partners: words.partners({ count: partners }) })
  const also = el('p')
  // The question does not wait for it.
  isKept(rootAddress()).then(is => { if (is) also.textContent = eraseAlso }, () => {})
  ask(question, close => [
    el('p', {}, words.eraseHint),
    also,
    el('p', { class: 'btns' }, button(words.eraseNo, 'second', close), button(erase, 'erase', () => {
      close()
      removeFromDevice(rootAddress()).catch(console.error)
      void eraseAll(session).catch(() => null).then(before => {
        if (before === null) page.notice(words.notErased)
        else {
          const bringBack = forgetLater(before, words.erased)
          page.notice(words.erased, isEmpty(before) ? undefined : async () => {
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
