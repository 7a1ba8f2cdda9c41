// The switch between languages leads to the same heading: places are called alike in every language. Nothing is stored.

/** Who goes up to the switch was reading elsewhere: so long that place counts. */
const onTheWay = 3000

/** The last heading, or part of a form, that begins above the middle of the window; empty at the top of the page. */
function placeInView (): string {
  let place = ''
  for (const heading of document.querySelectorAll<HTMLElement>('main :is(h2, h3, h4, fieldset, form)[id]')) {
    if (heading.getBoundingClientRect().top > innerHeight / 2) break
    place = heading.id
  }
  return scrollY === 0 ? '' : place
}

/** Leads every link to the same page in another language to the heading in view, or to that which was read before. */
export function startLanguages (): void {
  let read = ''
  let rest: ReturnType<typeof setTimeout> | undefined
  addEventListener('scroll', () => {
    if (scrollY > 0) read = placeInView()
    clearTimeout(rest)
    rest = setTimeout(() => { read = placeInView() }, onTheWay)
  }, { passive: true })
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.lang a, .lang-note a')) {
    // Before the browser reads where the link leads, whether it opens here or in a window of its own.
    for (const sign of ['pointerdown', 'click']) link.addEventListener(sign, () => { link.hash = placeInView() || read })
  }
}
