import { afterPause, el } from './dom.ts'
import { controlsOf } from './controls.ts'
import type { Page } from './page.ts'
import { say } from './strings.ts'
import { itemsOfFields, progressOf, type Progress, type ProgressItem } from '../workbook/progress.ts'
import { agency } from '../workbook/workbook.ts'
import { setText } from './keeper.ts'

/** What there is to answer in a form of this page. */
export function itemsOfForm (form: HTMLFormElement): ProgressItem[] {
  const tables = [...form.querySelectorAll<HTMLTableElement>('table[data-table]')].map(table => table.dataset['table']!)
  return itemsOfFields([...controlsOf(form).keys()], tables, form.dataset['kind'] ?? '')
}

/** "11 of 18 answered, 2 marked for help". */
export function progressWords (progress: Progress, kind: string): string {
  const words = kind === 'checklist' ? say.done : kind === 'worksheet' ? say.filled : say.progress
  return words(progress.answered, progress.all) + say.help(progress.help)
}

/** One drawn piece per question: thin line for open, thick for answered, ring for help wanted. Words say the same. */
export function drawPieces (box: HTMLElement, progress: Progress): void {
  while (box.childElementCount > progress.all) box.lastElementChild!.remove()
  while (box.childElementCount < progress.all) box.append(el('i'))
  progress.pieces.forEach((piece, i) => {
    box.children[i]!.classList.toggle('y', piece.answered)
    box.children[i]!.classList.toggle('h', piece.help)
  })
}

export async function startProgress (words: HTMLElement, page: Page): Promise<void> {
  const id = words.dataset['instrument'] ?? ''
  const form = document.querySelector<HTMLFormElement>(`form[data-part="instrument"][data-instrument="${CSS.escape(id)}"]`)
  const pieces = el('div', { class: 'picks', 'aria-hidden': 'true' })
  words.after(pieces)
  words.hidden = false
  if (form === null) await (await page.load('list')).showProgress(id, words, pieces, page, keepShowing)
  else keepShowing(words, pieces, page, itemsOfForm(form), form.dataset['kind'] ?? '', form.dataset['per'] === 'partner')
}

export function keepShowing (words: HTMLElement, pieces: HTMLElement, page: Page, items: ProgressItem[], kind: string, perPartner: boolean): void {
  const show = (): void => {
    const subject = perPartner ? page.partner.current?.id : agency
    const progress = progressOf(items, subject === undefined ? undefined : page.session.book.subjects.get(subject))
    setText(words, progressWords(progress, kind))
    drawPieces(pieces, progress)
  }
  const soon = afterPause(show, 100)
  page.session.listen(change => {
    if (change === 'typed') soon()
    else if (change === 'elsewhere') show()
  })
  page.partner.listen(show)
  show()
}
