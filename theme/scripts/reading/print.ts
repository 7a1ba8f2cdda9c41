import { el } from '../dom.ts'
import { readControls, type Control } from '../fields/controls.ts'

/**
 * What stands in the fields is set out as text while the page prints: a field would cut it. Of a table that people have
 * begun, only the rows that say something; a day that nobody chose is a line to write on.
 */
export function keepAnswersOnPaper (): void {
  let back: (() => void)[] = []
  const off = (element: Element): void => {
    element.classList.add('not-on-paper')
    back.push(() => { element.classList.remove('not-on-paper') })
  }
  addEventListener('beforeprint', () => {
    for (const control of document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('textarea, input[type=text], input[type=date]')) {
      const day = control instanceof HTMLInputElement && control.type === 'date'
      if (control.offsetParent === null || (control.value === '' && !day)) continue
      const text = el('span', { class: 'on-paper' }, day ? control.valueAsDate?.toLocaleDateString(undefined, { timeZone: 'UTC' }) ?? '\u00a0' : control.value)
      off(control)
      control.after(text)
      back.push(() => { text.remove() })
    }
    for (const table of document.querySelectorAll('table[data-can-grow]')) {
      const rows = [...table.querySelectorAll('tr[data-row]')]
      const empty = rows.filter(row => [...row.querySelectorAll<Control>('input, select, textarea')].every(control => readControls([control]) === ''))
      if (empty.length < rows.length) empty.forEach(off)
    }
  })
  addEventListener('afterprint', () => {
    for (const undo of back) undo()
    back = []
  })
}
