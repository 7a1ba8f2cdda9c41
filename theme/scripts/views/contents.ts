/** Marks the section in view in the list "on this page". */
export function startContents (list: HTMLElement): void {
  if (typeof IntersectionObserver === 'undefined') return
  const links = new Map<Element, HTMLAnchorElement>()
  for (const link of list.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)))
    if (heading !== null) links.set(heading, link)
  }
  const passed = new Set<Element>()
  const watch = new IntersectionObserver(entries => {
    for (const entry of entries) {
      if (entry.boundingClientRect.top < innerHeight / 3) passed.add(entry.target)
      else passed.delete(entry.target)
    }
    const last = [...links.keys()].filter(heading => passed.has(heading)).at(-1)
    for (const [heading, link] of links) {
      if (heading === last) link.setAttribute('aria-current', 'true')
      else link.removeAttribute('aria-current')
    }
  }, { rootMargin: '0px 0px -66% 0px', threshold: [0, 1] })
  for (const heading of links.keys()) watch.observe(heading)
}
