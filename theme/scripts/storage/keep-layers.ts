import type { Stamp } from '../workbook/entry.ts'
import { writeWorkbook } from '../workbook/json.ts'
import { entriesInLayers } from '../workbook/layer-json.ts'
import { layerTexts } from '../workbook/layers.ts'
import { entriesIn, most } from '../workbook/limits.ts'
import { meetingsHeld } from '../workbook/meetings.ts'
import { emptyWorkbook, type Workbook } from '../workbook/workbook.ts'
import { copyOf, rewrite } from './rewrite.ts'
import type { Session } from './session.ts'

/**
 * Adds layers to the workbook, or puts others in their place, and writes the whole: they never stand in a journal or among changes. Where
 * they do not fit, nothing is taken. What is erased of them is taken out as a part (`moving.ts`).
 * @param change Is given what there is at that moment, with what other tabs wrote, and may change it; tells why it is not wanted any
 * more, or null. It may be asked again.
 * @returns `done`, what `change` told, `full` where there is no room, `refused` where the browser did not write it for another reason.
 */
export async function changeLayers<Reason extends string> (
  session: Session, change: (book: Workbook, stamp: () => Stamp) => Reason | null
): Promise<Reason | 'done' | 'full' | 'refused'> {
  const { status, writer } = session
  const before = status.trouble
  const answer: { reason: Reason | 'full' | null } = { reason: null }
  const written = await rewrite(session, () => {
    const book = copyOf(session)
    answer.reason = change(book, () => session.clock.next()) ?? (isTooLarge(book, session.book) ? 'full' : null)
    return answer.reason === null ? { book } : null
  })
  if (written && status.place !== 'computer') status.unsaved++
  const { trouble } = status
  // What was there before is kept as it was: the page says so of itself once it has written again.
  if (!written && trouble !== before) writer.note(emptyWorkbook(''))
  session.emit('elsewhere')
  return written ? 'done' : answer.reason ?? (trouble === 'full' ? 'full' : 'refused')
}

/** How large a workbook is in what is limited, and where each limit is. */
const sizes: readonly (readonly [size: (book: Workbook) => number, limit: number])[] = [
  [book => [...layerTexts(book).values()].filter(text => text !== '').length, most.layers],
  [entriesInLayers, most.inLayers],
  [meetingsHeld, most.meetings],
  [book => [...book.subjects.values()].reduce((sum, subject) => sum + entriesIn(subject), 0), most.entries],
  [book => book.partners.size, most.partners],
  [book => writeWorkbook(book).length, most.withLayers]
]

/** Whether there would be no room for what is typed later, in a file that a page can open again. What was too large before may change, and not grow. */
function isTooLarge (book: Workbook, before: Workbook): boolean {
  return sizes.some(([sizeOf, limit]) => {
    const size = sizeOf(book)
    return size > limit && size > sizeOf(before)
  })
}
