import { afterPause, button, el } from '../page/dom.ts'
import { fileName, saveFile } from '../page/file.ts'
import type { Page } from '../page/page.ts'
import { redraw } from '../page/redraw.ts'
import { calendarOf, stepDays, type CalendarDay } from '../workbook/calendar.ts'
import { dueDays, isTime, nameOfDay, type DueDay } from '../workbook/due.ts'
import { dayText } from '../workbook/guide-index.ts'
import type { Guide } from '../workbook/guide.ts'
import { isOpen, planHome, steps } from '../workbook/plan.ts'
import { partnerNameOf, withPartner } from '../workbook/step-list.ts'
import { titleOf } from '../workbook/titles.ts'
import { nameOf } from '../workbook/unnamed.ts'
import * as common from '../words/common.ts'
import { dueFile, handed } from '../words/exports.ts'
import * as words from '../words/views.ts'

/** How many days a list shows. */
const longestList = 100

/** Days of all tools and partners: those that have come first, then those that are coming. */
export function startDue (section: HTMLElement, page: Page, guide: Guide): void {
  const { session } = page
  const body = el('div')
  const save = el('p', { class: 'btns' }, button(words.saveDays, 'second', () => { saveCalendar(guide, page) }))
  section.append(el('h2', {}, common.due), body, save)
  const show = (): void => {
    section.hidden = session.status.lock === 'locked'
    const days = dueDays(guide, session.book)
    save.hidden = days.length === 0
    const now = days.filter(due => isTime(due))
    const next = days.filter(due => !isTime(due))
    redraw(body, () => {
      body.replaceChildren(...days.length === 0 ? [el('p', { class: 'quiet' }, words.nothingDue)] : [
        el('p', {}, words.dueHint), el('h3', {}, words.lookAgain), ...now.length === 0 ? [el('p', { class: 'quiet' }, words.nothingToLookAt)] : list(now, page),
        ...next.length === 0 ? [] : [el('h3', {}, words.comingUp), ...list(next, page)]
      ])
    })
  }
  const later = afterPause(show)
  session.listen(later)
  show()
}

function list (days: readonly DueDay[], page: Page): HTMLElement[] {
  const more = days.length - longestList
  return [
    el('ul', { class: 'plain due' }, ...days.slice(0, longestList).map(due => line(due, page))),
    ...more > 0 ? [el('p', { class: 'quiet small' }, words.moreDays({ count: more }))] : []
  ]
}

/** A day, what is due on it with a link to its field, and where that stands. */
function line (due: DueDay, page: Page): HTMLElement {
  const { instrument, partner, day, what, field, ofMeeting } = due
  const link = el('a', { href: ofMeeting === true ? '#workbook-meetings' : `${page.root}${instrument.page}#${field}` }, what)
  if (partner !== null) link.addEventListener('click', () => { page.partner.choose(partner.id) })
  return el('li', { class: instrument.principle === undefined ? '' : `p${instrument.principle}` },
    el('time', { datetime: day }, dayText(day)), ' ', link, ' ',
    el('span', { class: 'quiet small' }, partner === null ? instrument.title : titleOf(instrument.title, nameOf(partner))))
}

/** These days, and those of open steps of the plan: in both calendar files a step has the same name, so it comes once. */
function saveCalendar (guide: Guide, page: Page): void {
  const { book } = page.session
  const home = planHome(guide)
  const planned = steps(book, home).filter(step => isOpen(step) && step.due !== '').map(step => ({ ...step, what: withPartner(step.what, partnerNameOf(book, step)) }))
  const days: CalendarDay[] = dueDays(guide, book).map(due => ({
    key: nameOfDay(due), due: due.day, at: due.at, details: due.instrument.title,
    what: withPartner(due.what, due.partner === null ? null : nameOf(due.partner))
  }))
  const name = fileName(dueFile, 'ics')
  saveFile(name, calendarOf([...days, ...stepDays(planned, common.step)], book.id, common.due), 'text/calendar')
  page.notice(handed({ name }))
}
