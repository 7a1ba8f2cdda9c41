import { el } from '../page/dom.ts'
import type { Page } from '../page/page.ts'

/**
 * Opens the browser's choice of files, and leads to where they are read; that part comes with its script when it comes near.
 * @returns False where this page has no such part.
 */
export function openFile (): boolean {
  const section = document.querySelector<HTMLElement>('[data-part="read-back"]')
  if (section === null) return false
  const input = (): HTMLInputElement | null => section.querySelector('input[type=file]')
  section.scrollIntoView({ block: 'center' })
  const there = input()
  if (there !== null) {
    there.focus()
    there.click()
    return true
  }
  // Browsers open the choice in answer to a press alone, and the part's own input may come too late for this one.
  const ahead = el('input', { type: 'file', multiple: true, hidden: true })
  section.before(ahead)
  const take = (): void => {
    const own = input()
    if (own === null || ahead.files === null || ahead.files.length === 0) return
    own.files = ahead.files
    own.dispatchEvent(new Event('change'))
    ahead.remove()
  }
  const coming = new MutationObserver(() => {
    if (input() === null) return
    coming.disconnect()
    input()?.focus()
    take()
  })
  coming.observe(section, { childList: true, subtree: true })
  ahead.addEventListener('change', take)
  ahead.click()
  section.dispatchEvent(new Event('focusin'))
  return true
}

/**
 * The link of the bar opens the choice of files where files are read on the page itself; elsewhere it leads to My workbook. It stands
 * there while nothing is answered here.
 */
export function offerOpening ({ session }: Page): void {
  const link = document.querySelector<HTMLElement>('[data-keeper-open]')
  const item = link?.closest('li')
  if (link == null || item == null) return
  link.addEventListener('click', event => { if (openFile()) event.preventDefault() })
  // Who was led here by it comes to the field for files, however late that and the parts above it come.
  const section = document.querySelector<HTMLElement>('[data-part="read-back"][id]')
  if (section !== null && location.hash === `#${section.id}`) {
    const coming = new MutationObserver(() => {
      const input = section.querySelector<HTMLInputElement>('input[type=file]')
      if (input === null) return
      coming.disconnect()
      input.focus()
    })
    coming.observe(section, { childList: true, subtree: true })
    section.dispatchEvent(new Event('focusin'))
  }
  const show = (): void => {
    const { lock, saved, unsaved } = session.status
    item.hidden = lock === 'locked' || saved !== null || unsaved > 0
  }
  session.listen(show)
  show()
}
