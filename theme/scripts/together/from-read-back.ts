import { around, button, el, focusOn } from '../page/dom.ts'
import type { Page } from '../page/page.ts'
import { wear } from '../page/sheet.ts'
import { together as title } from '../words/common.ts'
import { viewsOf } from '../workbook/colleagues.ts'
import type { Guide } from '../workbook/guide.ts'
import type { ReadDocument } from '../workbook/read-document.ts'
import { isEmpty, type Workbook } from '../workbook/workbook.ts'
import * as words from '../words/together.ts'
import { Review } from './review.ts'
import { fromDocument, fromWorkbook } from './taking-in.ts'
import { keepViews } from './views.ts'

/** Loads what an offer needs, so that it stands there at once. */
export async function readyToOffer (page: Page): Promise<Guide> {
  const [guide] = await Promise.all([page.load('guide'), wear('together', page)])
  return guide
}

/**
 * Beside what differs in a file that somebody opened: the file as a view, which changes no answer.
 * @param held What was read.
 * @param file Its name.
 */
export async function offerView (box: HTMLElement, held: { book: Workbook } | { read: ReadDocument }, file: string, page: Page): Promise<void> {
  const { session } = page
  // Where nothing is here yet, there is nothing beside which it could stand.
  if (isEmpty(session.book)) return
  const guide = await readyToOffer(page)
  const said = (): ReturnType<typeof fromWorkbook> => 'book' in held ? fromWorkbook(held.book, guide, session.book) : fromDocument(held.read, guide, session.book)
  if (said().layer === null) return
  const press = button(words.beside.keep, 'second', () => {
    // Whom it is about may be known by now.
    const review = new Review([{ file, problem: '', ...said() }], 'named', page, guide, viewsOf(session.book), async layers => {
      if (!await keepViews(page, guide, () => layers)) return
      const kept = el('p', {}, ...around(link => words.beside.kept({ link }), el('a', { href: `${page.root}workbook.html#workbook-together` }, title)))
      offer.replaceChildren(kept)
      focusOn(kept)
    }, () => { offer.replaceChildren(...first) })
    offer.replaceChildren(review.element)
    focusOn(review.element)
  })
  const first = [el('p', {}, words.beside.hint), el('p', { class: 'btns' }, press)]
  const offer = el('div', { class: 'colleagues-open' }, ...first)
  // Whom it is about may have been asked a second time meanwhile.
  box.replaceChildren(offer)
}
