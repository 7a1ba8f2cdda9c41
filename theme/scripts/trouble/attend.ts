import { button, el } from '../page/dom.ts'
import type { Page } from '../page/page.ts'
import { ComputerStore } from '../storage/computer.ts'
import { answersAgain, forgetNews, mayBeOnComputer } from '../storage/again.ts'
import { isReady } from '../storage/key-ring.ts'
import { choose } from '../storage/moving.ts'
import { setText } from '../page/keeper.ts'
import { isEmpty } from '../workbook/workbook.ts'
import * as words from '../words/trouble.ts'

/** What the browser owes us, and what is done about it already. */
let late: Promise<unknown> | null = null
let looked = false
/** What is offered where the answers are gone. */
let box: HTMLElement | null = null

/** Says what is wrong with keeping answers, and what can be done; called anew after each change. */
export function attend (page: Page, place: HTMLElement): void {
  const { session } = page
  const { status } = session
  // To save a file may be the one thing that is left to do.
  page.load('fields').catch(() => {})
  if (status.trouble !== null) setText(place, status.trouble === 'newer' && !isReady(session.keys) ? words.newerUnkept : words.trouble[status.trouble])
  if (session.recall('news') === 'missing') {
    forgetNews(session)
    page.notice(words.missing)
  }
  if (session.late !== null && session.late !== late) {
    late = session.late
    const goOn = (): void => { void answersAgain(session).then(apart => { if (apart) tellApart(page) }, (error: unknown) => { session.fail(error) }) }
    late.then(goOn, goOn)
  }
  if (session.apart) session.recallLater('news', 'apart')
  // Begun on a page before this one, when the browser did not answer.
  else if (status.place === 'computer') forgetNews(session)
  else if (!looked && status.trouble === null && session.recall('news') !== null) {
    ComputerStore.holdsAnswers(session.site).then(holds => {
      if (holds) tellApart(page)
      else forgetNews(session)
    }, (error: unknown) => {
      session.apart = true
      session.fail(error)
    })
  }
  const show = (): void => {
    if (status.trouble !== 'gone' || isEmpty(session.book)) {
      box?.remove()
      box = null
    } else if (box === null) {
      box = offer(page, place)
      place.closest('[data-part~=keeper]')?.append(box)
    }
  }
  if (!looked) session.listen(show)
  looked = true
  show()
}

function tellApart (page: Page): void {
  forgetNews(page.session)
  if (mayBeOnComputer(page.session.site)) page.notice(words.apart)
}

/** Nothing is written again by itself: whoever cleared the browser may have meant it. */
function offer (page: Page, place: HTMLElement): HTMLElement {
  const { session } = page
  const keep = async (): Promise<void> => {
    const result = await choose(session, session.status.place)
    // What had the focus is gone with its answer.
    place.closest('a')?.focus()
    page.notice(result === 'done' ? words.keptAgain : result === 'blocked' ? words.notKeptAgain : words.others)
  }
  return el('div', { class: 'notice' }, el('p', { class: 'notice__words', role: 'status' }, words.cleared),
    button(words.keepAgain, 'second', () => { void keep() }),
    button(words.letGo, 'second', () => { void page.load('fields').then(fields => { fields.askToErase(page) }) }))
}
