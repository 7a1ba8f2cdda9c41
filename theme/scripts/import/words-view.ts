import { el } from '../page/dom.ts'
import { counted } from '../workbook/in-words.ts'
import type { Looking } from './lists/looking.ts'
import * as words from '../words/import.ts'

/** How many words are asked about: where there are more, it is no column of choices. */
const most = 40

/** Words of the list that are not among the choices: what each is read as, to be changed for all rows that say it. */
export function wordsView (looking: Looking, stem: string, level: number, changed: () => void): HTMLElement[] {
  const asked = looking.words()
  if (asked.length === 0) return []
  return [el('section', { class: 'bring__words' }, el(`h${level}` as 'h4', {}, words.wordsTitle), el('p', { class: 'small quiet' }, words.wordsHint),
    el('ul', {}, ...asked.slice(0, most).map(({ key, column, text, count, option }, i) => {
      const id = `${stem}-${i}`
      const choice = el('select', { class: 'govuk-select', id }, el('option', { value: '', selected: option === '' }, words.leaveEmpty),
        ...(column.options ?? []).map(one => el('option', { value: one.id, selected: one.id === option }, one.label)))
      choice.addEventListener('change', () => {
        looking.chooseWord(key, choice.value)
        changed()
      })
      return el('li', {}, el('label', { class: 'govuk-label', for: id }, words.wordLabel({ column: column.label, text }), ' ', el('span', { class: 'quiet small' }, words.wordCount(counted(count)))), choice)
    })), ...asked.length > most ? [el('p', { class: 'small' }, words.moreWords(counted(asked.length - most)))] : [])]
}
