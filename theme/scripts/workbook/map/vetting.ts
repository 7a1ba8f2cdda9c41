import { plainName } from '../alike.ts'
import { decidedOf, verdictField } from '../decision.ts'
import type { Guide, InstrumentDefinition } from '../guide.ts'
import { itemsOfInstrument, progressOf } from '../progress.ts'
import { nameOf } from '../unnamed.ts'
import { partnersOf, type Partner, type Workbook } from '../workbook.ts'

/**
 * The tool by which partners are vetted: the assessment that is filled in for each of them and asks what is decided, else the one with
 * the most important questions.
 */
export function vettingTool (guide: Guide): InstrumentDefinition | null {
  const weight = (one: InstrumentDefinition): number => verdictField(one) !== undefined
    ? Infinity
    : one.domains?.flatMap(domain => domain.items).filter(item => item.critical === true).length ?? 0
  return guide.instruments.filter(one => one.kind === 'assessment' && one.perPartner === true)
    .reduce<InstrumentDefinition | null>((most, one) => most !== null && weight(most) >= weight(one) ? most : one, null)
}

/** Finds the partner of an organization's name, also one that was put away. */
export function partnersByName (book: Workbook): (name: string) => Partner | undefined {
  const partners = new Map(partnersOf(book, true).reverse().map(partner => [plainName(nameOf(partner)), partner]))
  return name => partners.size === 0 ? undefined : partners.get(plainName(name))
}

/** How far the vetting of an organization is that is a partner. */
export interface Vetting {
  partner: Partner
  tool: InstrumentDefinition
  answered: number
  all: number
  /** What was decided, in words; '' for nothing yet. */
  verdict: string
}

/** Says how far the vetting of an organization is, by its name; null where it is no partner, or the guide has no such tool. */
export function vettings (guide: Guide, book: Workbook): (name: string) => Vetting | null {
  const tool = vettingTool(guide)
  const named = partnersByName(book)
  return name => {
    const partner = named(name)
    if (tool === null || partner === undefined) return null
    const { answered, all } = progressOf(itemsOfInstrument(tool), book.subjects.get(partner.id))
    return { partner, tool, answered, all, verdict: decidedOf(tool, book, partner.id).verdict }
  }
}
