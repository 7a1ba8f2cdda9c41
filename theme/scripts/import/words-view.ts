import { button, el, hidden } from '../page/dom.ts'
import { counted } from '../workbook/in-words.ts'
import { ofWhat } from '../words/frame.ts'
import type { Looking } from './lists/looking.ts'
import * as words from '../words/import.ts'

/** How many words are asked about: where there are more, it is no column of choices. */
const most = 40

/** Words of the list that are not among the choices: what each is read as, to be changed for all rows that say it. */
export function wordsView (looking: Looking, stem: string, level: number, changed: () => void): HTMLElement[] {
  const asked = looking.words()
  if (asked.length === 0) return []
  return [el('section', { class: 'bring__words', id: stem }, el(`h${level}` as 'h4', {}, words.wordsTitle), el('p', { class: 'small quiet' }, words.wordsHint),
    el('ul', {}, ...asked.slice(0, most).map(({ key, column, text, count, option, offered }, i) => {
      const id = `${stem}-${i}`
      const choose = (value: string): void => {
        looking.chooseWord(key, value)
        changed()
      }
      const choice = el('select', { class: 'govuk-select', id }, el('option', { value: '', selected: option === '' }, words.leaveEmpty),
        ...(column.options ?? []).map(one => el('option', { value: one.id, selected: one.id === option }, one.label)))
      choice.addEventListener('change', () => { choose(choice.value) })
      const label = el('label', { class: 'govuk-label', for: id }, words.wordLabel({ column: column.label, text }), ' ', el('span', { class: 'quiet small' }, words.wordCount(counted(count))))
      if (offered === undefined) return el('li', {}, label, choice)
      const press = button(words.readIt({ label: offered.label }), 'link', () => {
        choose(offered.id)
        // The offer is gone once it is taken; the choice stays.
        document.getElementById(id)?.focus()
      })
      press.append(hidden(ofWhat({ what: text })))
      return el('li', {}, label, choice, el('p', { class: 'small bring__offer' }, press))
    })), ...asked.length > most ? [el('p', { class: 'small' }, words.moreWords(counted(asked.length - most)))] : [])]
}

/** Brings the focus to where a word is matched: the one of the key, else the first of the column that is read as nothing, else the first of it. */
export function focusOnWord (looking: Looking, stem: string, column: string, key?: string): void {
  const asked = looking.words().slice(0, most)
  const ofColumn = (option?: ''): number => asked.findIndex(one => one.column.id === column && (option === undefined || one.option === option))
  const found = [asked.findIndex(one => one.key === key), ofColumn(''), ofColumn()].find(i => i >= 0) ?? -1
  const at = document.getElementById(`${stem}-${found}`) ?? document.querySelector<HTMLElement>(`#${stem} select`)
  at?.focus()
  at?.scrollIntoView({ block: 'center' })
}
