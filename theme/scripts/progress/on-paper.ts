import { el } from '../page/dom.ts'
import { dayInDigits } from '../workbook/in-words.ts'

/**
 * What stands in the fields is set out as text while the page prints: a field would cut it. The stylesheet leaves the field
 * off the paper then. A day that nobody chose is a line to write on.
 */
export function keepAnswersOnPaper (): void {
  let texts: Element[] = []
  const clear = (): void => {
    for (const text of texts) text.remove()
    texts = []
  }
  addEventListener('beforeprint', () => {
    clear()
    for (const control of document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>('textarea, select, input[type=text], input[type=date]')) {
      const { type, value } = control
      if (value === '' && type !== 'date') continue
      const text = el('span', { class: 'on-paper' }, control instanceof HTMLSelectElement
        ? control.selectedOptions[0]!.text
        : type === 'date' && value !== '' ? dayInDigits(value) : value)
      control.after(text)
      texts.push(text)
    }
  })
  addEventListener('afterprint', clear)
}
