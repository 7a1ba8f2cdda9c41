import { merge } from '../workbook/merge.ts'
import { pack } from '../workbook/pack.ts'
import type { Workbook } from '../workbook/workbook.ts'
import type { Bytes } from './cipher.ts'
import type { KeyRing } from './key-ring.ts'
import type { State, Writing } from './state.ts'

/** What takes the place of the present workbook and keys once it is written; what is left out stays. */
export interface Next {
  book?: Workbook
  keys?: KeyRing
  erased?: number
  handover?: Bytes | undefined
  /** Takes out of what was typed meanwhile what must not come into the workbook again. */
  forget?: (changes: Workbook) => void
  /** What goes with it, in the same step. */
  written?: () => void
}

/**
 * Writes the whole workbook with what takes the place of the present one. The page changes when that is written, and in one step:
 * until then all that is typed is in the journal under the present key.
 * @returns False where another tab wrote in between.
 */
export async function commit (state: State, writer: Writing, next: Next): Promise<boolean> {
  return await writer.put(async () => {
    const { revision: known, store } = state
    const { book = state.book, erased = state.erased } = next
    const keys = next.keys ?? state.keys
    const { handover } = { ...keys, ...next }
    const encrypted = await keys.cipher.encrypt(pack(book))
    if (state.ended) return true
    const { key, lock, generation } = keys
    const revision = await store.replace(encrypted, { key, lock, generation, handover, erased }, known)
    if (revision === 0) return false
    state.revision = revision
    state.changes = 0
    keys.handover = handover
    state.keys = keys
    state.status.lock = keys.lock === null ? 'none' : 'open'
    state.erased = erased
    adopt(state, book, next.forget)
    next.written?.()
    return true
  })
}

/** The page shows this workbook from now on, with what was typed and is not written yet. */
export function adopt (state: State, book: Workbook, forget?: Next['forget']): void {
  if (book === state.book) return
  state.book = book
  forget?.(state.unwritten)
  merge(book, state.unwritten)
}
