import { button, el } from './dom.ts'
import type { Page, Undo } from './page.ts'
import type { Gone } from '../storage/status.ts'
import * as words from '../words/frame.ts'

/** How long a notice stays, in milliseconds: long enough to read, and to reach its way back by keyboard. In a tab that nobody sees it waits. */
const stay = 60_000

/**
 * The one calm place that says what was just done. It stands at the end of the page's bar, is announced once, and its
 * Undo can be reached by Tab from anywhere by way of the shortcut Ctrl+Alt+Z too.
 */
class Notices {
  readonly #words = el('p', { role: 'status', class: 'notice__words' })
  readonly #box = el('div', { class: 'notice', hidden: true })
  #timer: ReturnType<typeof setTimeout> | undefined
  #undo: HTMLButtonElement | null = null
  #before: HTMLElement | null = null

  constructor (after: Element | null) {
    this.#box.append(this.#words)
    ;(after ?? document.body).append(this.#box)
    this.#box.addEventListener('keydown', event => { if (event.key === 'Escape') this.hide() })
    document.addEventListener('keydown', event => {
      if (event.ctrlKey && event.altKey && event.key.toLowerCase() === 'z' && this.#undo !== null) {
        event.preventDefault()
        this.#undo.click()
      }
    })
  }

  show (text: string, undo?: Undo): void {
    clearTimeout(this.#timer)
    if (document.activeElement instanceof HTMLElement && !this.#box.contains(document.activeElement)) this.#before = document.activeElement
    this.#box.hidden = false
    this.#words.textContent = text
    this.#undo = undo === undefined ? null : button(words.undo, 'second', () => { void this.#takeBack(undo) })
    this.#box.replaceChildren(this.#words, this.#undo ?? '', button(words.close, 'link', () => { this.hide() }))
    this.#timer = setTimeout(() => { if (!document.hidden && !this.#box.contains(document.activeElement)) this.hide() }, stay)
  }

  async #takeBack (undo: Undo): Promise<void> {
    this.#undo = null
    const done = await undo()
    if (done === false) return
    this.#returnFocus()
    this.show(typeof done === 'string' ? done : words.undone)
  }

  hide (): void {
    this.#returnFocus()
    this.#undo = null
    this.#box.hidden = true
    this.#words.textContent = ''
  }

  #returnFocus (): void {
    if (!this.#box.contains(document.activeElement)) return
    if (this.#before?.isConnected === true) this.#before.focus()
    else document.querySelector<HTMLElement>('main')?.focus()
  }
}

/** Says what another tab did with all answers. */
export function sayTaken (page: Page, how: Gone): void {
  notice(page, words.anotherTab[how])
}

let notices: Notices | null = null

/** Says what was done, at the end of the page's bar. Once answers are locked, nothing talks of them. */
export function notice (page: Page, text: string, undo?: Undo): void {
  if (notices === null) {
    const made = notices = new Notices(document.querySelector('[data-part="keeper"]'))
    page.session.listen(() => { if (page.session.status.lock === 'locked') made.hide() })
  }
  notices.show(text, undo)
}
