import type { ReadDocument } from '../documents/metadata.ts'
import { ownValue, plainName } from './alike.ts'
import { partnersOf, type Workbook } from './workbook.ts'

/** Which partner a document is about: one that is known, or a name to ask about ('' where the file names none). */
export type PartnerMatch = { id: string } | { ask: string, likely: string | null }

export function matchPartner (read: ReadDocument, instrument: string, book: Workbook): PartnerMatch {
  const written = plainName(ownValue(read.partners, instrument) ?? read.metadata?.partner?.name ?? '')
  const made = read.metadata?.partner
  const partners = partnersOf(book, true)
  const byId = made === undefined ? undefined : partners.find(p => p.id === made.id)
  if (byId !== undefined && (written === plainName(made!.name) || written === plainName(byId.name))) return { id: byId.id }
  const byName = written === '' ? undefined : partners.find(p => plainName(p.name) === written)
  if (byName !== undefined) return { id: byName.id }
  const asked = (ownValue(read.partners, instrument) ?? made?.name ?? '').trim()
  return { ask: asked, likely: byId?.id ?? null }
}
