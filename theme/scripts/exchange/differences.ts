import { button, el, focusOn, freeId, hidden } from '../dom.ts'
import type { Difference } from '../workbook/compare.ts'
import { answerText, type GuideIndex } from '../workbook/guide-index.ts'
import { setText } from '../views/keeper.ts'
import { words } from './strings.ts'

/**
 * What differs, item by item: made with, in the file, in this browser. Nothing changes until the button is pressed; then all
 * that was chosen is taken at once.
 */
export function differencesTable (
  differences: readonly Difference[], index: GuideIndex, threeWay: boolean,
  done: (chosen: readonly Difference[]) => void, subjectName: (subject: string) => string | null
): HTMLElement {
  const box = el('div')
  const summary = el('p', { tabindex: '-1' }, differences.length === 0 ? words.nothingDiffers : words.differs(differences.length))
  box.append(summary)
  if (differences.length === 0) return box
  const checks: HTMLInputElement[] = []
  const takeChosen = button('', 'main', () => { done(differences.filter((_, i) => checks[i]!.checked)) })
  const count = (): void => { setText(takeChosen, words.takeThese(checks.filter(c => c.checked).length)) }
  const all = (checked: boolean): void => {
    for (const check of checks) check.checked = checked
    count()
  }
  const cell = (label: string, value: string, definition: Parameters<typeof answerText>[1], other?: string): HTMLElement =>
    el('td', { 'data-l': label, role: 'cell', class: 'answer' }, value === '' ? el('span', { class: 'quiet' }, other ?? words.empty) : answerText(value, definition))

  const rows = differences.map(difference => {
    const id = freeId(`take-${checks.length}-${Math.floor(performance.now())}`)
    const check = el('input', { class: 'govuk-checkboxes__input', type: 'checkbox', id })
    check.checked = difference.proposed
    check.addEventListener('change', count)
    checks.push(check)
    const definition = index.field(difference.field)?.definition
    const about = subjectName(difference.subject)
    const moved = difference.kind === 'rows-moved'
    return el('tr', { role: 'row' },
      el('td', { role: 'cell', class: 'check' }, el('div', { class: 'govuk-checkboxes__item' }, check,
        el('label', { class: 'govuk-checkboxes__label', for: id }, hidden(`${words.take}: ${difference.label}`)))),
      el('th', { scope: 'row', role: 'rowheader' }, ...about === null ? [] : [el('span', { class: 'quiet small' }, about), el('br')], difference.label, el('br'),
        el('span', { class: difference.kind === 'conflict' ? 'tag tag--done' : 'tag' }, words.kindsOf[difference.kind]),
        ...difference.reworded ? [' ', el('span', { class: 'small quiet' }, words.rewordedSince)] : [],
        ...difference.unknown ? [' ', el('span', { class: 'small quiet' }, words.notAsked)] : []),
      ...threeWay ? [cell(words.madeWith, difference.madeWith ?? '', definition, moved ? words.oldOrder : undefined)] : [],
      cell(words.inFile, difference.inFile, definition, moved ? words.newOrder : undefined),
      cell(words.here, difference.here, definition, moved ? words.oldOrder : undefined))
  })
  const heading = (text: string): HTMLElement => el('th', { scope: 'col', role: 'columnheader' }, text)
  box.append(
    el('p', { class: 'btns' }, button(words.takeAll, 'second', () => { all(true) }), button(words.takeNone, 'second', () => { all(false) })),
    el('table', { class: 'cards differences', role: 'table' },
      el('caption', { class: 'vh' }, words.differs(differences.length)),
      el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, heading(words.take), heading(words.what), ...threeWay ? [heading(words.madeWith)] : [], heading(words.inFile), heading(words.here))),
      el('tbody', { role: 'rowgroup' }, ...rows)),
    el('p', { class: 'btns' }, takeChosen, button(words.leave, 'link', () => { done([]) })))
  count()
  queueMicrotask(() => { if (box.isConnected) focusOn(summary) })
  return box
}
