import { isControl } from '../page/controls.ts'

/** A tool of My workbook. */
const tools = 'details.fold'

/** Tools that were told to start. */
const started = new WeakSet<Element>()

/**
 * A tool of My workbook starts when its fold opens, of which the browser tells when it stands open already. Here it is told before, so that
 * what opens shows its answers at once: with the press that will open it, and where a link leads into it. It is told too where nothing opens.
 */
export function startFolds (): void {
  // Of what opens by itself: a search in the page, an address.
  addEventListener('toggle', ({ target }) => { if (target instanceof Element) started.add(target) }, true)
  for (const press of ['pointerdown', 'click']) {
    addEventListener(press, ({ target }) => {
      if (!(target instanceof Element)) return
      if (target.closest(`${tools} > summary`) !== null) start(target)
      const link = target.closest('a')
      if (link?.pathname === location.pathname) startNamed(link.hash)
    }, true)
  }
  // Whoever writes for somebody, as browsers and their helpers do, needs no fold to be open.
  addEventListener('input', ({ target }) => { if (target instanceof Element) start(target) }, true)
  // A row that an address names comes with its tool, and opens it when it is there.
  startNamed(location.hash)
  addEventListener('hashchange', () => { startNamed(location.hash) })
  // Browsers search in what stands in fields, too.
  addEventListener('keydown', ({ key, ctrlKey, metaKey }) => { if (key === 'F3' || ((ctrlKey || metaKey) && key.toLowerCase() === 'f')) startEach(() => true) })
  // Somebody wrote there, and may have closed it again, before any script came.
  startEach(fold => [...fold.querySelectorAll('input, select, textarea')].some(saysSomething))
  performance.mark('toolkit folded')
}

function saysSomething (element: Element): boolean {
  return isControl(element) && (/^(?:radio|checkbox)$/.test(element.type) ? (element as HTMLInputElement).checked : element.value !== '')
}

/** Starts the tool in which an element stands. */
function start (element: Element): void {
  const fold = element.closest(tools)
  if (fold !== null && !started.has(fold)) fold.dispatchEvent(new Event('toggle'))
}

/** Starts the tool that holds what an address names, whose name begins with the tool's. */
function startNamed (hash: string): void {
  const form = document.getElementById(/^#([\w-]+)/.exec(hash)?.[1] ?? '')
  if (form !== null) start(form)
}

/** Starts one tool after the other, so that a key in between is answered. @param which Whether a tool is to be started. */
function startEach (which: (fold: Element) => boolean, from = 0): void {
  const fold = document.querySelectorAll(tools)[from]
  if (fold === undefined) return
  if (!started.has(fold) && which(fold)) start(fold)
  setTimeout(startEach, 0, which, from + 1)
}
