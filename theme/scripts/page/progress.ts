import { el } from './dom.ts'
import { controlsOf } from './controls.ts'
import { say } from './strings.ts'
import { itemsOfFields, type Progress, type ProgressItem } from '../workbook/progress.ts'

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
