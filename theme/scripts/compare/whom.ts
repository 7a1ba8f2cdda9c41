import type { ReadDocument } from '../workbook/read-document.ts'
import { ownValue, plainName } from '../workbook/alike.ts'
import type { GuideIndex } from '../workbook/guide-index.ts'
import { nameText } from '../workbook/text.ts'
import { isGiven, isUnnamed } from '../workbook/unnamed.ts'
import { partnersOf, type Partner, type Workbook } from '../workbook/workbook.ts'

/** One name that a file gives to whom it is about. */
export interface Named {
  /** As it stands there; '' where nothing does. */
  name: string
  /** Whose answers are about that partner. */
  instruments: string[]
}

/** Instruments of a file that are answered once per partner, in its order. What the guide does not know any more is about the file's partner. */
export function perPartner (read: ReadDocument, index: GuideIndex): string[] {
  return [...new Set(Object.keys(read.answers).map(field => field.slice(0, field.indexOf('.'))))].filter(id => {
    const instrument = index.instrument(id)
    return instrument === undefined ? read.metadata?.partner !== undefined : instrument.perPartner === true
  })
}

/**
 * Whom the instruments of a file are about, each name once. What names nobody is about the only partner that the file names;
 * where it names several, it stands by itself, if anything is answered in it.
 * @param instruments Those that are answered once per partner.
 */
export function namesIn (read: ReadDocument, instruments: readonly string[]): Named[] {
  const named = new Map<string, Named>()
  for (const instrument of instruments) {
    // The field of an instrument that the guide dropped stands among the answers.
    const name = nameText(ownValue(read.partners, instrument) ?? ownValue(read.answers, `${instrument}.partner`) ?? read.metadata?.partner?.name ?? '')
    const group = named.get(plainName(name))
    if (group === undefined) named.set(plainName(name), { name, instruments: [instrument] })
    else group.instruments.push(instrument)
  }
  const nobody = named.get('')
  if (nobody === undefined || named.size === 1) return [...named.values()]
  named.delete('')
  const others = [...named.values()]
  if (others.length === 1) others[0]!.instruments.push(...nobody.instruments)
  const answered = nobody.instruments.filter(instrument =>
    [read.answers, read.metadata?.values ?? {}].some(values => Object.entries(values).some(([field, value]) => value !== '' && field.startsWith(instrument + '.'))))
  return others.length === 1 || answered.length === 0 ? others : [...others, { name: '', instruments: answered }]
}

/** Which partner a name in a document means: one that is known, or a person has to say. */
export type PartnerMatch = { id: string } | { ask: string, likely: string | null }

/** @param made The partner that the document was made for. */
export function matchPartner (name: string, made: { id: string, name: string } | undefined, book: Workbook): PartnerMatch {
  const written = plainName(name)
  const byId = made === undefined ? undefined : partnersOf(book, true).find(p => p.id === made.id)
  if (byId !== undefined && (written === plainName(made!.name) || written === plainName(byId.name))) return { id: byId.id }
  const byName = written === '' ? undefined : partnerSurelyNamed(name, book)
  return byName !== undefined ? { id: byName.id } : { ask: name.trim(), likely: byId?.id ?? null }
}

/**
 * Whom a partner of another workbook is here: by id, or by a name that somebody gave to both. Two teams mean two by the name of those
 * whom nobody has named.
 */
export function partnersHere (book: Workbook): (partner: Partner) => Partner | undefined {
  const here = new Map<string, Partner>()
  // The first of a name is the one that is meant.
  for (const partner of partnersOf(book, true).reverse()) {
    here.set(partner.id, partner)
    if (!isUnnamed(partner)) here.set(` ${plainName(partner.name)}`, partner)
  }
  return partner => here.get(partner.id) ?? (isUnnamed(partner) ? undefined : here.get(` ${plainName(partner.name)}`))
}

/** The partner of that name, unless nobody has named it yet. */
function partnerSurelyNamed (name: string, book: Workbook): Partner | undefined {
  return isGiven(name) ? undefined : partnerNamed(name, book)
}

/** What a partner that a file brings along is called here: by its name, unless that is another one's. */
export function nameFromFile (name: string, book: Workbook, fromFile: (name: string, n: number) => string): string {
  let called = name
  for (let n = 1; isGiven(name) && partnerNamed(called, book) !== undefined; n++) called = fromFile(name, n)
  return called
}

export function partnerNamed (name: string, book: Workbook): Partner | undefined {
  return partnersOf(book, true).find(p => plainName(p.name) === plainName(name))
}
