import { focusOn, goOnWriting } from './dom.ts'

/**
 * Draws a box anew; the focus stays on the control of the same id, or of the same words, else on the box itself, and never
 * falls to the page.
 */
export function redraw (box: HTMLElement, draw: () => void): void {
  const active = document.activeElement
  const within = active !== null && box.contains(active)
  draw()
  if (!within || box.contains(document.activeElement)) return
  const same = active.id === ''
    ? [...box.querySelectorAll<HTMLElement>(active.tagName)].find(other => other.textContent === active.textContent)
    : document.getElementById(active.id)
  if (same) goOnWriting(active, same)
  else focusOn(box)
}
