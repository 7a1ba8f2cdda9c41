import { afterPause, button, el, focusOn, hidden } from '../page/dom.ts'
import type { Page } from '../page/page.ts'
import { redraw } from '../page/redraw.ts'
import { wear } from '../page/sheet.ts'
import { takeOutWithWayBack } from '../page/take-out.ts'
import { today } from '../workbook/day.ts'
import { dayText } from '../workbook/guide-index.ts'
import type { Guide } from '../workbook/guide.ts'
import { recordOf, statesTold, ticks, titleOfMeeting } from '../workbook/meeting-record.ts'
import { chosenOf, dueAgain, meetingsOf, questionsOf, type Meeting } from '../workbook/meetings.ts'
import { meetings as title } from '../words/common.ts'
import { language } from '../words/language.ts'
import * as words from '../words/meeting.ts'
import { askToMeet } from './begin.ts'
import { drawRecord } from './record.ts'
import { openMeeting } from './view.ts'

/** All meetings, each with its record, in My workbook. */
export async function startMeetings (section: HTMLElement, page: Page): Promise<void> {
  const [guide] = await Promise.all([page.load('guide'), wear('meeting', page)])
  const { session } = page
  const list = el('div', { class: 'meetings' })
  const begin = button(words.hold, 'second', () => { void askToMeet(page).catch(console.error) })
  begin.id = 'meeting-begin'
  section.append(el('h2', {}, title), el('p', { class: 'measure' }, words.lead), list, el('p', { class: 'btns' }, begin))
  let drawn = ''
  const show = (): void => {
    section.hidden = session.status.lock === 'locked'
    const meetings = section.hidden ? [] : meetingsOf(session.book)
    // A record that is read stays open while somebody types elsewhere.
    const open = meetings.filter(({ id }) => document.getElementById(readId(id))?.ariaExpanded === 'true')
    const now = JSON.stringify([meetings.map(meeting => [meeting.id, meeting.at, nameHere(guide, page, meeting)]), open.map(meeting => recordOf(guide, session.book, meeting, parts => parts.join('\n')))])
    if (now !== drawn) {
      redraw(list, () => { list.replaceChildren(meetings.length === 0 ? el('p', { class: 'quiet' }, words.noneYet) : el('ul', { class: 'plain' }, ...meetings.map(meeting => line(meeting, page, guide)))) })
      // What was erased or changed stands in no record that is read.
      for (const { id } of open) document.getElementById(readId(id))?.click()
    }
    drawn = now
  }
  const later = afterPause(show)
  session.listen(change => { if (change !== 'status' || section.hidden !== (session.status.lock === 'locked')) later() })
  show()
}

/** Id of the button that shows a record. */
function readId (id: string): string {
  return `meeting-read-${id}`
}

function nameHere (guide: Guide, page: Page, meeting: Meeting): string {
  const tool = guide.instruments.find(({ id }) => id === meeting.tool)
  return titleOfMeeting(tool ?? { title: meeting.tool }, page.session.book, meeting)
}

function line (meeting: Meeting, page: Page, guide: Guide): HTMLElement {
  const { id, started, ended, again, tool } = meeting
  const name = nameHere(guide, page, meeting)
  const definition = guide.instruments.find(one => one.id === tool)
  const item = el('li')
  const act = (text: string, of: string, run: () => void): HTMLButtonElement => {
    const made = button(text, 'link', run)
    made.id = `meeting-${of}-${id}`
    made.append(hidden(words.ofMeeting({ name })))
    return made
  }
  const read = act(words.read, 'read', () => { readIt(meeting, item, read, page, guide) })
  read.setAttribute('aria-expanded', 'false')
  const list = (parts: string[]): string => new Intl.ListFormat(language, { type: 'unit' }).format([...ended === '' ? [words.stillOpen] : [], ...parts])
  const told = definition === undefined ? dayText(started) : words.inMeeting({ day: dayText(started), states: statesTold(chosenOf(questionsOf(definition, ticks), meeting), meeting, list) })
  // Not where the same was met on again.
  const isTime = dueAgain(meetingsOf(page.session.book), today()).some(one => one.id === id)
  item.append(el('div', { class: 'line' },
    el('span', {}, el('strong', {}, name), ' ', el('span', { class: 'quiet small' }, told),
      ...again === '' ? [] : [el('br'), el('span', { class: isTime ? 'small' : 'quiet small' }, (isTime ? words.timeToLook : words.lookAgain)({ day: dayText(again) }))]),
    el('span', { class: 'meetings__acts' },
      ...definition === undefined ? [] : [...ended === '' ? [act(words.goOn, 'go-on', () => { void openMeeting(page, id).catch(console.error) })] : [], read],
      act(words.remove, 'remove', () => { void remove(meeting, name, page).catch(console.error) }))))
  return item
}

/** Shows the record below the line; a second press puts it away. */
function readIt (meeting: Meeting, item: HTMLElement, press: HTMLElement, page: Page, guide: Guide): void {
  const shown = item.querySelector('.record-read')
  press.setAttribute('aria-expanded', String(shown === null))
  if (shown !== null) {
    shown.remove()
    return
  }
  const drawn = drawRecord(page, guide, meeting, 4)
  if (drawn === null) return
  const box = el('div', { class: 'record-read' }, drawn.element, ...drawn.acts)
  item.append(box)
  focusOn(box)
}

/** Removes a meeting; what was agreed on and the steps of the plan stay. */
async function remove ({ id }: Meeting, name: string, page: Page): Promise<void> {
  await takeOutWithWayBack(page, { partner: id }, () => words.removed({ name }), words.notRemoved)
}
