import type { Session } from '../storage/session.ts'
import { stayed } from '../words/frame.ts'
import type { Undo } from './page.ts'
import type { Edit } from '../workbook/edit.ts'
import { stepsBack, takeable } from '../workbook/undo.ts'

/**
 * The way back from changes that were made this moment, for a notice; none where nothing was changed.
 * @param undo As `session.change` returned it.
 */
export function wayBack (session: Session, undo: readonly Edit[]): Undo | undefined {
  if (undo.length === 0) return undefined
  const steps = stepsBack(session.book, undo)
  return () => {
    const edits = takeable(session.book, steps)
    session.change(edits)
    return edits.length < steps.length ? stayed : undefined
  }
}
