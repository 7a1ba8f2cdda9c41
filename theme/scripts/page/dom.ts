type Attributes = Record<string, string | boolean | ((event: Event) => void)>

/**
 * Makes an element: attributes by name, listeners by `on…`; `false` leaves an attribute out. Text is only ever text.
 */
export function el<K extends keyof HTMLElementTagNameMap> (
  tag: K, attributes: Attributes = {}, ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value)
    else if (value !== false) element.setAttribute(name, value === true ? '' : value)
  }
  element.append(...children)
  return element
}

export function button (text: string | Node, look: 'main' | 'second' | 'erase' | 'link', act: () => void): HTMLButtonElement {
  const looks = {
    main: 'govuk-button',
    second: 'govuk-button govuk-button--secondary',
    erase: 'govuk-button govuk-button--warning',
    link: 'linkbtn'
  }
  return el('button', { type: 'button', class: looks[look], onclick: act }, text)
}

/** Whether somebody is leaving the site quickly: whatever was under way shows, saves and prints nothing any more. */
export function isLeaving (): boolean {
  return document.querySelector('.exit-cover') !== null
}

/** A text with an element in it. @param text Is given what marks the element's place. */
export function around (text: (place: string) => string, element: Element): (Node | string)[] {
  const [before = '', after = ''] = text('\n').split('\n')
  return [before, element, after]
}

/** Words for screen readers alone. */
export function hidden (text: string): HTMLElement {
  return el('span', { class: 'vh' }, text)
}

/** Moves the focus to a thing that is not a control, so that it is read next. */
export function focusOn (element: HTMLElement): void {
  if (element.tabIndex < 0 && !element.hasAttribute('tabindex')) element.setAttribute('tabindex', '-1')
  element.focus()
}

/** Moves the focus to where the same text stands now, the caret to where it stood. */
export function goOnWriting (before: Element, now: HTMLElement): void {
  now.focus()
  const writes = (element: Element): element is HTMLTextAreaElement | HTMLInputElement =>
    (element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement) && element.selectionStart !== null
  if (writes(before) && writes(now)) now.setSelectionRange(before.selectionStart, before.selectionEnd)
}

/** An id that no other element of the page has. */
export function freeId (stem: string): string {
  let id = stem
  for (let n = 2; document.getElementById(id) !== null; n++) id = `${stem}-${n}`
  return id
}

/** Level of the heading under which an element stands. */
export function levelBefore (element: Element): number {
  for (let at: Element | null = element; at !== null; at = at.previousElementSibling ?? at.parentElement) {
    const level = /^H([1-5])$/.exec(at.tagName)?.[1]
    if (level !== undefined) return Number(level)
  }
  return 2
}

/** Runs once what was drawn is to be seen; a key in between is answered first. */
export function afterPicture (run: () => void): void {
  requestAnimationFrame(() => { setTimeout(run) })
}

/** Runs once after calls have paused: what follows typing must not slow it down. */
export function afterPause (run: () => void, pause = 250): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  return () => {
    clearTimeout(timer)
    timer = setTimeout(run, pause)
  }
}
