import { afterPause, el } from './dom.ts'
import type { Page } from './page.ts'
import type { Trouble } from '../storage/status.ts'
import { language } from '../words/language.ts'
import * as say from '../words/storage.ts'

/** The bar that always says where answers are and when they were last saved, and that saves a file and erases. */
export function startKeeper (bar: HTMLElement, page: Page): void {
  const { session } = page
  const status = bar.querySelector<HTMLElement>('[data-keeper-status]')
  if (status !== null) {
    const dot = el('span', { class: 'keeper__dot', 'aria-hidden': 'true' })
    // On a narrow page the place alone.
    const wide = el('span', { class: 'wide' })
    const place = el('strong')
    const after = wide.cloneNode() as HTMLElement
    // The time changes often: it can be read, and is not announced.
    const time = el('b', { 'aria-live': 'off' })
    status.replaceChildren(dot, el('a', { href: page.keeping }, wide, place, after), ' ', time)
    const showTime = (): void => {
      const { status: s } = session
      setText(time, s.trouble !== null || s.lock === 'locked'
        ? ''
        : s.place === 'file' && s.unsaved > 0 ? say.unsaved({ count: s.unsaved }) : s.saved === null ? say.nothingYet : savedAt(s.saved))
    }
    const showTimeSoon = afterPause(showTime)
    let told: Trouble | null = null
    const show = (): void => {
      const { status: s } = session
      bar.classList.toggle('keeper--trouble', s.trouble !== null)
      dot.classList.toggle('keeper__dot--kept', s.trouble === null && s.saved !== null && (s.place !== 'file' || s.unsaved === 0))
      const around = s.trouble !== null || s.lock === 'locked' ? [] : say.keptIn({ place: '\n' }).split('\n')
      setText(wide, around[0] ?? '')
      setText(after, around[1] ?? '')
      if (s.trouble === null) {
        setText(place, s.lock === 'locked' ? say.locked : say.kept[s.place])
        showTimeSoon()
      } else {
        if (s.trouble !== told) setText(place, say.notKept)
        showTime()
      }
      told = s.trouble
      if (told !== null || session.recall('news') !== null) void page.load('trouble').then(script => { script.attend(page, place) }, () => {})
    }
    session.listen(show)
    show()
    // At once: what stands beside it would move just when somebody is about to press it.
    showTime()
  }
  bar.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest<HTMLElement>('li > button')
    if (button !== null) page.load('fields').then(fields => { fields.barPressed(button, page) }).catch(console.error)
  })
  warnBeforeLeaving(page)
  keepFocusInView(bar)
}

/**
 * When it was saved. The browser's words take a tenth of a second on a slow computer: never in the middle of typing, and in English not at all.
 */
function savedAt (at: Date): string {
  const hours = at.getHours()
  const time = (hours < 12 ? say.beforeNoon : say.afterNoon)({ hours: hours % 12 || 12, minutes: String(at.getMinutes()).padStart(2, '0') })
  const day = at.toDateString()
  // The time alone would be taken for that of today.
  return day === new Date().toDateString() ? say.savedToday({ time }) : say.savedOn({ day: language === 'en' ? day.slice(4, 10) : at.toLocaleDateString(language, { month: 'short', day: 'numeric' }), time })
}

/** What has the focus is never covered: the page scrolls as far from the bar as the bar is high, and at once where it has grown over something. */
function keepFocusInView (bar: HTMLElement): void {
  new ResizeObserver(() => {
    // On each element that uses it: one that all elements inherit would make the browser look at them all again.
    for (const user of document.querySelectorAll<HTMLElement>('html,body,.side')) user.style.setProperty('--bar', `${bar.offsetHeight}px`)
    showFocus()
  }).observe(bar)
}

/** Scrolls as little as it takes to show what has the focus. @param far Also where none of it is in the window. */
export function showFocus (far = false): void {
  const active = document.querySelector('.keeper ~ * :focus')
  if (active === null) return
  const { top, bottom } = active.getBoundingClientRect()
  if (far || (bottom > 0 && top < innerHeight)) active.scrollIntoView({ block: 'nearest' })
}

/** Closing the tab loses what is in no file yet; going to another page of the guide does not, unless nothing can be kept at all. */
function warnBeforeLeaving (page: Page): void {
  let within = false
  const site = new URL(page.root === '' ? '.' : page.root, document.baseURI).href
  document.addEventListener('click', event => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    within = link !== null && link.target === '' && link.href.startsWith(site)
    // A busy browser asks a while after the link was followed.
    setTimeout(() => { within = false }, 1000)
  })
  addEventListener('beforeunload', event => {
    if (page.session.wouldLose && !(within && page.session.status.trouble === null)) event.preventDefault()
  })
}

/** Leaves equal text alone, so that a live region stays calm. */
export function setText (element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text
}
