import { el } from '../dom.ts'

/** Text that is longer than its field would be cut on paper: it is set out below the field while the page prints. */
export function keepAnswersOnPaper (): void {
  let set: HTMLElement[] = []
  addEventListener('beforeprint', () => {
    for (const control of document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('textarea, input[type=text][name]')) {
      if (control.value === '' || control.offsetParent === null) continue
      const text = el('span', { class: 'on-paper' }, control.value)
      control.classList.add('not-on-paper')
      control.after(text)
      set.push(text)
    }
  })
  addEventListener('afterprint', () => {
    for (const text of set) {
      text.previousElementSibling?.classList.remove('not-on-paper')
      text.remove()
    }
    set = []
  })
}
