import { el, hidden } from './dom.ts'
import type { Page } from './page.ts'
import { setText } from './keeper.ts'
import { toFetch, within } from '../workbook/circuit.ts'
import type { Draft, Report, ReportFormat } from '../workbook/report.ts'
import type { WrittenReport } from './written.ts'
import * as words from '../words/exports.ts'
import { ofWhat } from '../words/frame.ts'

/**
 * Buttons that hand a report to the browser as a file. What makes the file is loaded when a button comes near.
 * @param what Names the report for those who hear the button alone.
 * @param script What makes the file.
 */
export function reportList (what: string, formats: readonly ReportFormat[], page: Page, report: () => Report | Draft | WrittenReport, say: (text: string) => void, script: 'reports' | 'draft' = 'reports'): HTMLElement {
  const make = async (format: ReportFormat): Promise<void> => {
    say(words.making)
    try {
      const asked = report()
      const made = asked.kind === 'draft' ? (await page.load('draft')).save(asked, page) : (await page.load('reports')).save(asked, format, page)
      // What packs a file is the browser's own, and may never end.
      say(words.handed({ name: await within(made, toFetch) }))
    } catch (error) {
      console.error(error)
      say(words.couldNotMake)
    }
  }
  const list = el('ul', { class: 'files' }, ...formats.map(format => el('li', {},
    el('button', { type: 'button', class: 'linkbtn', 'data-report': format, onclick: () => { void make(format) } }, words.titles[format], hidden(ofWhat({ what }))),
    el('span', {}, words.kinds[format]))))
  whenNear(list, () => {
    for (const file of [script, 'guide', ...formats.map(f => f === 'docx' ? 'documents' : 'tables')]) void page.load(file).catch(() => {})
  })
  return list
}

/** The same as a part of a page of its own, with its title and what to know about files. */
export function offerReport (title: string, formats: readonly ReportFormat[], page: Page, report: () => Report | WrittenReport): HTMLElement {
  const status = el('p', { class: 'small', role: 'status' })
  return el('div', { class: 'take' }, el('h3', {}, title),
    reportList(title, formats, page, report, text => { setText(status, text) }),
    el('p', { class: 'quiet small' }, words.outside), status)
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
