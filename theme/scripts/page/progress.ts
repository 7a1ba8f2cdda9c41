import { el } from './dom.ts'
import { controlsOf } from './controls.ts'
import * as frame from '../words/frame.ts'
import { itemsOfFields, type Progress, type ProgressItem } from '../workbook/progress.ts'

/** What there is to answer in a form of this page. */
export function itemsOfForm (form: HTMLElement): ProgressItem[] {
  const tables = [...form.querySelectorAll<HTMLTableElement>('table[data-table]')].map(table => table.dataset['table']!)
  return itemsOfFields([...controlsOf(form).keys()], tables, form.dataset['kind'] ?? '')
}

/** "11 of 18 answered, 2 marked for help". */
export function progressWords (progress: Progress, kind: string): string {
  const { answered, all, help: count } = progress
  const words = (frame.progress[kind as keyof typeof frame.progress] ?? frame.progress.assessment)({ answered, all })
  return count > 0 ? frame.progressWithHelp({ progress: words, count }) : words
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
