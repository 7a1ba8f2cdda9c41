import { el } from './dom.ts'
import type { Session } from '../storage/session.ts'
import { exitNow, exitPressed, exitTimedOut } from '../words/frame.ts'

/** How long the next press of Shift is waited for, in milliseconds. */
const patience = 5000
/** Within this time of pressing Shift, in milliseconds, nobody reaches a scroll bar: what scrolls then does so by itself. */
const reach = 100
/** What Shift is a part of, or what comes between two presses of somebody who works. */
const work = ['pointerdown', 'pointermove', 'click', 'wheel', 'scroll', 'input', 'dragover', 'visibilitychange']

/**
 * Leaves the site quickly, as GOV.UK's "Exit this page" does, and first forgets what the tab keeps. Started before the
 * answers are restored, so that it works from the first moment; every link of the part works without script too.
 * @returns Is told the answers that leaving makes the tab forget.
 */
export function startExit (): (session: Session) => void {
  const links = '[data-part~=exit]'
  const first = document.querySelector<HTMLAnchorElement>(links)!
  const announcer = el('span', { class: 'vh', role: 'status' })
  let session: Session | undefined
  let leaving = false
  let presses = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  /** Which Shift is down. */
  let down: string | undefined
  /** Whether nothing else happened since it went down, */
  let alone = false
  /** and when that was, on the clock of events. */
  let since = 0

  const reset = (said = ''): void => {
    clearTimeout(timer)
    if (presses > 0) announcer.textContent = said
    presses = 0
    alone = false
  }

  /** A press counts when it is over: only then was nothing else done with it. */
  const pressed = (event: KeyboardEvent): void => {
    const { key, code } = event
    const up = event.type === 'keyup'
    const again = down === code
    // Shift as part of typing a capital letter is no call for help.
    if (key !== 'Shift' || event.ctrlKey || event.altKey || event.metaKey || event.isComposing || (down !== undefined && !again)) reset()
    // A key that is held; over a remote desktop it does not say so.
    else if (!up && (event.repeat || again)) return
    else if (!up || alone) {
      clearTimeout(timer)
      timer = setTimeout(reset, patience, exitTimedOut)
      alone = !up
      since = event.timeStamp
      if (up) {
        announcer.textContent = exitPressed[presses++] ?? ''
        if (presses > 2) leave(first)
      }
    }
    if (key === 'Shift') down = up ? undefined : code
  }

  const leave = (link: HTMLAnchorElement): void => {
    leaving = true
    leaveFor(link.href, session)
  }

  document.body.append(announcer)
  for (const type of work) {
    addEventListener(type, event => {
      // A mouse moves by itself, and a page goes on scrolling for a while.
      if (type === 'scroll' ? alone && event.timeStamp - since > reach : type !== 'pointermove' || (event as PointerEvent).buttons > 0) reset()
    }, true)
  }
  for (const type of ['keydown', 'keyup']) addEventListener(type, pressed as EventListener, true)
  // The key may come up elsewhere.
  addEventListener('blur', () => {
    reset()
    down = undefined
  })
  addEventListener('click', event => {
    // Links that come later too: every dialog has one.
    const link = (event.target as Element).closest<HTMLAnchorElement>(links)
    if (link === null) return
    event.preventDefault()
    leave(link)
  }, true)
  // Coming back by the browser's Back button must not show the covered page.
  addEventListener('pageshow', event => { if (event.persisted && leaving) location.reload() })

  return opened => {
    session = opened
    if (leaving) opened.exit()
  }
}

/** Forgets what the tab keeps, covers the page, and goes. @param session None while the answers are still being restored. */
function leaveFor (address: string, session: Session | undefined): void {
  if (session !== undefined) session.exit()
  else {
    try {
      sessionStorage.clear()
    } catch {
      // Nothing is kept then.
    }
  }
  document.title = '\u00a0'
  document.body.replaceChildren(el('div', { class: 'exit-cover', role: 'alert' }, el('span', { class: 'vh' }, exitNow)))
  location.replace(address)
}
