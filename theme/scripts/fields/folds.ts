import { el } from '../page/dom.ts'
import { isControl, readControls, type Control } from '../page/controls.ts'
import { reveal } from '../page/reveal.ts'
import { filledIn } from '../words/fields.ts'

/** Folds that have to be counted anew. */
const waiting = new Set<HTMLDetailsElement>()

/** Says beside the word that opens a row's other columns how many of them are filled in: what is out of sight is not forgotten. */
export function countFilled (control: Control | undefined): void {
  const fold = control?.closest<HTMLDetailsElement>('.rest > details')
  if (fold == null) return
  // A row shows its answers one by one, and is counted once.
  if (waiting.size === 0) {
    queueMicrotask(() => {
      for (const one of waiting) count(one)
      waiting.clear()
    })
  }
  waiting.add(fold)
}

function count (fold: HTMLDetailsElement): void {
  const controls = [...fold.querySelectorAll('*')].filter(isControl)
  const filled = controls.filter(control => readControls([control]) !== '').length
  const summary = fold.querySelector('summary')!
  summary.querySelector('.quiet')?.remove()
  if (filled > 0) summary.append(el('span', { class: 'quiet' }, filledIn({ filled, all: controls.length })))
}

/** All columns go on paper. Browsers that can show what is folded there need no script for it; this opens it for the others. */
export function unfoldOnPaper (): void {
  let opened: Element[] = []
  addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll('.rest > details:not([open])')]
    for (const fold of opened) fold.setAttribute('open', '')
  })
  addEventListener('afterprint', () => {
    for (const fold of opened) fold.removeAttribute('open')
    opened = []
  })
}

/** How long a field that an address names may take to come, in milliseconds. */
const patience = 10_000

/**
 * Goes to the field that the page's address names, where the browser cannot: in a row that people added and that comes with a
 * script, or in what a row shows on demand. Whoever does something meanwhile stays where they are.
 */
export function goToNamedField (): void {
  const id = location.hash.slice(1)
  if (!/^[a-z][\w-]*(?:\.[\w-]+)+$/.test(id)) return
  const watch = new MutationObserver(look)
  const signs = ['pointerdown', 'keydown', 'wheel']
  const stop = (): void => {
    watch.disconnect()
    for (const sign of signs) removeEventListener(sign, stop)
  }
  for (const sign of signs) addEventListener(sign, stop, { passive: true })
  watch.observe(document.body, { childList: true, subtree: true })
  setTimeout(stop, patience)
  look()

  function look (): void {
    const field = document.getElementById(id)
    if (!isControl(field)) return
    stop()
    reveal(field)
  }
}

/** A link to the field that the address names already changes no address: nothing else tells. */
export function goToNamedFieldAgain ({ target }: Event): void {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href*="#"]') : null
  if (link !== null && link.href === location.href) goToNamedField()
}
