import { el, hidden } from './dom.ts'
import type { Page } from './page.ts'
import { setText } from './keeper.ts'
import { toFetch, within } from '../workbook/circuit.ts'
import type { Report, ReportFormat } from '../workbook/report.ts'

/** What the buttons say. */
export const fileWords = {
  outside: 'A downloaded file is outside our protection: whoever has it can read it. Think about where you save it.',
  making: 'Making your file.',
  handed: (name: string): string => `${name} was handed to the browser.`,
  couldNotMake: 'The file could not be made. Please try again, or take another format.',
  titles: { docx: 'Word', xlsx: 'Spreadsheet', csv: 'Plain table' } satisfies Record<ReportFormat, string>,
  kinds: {
    docx: '.docx, to print or change',
    xlsx: '.xlsx, for Excel or Calc',
    csv: '.csv, opens anywhere'
  } satisfies Record<ReportFormat, string>
}

/**
 * Buttons that hand a report to the browser as a file. What makes the file is loaded when a button comes near.
 * @param what Names the report for those who hear the button alone.
 */
export function reportList (what: string, formats: readonly ReportFormat[], page: Page, report: () => Report, say: (text: string) => void): HTMLElement {
  const make = async (format: ReportFormat): Promise<void> => {
    say(fileWords.making)
    try {
      const reports = await page.load('reports')
      // What packs a file is the browser's own, and may never end.
      say(fileWords.handed(await within(reports.save(report(), format, page), toFetch)))
    } catch (error) {
      console.error(error)
      say(fileWords.couldNotMake)
    }
  }
  const list = el('ul', { class: 'files' }, ...formats.map(format => el('li', {},
    el('button', { type: 'button', class: 'linkbtn', 'data-report': format, onclick: () => { void make(format) } }, fileWords.titles[format], hidden(`: ${what}`)),
    el('span', {}, fileWords.kinds[format]))))
  whenNear(list, () => {
    for (const script of ['reports', 'guide', ...formats.map(f => f === 'docx' ? 'documents' : 'tables')]) void page.load(script).catch(() => {})
  })
  return list
}

/** The same as a part of a page of its own, with its title and what to know about files. */
export function offerReport (title: string, formats: readonly ReportFormat[], page: Page, report: () => Report): HTMLElement {
  const status = el('p', { class: 'small', role: 'status' })
  return el('div', { class: 'take' }, el('h3', {}, title),
    reportList(title, formats, page, report, text => { setText(status, text) }),
    el('p', { class: 'quiet small' }, fileWords.outside), status)
}

/** Runs once when the pointer or the focus comes to an element. */
export function whenNear (element: HTMLElement, run: () => void): void {
  let done = false
  for (const event of ['pointerenter', 'focusin', 'touchstart', 'dragenter']) {
    element.addEventListener(event, () => {
      if (done) return
      done = true
      run()
    }, { once: true, passive: true })
  }
}
