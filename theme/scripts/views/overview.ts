import { afterPause, around, el, hidden } from '../page/dom.ts'
import { resumeMeeting } from '../page/meet.ts'
import type { Page } from '../page/page.ts'
import { aboutToPrint } from '../page/print.ts'
import { answerText, dayText, GuideIndex } from '../workbook/guide-index.ts'
import type { Guide, InstrumentDefinition } from '../workbook/guide.ts'
import { glanceAt } from '../workbook/layers-glance.ts'
import { isMeeting } from '../workbook/meeting-id.ts'
import { titleOfMeeting } from '../workbook/meeting-record.ts'
import { dueDays, isTime } from '../workbook/due.ts'
import { meetingsOf } from '../workbook/meetings.ts'
import { isOverdue, planHome, steps } from '../workbook/plan.ts'
import { agency, isEmpty, partnersOf, planSubject, type Workbook } from '../workbook/workbook.ts'
import { nameOf } from '../workbook/unnamed.ts'
import { startDue } from './due.ts'
import { HelpList } from './help-wanted.ts'
import { drawPieces, progressWords } from '../page/progress.ts'
import { offerReport } from '../page/report-offer.ts'
import { today } from '../workbook/day.ts'
import { redraw } from '../page/redraw.ts'
import { whenGone } from '../page/when-gone.ts'
import * as common from '../words/common.ts'
import { titleOf as namedOf } from '../words/frame.ts'
import { language } from '../words/language.ts'
import * as meeting from '../words/meeting.ts'
import * as words from '../words/views.ts'
import { titleOf } from '../workbook/titles.ts'
import { Portions } from './portions.ts'
import { begun, linesOf, totalOf, type Line } from './totals.ts'
import { printWhole } from './whole.ts'

/** How many entries a list of what the guide asks otherwise shows. */
const longestList = 200

/** All of the workbook at a glance, for someone who comes back after a month. */
export async function startOverview (section: HTMLElement, page: Page): Promise<void> {
  page.load('folded').then(folded => { folded.attend(page) }).catch(console.error)
  const coming = page.load('guide')
  let formatter: Intl.DateTimeFormat | undefined
  const dayOf = (at: number): string => (formatter ??= new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', day: 'numeric' })).format(at)
  // On a slow phone, making it takes as long as drawing; it is made while the guide is on its way.
  if (!isEmpty(page.session.book)) dayOf(0)
  const guide = await coming
  const index = new GuideIndex(guide)
  const help = new HelpList(guide, page, () => { show() })
  const heads: Parameters<typeof glanceAt>[1] = new Map()
  const body = el('div')
  const files = offerReport(words.takeEverything, ['docx', 'xlsx', 'csv'], page, () => ({ kind: 'everything' }))
  const whole = el('p', { class: 'btns' }, printWhole(page, guide))
  section.append(body, whole, files)
  /** What draws it, piece by piece. */
  const pieces = (): (() => void)[] => {
    const { book, status } = page.session
    const isLocked = status.lock === 'locked'
    whole.hidden = files.hidden = isEmpty(book)
    const lines = linesOf(guide, book)
    hideResults(lines, isLocked)
    if (isEmpty(book)) return [() => { body.replaceChildren(el('h2', {}, common.howFar), el('p', { class: 'quiet' }, isLocked ? words.lockedHere : words.nothingKept)) }]
    const tools = el('div')
    const columns = el('div', { class: 'duo' }, tools)
    return [
      () => {
        body.replaceChildren(
          el('h2', {}, common.howFar), lastAnswered(lines, book, page, dayOf), ...planned(guide, book), ...met(guide, book), ...layered(book, heads), together(guide, lines), ...putAway(book), columns)
      },
      () => { tools.append(...chapters(guide, lines)) },
      () => { tools.append(...progressLists(guide, lines, page)) },
      () => { columns.append(...help.show()) },
      () => { body.append(...gone(book, index), ...reworded(book, index)) }
    ]
  }
  resumeMeeting(page)
  const due = document.getElementById('workbook-due')
  // All of it takes a slow phone longer than a tap can wait.
  const first = new Portions([...pieces(), () => { if (due !== null) startDue(due, page, guide) }])
  const finish = (): void => { first.finish() }
  addEventListener(aboutToPrint, finish)
  const show = (): void => {
    finish()
    redraw(body, () => { for (const draw of pieces()) draw() })
  }
  const later = afterPause(show)
  page.session.listen(change => { if (change !== 'status') later() })
  whenGone(page.session, show)
  await first.done
}

/** Results of what nobody began go at once: later they would move what is below them. Those that have started know better. */
function hideResults (lines: readonly Line[], locked: boolean): void {
  document.getElementById('workbook-results')!.hidden = locked
  for (const section of document.querySelectorAll<HTMLElement>('[data-part=results]:not(.results)')) {
    section.hidden = !lines.some(line => line.instrument.id === section.dataset['instrument'] && begun(line))
  }
}

/** When and where the last answer was given, with a link to the first thing that is open there. */
function lastAnswered (lines: readonly Line[], book: Workbook, page: Page, dayOf: (at: number) => string): HTMLElement {
  let at = 0
  let where = ''
  let about = ''
  for (const [id, subject] of book.subjects) {
    if (isMeeting(id)) continue
    for (const [field, answer] of subject.answers) {
      if (answer.at < at || answer.value === '') continue
      at = answer.at
      where = field
      about = id
    }
  }
  const line = lines.find(l => where.startsWith(`${l.instrument.id}.`) && (l.partner?.id ?? agency) === about)
  const day = at === 0 ? '' : dayOf(at)
  return line === undefined
    ? el('p', { class: 'quiet' }, day === '' ? '' : words.lastAnswered({ day }))
    : el('p', {}, ...around(tool => words.lastAnsweredIn({ day, tool }), linkTo(line, page)))
}

/** How many steps the plan has, with a link to it, and how many of those that are not done are past their day. */
function planned (guide: Guide, book: Workbook): HTMLElement[] {
  const home = planHome(guide)
  const found = steps(book, home)
  if (found.length === 0) return []
  const late = found.filter(step => isOverdue(step, today())).length
  const link = el('a', { href: '#workbook-plan' }, words.stepsInPlan({ count: found.length }))
  return [el('p', {}, ...around(steps => late === 0 ? words.planned({ steps }) : words.plannedLate({ steps, count: late }), link))]
}

/** The last meeting with a link to all of them, one that is still open, and how many are to be looked at again. */
function met (guide: Guide, book: Workbook): HTMLElement[] {
  const meetings = meetingsOf(book)
  const shown = meetings.find(({ ended }) => ended === '') ?? meetings[0]
  if (shown === undefined) return []
  const tool = guide.instruments.find(({ id }) => id === shown.tool) ?? { title: shown.tool }
  const link = el('a', { href: '#workbook-meetings' }, titleOfMeeting(tool, book, shown))
  const day = dayText(shown.started)
  const count = dueDays(guide, book).filter(due => due.ofMeeting === true && isTime(due)).length
  return [el('p', {}, ...around(link => shown.ended === '' ? meeting.lastOpen({ link, day }) : meeting.last({ link, day }), link), ...count === 0 ? [] : [' ', meeting.dueAgain({ count })])]
}

/** The last round and how many views of colleagues there are, each with a link to its part. */
function layered (book: Workbook, heads: Parameters<typeof glanceAt>[1]): HTMLElement[] {
  const { round, views, halves } = glanceAt(book, heads)
  return [
    ...round === null ? [] : [el('p', {}, ...around(link => words.lastRound({ link, day: dayText(round.day) }), el('a', { href: '#workbook-rounds' }, round.name)))],
    ...views === 0 ? [] : [el('p', {}, el('a', { href: '#workbook-together' }, words.viewsIn({ count: views })))],
    ...halves === 0 ? [] : [el('p', {}, el('a', { href: '#workbook-together' }, words.halvesIn({ count: halves })))]
  ]
}

function together (guide: Guide, lines: readonly Line[]): HTMLElement {
  return el('p', {}, el('strong', {}, words.together({ progress: progressWords(totalOf(guide.instruments, lines).progress, '') })), el('br'),
    el('span', { class: 'quiet small' }, words.counted))
}

function putAway (book: Workbook): HTMLElement[] {
  const names = partnersOf(book, true).filter(p => p.archived === true).map(nameOf)
  return names.length === 0 ? [] : [el('p', { class: 'quiet' }, words.putAway({ names: names.join(', ') }))]
}

/** Each chapter with all of its tools together. */
function chapters (guide: Guide, lines: readonly Line[]): HTMLElement[] {
  const found = guide.documents.filter(d => d.kind === 'chapter').map(({ title, instruments }) => {
    const { progress, partners: count } = totalOf(guide.instruments.filter(i => instruments.includes(i.id)), lines)
    const said = progressWords(progress, '')
    return el('li', { class: 'line' }, title, el('span', { class: 'quiet small' }, count === 0 ? said : words.forPartners({ progress: said, count })))
  })
  return found.length === 0 ? [] : [el('h3', {}, words.byChapter), el('ul', { class: 'plain' }, ...found), el('h3', {}, words.byTool)]
}

function linkTo ({ instrument, partner, items, progress }: Line, page: Page, text = partner === null ? instrument.title : titleOf(instrument.title, nameOf(partner))): HTMLElement {
  const open = items[progress.pieces.findIndex(piece => !piece.answered)]?.answer
  const anchor = open === undefined || progress.answered === 0 ? '' : '#' + ('table' in open ? open.table : open.field.replace(/\.answer$/, ''))
  const link = el('a', { href: page.root + instrument.page + anchor }, text)
  if (partner !== null) link.addEventListener('click', () => { page.partner.choose(partner.id) })
  return link
}

function hueOf (instrument: InstrumentDefinition): string {
  return instrument.principle === undefined ? '' : `p${instrument.principle}`
}

/** What was begun with its progress, tool by tool; and below it, in fewer words, what was not. */
function progressLists (guide: Guide, lines: readonly Line[], page: Page): HTMLElement[] {
  const tools = guide.instruments.filter(i => lines.some(l => l.instrument === i && begun(l)))
  const found: HTMLElement[] = [el('ul', { class: 'plain begun' }, ...tools.map(instrument => {
    const of = lines.filter(l => l.instrument === instrument && begun(l))
    if (instrument.perPartner !== true) return progressLine(of[0]!, linkTo(of[0]!, page), hueOf(instrument))
    return el('li', { class: hueOf(instrument) }, el('p', {}, instrument.title), el('ul', { class: 'plain' }, ...of.map(line => {
      const link = linkTo(line, page, nameOf(line.partner!))
      // Read alone, a link says what it leads to.
      link.prepend(hidden(titleOf(instrument.title, '')))
      return progressLine(line, link)
    })))
  })), el('p', { class: 'quiet small', 'aria-hidden': 'true' }, words.legend)]
  const open = guide.instruments.filter(i => !tools.includes(i) || lines.some(l => l.instrument === i && !begun(l)))
  if (open.length > 0) {
    found.push(el('h3', {}, words.notBegun), el('ul', { class: 'plain' }, ...open.map(instrument => {
      const some = lines.some(l => l.instrument === instrument && begun(l))
      const waiting = lines.filter(l => l.instrument === instrument && !begun(l))
      return el('li', { class: hueOf(instrument) }, ...some
        ? [`${instrument.title} `, ...waiting.flatMap((line, i) => [i === 0 ? '' : ', ', linkTo(line, page, line.partner === null ? instrument.title : nameOf(line.partner))])]
        : [el('a', { href: page.root + instrument.page }, instrument.title)])
    })))
  }
  return found
}

function progressLine (line: Line, link: HTMLElement, hue = ''): HTMLElement {
  const pieces = el('div', { class: 'picks', 'aria-hidden': 'true' })
  drawPieces(pieces, line.progress)
  return el('li', { class: `line ${hue}` }, link, el('span', { class: 'quiet small' }, progressWords(line.progress, line.instrument.kind)), pieces)
}

/** As many as somebody reads here; a page with thousands would stand still while it is laid out. */
function firstOf (items: readonly HTMLElement[]): HTMLElement[] {
  return items.length <= longestList ? [...items] : [...items.slice(0, longestList), el('li', {}, words.moreKept({ count: items.length - longestList }))]
}

/** Nothing that was typed is dropped: answers to questions that the guide dropped are shown here. */
function gone (book: Workbook, index: GuideIndex): HTMLElement[] {
  const found: HTMLElement[] = []
  for (const [id, subject] of book.subjects) {
    if (id === planSubject || isMeeting(id)) continue
    const partner = book.partners.get(id)
    for (const [field, answer] of subject.answers) {
      if (answer.value === '' || index.field(field) !== undefined) continue
      found.push(el('li', {}, el('span', { class: 'quiet small' }, partner === undefined ? field : namedOf({ title: nameOf(partner), about: field })), el('br'), el('span', { class: 'answer' }, answer.value)))
    }
  }
  return found.length === 0 ? [] : [el('h3', {}, words.goneTitle), el('p', { class: 'quiet' }, words.goneHint), el('ul', { class: 'plain' }, ...firstOf(found))]
}

function reworded (book: Workbook, index: GuideIndex): HTMLElement[] {
  const found: HTMLElement[] = []
  for (const [id, subject] of book.subjects) {
    for (const [field, answer] of subject.answers) {
      const known = index.field(field)
      const partner = book.partners.get(id)
      if (answer.value === '' || answer.wording === undefined || known === undefined || known.definition.wording === answer.wording) continue
      found.push(el('li', {}, words.rewordedAnswer({ question: titleOf(partner === undefined ? known.instrument.title : titleOf(known.instrument.title, nameOf(partner)), known.label), answer: answerText(answer.value, known.definition) })))
    }
  }
  return found.length === 0 ? [] : [el('h3', {}, words.rewordedTitle({ count: found.length })), el('ul', {}, ...firstOf(found))]
}
