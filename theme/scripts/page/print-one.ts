import { el } from './dom.ts'
import { today } from '../workbook/day.ts'
import { dayText } from '../workbook/guide-index.ts'
import * as words from '../words/views.ts'

/** Prints one section of the page, with the day: the rest stays off the paper. */
export function printOne (section: HTMLElement): void {
  const day = el('p', { class: 'quiet' }, words.printedOn({ day: dayText(today()) }))
  section.querySelector(':scope > h2')?.after(day)
  document.body.classList.add('print-one')
  section.classList.add('print-this')
  addEventListener('afterprint', () => {
    day.remove()
    document.body.classList.remove('print-one')
    section.classList.remove('print-this')
  }, { once: true })
  print()
}
