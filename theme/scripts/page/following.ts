import { afterPause } from './dom.ts'
import { showFocus } from './keeper.ts'

/** How long after a jump the page can be expected to come together, in milliseconds. */
const patience = 10_000

/**
 * What a link within the page led to stays where it was reached, however parts above it grow, until somebody scrolls, points or types, or the
 * page has had time to come together.
 */
export function followJumps (): void {
  const named = (): HTMLElement | null => {
    try {
      return document.getElementById(decodeURIComponent(location.hash.slice(1)))
    } catch {
      // An address can end with anything.
      return null
    }
  }
  const offBy = (element: HTMLElement): number =>
    Math.abs(element.getBoundingClientRect().top - Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop || '0'))
  const [opened] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  // Who comes back to a page stands where they were, and so does who has gone on before this script came.
  let target = opened?.type === 'navigate' ? named() : null
  if (target !== null && offBy(target) > innerHeight) target = null
  const letGo = afterPause(() => { target = null }, patience)
  letGo()
  for (const act of ['wheel', 'pointerdown', 'touchmove', 'keydown']) addEventListener(act, () => { target = null }, { passive: true, capture: true })
  const jumped = (): void => {
    target = named()
    letGo()
  }
  addEventListener('hashchange', jumped)
  // To where the address led already: nothing else tells.
  addEventListener('click', event => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href*="#"]') : null
    if (link !== null && link.href === location.href) jumped()
  })
  new ResizeObserver(() => {
    // What it shows may have come after it, or stand open now.
    if (target !== null && offBy(target) > 2) target.scrollIntoView()
  }).observe(document.body)
}

/** What the Tab key reached faster than the page came together is not pushed out of view by what comes above it, the foot included. */
export function followTheTabKey (): void {
  // The key may have been faster than this script.
  let follows = document.querySelector(':focus-visible') !== null
  addEventListener('keydown', ({ key }) => { follows = key === 'Tab' })
  // Whoever scrolls away means it.
  for (const act of ['wheel', 'pointerdown']) addEventListener(act, () => { follows = false }, { passive: true })
  new ResizeObserver(() => { if (follows) showFocus(true) }).observe(document.body)
}
