import { afterPause, button, el } from '../dom.ts'
import type { Page } from '../page.ts'
import { saveFile, fileName } from '../storage/file.ts'
import { answerText, GuideIndex } from '../workbook/guide-index.ts'
import type { Guide, InstrumentDefinition } from '../workbook/guide.ts'
import { itemsOfInstrument, progressOf } from '../workbook/progress.ts'
import { resultOf } from '../workbook/scoring.ts'
import { agency, isEmpty, partnersOf, planSubject, type Workbook } from '../workbook/workbook.ts'
import { drawPieces, progressWords } from './progress.ts'
import { offerReport } from '../reports/offer.ts'
import { titleOf, words } from './strings.ts'

/** All of the workbook at a glance, for someone who comes back after a month. */
export async function startOverview (section: HTMLElement, page: Page): Promise<void> {
  const guide = await page.load('guide')
  const index = new GuideIndex(guide)
  const body = el('div')
  const files = offerReport(words.takeEverything, ['docx', 'xlsx', 'csv'], page, () => ({ kind: 'everything' }))
  section.append(body, files)
  const show = (): void => {
    const { book } = page.session
    files.hidden = isEmpty(book)
    body.replaceChildren(el('h2', {}, words.overview))
    if (isEmpty(book)) {
      body.append(el('p', { class: 'quiet' }, words.nothingKept))
      return
    }
    body.append(
      el('p', { class: 'quiet' }, lastAnswered(book)),
      el('ul', { class: 'plain' }, ...guide.instruments.flatMap(instrument => lines(instrument, book, page))),
      ...helpList(guide, book, page), ...gone(book, index), ...reworded(book, index))
  }
  const later = afterPause(show)
  page.session.listen(change => { if (change !== 'status') later() })
  show()
}

function lastAnswered (book: Workbook): string {
  let last = 0
  for (const subject of book.subjects.values()) for (const answer of subject.answers.values()) last = Math.max(last, answer.at)
  return words.lastAnswered(new Date(last).toLocaleDateString(undefined, { year: 'numeric', month: 'long', day: 'numeric' }))
}

function lines (instrument: InstrumentDefinition, book: Workbook, page: Page): HTMLElement[] {
  const items = itemsOfInstrument(instrument)
  const subjects = instrument.perPartner === true ? partnersOf(book) : [null]
  return subjects.map(partner => {
    const progress = progressOf(items, book.subjects.get(partner?.id ?? agency))
    const pieces = el('div', { class: 'picks', 'aria-hidden': 'true' })
    drawPieces(pieces, progress)
    const link = el('a', { href: page.root + instrument.page }, partner === null ? instrument.title : titleOf(instrument.title, partner.name))
    if (partner !== null) link.addEventListener('click', () => { page.partner.choose(partner.id) })
    return el('li', { class: instrument.principle === undefined ? '' : `p${instrument.principle}` },
      el('div', { class: 'spread' }, link, el('span', { class: 'quiet small' }, progressWords(progress, instrument.kind))), pieces)
  })
}

interface Wanted { instrument: string, partner: string | null, label: string, note: string }

function helpWanted (guide: Guide, book: Workbook): Wanted[] {
  return guide.instruments.filter(i => i.kind === 'assessment').flatMap(instrument =>
    (instrument.perPartner === true ? partnersOf(book) : [null]).flatMap(partner =>
      resultOf(instrument, book, partner?.id ?? agency).helpWanted.map(item =>
        ({ instrument: instrument.title, partner: partner?.name ?? null, label: item.label, note: item.note }))))
}

function helpList (guide: Guide, book: Workbook, page: Page): HTMLElement[] {
  const wanted = helpWanted(guide, book)
  if (wanted.length === 0) return []
  const text = `${words.helpTitle}\n\n` + wanted.map(w => `- ${w.label}\n  ${words.from(w.instrument, w.partner)}${w.note === '' ? '' : `\n  ${w.note.replace(/\n/g, '\n  ')}`}`).join('\n') + '\n'
  return [
    el('h3', {}, words.helpList), el('p', { class: 'quiet' }, words.helpListHint),
    el('ul', { class: 'plain' }, ...wanted.map(w => el('li', {}, w.label, el('br'), el('span', { class: 'small quiet' }, words.from(w.instrument, w.partner)),
      ...w.note === '' ? [] : [el('br'), el('span', { class: 'small answer' }, w.note)]))),
    el('p', { class: 'btns' },
      button(words.copy, 'second', () => {
        navigator.clipboard.writeText(text).then(() => { page.notice(words.copied) }, () => { saveFile(fileName('help-wanted', 'txt'), text, 'text/plain') })
      }),
      button(words.saveText, 'second', () => { saveFile(fileName('help-wanted', 'txt'), text, 'text/plain') }))
  ]
}

/** Nothing that was typed is dropped: answers to questions that the guide dropped are shown here. */
function gone (book: Workbook, index: GuideIndex): HTMLElement[] {
  const found: HTMLElement[] = []
  for (const [id, subject] of book.subjects) {
    if (id === planSubject) continue
    const partner = book.partners.get(id)
    for (const [field, answer] of subject.answers) {
      if (answer.value === '' || index.field(field) !== undefined) continue
      found.push(el('li', {}, el('span', { class: 'quiet small' }, partner === undefined ? field : `${partner.name}: ${field}`), el('br'), el('span', { class: 'answer' }, answer.value)))
    }
  }
  return found.length === 0 ? [] : [el('h3', {}, words.goneTitle), el('p', { class: 'quiet' }, words.goneHint), el('ul', { class: 'plain' }, ...found)]
}

function reworded (book: Workbook, index: GuideIndex): HTMLElement[] {
  const found: HTMLElement[] = []
  for (const subject of book.subjects.values()) {
    for (const [field, answer] of subject.answers) {
      const known = index.field(field)
      if (answer.value === '' || answer.wording === undefined || known === undefined || known.definition.wording === answer.wording) continue
      found.push(el('li', {}, `${known.instrument.title}: ${known.label} (${answerText(answer.value, known.definition)})`))
    }
  }
  return found.length === 0 ? [] : [el('h3', {}, words.rewordedTitle(found.length)), el('ul', {}, ...found)]
}

