import { afterPause, button, el } from '../page/dom.ts'
import type { Page } from '../page/page.ts'
import { decidedOf, verdictField } from '../workbook/decision.ts'
import type { InstrumentDefinition } from '../workbook/guide.ts'
import { comparePartners, isToAsk, resultOf } from '../workbook/scoring.ts'
import { nameOf } from '../workbook/unnamed.ts'
import { countAnswers, partnersOf, type Partner, type Workbook } from '../workbook/workbook.ts'
import { offerReport } from '../page/report-offer.ts'
import { averageOf, ruleOf } from '../workbook/average.ts'
import * as common from '../words/common.ts'
import { print } from '../words/frame.ts'
import { printOne } from '../page/print-one.ts'
import { redraw } from '../page/redraw.ts'
import * as reports from '../words/reports.ts'
import * as words from '../words/views.ts'

/** What the ids of the choices begin with. */
const group = 'compare-choice'

/** Partners who have answers to a tool. */
function answeredFor (book: Workbook, { id }: InstrumentDefinition): Partner[] {
  return partnersOf(book).filter(partner => countAnswers(book, partner.id, id) > 0)
}

/** Partners side by side: what to look at first comes first, and where they differ is marked in words. */
export async function startCompare (section: HTMLElement, page: Page): Promise<void> {
  const guide = await page.load('guide')
  const instruments = guide.instruments.filter(i => i.kind === 'assessment' && i.perPartner === true)
  const left = new Set<string>()
  let onlyDifferences = false
  // Who comes from a tool wants to see that one.
  const asked = page.session.recall('compare')
  let picked = instruments.find(i => i.id === asked)
  let instrument = picked ?? instruments[0]
  const body = el('div')
  let shown: readonly Partner[] = []
  const files = offerReport(words.takeCompare, ['docx', 'xlsx', 'csv'], page, () => (
    { kind: 'comparison', instrument: instrument?.id ?? '', partners: shown.map(p => p.id), onlyDifferences }))
  // Who comes to print finds it at once; at the end it stands where the table was read.
  const atHead = printing('compare-print-first')
  atHead.hidden = true
  section.append(el('h2', {}, common.sideBySide), atHead, body, files)

  function show (): void {
    const book = page.session.book
    section.hidden = page.session.status.lock === 'locked'
    // Until somebody picks another: the first tool that has something to compare.
    const comparable = instruments.filter(i => answeredFor(book, i).length > 1)
    instrument = picked ?? comparable[0] ?? instruments[0]
    if (instrument === undefined) return
    const partners = answeredFor(book, instrument)
    shown = partners.filter(p => !left.has(p.id))
    files.hidden = atHead.hidden = shown.length < 2
    if (partners.length < 2) {
      redraw(body, () => { body.replaceChildren(...comparable.length > 0 ? [el('div', { class: 'choices' }, ...toolChoice())] : [], el('p', { class: 'quiet' }, words.compareNeedsTwo)) })
      return
    }
    const parts = shown.length < 2 ? [el('p', { class: 'quiet' }, words.compareNeedsTwo)] : [el('p', { class: 'quiet' }, words.compareHint), compareTable(instrument, book, shown, onlyDifferences), rule(instrument), printing('compare-print')]
    redraw(body, () => { body.replaceChildren(choices(partners), ...parts) })
  }

  function printing (id: string): HTMLElement {
    const made = button(print, 'second', () => { printOne(section) })
    made.id = id
    return el('p', { class: 'btns' }, made)
  }

  /** How to read the numbers and how not to. */
  function rule (which: InstrumentDefinition): HTMLElement {
    const options = which.scale?.options ?? []
    return el('p', { class: 'quiet' }, ruleOf(most(which), options), ' ', words.selfAssessment)
  }

  function choices (partners: readonly Partner[]): HTMLElement {
    const check = (id: string, label: string, checked: boolean, change: (checked: boolean) => void): HTMLElement => {
      const input = el('input', { class: 'govuk-checkboxes__input', type: 'checkbox', id: `${group}-${id}` })
      input.checked = checked
      input.addEventListener('change', () => {
        change(input.checked)
        show()
      })
      return el('div', { class: 'govuk-checkboxes__item' }, input, el('label', { class: 'govuk-checkboxes__label', for: input.id }, label))
    }
    return el('div', { class: 'choices' }, ...toolChoice(),
      el('fieldset', { class: 'govuk-fieldset' }, el('legend', { class: 'govuk-fieldset__legend' }, words.compareWho),
        ...partners.map(p => check(p.id, nameOf(p), !left.has(p.id), checked => { if (checked) left.delete(p.id); else left.add(p.id) }))),
      check('differences', words.onlyDifferences, onlyDifferences, checked => { onlyDifferences = checked }))
  }

  /** Which tool is compared, where there are several. */
  function toolChoice (): HTMLElement[] {
    if (instruments.length < 2) return []
    const select = el('select', { class: 'govuk-select', id: `${group}-tool` }, ...instruments.map(i => el('option', { value: i.id, selected: i.id === instrument?.id }, i.title)))
    select.addEventListener('change', () => {
      picked = instruments.find(i => i.id === select.value)
      show()
    })
    return [el('p', {}, el('label', { class: 'govuk-label', for: select.id }, words.comparePick), select)]
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
        ...decided(which, book, partners),
        ...rows.map(row => el('tr', { role: 'row' },
          el('th', { scope: 'row', role: 'rowheader' }, row.item.label,
            ...row.item.critical === true ? [' ', el('span', { class: 'tag' }, common.important)] : [],
            ...row.differs ? [' ', el('span', { class: 'tag tag--p' }, reports.differ)] : []),
          ...row.answers.map((answer, i) => el('td', { role: 'cell', 'data-l': nameOf(partners[i]!) },
            labels.get(answer.answer) ?? (isToAsk(answer) ? el('span', { class: 'tag tag--out' }, common.stillToAsk) : el('span', { class: 'quiet' }, reports.notAnswered)),
            ...answer.help ? [el('br'), el('span', { class: 'small quiet' }, common.helpWanted)] : [],
            ...answer.evidence === '' ? [] : [el('br'), el('span', { class: 'small quiet answer' }, reports.howWeKnow({ text: answer.evidence }))],
            ...answer.note === '' ? [] : [el('br'), el('span', { class: 'small answer' }, answer.note)])))),
        el('tr', { role: 'row' }, el('th', { scope: 'row', role: 'rowheader' }, words.averageRow),
          ...partners.map(p => {
            const { average } = resultOf(which, book, p.id).overall
            return el('td', { role: 'cell', 'data-l': nameOf(p) }, average === null ? reports.none : averageOf(average, most(which)))
          })))))
}

/** What was decided about each, above the answers that led there. */
function decided (which: InstrumentDefinition, book: Workbook, partners: readonly Partner[]): HTMLElement[] {
  const asked = verdictField(which)
  return asked === undefined ? [] : [el('tr', { role: 'row' }, el('th', { scope: 'row', role: 'rowheader' }, asked.label),
    ...partners.map(p => {
      const { verdict, day, by } = decidedOf(which, book, p.id)
      const rest = [day, by].filter(text => text !== '').join(', ')
      return el('td', { role: 'cell', 'data-l': nameOf(p) },
        verdict === '' ? el('span', { class: 'quiet' }, words.undecided) : el('strong', {}, verdict),
        ...rest === '' ? [] : [el('br'), el('span', { class: 'small' }, rest)])
    }))]
}

function most (instrument: InstrumentDefinition): number {
  return Math.max(0, ...instrument.scale?.options.map(o => o.value ?? 0) ?? [])
}
