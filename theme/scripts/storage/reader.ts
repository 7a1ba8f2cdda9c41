import { merge } from '../workbook/merge.ts'
import { unpack } from '../workbook/pack.ts'
import type { Workbook } from '../workbook/workbook.ts'
import type { NewerWorkbook } from '../workbook/versions.ts'
import { cipherOf, type Bytes } from './cipher.ts'
import { keyRing } from './key-ring.ts'
import { isBlank, type Recovery, type State } from './state.ts'
import { troubleOf } from './status.ts'
import type { Kept } from './store.ts'

/**
 * Takes over what is kept. @throws where the key is another one, or the bytes were changed; nothing is taken
 * then. Where a newer version wrote it, keys and name are, so that the journal is written for it.
 */
export async function take (state: State, kept: Kept, key: Bytes | null): Promise<void> {
  const { lock } = kept
  const cipher = await cipherOf(key)
  let newer: NewerWorkbook | undefined
  const opening = Promise.all(kept.parts.map(async bytes => unpack(await cipher.decrypt(bytes), state.clock.seen))).catch((error: unknown) => {
    if (troubleOf(error) !== 'newer') throw error
    newer = error as NewerWorkbook
    return []
  })
  const [keys, [whole = state.book, ...changes]] = await Promise.all([keyRing(key, lock, kept.generation, kept.handover, cipher), opening])
  state.keys = keys
  state.status.lock = lock === null ? 'none' : 'open'
  state.revision = kept.revision
  if (newer !== undefined) {
    state.book.id = newer.id
    throw newer
  }
  for (const change of changes) merge(whole, change)
  state.book = whole
  state.status.saved = isBlank(whole) ? null : new Date(kept.at)
  state.changes = changes.length
  state.erased = kept.erased ?? 0
}

/** What pages that had no time to write it otherwise left in the journal of this workbook; nothing of what was erased meanwhile. @throws {Unanswered} */
export async function readJournals (state: State): Promise<Workbook[]> {
  const { keys: { cipher, handover }, journal } = state
  const left = handover ? await (await state.recovery()).readJournals(state) : await journal.read(state.area, [cipher])
  return left.filter(one => {
    if (state.unkept) state.book.id = one.id
    const own = one.id === state.book.id
    if (own) state.clock.seenAll(one)
    return own
  })
}

/** Reads all again, and adds what is unwritten here. Whatever this tab wrote before is there, unless it was erased. */
export async function join (state: State): Promise<void> {
  const kept = await state.store.read()
  // Before anything changes: where it does not load, all stays as it is until it does.
  const recovery = (kept === null || kept.handover !== undefined || (kept.erased ?? 0) > state.erased) && await state.recovery()
  if (kept === null) {
    await (recovery as Recovery).nothingLeft(state)
    return
  }
  try {
    await take(state, kept, kept.lock === null ? kept.key : state.keys.key)
  } catch (error) {
    if (kept.lock === null || troubleOf(error) !== 'failed') throw error
    state.locked()
    return
  }
  if (recovery) await recovery.forgetErased(state, state.unwritten)
  merge(state.book, state.unwritten)
  state.emit('elsewhere')
}
