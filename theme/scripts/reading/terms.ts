import { button, el } from '../dom.ts'
import type { StartPart } from '../page.ts'

/**
 * Words with a plain definition: their links lead to the list at the end of the page; here the definition opens below
 * the sentence's line instead, and closes again.
 */
export const startTerms: StartPart = list => {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a.term')) {
    const definition = list.querySelector(`[id="${CSS.escape(link.hash.slice(1))}"] + dd`)
    if (definition === null) continue
    link.setAttribute('role', 'button')
    link.setAttribute('aria-expanded', 'false')
    link.addEventListener('keydown', event => {
      if (event.key !== ' ') return
      event.preventDefault()
      link.click()
    })
    let note: HTMLElement | null = null
    const toggle = (): void => {
      if (note === null) {
        note = el('span', { class: 'term-note', role: 'note' }, definition.textContent ?? '', ' ',
          button('Close', 'link', () => { toggle(); link.focus() }))
        note.addEventListener('keydown', event => { if (event.key === 'Escape') { toggle(); link.focus() } })
        link.after(note)
      } else {
        note.remove()
        note = null
      }
      link.setAttribute('aria-expanded', String(note !== null))
    }
    link.addEventListener('click', event => {
      event.preventDefault()
      toggle()
    })
  }
}
