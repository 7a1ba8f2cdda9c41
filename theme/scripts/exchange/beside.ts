import type { Difference } from '../compare/difference.ts'
import type { Page } from '../page/page.ts'
import type { GuideIndex } from '../workbook/guide-index.ts'
import type { ReadDocument } from '../workbook/read-document.ts'
import type { Workbook } from '../workbook/workbook.ts'

/** Whether a file answers an assessment otherwise than we do: then it is somebody's view before it is a change. */
export function isOtherView (differences: readonly Difference[], index: GuideIndex): boolean {
  return differences.some(({ field, here, inFile }) => here !== '' && inFile !== '' && index.field(field)?.instrument.kind === 'assessment')
}

/** Offers to keep what was read beside ours; that can wait until the differences are there. */
export function offerBeside (box: HTMLElement, held: { book: Workbook } | { read: ReadDocument }, file: string, page: Page): void {
  page.load('together').then(async together => { await together.offerView(box, held, file, page) }).catch(console.error)
}
