// The switch between languages leads to the same heading: places are called alike in every language. Nothing is stored.

/** The last heading of the page, or part of it, that begins above the middle of the window; empty at its top. */
function placeInView (): string {
  let place = ''
  for (const heading of document.querySelectorAll<HTMLElement>('main :is(h2, h3, h4, fieldset, form)[id]')) {
    if (heading.getBoundingClientRect().top > innerHeight / 2) break
    place = heading.id
  }
  return scrollY === 0 ? '' : place
}

for (const link of document.querySelectorAll<HTMLAnchorElement>('.lang a, .lang-note a')) {
  // By pointer or key, and before the browser reads where the link leads.
  for (const sign of ['pointerdown', 'click']) link.addEventListener(sign, () => { link.hash = placeInView() })
}
