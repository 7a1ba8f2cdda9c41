import { el, freeId } from '../page/dom.ts'
import { setText } from '../page/keeper.ts'
import { nameText } from '../workbook/text.ts'
import * as words from '../words/together.ts'

/** The fields for a round's name and day, each with what is wrong with it. */
export interface RoundFields {
  parts: readonly HTMLElement[]
  /** What stands in them; null where something is missing, which is said then. */
  read (): { name: string, day: string } | null
}

/** Characters of a name at most: it stands in lists and headings. */
const longestName = 100

/** @param day ISO day. */
export function roundFields (name: string, day: string): RoundFields {
  const named = field(words.name, 'text', name)
  named.input.maxLength = longestName
  const dated = field(words.day, 'date', day)
  dated.input.classList.add('govuk-input--date')
  return {
    parts: [named.box, dated.box],
    read () {
      const said = { name: nameText(named.input.value), day: dated.input.value }
      const isDay = /^\d{4}-\d{2}-\d{2}$/.test(said.day)
      // The first that is wrong gets the focus.
      dated.refuse(isDay ? '' : words.needsDay)
      named.refuse(said.name === '' ? words.needsName : '')
      return said.name === '' || !isDay ? null : said
    }
  }
}

interface Field { box: HTMLElement, input: HTMLInputElement, refuse: (problem: string) => void }

function field (label: string, type: 'text' | 'date', value: string): Field {
  const id = freeId(`round-${type}`)
  const wrong = el('p', { class: 'govuk-error-message', id: `${id}-wrong`, role: 'alert' })
  const input = el('input', { class: 'govuk-input', type, id, value, autocomplete: 'off' })
  return {
    box: el('div', { class: 'govuk-form-group' }, el('label', { class: 'govuk-label', for: id }, label), wrong, input), input,
    refuse (problem) {
      setText(wrong, problem)
      if (problem === '') {
        input.removeAttribute('aria-invalid')
        input.removeAttribute('aria-describedby')
        return
      }
      input.setAttribute('aria-invalid', 'true')
      input.setAttribute('aria-describedby', wrong.id)
      input.focus()
    }
  }
}
