import { afterPause, button, el, freeId } from '../page/dom.ts'
import type { Page } from '../page/page.ts'
import type { Guide, InstrumentDefinition } from '../workbook/guide.ts'
import { resultOf, type Result, type Score, type ScoredItem } from '../workbook/scoring.ts'
import { offerReport } from '../page/report-offer.ts'
import { agency, countAnswers, partnersOf } from '../workbook/workbook.ts'
import { redraw } from '../page/redraw.ts'
import { nameOf } from '../workbook/unnamed.ts'
import { averageOf, endsOf, ruleOf } from '../workbook/average.ts'
import * as common from '../words/common.ts'
import * as reports from '../words/reports.ts'
import { closeRound, sinceRound } from '../words/together.ts'
import * as words from '../words/views.ts'
import { titleOf } from '../workbook/titles.ts'

/** Scores, their picture and its table, what is in place, where to begin, where help is wanted. */
export async function startResults (section: HTMLElement, page: Page): Promise<void> {
  const guide = await page.load('guide')
  const instrument = guide.instruments.find(i => i.id === section.dataset['instrument'])
  if (instrument?.kind !== 'assessment') return
  if (instrument.principle !== undefined && !document.body.classList.contains(`p${instrument.principle}`)) section.classList.add(`p${instrument.principle}`)
  section.classList.add('results')
  const body = el('div')
  const files = offerReport(words.takeResults, ['docx', 'xlsx', 'csv'], page, () => (
    { kind: 'results', instrument: instrument.id, partner: instrument.perPartner === true ? page.partner.current?.id ?? null : null }))
  const inWorkbook = isWorkbook()
  const offer = inWorkbook ? el('p') : roundOffer(instrument, page)
  section.append(body, files, ...inWorkbook ? [] : [offer])
  const show = (): void => {
    redraw(body, () => {
      const partner = instrument.perPartner === true ? page.partner.current : null
      const subject = instrument.perPartner === true ? partner?.id : agency
      const result = subject === undefined ? null : resultOf(instrument, page.session.book, subject)
      const empty = result === null || result.overall.answered === 0
      const title = inWorkbook ? words.resultsOf({ tool: instrument.title }) : words.results
      body.replaceChildren(el(inWorkbook ? 'h3' : 'h2', {}, partner === null ? title : titleOf(title, nameOf(partner))))
      files.hidden = empty
      if (inWorkbook) {
        const choice = partnerChoice(instrument, page)
        // Tools that nobody began are left out.
        section.hidden = empty && choice === null
        if (choice !== null) body.append(choice)
      }
      if (page.session.status.lock === 'locked') section.hidden = true
      else if (!inWorkbook) section.hidden = false
      offer.hidden = empty || page.session.status.lock === 'locked'
      body.append(...empty ? [el('p', { class: 'quiet' }, words.noAnswersYet)] : describe(instrument, result))
    })
  }
  const later = afterPause(show)
  page.session.listen(change => { if (change !== 'status') later() })
  page.partner.listen(later)
  show()
}

/** Results about the partners who are not chosen, for paper: each stands after those that are in view. Returns what takes them away. */
export function resultsOfOthers (guide: Guide, page: Page): () => void {
  const made: HTMLElement[] = []
  const { book } = page.session
  for (const instrument of guide.instruments) {
    if (instrument.kind !== 'assessment' || instrument.perPartner !== true) continue
    let last: Element | null = document.querySelector(`[data-part=results][data-instrument="${CSS.escape(instrument.id)}"]`)
    for (const partner of partnersOf(book)) {
      const result = resultOf(instrument, book, partner.id)
      if (last === null || partner.id === page.partner.current?.id || result.overall.answered === 0) continue
      const section = el('section', { class: `results p${instrument.principle ?? ''}` }, el('h3', {}, titleOf(words.resultsOf({ tool: instrument.title }), nameOf(partner))))
      last.after(section)
      section.append(...describe(instrument, result))
      made.push(last = section)
    }
  }
  return () => { for (const section of made) section.remove() }
}

/** Closes a round from here, and leads to what has changed since one was closed. */
function roundOffer ({ id }: InstrumentDefinition, page: Page): HTMLElement {
  const close = button(closeRound, 'second', () => { page.load('together').then(async together => { await together.askToClose(page) }).catch(console.error) })
  const link = el('a', { href: page.keeping.replace(/#.*/, '#workbook-rounds') }, sinceRound)
  link.addEventListener('click', () => { page.session.recallLater('then-and-now', id) })
  return el('div', {}, el('p', { class: 'btns' }, close), el('p', {}, link))
}

/** In the workbook all results stand under one heading. */
function isWorkbook (): boolean {
  return document.body.classList.contains('layout-workbook')
}

/** In the workbook no form stands beside the results: whom they are about is chosen here. */
function partnerChoice (instrument: InstrumentDefinition, page: Page): HTMLElement | null {
  const { book } = page.session
  const partners = partnersOf(book)
  if (instrument.perPartner !== true || partners.length < 2 || !partners.some(p => countAnswers(book, p.id, instrument.id) > 0)) return null
  const id = `results-about-${instrument.id}`
  const select = el('select', { class: 'govuk-select', id },
    ...partners.map(p => el('option', { value: p.id, selected: p.id === page.partner.current?.id }, nameOf(p))))
  select.addEventListener('change', () => { page.partner.choose(select.value) })
  return el('p', { class: 'choices' }, el('label', { class: 'govuk-label', for: id }, words.resultsAbout), select)
}

function describe (instrument: InstrumentDefinition, result: Result): HTMLElement[] {
  const options = instrument.scale?.options ?? []
  const heading = (text: string, of = ''): HTMLElement => el('th', { scope: 'col', role: 'columnheader', class: of }, text)
  const row = (title: string, score: Score, items: readonly ScoredItem[]): HTMLElement => el('tr', { role: 'row' },
    el('th', { scope: 'row', role: 'rowheader' }, title),
    el('td', { role: 'cell', 'data-l': common.answered }, answeredOf(score)),
    el('td', { role: 'cell', class: 'bar' }, picture(score, result.most)),
    ...options.map(option => el('td', { role: 'cell', class: 'num', 'data-l': option.label }, String(items.filter(i => i.answer === option.id).length))),
    el('td', { role: 'cell', class: 'num', 'data-l': reports.average }, score.average === null ? reports.none : averageOf(score.average, result.most)))
  const all = result.domains.flatMap(d => d.items)
  const rule = freeId('results-rule')
  return [
    el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-labelledby': rule, id: freeId(`results-table-${instrument.id}`) },
      el('table', { class: 'cards', role: 'table' },
        el('caption', { class: 'small', id: rule }, ruleOf(result.most, options)),
        el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, heading(common.area), heading(common.answered), heading(words.picture(endsOf(options))), ...options.map(o => heading(o.label, 'num')), heading(reports.average, 'num'))),
        el('tbody', { role: 'rowgroup' }, ...result.domains.map(d => row(d.title, d.score, d.items)), row(reports.overall, result.overall, all)))),
    ...result.toAsk.length === 0 ? [] : [list(common.stillToAsk, result.toAsk, instrument, words.toAskHint, false)],
    el('div', { class: 'duo' },
      list(common.whereToBegin, result.gaps, instrument, words.gapsHint),
      list(words.whereHelp, result.helpWanted, instrument)),
    list(common.inPlace, result.strengths, instrument, '', false),
    el('p', { class: 'quiet' }, words.selfAssessment)
  ]
}

function answeredOf ({ answered, notApplicable: count, open }: Score): string {
  const numbers = { answered: answered + count, all: answered + count + open }
  return count === 0 ? reports.answeredOf(numbers) : words.answeredWithout({ ...numbers, count })
}

function list (title: string, items: readonly ScoredItem[], instrument: InstrumentDefinition, hint = '', marked = true): HTMLElement {
  return el('div', {}, el(isWorkbook() ? 'h4' : 'h3', {}, title),
    ...items.length === 0
      ? [el('p', { class: 'quiet' }, reports.nothing)]
      : [...hint === '' ? [] : [el('p', { class: 'quiet' }, hint)], el('ul', { class: 'plain' }, ...items.map(item => el('li', {},
          questionLink(`${instrument.id}.${item.id}`, item.label),
          ...marked && item.critical === true ? [' ', el('span', { class: 'tag' }, common.important)] : [])))])
}

/** Leads to the question where it stands on this page; in the workbook it may lie in a closed fold. */
function questionLink (id: string, label: string): HTMLElement | string {
  const question = document.getElementById(id)
  if (question === null) return label
  return el('a', { href: `#${id}`, onclick: () => { question.closest('details')?.setAttribute('open', '') } }, label)
}

const width = 216
const inset = 12

/** The average as a strand that runs to a dot, over a mark for each step. The table says the same in numbers. */
function picture (score: Score, most: number): SVGSVGElement {
  const at = (value: number): number => inset + (width - 2 * inset) * value / most
  const svg = shape('svg', { class: 'dots', viewBox: `0 0 ${width} 24`, fill: 'none', 'aria-hidden': 'true', focusable: 'false' })
  for (let step = 0; step <= most; step++) svg.append(shape('path', { class: 'ln', d: `M${at(step)} 3V21`, 'stroke-width': '2' }))
  svg.append(shape('path', { class: 'ln', d: `M${at(0)} 12H${at(most)}`, 'stroke-width': '2' }))
  if (score.average !== null) {
    const x = at(score.average).toFixed(1)
    svg.append(
      shape('path', { class: 'strand', d: `M${at(0)} 12H${x}`, 'stroke-width': '12' }),
      shape('circle', { class: 'dot-now', cx: x, cy: '12', r: '9' }))
  }
  return svg
}

function shape<K extends keyof SVGElementTagNameMap> (name: K, attributes: Record<string, string>): SVGElementTagNameMap[K] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  return element
}
