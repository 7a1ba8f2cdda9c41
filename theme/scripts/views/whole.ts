import { button, el, isLeaving } from '../page/dom.ts'
import type { Page } from '../page/page.ts'
import { aboutToPrint } from '../page/print.ts'
import type { Guide } from '../workbook/guide.ts'
import { resultsOfOthers } from './results.ts'
import * as common from '../words/common.ts'
import * as words from '../words/views.ts'

/**
 * My workbook is printed whole, scrolled to or not. The browser does not wait when it prints, but whatever is loaded by then
 * can still come: parts that were not in view begin. For what is not loaded, the paper says so. Returns the button that waits for everything.
 */
export function printWhole (page: Page, guide: Guide): HTMLElement {
  let paper: Provided['paper'] | null = null
  let answers: HTMLElement | null = null
  let clearOthers = (): void => {}
  const loadPaper = async (): Promise<void> => {
    paper = await page.load('paper')
    performance.mark('toolkit paper')
  }
  ;(globalThis.requestIdleCallback ?? setTimeout)(() => { loadPaper().catch(console.error) })

  addEventListener(aboutToPrint, () => {
    if (document.body.classList.contains('print-one')) return
    beginParts()
    clearOthers()
    clearOthers = resultsOfOthers(guide, page)
    const found = paper?.allAnswers(guide, page.session.book) ?? [el('p', {}, common.notLoaded)]
    if (found.length === 0) return
    answers?.remove()
    answers = el('section', { class: 'all-answers' }, el('h2', {}, common.allAnswers), ...found)
    document.querySelector('.every')?.before(answers)
  })
  addEventListener('afterprint', () => {
    clearOthers()
    answers?.remove()
    answers = null
  })

  return button(words.printAll, 'second', () => {
    beginParts()
    // Where it cannot be loaded, the paper says so.
    void loadPaper().catch(console.error).then(() => { setTimeout(() => { if (!isLeaving()) print() }) })
  })
}

function beginParts (): void {
  for (const section of document.querySelectorAll(':is([data-part=results], [data-part=compare], [data-part=plan], [data-part=rounds])')) section.dispatchEvent(new Event('focusin'))
}
