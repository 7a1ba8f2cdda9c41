import { showFocus } from './keeper.ts'

/** What the Tab key reached faster than the page came together is not pushed out of view by what comes above it, the foot included. */
export function followTheTabKey (): void {
  // The key may have been faster than this script.
  let follows = document.querySelector(':focus-visible') !== null
  addEventListener('keydown', ({ key }) => { follows = key === 'Tab' })
  // Whoever scrolls away means it.
  for (const act of ['wheel', 'pointerdown']) addEventListener(act, () => { follows = false }, { passive: true })
  new ResizeObserver(() => { if (follows) showFocus(true) }).observe(document.body)
}
