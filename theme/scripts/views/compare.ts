import { afterPause, button, el } from '../page/dom.ts'
import type { Page } from '../page/page.ts'
import type { InstrumentDefinition } from '../workbook/guide.ts'
import { comparePartners, resultOf } from '../workbook/scoring.ts'
import { nameOf } from '../workbook/unnamed.ts'
import { countAnswers, partnersOf, type Partner, type Workbook } from '../workbook/workbook.ts'
import { offerReport } from '../page/report-offer.ts'
import { averageOf, ruleOf } from '../workbook/average.ts'
import * as common from '../words/common.ts'
import { print } from '../words/frame.ts'
import { printOne } from './print-one.ts'
import { redraw } from '../page/redraw.ts'
import * as reports from '../words/reports.ts'
import * as words from '../words/views.ts'

/** Partners side by side: what to look at first comes first, and where they differ is marked in words. */
export async function startCompare (section: HTMLElement, page: Page): Promise<void> {
  const guide = await page.load('guide')
  const instruments = guide.instruments.filter(i => i.kind === 'assessment' && i.perPartner === true)
  const left = new Set<string>()
  let onlyDifferences = false
  let instrument = instruments[0]
  let isChosen = false
  const body = el('div')
  let shown: readonly Partner[] = []
  const files = offerReport(words.takeCompare, ['docx', 'xlsx', 'csv'], page, () => (
    { kind: 'comparison', instrument: instrument?.id ?? '', partners: shown.map(p => p.id), onlyDifferences }))
  section.append(el('h2', {}, common.sideBySide), body, files)

  function show (): void {
    const book = page.session.book
    section.hidden = page.session.status.lock === 'locked'
    if (instrument === undefined) return
    const about = (which: InstrumentDefinition): Partner[] => partnersOf(book).filter(p => countAnswers(book, p.id, which.id) > 0)
    // Until somebody chooses, a tool that there is something to compare in.
    if (!isChosen && about(instrument).length < 2) instrument = instruments.find(which => about(which).length > 1) ?? instrument
    const partners = about(instrument)
    shown = partners.filter(p => !left.has(p.id))
    files.hidden = shown.length < 2
    if (partners.length < 2) {
      redraw(body, () => { body.replaceChildren(...isChosen ? [choices(partners)] : [], el('p', { class: 'quiet' }, words.compareNeedsTwo)) })
      return
    }
    const parts = shown.length < 2 ? [el('p', { class: 'quiet' }, words.compareNeedsTwo)] : [el('p', { class: 'quiet' }, words.compareHint), compareTable(instrument, book, shown, onlyDifferences), rule(instrument), printing()]
    redraw(body, () => { body.replaceChildren(choices(partners), ...parts) })
  }

  function printing (): HTMLElement {
    const made = button(print, 'second', () => { printOne(section) })
    made.id = 'compare-print'
    return el('p', { class: 'btns' }, made)
  }

  /** How to read the numbers and how not to. */
  function rule (which: InstrumentDefinition): HTMLElement {
    const options = which.scale?.options ?? []
    return el('p', { class: 'quiet' }, ruleOf(most(which), options), ' ', words.selfAssessment)
  }

  function choices (partners: readonly Partner[]): HTMLElement {
    const group = 'compare-choice'
    const check = (id: string, label: string, checked: boolean, change: (checked: boolean) => void): HTMLElement => {
      const input = el('input', { class: 'govuk-checkboxes__input', type: 'checkbox', id: `${group}-${id}` })
      input.checked = checked
      input.addEventListener('change', () => {
        change(input.checked)
        show()
      })
      return el('div', { class: 'govuk-checkboxes__item' }, input, el('label', { class: 'govuk-checkboxes__label', for: input.id }, label))
    }
    const box = el('div', { class: 'choices' })
    if (instruments.length > 1) {
      const select = el('select', { class: 'govuk-select', id: `${group}-tool` }, ...instruments.map(i => el('option', { value: i.id, selected: i.id === instrument?.id }, i.title)))
      select.addEventListener('change', () => {
        instrument = instruments.find(i => i.id === select.value)
        isChosen = true
        show()
      })
      box.append(el('p', {}, el('label', { class: 'govuk-label', for: select.id }, words.comparePick), select))
    }
    box.append(
      el('fieldset', { class: 'govuk-fieldset' }, el('legend', { class: 'govuk-fieldset__legend' }, words.compareWho),
        ...partners.map(p => check(p.id, nameOf(p), !left.has(p.id), checked => { if (checked) left.delete(p.id); else left.add(p.id) }))),
      check('differences', words.onlyDifferences, onlyDifferences, checked => { onlyDifferences = checked }))
    return box
  }

  const later = afterPause(show)
  page.session.listen(change => { if (change !== 'status') later() })
  show()
}

/** The answers of some partners to one instrument, one below the other. */
function compareTable (which: InstrumentDefinition, book: Workbook, partners: readonly Partner[], onlyDifferences: boolean): HTMLElement {
  const labels = new Map([...which.scale?.options ?? [], ...which.scale?.notApplicable === undefined ? [] : [which.scale.notApplicable]].map(o => [o.id, o.label]))
  const rows = comparePartners(which, book, partners.map(p => p.id)).filter(row => !onlyDifferences || row.differs)
  const caption = 'compare-caption'
  return el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-labelledby': caption, id: 'compare-table' },
    el('table', { class: 'cards compare', role: 'table' },
      el('caption', { id: caption }, which.title),
      el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, ...[common.question, ...partners.map(nameOf)].map(text => el('th', { scope: 'col', role: 'columnheader' }, text)))),
      el('tbody', { role: 'rowgroup' },
        ...rows.map(row => el('tr', { role: 'row' },
          el('th', { scope: 'row', role: 'rowheader' }, row.item.label,
            ...row.item.critical === true ? [' ', el('span', { class: 'tag' }, common.important)] : [],
            ...row.differs ? [' ', el('span', { class: 'tag tag--p' }, reports.differ)] : []),
          ...row.answers.map((answer, i) => el('td', { role: 'cell', 'data-l': nameOf(partners[i]!) },
            labels.get(answer.answer) ?? el('span', { class: 'quiet' }, reports.notAnswered),
            ...answer.help ? [el('br'), el('span', { class: 'small quiet' }, common.helpWanted)] : [],
            ...answer.note === '' ? [] : [el('br'), el('span', { class: 'small answer' }, answer.note)])))),
        el('tr', { role: 'row' }, el('th', { scope: 'row', role: 'rowheader' }, words.averageRow),
          ...partners.map(p => {
            const { average } = resultOf(which, book, p.id).overall
            return el('td', { role: 'cell', 'data-l': nameOf(p) }, average === null ? reports.none : averageOf(average, most(which)))
          })))))
}

function most (instrument: InstrumentDefinition): number {
  return Math.max(0, ...instrument.scale?.options.map(o => o.value ?? 0) ?? [])
}
