import type { Beside } from './beside.ts'
import type { Edit } from './edit.ts'
import { isUnnamed, nameOf, writtenName } from './unnamed.ts'
import { partnersOf, type Partner, type Workbook } from './workbook.ts'

/** What changes a partner's name, or puts it away or back; what is not named stays. */
export function partnerEdit (partner: Partner, change: { name?: string, givenName?: string, archived?: boolean }, beside: Beside = {}): Edit[] {
  const archived = change.archived ?? partner.archived === true
  return [{ kind: 'partner', id: partner.id, name: change.name ?? partner.name, ...change.givenName !== undefined && { givenName: change.givenName }, ...(archived && { archived: true as const }), ...beside }]
}

/** A new name for a partner. Where another tab gave it another one since it was shown, that stands beside this one. */
export function renameEdit (book: Workbook, shown: Partner, name: string): Edit[] {
  const now = book.partners.get(shown.id) ?? shown
  return partnerEdit(now, name === nameOf(shown) ? shown : writtenName(name), now.name === shown.name ? {} : { over: shown })
}

/** The partner of that name, also one that was put away. */
export function partnerNamed (book: Workbook, name: string): Partner | undefined {
  return partnersOf(book, true).find(p => nameOf(p).toLowerCase() === name.toLowerCase())
}

/** Why a name cannot be taken, or null. @param id Of the partner that is to get it; undefined for a new one. */
export function nameProblem (book: Workbook, name: string, id: string | undefined): 'empty' | 'taken' | null {
  if (name === '') return 'empty'
  const other = partnerNamed(book, name)
  return other !== undefined && other.id !== id ? 'taken' : null
}

/**
 * What becomes of a name that was written down before the script came: the name of the partner that answers already go to,
 * of the first one, which these answers made, or of a new one; to be asked about where there are others.
 * @param current The partner that answers go to.
 * @param since When the page was opened, in milliseconds since 1970.
 */
export function placeOfName (book: Workbook, name: string, current: Partner | null, since: number): { kind: 'same' | 'other' | 'new' | 'ask' } | { kind: 'rename', partner: Partner } {
  const same = partnerNamed(book, name)
  if (same !== undefined) return { kind: current === null || same === current ? 'same' : 'other' }
  const [first, ...others] = partnersOf(book, true)
  if (first === undefined) return { kind: 'new' }
  return others.length === 0 && isUnnamed(first) && (first.added ?? 0) >= since ? { kind: 'rename', partner: first } : { kind: 'ask' }
}
