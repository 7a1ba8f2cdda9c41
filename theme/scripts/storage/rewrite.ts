import { pack, unpack } from '../workbook/pack.ts'
import type { Workbook } from '../workbook/workbook.ts'
import { adopt, commit, type Next } from './commit.ts'
import type { Session } from './session.ts'
import type { Message } from './tabs.ts'

/**
 * Writes the whole workbook after a change that merging does not know, such as taking out without a trace. What the page holds
 * changes once that is written; it is made again where another tab wrote in between. Where the browser keeps nothing and refuses
 * this too, what the page shows is all there is.
 * @param change Says what changes, from what the page holds at that moment; null where it is wanted no more.
 * @returns Whether the change is made.
 */
export async function rewrite (session: Session, change: () => Next | null | Promise<Next | null>, tell: Message = { kind: 'changed' }): Promise<boolean> {
  const { writer } = session
  let made = false
  await writer.flush()
  await writer.after(async () => {
    await writer.watch(async () => {
      // What other tabs wrote a moment ago is to be changed too.
      if (session.onComputer && session.revision > 0) await writer.takeJournals()
      await writer.attempt(async () => {
        const asked = change()
        // Without a wait where there is none: what is done with a copy of the workbook is done at once.
        const next = asked instanceof Promise ? await asked : asked
        // What was taken over from journals is written like all else: where all is being erased, it goes then.
        if (next === null) return session.store.add ? await writer.putAll(false) : true
        try {
          made = await commit(session, writer, next)
        } catch (error) {
          // Only where the browser refused: where another tab was quicker, something is kept, and this is made again from that.
          // And no passphrase: it protects what was written under it.
          if (session.unkept && !next.keys?.lock) {
            session.keys = next.keys ?? session.keys
            adopt(session, next.book ?? session.book, next.forget)
            made = true
          }
          throw error
        }
        return made
      })
      // A tab that only heard of a new revision would go on with a key that is not in use any more.
      if (made) session.others?.tell(tell)
    })
  })
  if (session.keys.handover) writer.tidyLater()
  return made
}

/** A copy of the present workbook, with what was typed until now. What is done with it must be done at once. */
export function copyOf (session: Session): Workbook {
  return unpack(pack(session.book))
}
