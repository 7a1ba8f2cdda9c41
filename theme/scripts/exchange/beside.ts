import type { Difference } from '../compare/difference.ts'
import type { Page } from '../page/page.ts'
import { within } from '../workbook/circuit.ts'
import type { GuideIndex } from '../workbook/guide-index.ts'
import type { ReadDocument } from '../workbook/read-document.ts'
import { isEmpty, type Workbook } from '../workbook/workbook.ts'

/** Whether a file answers an assessment otherwise than we do: then it is somebody's view before it is a change. */
export function isOtherView (differences: readonly Difference[], index: GuideIndex): boolean {
  return differences.some(({ field, here, inFile }) => here !== '' && inFile !== '' && index.field(field)?.instrument.kind === 'assessment')
}

/**
 * Sees that what offers to keep a file beside ours is here, so that nothing moves when the offer comes above what differs. Where it cannot
 * come, the differences come without it.
 */
export async function readyBeside (page: Page): Promise<void> {
  if (isEmpty(page.session.book)) return
  await within(page.load('together').then(async together => { await together.readyToOffer(page) })).catch(console.error)
}

/** Offers to keep what was read beside ours; that can wait until the differences are there. */
export function offerBeside (box: HTMLElement, held: { book: Workbook } | { read: ReadDocument }, file: string, page: Page): void {
  page.load('together').then(async together => { await together.offerView(box, held, file, page) }).catch(console.error)
}
