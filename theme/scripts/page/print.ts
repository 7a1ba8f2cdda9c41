import { el } from './dom.ts'

/**
 * Comes when the page is about to be printed, before answers are set out: what is not shown yet is shown now. `beforeprint`
 * itself comes to listeners in the order in which they were added, whether they capture or not.
 */
export const aboutToPrint = 'toolkit:print'

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
  // Two listeners: what the first one brings about by promises is there when the second one is called.
  addEventListener('beforeprint', () => { dispatchEvent(new Event(aboutToPrint)) })
  addEventListener('beforeprint', () => {
    clear()
    for (const control of document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>('textarea, select, input[type=text], input[type=date]')) {
      const { type, value } = control
      if (value === '' && type !== 'date') continue
      const text = el('span', { class: 'on-paper' }, control instanceof HTMLSelectElement
        ? control.selectedOptions[0]!.text
        : type === 'date' && value !== '' ? new Date(value).toLocaleDateString([], { timeZone: 'UTC' }) : value)
      control.after(text)
      texts.push(text)
    }
  })
  addEventListener('afterprint', clear)
}
