import { button, el } from '../page/dom.ts'
import { close as closeIt } from '../words/frame.ts'

/**
 * Words with a plain definition: their links lead to the list at the end of the page; here the definition opens below
 * the paragraph instead, and closes again.
 */
export function startTerms (list: HTMLElement): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a.term')) {
    const definition = list.querySelector(`[id="${CSS.escape(link.hash.slice(1))}"] + dd`)?.textContent
    if (definition != null) openInPlace(link, definition)
  }
}

function openInPlace (link: HTMLAnchorElement, definition: string): void {
  let note: HTMLElement | null = null
  const toggle = (): void => {
    if (note === null) {
      note = el('span', { class: 'term-note', role: 'note' }, definition, ' ',
        button(closeIt, 'link', () => {
          toggle()
          link.focus()
        }))
      note.addEventListener('keydown', close)
      const paragraph = link.closest('p')
      if (paragraph !== null) paragraph.after(note)
      else (link.closest('li, td, dd') ?? link).append(note)
    } else {
      note.remove()
      note = null
    }
    link.setAttribute('aria-expanded', String(note !== null))
  }
  const close = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || note === null) return
    toggle()
    link.focus()
  }
  link.setAttribute('role', 'button')
  link.setAttribute('aria-expanded', 'false')
  link.addEventListener('click', event => {
    event.preventDefault()
    toggle()
  })
  link.addEventListener('keydown', event => {
    close(event)
    if (event.key !== ' ') return
    event.preventDefault()
    toggle()
  })
}
