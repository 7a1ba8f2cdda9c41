import type { Page } from '../page.ts'

/** How long what was erased can be brought back, in milliseconds: as long as the notice that offers it stays. */
const stay = 60_000

/**
 * Holds what was erased for its Undo, and no longer: not where the tab is left open out of sight, and not for the Back button.
 * @param words What the notice says that offers the way back; without it from then on.
 * @returns Gives back what is held; null where it is gone.
 */
export function forgetLater<T> (erased: T, words: string, page: Page): () => T | null {
  let held: T | null = erased
  const forget = (): void => {
    clearTimeout(timer)
    removeEventListener('pagehide', forget)
    if (held === null) return
    held = null
    const notice = document.querySelector('.notice:not([hidden]) .notice__words')
    if (notice?.textContent === words) page.notice(words)
  }
  const timer = setTimeout(forget, stay)
  addEventListener('pagehide', forget)
  return () => held
}
