import { button, el, freeId } from '../page/dom.ts'
import { setText } from '../page/keeper.ts'
import type { Page } from '../page/page.ts'
import { whenNear } from '../page/report-offer.ts'
import { dayText } from '../workbook/guide-index.ts'
import * as common from '../words/common.ts'
import * as words from '../words/exchange.ts'
import type { Shown } from './document-file.ts'
import { readFile, refusal } from './read-file.ts'
import { endings } from './fillable.ts'

/** Takes filled documents and workbook files, shows what differs, and takes what was chosen. */
export function startReadBack (section: HTMLElement, page: Page): void {
  const id = freeId('files')
  const input = el('input', { class: 'govuk-file-upload', type: 'file', id, multiple: true, accept: [...endings, 'json'].map(ending => `.${ending}`).join() })
  const status = el('p', { class: 'small', role: 'status' })
  const stop = button(words.stop, 'second', () => { reading?.abort() })
  stop.hidden = true
  const results = el('div', { class: 'read' })
  let reading: AbortController | null = null
  section.append(
    el(section.classList.contains('panel') ? 'h2' : 'h3', {}, common.bringBack),
    el('p', { class: 'govuk-hint', id: `${id}-hint` }, words.bringBackHint),
    el('label', { class: 'govuk-label', for: id }, words.chooseFiles), input, status, stop, results)
  // Locked answers cannot be compared with anything.
  const whileOpen = (): void => { section.hidden = page.session.status.lock === 'locked' }
  page.session.listen(whileOpen)
  whileOpen()
  input.setAttribute('aria-describedby', `${id}-hint`)
  whenNear(section, () => {
    for (const script of ['reader', 'guide']) void page.load(script).catch(() => {})
    // The first day in words costs the browser as much as all the rest of a row.
    dayText('2026-01-01')
  })
  input.addEventListener('change', () => { void readAll([...input.files ?? []]) })
  section.addEventListener('dragover', event => {
    event.preventDefault()
    section.classList.add('drop')
  })
  section.addEventListener('dragleave', () => { section.classList.remove('drop') })
  section.addEventListener('drop', event => {
    event.preventDefault()
    section.classList.remove('drop')
    void readAll([...event.dataTransfer?.files ?? []])
  })

  /** Files that wait until those before them are read. */
  let waiting: File[] | null = null

  async function readAll (files: readonly File[]): Promise<void> {
    if (waiting !== null) {
      waiting.push(...files)
      return
    }
    waiting = [...files]
    results.replaceChildren()
    const { signal } = reading = new AbortController()
    stop.hidden = false
    const outcomes: string[] = []
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      setText(status, words.reading({ name: file.name }))
      const box = el('section', { class: 'read__file' }, el('h4', {}, file.name))
      results.append(box)
      const shown = new Place(box, page, file.name, section, () => outcomes.length === 0 && waiting?.length === 0)
      try {
        const outcome = await readFile(file, shown, signal)
        outcomes.push(shown.taken || outcome === '' ? '' : words.outcomeOf({ name: file.name, outcome }))
      } catch (error) {
        box.append(el('p', { class: 'say', role: 'alert' }, refusal(error)))
        outcomes.push('')
      }
    }
    waiting = null
    stop.hidden = true
    // What took the focus, and what alerts, is read without this.
    setText(status, outcomes.join(' ').trim())
    input.value = ''
  }
}

/** Where the outcome of one file is shown. */
class Place implements Shown {
  /** Whether the outcome took the focus. */
  taken = false

  /** @param alone Whether no other file was chosen with it. */
  constructor (readonly box: HTMLElement, readonly page: Page, readonly file: string, private readonly section: HTMLElement, private readonly alone: () => boolean) {}

  /** Of several files none takes the focus, nor from somebody who went on writing elsewhere. */
  get focus (): boolean {
    const { activeElement } = document
    const writes = activeElement?.matches('input, textarea, select') === true && !this.section.contains(activeElement)
    return this.taken = !writes && this.alone()
  }
}
