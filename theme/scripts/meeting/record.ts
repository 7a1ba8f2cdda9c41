import { button, el, freeId } from '../page/dom.ts'
import type { Page } from '../page/page.ts'
import { reportList } from '../page/report-offer.ts'
import { setText } from '../page/keeper.ts'
import type { Written } from '../page/written.ts'
import type { Guide } from '../workbook/guide.ts'
import { recordOf, type MeetingRecord } from '../workbook/meeting-record.ts'
import { meetingIn, type Meeting } from '../workbook/meetings.ts'
import * as exports from '../words/exports.ts'
import { print as printWord } from '../words/frame.ts'
import { language } from '../words/language.ts'
import * as words from '../words/meeting.ts'

const listed = (parts: string[]): string => new Intl.ListFormat(language, { type: 'unit' }).format(parts)

/** The record of a meeting as the page tells it; null where the guide has dropped its tool. */
function toldRecord (page: Page, guide: Guide, meeting: Meeting): MeetingRecord | null {
  return recordOf(guide, page.session.book, meeting, listed)
}

/** The record of a meeting, to read and to take along. */
export function drawRecord (page: Page, guide: Guide, meeting: Meeting, level: 1 | 4): { element: HTMLElement, acts: HTMLElement[] } | null {
  const record = toldRecord(page, guide, meeting)
  if (record === null) return null
  const element = article(record, level)
  const principle = guide.instruments.find(({ id }) => id === meeting.tool)?.principle
  if (principle !== undefined) element.classList.add(`p${principle}`)
  const status = el('p', { class: 'small', role: 'status' })
  const files = reportList(words.record, ['docx', 'xlsx'], page, () => ({ kind: 'written', written: writeRecord(page, guide, meetingIn(page.session.book, meeting.id) ?? meeting) }), text => { setText(status, text) })
  const made = button(printWord, 'second', () => { printRecord(element) })
  made.id = freeId('meet-print')
  return { element, acts: [el('p', { class: 'btns' }, made), el('div', { class: 'take' }, files, el('p', { class: 'quiet small' }, exports.outside), status)] }
}

function article (record: MeetingRecord, level: 1 | 4): HTMLElement {
  const { title, day, roles, lookedAt, agreed, steps, parked, open, rest, again } = record
  const heading = (text: string, of = level + 1): HTMLElement => el(`h${of}` as 'h2', {}, text)
  const caption = (text: string): HTMLElement => el('caption', { class: 'vh' }, text)
  const facts: [string, string][] = [[words.day, day], [words.present, roles], [words.lookedAt, lookedAt], [words.againTitle, again === '' ? words.noAgain : words.againOn({ day: again })]]
  return el('article', { class: 'record' },
    el('header', {}, el('span', { class: 'thread' }), el(`h${level}` as 'h1', { id: freeId('record-title'), tabindex: '-1' }, words.record), el('p', { class: 'record__about' }, title)),
    el('dl', { class: 'record__facts' }, ...facts.map(([term, text]) => el('div', {}, el('dt', {}, term), el('dd', {}, text)))),
    heading(words.decided),
    agreed.length === 0 ? el('p', { class: 'quiet' }, words.nothingAgreed) : table('record__agreed', caption(words.decided), [words.question, words.agreedAnswer, words.whyHead, words.differHead],
      agreed.map(({ question, answer, why, differ, since }) => [question, el('strong', {}, answer), el('span', {}, why, ...since === '' ? [] : [el('span', { class: 'record__since' }, since)]), differ])),
    heading(words.steps),
    steps.length === 0 ? el('p', { class: 'quiet' }, words.noSteps) : table('record__steps', caption(words.steps), [words.what, words.who, words.by], steps.map(({ what, who, due }) => [what, who, due])),
    el('div', { class: 'duo record__left' },
      el('section', {}, heading(words.parkedTitle), list(parked, words.nothingParked)),
      el('section', {}, heading(words.openTitle), ...open.length === 0 && rest > 0 ? [] : [list(open, words.nothingOpen)], ...rest === 0 ? [] : [el('p', { class: 'quiet' }, words.andMore({ count: rest }))])),
    el('p', { class: 'record__foot small quiet' }, words.recordFoot))
}

function table (of: string, caption: HTMLElement, columns: readonly string[], rows: readonly (readonly (string | HTMLElement)[])[]): HTMLElement {
  return el('table', { class: `cards ${of}`, role: 'table' }, caption,
    el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, ...columns.map(text => el('th', { scope: 'col', role: 'columnheader' }, text)))),
    el('tbody', { role: 'rowgroup' }, ...rows.map(cells => el('tr', { role: 'row' }, ...cells.map((cell, i) => i === 0
      ? el('th', { scope: 'row', role: 'rowheader' }, cell)
      : el('td', { role: 'cell', 'data-l': columns[i]! }, cell))))))
}

function list (items: readonly string[], nothing: string): HTMLElement {
  return items.length === 0 ? el('p', { class: 'quiet' }, nothing) : el('ul', {}, ...items.map(item => el('li', {}, item)))
}

/** Prints a record alone. A dialog is not on paper, so a copy stands in the page for as long as it is printed. */
function printRecord (element: HTMLElement): void {
  // Words by which controls name each other stand once on a page.
  const copy = element.cloneNode(true) as HTMLElement
  for (const named of copy.querySelectorAll('[id]')) named.removeAttribute('id')
  const section = el('section', { class: 'print-this' }, copy)
  document.querySelector('main > .wrap')?.append(section)
  document.body.classList.add('print-one')
  addEventListener('afterprint', () => {
    document.body.classList.remove('print-one')
    section.remove()
  }, { once: true })
  print()
}

/** The record of a meeting for Word and for spreadsheets. */
function writeRecord (page: Page, guide: Guide, meeting: Meeting): Written {
  const { title, day, roles, lookedAt, agreed, steps, parked, open, rest, again } = toldRecord(page, guide, meeting)!
  const left = [...open, ...rest === 0 ? [] : [words.andMore({ count: rest })]]
  const lines = (items: readonly string[], nothing: string): string => items.length === 0 ? nothing : items.join('\n')
  return {
    stem: words.file({ tool: meeting.tool }),
    docx: {
      template: 'template-meeting',
      content: {
        texts: {
          tool: title, date: day, roles, looked: lookedAt, parked: lines(parked, words.nothingParked), open: lines(left, words.nothingOpen),
          again: again === '' ? words.noAgain : words.againOn({ day: again })
        },
        rows: {
          decision: agreed.length === 0 ? [{ cells: { question: words.nothingAgreed } }] : agreed.map(({ question, answer, why, differ, since }) => ({ cells: { question, answer, why: [why, since].filter(text => text !== '').join('\n'), differ } })),
          step: steps.length === 0 ? [{ cells: { what: words.noSteps } }] : steps.map(({ what, who, due }) => ({ cells: { what, who, due } }))
        }
      }
    },
    tables: [
      {
        title: words.decided, columns: [words.question, words.agreedAnswer, words.whyHead, words.differHead],
        rows: agreed.map(({ question, answer, why, differ, since }) => [question, answer, [why, since].filter(text => text !== '').join(' '), differ])
      },
      { title: words.steps, columns: [words.what, words.who, words.by], rows: steps.map(({ what, who, due }) => [what, who, due]) },
      { title: words.parkedTitle, columns: [words.question], rows: parked.map(one => [one]) },
      { title: words.openTitle, columns: [words.question], rows: left.map(one => [one]) }
    ]
  }
}
