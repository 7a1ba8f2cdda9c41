import { el } from './dom.ts'
import type { Session } from '../storage/session.ts'
import { say } from './strings.ts'

/** How long three presses of Shift may take, in milliseconds. */
const patience = 5000

/**
 * Leaves the site quickly, as GOV.UK's "Exit this page" does, and first forgets what the tab keeps. Started before the
 * answers are restored, so that it works from the first moment; every link of the part works without script too.
 */
export class Exit {
  #session: Session | null = null
  #presses = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #announcer = el('span', { class: 'vh', role: 'status' })
  #leaving = false

  constructor (links: readonly HTMLAnchorElement[]) {
    for (const link of links) {
      link.addEventListener('click', event => {
        event.preventDefault()
        this.#leave(link.href)
      })
    }
    const first = links[0]
    if (first === undefined) return
    document.body.append(this.#announcer)
    document.addEventListener('keydown', event => { this.#key(event, first) }, true)
    // Coming back by the browser's Back button must not show the covered page.
    addEventListener('pageshow', event => { if (event.persisted && this.#leaving) location.reload() })
  }

  knows (session: Session): void {
    this.#session = session
    if (this.#leaving) session.exit()
  }

  #key (event: KeyboardEvent, link: HTMLAnchorElement): void {
    if (event.key !== 'Shift') {
      // Shift as part of typing a capital letter is no call for help.
      if (this.#presses > 0) this.#reset(false)
      return
    }
    if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return
    this.#presses++
    clearTimeout(this.#timer)
    if (this.#presses >= 3) {
      this.#reset(false)
      this.#announcer.textContent = say.exitNow
      this.#leave(link.href)
      return
    }
    this.#announcer.textContent = say.exitPressed[this.#presses]!
    this.#timer = setTimeout(() => { this.#reset(true) }, patience)
  }

  #reset (late: boolean): void {
    clearTimeout(this.#timer)
    this.#presses = 0
    this.#announcer.textContent = late ? say.exitTimedOut : ''
  }

  #leave (address: string): void {
    this.#leaving = true
    if (this.#session !== null) this.#session.exit()
    else {
      try {
        sessionStorage.clear()
      } catch {
        // Nothing is kept then.
      }
    }
    document.title = '\u00a0'
    document.body.replaceChildren(el('div', { class: 'exit-cover', role: 'alert' }, el('span', { class: 'vh' }, say.exitNow)))
    location.replace(address)
  }
}
