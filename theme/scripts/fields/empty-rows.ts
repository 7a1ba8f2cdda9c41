import { readControls, type Control } from '../page/controls.ts'

/** Of a table that people have begun, only the rows that say something go on paper. */
export function leaveOutEmptyRows (): void {
  let left: Element[] = []
  addEventListener('beforeprint', () => {
    for (const table of document.querySelectorAll('table[data-can-grow]')) {
      const rows = [...table.querySelectorAll('tr[data-row]')]
      const empty = rows.filter(row => [...row.querySelectorAll<Control>('input, select, textarea')].every(control => readControls([control]) === ''))
      if (empty.length < rows.length) left.push(...empty)
    }
    for (const row of left) row.classList.add('not-on-paper')
  })
  addEventListener('afterprint', () => {
    for (const row of left) row.classList.remove('not-on-paper')
    left = []
  })
}
