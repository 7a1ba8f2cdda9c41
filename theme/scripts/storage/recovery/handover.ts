import { since } from '../../workbook/beside.ts'
import { belongsTo, type Part } from '../../workbook/erased-part.ts'
import type { Stamp, Workbook } from '../../workbook/workbook.ts'
import { canEncrypt, cipherOf, random, type Bytes } from '../cipher.ts'
import { fromBase64, toBase64 } from '../../workbook/base64.ts'
import { keyRing, type Handover, type KeyRing } from '../key-ring.ts'
import { commit } from '../commit.ts'
import type { Lock } from '../lock.ts'
import type { State, Writing } from '../state.ts'
import { nameOf } from '../where-kept.ts'
import { fenceOf } from '../writer.ts'

/** After how many milliseconds what one tab put into localStorage is there for all. */
const shared = 50

/** How long a key of a version before is used on, in milliseconds. */
const whileOlderPagesAreOpen = 24 * 3600 * 1000

/** Under which name it stands when such a key was met first. */
export function firstMetOf (site: string): string {
  return nameOf(site, 'older key')
}

/** Ends when what another page put into the browser's small stores a moment ago is there for this one too. */
export async function smallStoresShared (): Promise<void> {
  await new Promise(done => { setTimeout(done, shared) })
}

/** What the present keys say of those before; null where every page has had the time to hear of them. */
export async function handoverOf ({ keys: { cipher, handover } }: State): Promise<Handover | null> {
  return handover === undefined || handover.length === 0 ? null : JSON.parse(await cipher.decrypt(handover)) as Handover
}

/**
 * Keys that come after the present ones: until all pages have heard of them, journals under the present key are read, and hold
 * nothing against what is erased now.
 */
export async function keysAfter (state: State, key: Bytes | null, lock: Lock | null, erased: Handover['erased'] = []): Promise<KeyRing> {
  const { keys, onComputer } = state
  const { keys: former = [], erased: before = [], until = state.erased } = await handoverOf(state) ?? {}
  const next = await keyRing(key, lock, Math.max(Date.now(), keys.generation + 1))
  // Where answers live in the tab no other page has the key.
  if (onComputer && keys.key !== null) former.push(toBase64(keys.key))
  if (former.length > 0) next.handover = await sealed(next, { keys: former, erased: [...before, ...erased], until })
  return next
}

export async function sealed ({ cipher }: KeyRing, handover: Handover): Promise<Bytes> {
  return await cipher.encrypt(JSON.stringify(handover))
}

export async function readJournals (state: State): Promise<Workbook[]> {
  const { area, journal, keys, onComputer } = state
  const handover = await handoverOf(state)
  const ciphers = [keys.cipher, ...await Promise.all((handover?.keys ?? []).map(async key => await cipherOf(fromBase64(key))))]
  const left = await journal.read(area, ciphers)
  // Where all was moved from this computer into this tab a moment ago.
  if (!onComputer) left.push(...await journal.read(localStorage, ciphers))
  if (handover !== null) for (const one of left) await forgetErased(state, one)
  return left
}

export async function forgetErased (state: State, changes: Workbook): Promise<void> {
  const handover = await handoverOf(state)
  // Every page had the time to hear of it, and this one did not. Whoever erased took over all journals: what stood in them is kept, or is of what must not come back.
  forgetUntil(handover?.until ?? state.erased, changes)
  for (const [part, at] of handover?.erased ?? []) {
    state.clock.seen(at)
    forgetPart(part, at, changes)
  }
}

/** Forgets what changes say of a part up to a moment. */
export function forgetPart (part: Part, moment: number, changes: Workbook): void {
  forgetUntil(moment, changes, (subject, key, value) => belongsTo(part, subject, key, value))
}

/**
 * A key that a version before left in the files of the database stays there for long: after a while nothing more is written under it. Not at
 * once, because a page of that version may be open still, which learns no other key, and what is typed there stands in its journal.
 */
async function replaceOldKey (state: State, writer: Writing): Promise<boolean> {
  const name = firstMetOf(state.site)
  const firstMet = localStorage.getItem(name) ?? String(Date.now())
  localStorage.setItem(name, firstMet)
  const isDue = Date.now() - Number(firstMet) > whileOlderPagesAreOpen
  if (!isDue && state.changes === 0) return true
  if (!await commit(state, writer, isDue ? { keys: await keysAfter(state, random(32), null) } : {})) return false
  if (isDue) {
    localStorage.removeItem(name)
    writer.tidyLater()
  }
  state.others?.tell({ kind: 'changed' })
  return true
}

export async function endHandover (state: State, writer: Writing): Promise<boolean> {
  const { handover: left, key, lock } = state.keys
  if (left?.length === 0 && key !== null && lock === null && canEncrypt()) return await replaceOldKey(state, writer)
  if (state.onComputer) localStorage.setItem(fenceOf(state.site), String(state.keys.generation))
  await smallStoresShared()
  await writer.takeJournals()
  const done = await commit(state, writer, { handover: undefined })
  // With what was in journals of pages that are gone.
  if (done) state.others?.tell({ kind: 'changed' })
  return done
}

/** Forgets changes up to a moment, and what later ones carry of texts up to then that stood beside them: merging would bring those back. */
function forgetUntil (moment: number, { partners, subjects }: Workbook, which: (subject: string, key: string, value?: string) => boolean = () => true): void {
  const forget = (entries: Map<string, Stamp & { value?: string }>, subject?: string, table?: string): void => {
    for (const [key, entry] of entries) {
      if (!which(subject ?? key, table ?? key, entry.value)) continue
      if (entry.at <= moment) entries.delete(key)
      else entries.set(key, since(entry, moment))
    }
  }
  forget(partners)
  for (const [id, { answers, rows }] of subjects) {
    forget(answers, id)
    for (const [table, list] of rows) forget(list, id, table)
  }
}
