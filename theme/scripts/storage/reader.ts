import { belongsTo } from '../workbook/cut-out.ts'
import { merge } from '../workbook/merge.ts'
import { unpack } from '../workbook/pack.ts'
import type { Stamp, Workbook } from '../workbook/workbook.ts'
import type { NewerWorkbook } from '../workbook/versions.ts'
import { cipherOf, fromBase64, type Bytes } from './cipher.ts'
import type { Kept } from './computer.ts'
import { KeyRing, type Handover } from './key-ring.ts'
import { chosenPlace } from './place.ts'
import { isBlank, noneLeft, type State } from './state.ts'
import { troubleOf } from './status.ts'

/**
 * Takes over what is kept on this computer. @throws where the key is another one, or the bytes were changed; nothing is taken
 * then. Where a newer version wrote it, keys and name are, so that the journal is written for it.
 */
export async function take (state: State, kept: Kept, key: Bytes | null): Promise<void> {
  const { lock, handover } = kept
  const cipher = await cipherOf(key)
  const keysOf = async (): Promise<KeyRing> =>
    await KeyRing.of(key, lock, kept.generation, handover === undefined ? null : JSON.parse(await cipher.decrypt(handover)) as Handover, cipher)
  let newer: NewerWorkbook | undefined
  const opening = Promise.all([kept.whole, ...kept.changes].map(async bytes => unpack(await cipher.decrypt(bytes), state.clock.seen))).catch(error => {
    if (troubleOf(error) !== 'newer') throw error
    newer = error as NewerWorkbook
    return []
  })
  const [keys, [whole, ...changes]] = await Promise.all([keysOf(), opening])
  state.keys = keys
  state.status.lock = lock === null ? 'none' : 'open'
  state.revision = kept.revision
  if (newer !== undefined) {
    state.book.id = newer.id
    throw newer
  }
  for (const change of changes) merge(whole!, change)
  for (const [, at] of keys.handover?.erased ?? []) state.clock.seen(at)
  state.book = whole!
  state.status.saved = isBlank(whole!) ? null : new Date(kept.at)
  state.changes = changes.length
  state.erased = kept.erased ?? 0
}

/** What pages that had no time to write it otherwise left in the journal of this workbook; nothing of what was erased meanwhile. @throws {Unanswered} */
export async function readJournals (state: State): Promise<Workbook[]> {
  const { keys: { cipher, handover }, journal } = state
  const ciphers = [cipher]
  for (const key of handover?.keys ?? []) ciphers.push(await cipherOf(fromBase64(key)))
  const left = await journal.read(state.area, ciphers)
  // Where all was moved from this computer into this tab a moment ago.
  if (handover !== null && !state.onComputer) left.push(...await journal.read(localStorage, ciphers))
  return left.filter(one => {
    if (state.unkept) state.book.id = one.id
    if (one.id !== state.book.id) return false
    state.clock.seenAll(one)
    forgetErased(one, handover)
    return true
  })
}

/** Reads all again, and adds what is unwritten here. Whatever this tab wrote before is there, unless it was erased. */
export async function join (state: State): Promise<void> {
  const { erased, status } = state
  const kept = await state.computer?.read() ?? null
  if (kept === null) {
    if (state.revision > 0) {
      if (await chosenPlace(state.site, state.tab) !== null) throw noneLeft()
      // Another tab took them along: what was typed here since is this tab's own.
      state.begin(await KeyRing.fresh())
      state.emit('elsewhere')
      return
    }
    state.keys = state.keys.key === null || state.keys.lock !== null ? await KeyRing.fresh() : state.keys
    state.book = state.blank()
    Object.assign(status, { lock: 'none', saved: null })
  } else {
    try {
      await take(state, kept, kept.lock === null ? kept.key : state.keys.key)
    } catch (error) {
      if (kept.lock === null || troubleOf(error) !== 'failed') throw error
      state.locked()
      return
    }
  }
  const { keys: { handover } } = state
  if (handover !== null) forgetErased(state.unwritten, handover)
  // Every page had the time to hear of it, and this one did not. Whoever erased took over all journals: what stood in them is kept, or is of what must not come back.
  else if (state.erased > erased) forgetUntil(state.erased, state.unwritten)
  merge(state.book, state.unwritten)
  state.emit('elsewhere')
}

/** Forgets what belongs to a part that was erased after it was typed. */
function forgetErased (changes: Workbook, handover: Handover | null): void {
  for (const [part, at] of handover?.erased ?? []) forgetUntil(at, changes, (subject, key, value) => belongsTo(part, subject, key, value))
}

/** Forgets changes up to a moment. */
function forgetUntil (moment: number, { partners, subjects }: Workbook, which: (subject: string, key: string, value?: string) => boolean = () => true): void {
  const forget = (entries: Map<string, Stamp & { value?: string }>, subject?: string, table?: string): void => {
    for (const [key, { at, value }] of entries) if (at <= moment && which(subject ?? key, table ?? key, value)) entries.delete(key)
  }
  forget(partners)
  for (const [id, { answers, rows }] of subjects) {
    forget(answers, id)
    for (const [table, list] of rows) forget(list, id, table)
  }
}
