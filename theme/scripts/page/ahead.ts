import type { Page } from './page.ts'

/** What browsers that tell say of the line. */
interface Line { saveData?: boolean, effectiveType?: string, type?: string }

/** Which scripts the parts of a page will need, by what stands on it. */
const needs: readonly (readonly [selector: string, names: readonly (keyof Provided & string)[]])[] = [
  ['[data-part=instrument]', ['fields', 'guide']],
  ['[data-part=downloads], [data-part=read-back]', ['exchange', 'documents', 'reader', 'drawing']],
  ['[data-part=results], [data-part=compare], [data-part=plan]', ['views', 'reports', 'tables']],
  ['[data-part=map]', ['map']],
  ['[data-can-grow]', ['rows', 'import', 'lists', 'spreadsheets']],
  ['[data-part=rounds], [data-part=together]', ['together']]
]

/**
 * Loads what the page will need while nobody waits, one script after the other, so that a line that breaks later stops nothing. Not where the
 * line is slow or metered: there each comes when it is used.
 */
export function loadAhead (page: Page): void {
  const { dataset } = document.documentElement
  const { connection } = navigator as Navigator & { connection?: Line }
  if (dataset['ahead'] !== undefined || connection?.saveData === true || connection?.type === 'cellular' || /[23]g/.test(connection?.effectiveType ?? '')) return
  dataset['ahead'] = ''
  const names = needs.flatMap(([selector, wanted]) => document.querySelector(selector) === null ? [] : wanted)
  const next = (): void => {
    const name = names.shift()
    if (name === undefined) return
    // What does not come now comes when it is used.
    const soon = (): void => { (globalThis.requestIdleCallback ?? setTimeout)(next) }
    page.load(name).then(soon, () => {})
  }
  const begin = (): void => { (globalThis.requestIdleCallback ?? setTimeout)(next) }
  if (document.readyState === 'complete') begin()
  else addEventListener('load', begin)
}
