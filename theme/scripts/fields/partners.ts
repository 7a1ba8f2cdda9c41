import { afterPause, el } from '../page/dom.ts'
import type { Page } from '../page/page.ts'
import { wayBack } from '../page/way-back.ts'
import { partnerEdit, placeOfName } from '../workbook/partner-edits.ts'
import { nameOf, writtenName } from '../workbook/unnamed.ts'
import type { Partner } from '../workbook/workbook.ts'
import { PartnerList } from './partner-list.ts'
import { askName, nameIn } from './partner-name.ts'
import { keptAs } from '../words/frame.ts'
import * as talk from '../words/fields.ts'

/** Choosing, adding, renaming and putting away partners, beside a form that is filled in once per partner. */
export function startPartners (box: HTMLElement, page: Page): void {
  const { session, partner } = page
  const form = document.querySelector<HTMLElement>(`[data-part="instrument"][data-instrument="${CSS.escape(box.dataset['instrument'] ?? '')}"]`)
  const place = el('div')
  const fold = box.closest<HTMLDetailsElement>('details.slim__who')
  const ask = (which: Partner | null, name = which === null ? '' : nameOf(which)): void => {
    // Opening it would ask once more.
    if (fold !== null && !fold.open) {
      asked = true
      fold.open = true
    }
    const partners = session.book.partners.size
    askName(place, page, which, name, () => {
      // A new partner is there, and the questions are what comes next.
      if (fold !== null && session.book.partners.size > partners) {
        fold.open = false
        fold.querySelector('summary')!.focus({ preventScroll: true })
        const first = form?.querySelector('.item, .step, .govuk-form-group:not([data-no-script]), table')
        if (first != null && first.getBoundingClientRect().top < 0) first.scrollIntoView({ block: 'start', behavior: 'instant' })
      } else (which === null ? list.add : list.rename ?? list.add).focus()
    })
  }
  let asked = false
  const list = new PartnerList(page, form, ask)
  list.appendTo(box, place)
  if (fold !== null) {
    // Who opens it where nobody is named yet has said what comes next; a quick one is being asked already, and would lose what is typed.
    fold.addEventListener('toggle', () => {
      if (fold.open && !asked && partner.current === null) {
        if (place.childElementCount === 0) ask(null)
        else place.querySelector('input')!.focus()
      }
      asked = false
    })
    // On paper, where the fold is closed, the form says whom it is about.
    form?.querySelector('.ask__top')?.append(list.about)
  }

  const show = (): void => {
    box.hidden = session.status.lock === 'locked'
    list.show()
  }
  /** The first answer makes the first partner, above the question that somebody has just answered: that stays where it is. */
  const showAround = (): void => {
    const active = document.activeElement
    const stays = active?.matches('.instrument *') === true ? active : null
    const before = stays?.getBoundingClientRect().top ?? 0
    show()
    if (stays !== null) scrollBy({ top: stays.getBoundingClientRect().top - before, behavior: 'instant' })
  }

  const soon = afterPause(showAround)
  session.listen(change => {
    if (change === 'typed') soon()
    else if (change === 'elsewhere') showAround()
  })
  partner.listen(showAround)
  show()
  takeWritten(box, page, name => { ask(null, name) })
}

/**
 * Where somebody wrote down a partner before the script came: it is the first partner, with the answers given meanwhile; where
 * there are others, it is asked about.
 */
function takeWritten (box: HTMLElement, page: Page, ask: (name: string) => void): void {
  const { session, partner } = page
  const written = document.getElementById(`${box.dataset['instrument'] ?? ''}:about`)
  if (!(written instanceof HTMLInputElement) || session.status.lock === 'locked') return
  const name = nameIn(written)
  written.value = ''
  if (name === '') return
  const { current } = partner
  const found = placeOfName(session.book, name, current, performance.timeOrigin)
  if (found.kind === 'other') page.notice(talk.answersGoTo({ written: name, name: nameOf(current!) }))
  else if (found.kind === 'new') page.notice(keptAs({ name }), wayBack(session, partner.add(writtenName(name))))
  else if (found.kind === 'rename') page.notice(keptAs({ name }), wayBack(session, session.change(partnerEdit(found.partner, writtenName(name)))))
  else if (found.kind === 'ask') {
    const active = document.activeElement
    ask(name)
    if (active instanceof HTMLElement && active !== document.body && active !== written) active.focus()
  }
}
