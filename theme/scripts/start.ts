import { button, el } from './page/dom.ts'
import { startExit } from './page/exit.ts'
import { InstrumentForm } from './fields/form.ts'
import { PartnerChoice } from './page/partner-choice.ts'
import { load } from './page/load.ts'
import type { Page, StartPart } from './page/page.ts'
import { aboutToPrint, tellOfPrinting } from './page/print.ts'
import { root, site } from './page/root.ts'
import { Session } from './storage/session.ts'
import { moment } from './words/common.ts'
import { failed, tryAgain } from './words/frame.ts'
import { startKeeper } from './page/keeper.ts'

/** Parts that the first script knows. */
const parts: Readonly<Record<string, StartPart>> = {
  keeper: startKeeper,
  storage: async (element, page) => { await (await page.load('fields')).startWhere(element, page) },
  partners: async (element, page) => { (await page.load('fields')).startPartners(element, page) },
  instrument: async (element, page) => { await new InstrumentForm(element, page).growTables() },
  progress: async (words, page) => {
    // The room that the pieces take is there at once.
    const pieces = el('div', { class: 'picks', 'aria-hidden': 'true' })
    words.after(pieces)
    await (await page.load('progress')).showProgress(words, pieces, page)
  },
  toc: whenRead,
  terms: whenRead,
  languages: whenRead
}

/**
 * Scripts of the parts that come when they come into view, get the focus, or are asked for; where none stands here, it is called
 * like the part.
 */
const later: Readonly<Record<string, string>> = {
  downloads: 'exchange', 'read-back': 'exchange', results: 'views', compare: 'views', plan: 'views', overview: 'views', rounds: 'together'
}

async function start (): Promise<void> {
  // First of all: the browser needs a while to open what is kept, unless `early.ts` began with it.
  const opening = Session.open(site, document.documentElement.dataset['guide'] ?? '', async () => await load('recovery'))
  tellOfPrinting()
  const forget = startExit()
  const session = await opening
  forget(session)
  const page: Page = {
    session,
    root,
    keeping: document.querySelector<HTMLAnchorElement>('[data-keeper-choose]')?.href ?? '',
    load,
    partner: new PartnerChoice(session),
    notice (text, undo) { load('fields').then(fields => { fields.notice(page, text, undo) }).catch(console.error) }
  }
  session.listen(change => {
    if (change === 'erased' || change === 'moved') load('fields').then(fields => { fields.sayTaken(page, change) }).catch(console.error)
  })
  // What stands there without script goes in the step in which what takes its place comes: the page moves once.
  for (const element of document.querySelectorAll<HTMLElement>('[data-no-script]')) element.hidden = true
  for (const element of document.querySelectorAll<HTMLElement>('[data-needs-script]')) element.hidden = false
  for (const element of document.querySelectorAll<HTMLElement>('[data-part]')) {
    const name = element.dataset['part']!
    const known = parts[name]
    if (known !== undefined) {
      // A tool of My workbook starts when it is opened; `folded` knows of that before.
      const fold = element.closest('.fold:not([open])')
      const begin = (): void => {
        void contain(element, async () => {
          // Answers come into view first, and all that talks of them after.
          if (name !== 'instrument') await new Promise(done => { setTimeout(done) })
          await known(element, page)
        })
      }
      if (fold === null) begin()
      else fold.addEventListener('toggle', begin, { once: true })
    } else if (name !== 'exit') whenNeeded(element, name, later[name] ?? name, page)
  }
  document.documentElement.dataset['ready'] = ''
}

/** What helps reading comes with the first sign that somebody reads: a page that was just opened loads nothing for it, unless a link led into its middle. */
function whenRead (element: HTMLElement): void {
  const signs = ['scroll', 'pointermove', 'keydown']
  const begin = (): void => {
    for (const sign of signs) removeEventListener(sign, begin)
    // Each list is of use without it: where it does not come, nothing is said, and it is tried again when the line is back.
    load('reading').then(reading => { reading.startReading(element) }, () => { addEventListener('online', begin, { once: true }) })
  }
  for (const sign of signs) addEventListener(sign, begin)
  if (location.hash !== '') begin()
}

function whenNeeded (element: HTMLElement, name: string, script: string, page: Page): void {
  let begun = false
  // Something to see, so that it can come into view.
  const wait = el('p', { class: 'quiet' }, moment)
  if (element.childElementCount === 0) element.append(wait)
  const begin = (): void => {
    if (begun) return
    begun = true
    watch.disconnect()
    void contain(element, async () => {
      const provided = await load(script) as { parts: Readonly<Record<string, StartPart>> }
      wait.remove()
      await provided.parts[name]?.(element, page)
    })
  }
  const watch = new IntersectionObserver(entries => { if (entries.some(entry => entry.isIntersecting)) begin() }, { rootMargin: '300px' })
  if (script === 'views' || script === 'map') {
    // Printing waits for nothing: what is loaded by then begins, and it is loaded with the first answer, or
    // the first word of one that is kept.
    addEventListener(aboutToPrint, begin)
    page.session.listen(() => { load('guide').then(async () => await load(script)).catch(() => {}) })
  }
  element.addEventListener('focusin', begin)
  // Search reads along as you type: the form itself sends nothing.
  if (script === 'search') element.addEventListener('submit', event => { event.preventDefault() })
  // What the page is for comes at once: it would push what is below it out of view.
  else if (name === 'overview') begin()
  else watch.observe(element)
}

/** A part that fails says so in its place, and is tried again when the line is back; the others go on. It is busy until it has started or failed. */
async function contain (element: HTMLElement, run: () => Promise<void>): Promise<void> {
  element.ariaBusy = 'true'
  try {
    await run()
  } catch (error) {
    console.error(error)
    const said = el('p', { class: 'say', role: 'status' }, failed, button(tryAgain, 'link', again))
    function again (): void {
      removeEventListener('online', again)
      said.remove()
      void contain(element, run)
    }
    addEventListener('online', again)
    element.append(said)
  }
  element.ariaBusy = null
}

void start()
