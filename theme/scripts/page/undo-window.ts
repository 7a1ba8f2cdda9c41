/** How long what was erased can be brought back, in milliseconds: as long as the notice that offers it stays. */
const stay = 60_000

/** Whose way back the notice offers. */
let latest: unknown = null

/**
 * Holds what was erased for its Undo, and no longer: not where the tab is left open out of sight, and not for the Back button.
 * @param words What the notice says that offers the way back; it loses its Undo then.
 * @returns Gives back what is held; null where it is gone.
 */
export function forgetLater<T> (erased: T, words: string): () => T | null {
  let held: T | null = erased
  const forget = (): void => {
    clearTimeout(timer)
    removeEventListener('pagehide', forget)
    held = null
    const notice = document.querySelector('.notice:not([hidden])')
    if (latest !== forget || notice?.querySelector('.notice__words')?.textContent !== words) return
    const undo = notice.querySelector('.govuk-button--secondary')
    if (undo === document.activeElement) notice.querySelector<HTMLElement>('.linkbtn')?.focus()
    undo?.remove()
  }
  latest = forget
  const timer = setTimeout(forget, stay)
  addEventListener('pagehide', forget)
  return () => held
}
