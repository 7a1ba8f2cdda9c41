import { button, el } from '../dom.ts'
import type { Page } from '../page.ts'
import { fileName, saveFile } from '../storage/file.ts'
import { say } from '../strings.ts'
import { writeWorkbook } from '../workbook/json.ts'
import { countAnswers, isEmpty, partnersOf } from '../workbook/workbook.ts'

/** The bar that always says where answers are and when they were last saved, and that saves a file and erases. */
export function startKeeper (bar: HTMLElement, page: Page): void {
  const { session } = page
  const status = bar.querySelector<HTMLElement>('[data-keeper-status]')
  if (status !== null) {
    const address = status.querySelector('a')?.getAttribute('href') ?? `${page.root}workbook.html#keeping`
    const dot = el('span', { class: 'keeper__dot', 'aria-hidden': 'true' })
    const wide = el('span', { class: 'wide' })
    const place = el('strong')
    // The time changes often: it can be read, and is not announced.
    const time = el('b', { 'aria-live': 'off' })
    status.replaceChildren(dot, el('a', { href: address }, wide, place), ' ', time)
    const show = (): void => {
      const { status: s } = session
      dot.classList.toggle('keeper__dot--kept', s.trouble === null && s.saved !== null && s.unsaved === 0)
      setText(wide, s.trouble !== null || s.lock === 'locked' ? '' : say.keptIn)
      setText(place, s.trouble !== null ? say.trouble[s.trouble] : s.lock === 'locked' ? say.locked : say.kept[s.place])
      setText(time, s.trouble !== null || s.lock === 'locked'
        ? ''
        : s.place === 'file' && s.unsaved > 0 ? say.unsaved(s.unsaved) : s.saved === null ? say.nothingYet : say.savedAt(s.saved))
    }
    session.listen(show)
    show()
  }
  onClick(bar, '[data-keeper-save]', () => { saveWorkbook(page) })
  onClick(bar, '[data-keeper-erase]', () => { askToErase(page) })
  warnBeforeLeaving(page)
}

/** Saves the whole workbook as a file. */
export function saveWorkbook (page: Page): void {
  saveFile(fileName('partnership', 'workbook.json'), writeWorkbook(page.session.book, true), 'application/json')
  page.session.savedToFile()
  page.notice(say.savedFile)
}

/** Asks, erases, and offers the way back. */
export function askToErase (page: Page): void {
  const { session } = page
  const { book } = session
  const dialog = el('dialog', { class: 'ask-first', 'aria-labelledby': 'erase-question' },
    el('h2', { id: 'erase-question' }, say.eraseQuestion(countAnswers(book), partnersOf(book, true).length)),
    el('p', {}, say.eraseHint))
  const close = (): void => { dialog.close() }
  const erase = button(say.eraseYes, 'erase', () => {
    close()
    void session.erase().then(before => {
      page.notice(say.erased, isEmpty(before) ? undefined : async () => { await session.replace(before) })
    })
  })
  dialog.append(el('p', { class: 'btns' }, button(say.eraseNo, 'second', close), erase))
  const opener = document.activeElement
  dialog.addEventListener('close', () => {
    dialog.remove()
    if (opener instanceof HTMLElement) opener.focus()
  })
  document.body.append(dialog)
  dialog.showModal()
}

/** Closing the tab loses what is in no file yet; going to another page of the guide does not. */
function warnBeforeLeaving (page: Page): void {
  let within = false
  const site = new URL(page.root === '' ? '.' : page.root, document.baseURI).href
  document.addEventListener('click', event => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    within = link !== null && link.target === '' && link.href.startsWith(site)
    setTimeout(() => { within = false })
  })
  addEventListener('beforeunload', event => {
    if (page.session.wouldLose && !within) event.preventDefault()
  })
}

function onClick (bar: HTMLElement, selector: string, act: () => void): void {
  for (const control of bar.querySelectorAll<HTMLElement>(selector)) {
    control.addEventListener('click', event => {
      event.preventDefault()
      act()
    })
  }
}

/** Leaves equal text alone, so that a live region stays calm. */
export function setText (element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text
}
