/** Marks the section in view in the list "on this page". */
export function startContents (list: HTMLElement): void {
  const links = [...list.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')]
    .map(link => ({ link, heading: document.getElementById(decodeURIComponent(link.hash.slice(1))) }))
  let waiting = false
  const show = (): void => {
    waiting = false
    const now = links.filter(({ heading }) => heading !== null && heading.getBoundingClientRect().top < innerHeight / 3).at(-1)
    for (const { link } of links) {
      if (link === now?.link) link.setAttribute('aria-current', 'true')
      else link.removeAttribute('aria-current')
    }
  }
  addEventListener('scroll', () => {
    if (waiting) return
    waiting = true
    requestAnimationFrame(show)
  }, { passive: true })
  show()
}
