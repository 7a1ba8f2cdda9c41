import type { Page } from '../page/page.ts'
import { matchPartner, namesIn, partnersHere, perPartner } from '../compare/whom.ts'
import { ownValue } from '../workbook/alike.ts'
import { viewFrom } from '../workbook/colleagues.ts'
import { today } from '../workbook/day.ts'
import { GuideIndex } from '../workbook/guide-index.ts'
import type { Guide } from '../workbook/guide.ts'
import { aboutHere } from '../workbook/layer-partners.ts'
import { frozen, type Layer, type LayerAnswer, type LayerPartner, type LayerSubject } from '../workbook/layers.ts'
import type { ReadDocument } from '../workbook/read-document.ts'
import { canBeBeside } from '../workbook/halves.ts'
import { randomName } from '../workbook/stamp.ts'
import { nameOf } from '../workbook/unnamed.ts'
import { agency, partnersOf, type Workbook } from '../workbook/workbook.ts'
import { language } from '../words/language.ts'
import * as words from '../words/together.ts'

/** A file that was read, or why it was not. */
export interface Brought {
  file: string
  /** What it says as a view without a name yet; null where it was not read or says nothing. */
  layer: Layer | null
  problem: string
  /** Whom somebody has to say that it is about: the id that it has in the layer, and the name in the file. */
  unclear: LayerPartner[]
}

/** Reads one file of a colleague. Nothing is changed by it. */
export async function bring (file: File, guide: Guide, page: Page): Promise<Brought> {
  const none = { file: file.name, layer: null, unclear: [] }
  const exchange = await page.load('exchange')
  try {
    const held = await exchange.readForOthers(file, page)
    if (held === 'locked') return { ...none, problem: words.stand.locked({ file: file.name }) }
    const { book } = page.session
    const said = 'book' in held ? fromWorkbook(held.book, guide, book) : fromDocument(held.read, guide, book)
    return said.layer === null ? { ...none, problem: words.stand.nothingIn({ file: file.name }) } : { file: file.name, problem: '', ...said }
  } catch (error) {
    return { ...none, problem: words.stand.notRead({ file: file.name, why: exchange.refusal(error) }) }
  }
}

const about = (guide: Guide): Pick<Layer, 'name' | 'at' | 'day' | 'guide' | 'lang'> => ({ name: '', at: 0, day: today(), guide: guide.version, lang: language })

/** A colleague's workbook: what can be a view, of the agency and of partners whom we know, by id or by name. */
export function fromWorkbook (other: Workbook, guide: Guide, book: Workbook): Pick<Brought, 'layer' | 'unclear'> {
  const wanted = new Set(guide.instruments.filter(canBeBeside).map(({ id }) => id))
  const here = partnersHere(book)
  const subjects = new Map<string, LayerSubject>()
  const partners = new Map<string, LayerPartner>()
  const unclear: LayerPartner[] = []
  const keep = (id: string): boolean => {
    const kept = other.subjects.has(id) ? frozen(other.subjects.get(id)!, field => wanted.has(field.slice(0, field.indexOf('.')))) : null
    if (kept === null || Object.keys(kept.answers).length === 0) return false
    subjects.set(id, kept)
    return true
  }
  keep(agency)
  for (const partner of partnersOf(other, true)) {
    if (!keep(partner.id)) continue
    const known = here(partner)
    partners.set(partner.id, { id: known?.id ?? partner.id, name: nameOf(known ?? partner) })
    if (known === undefined) unclear.push({ id: partner.id, name: nameOf(partner) })
  }
  const view = viewFrom(Object.fromEntries(subjects), { ...about(guide), partners: [...partners].map(([id, { name }]) => ({ id, name })) })
  return { layer: view && aboutHere(view, partner => partners.get(partner.id) ?? partner), unclear }
}

/** A Word file or a PDF. */
export function fromDocument (read: ReadDocument, guide: Guide, book: Workbook): Pick<Brought, 'layer' | 'unclear'> {
  const index = new GuideIndex(guide)
  const whose = new Map<string, string>()
  const partners: LayerPartner[] = []
  const unclear: LayerPartner[] = []
  for (const { name, instruments } of namesIn(read, perPartner(read, index))) {
    const match = matchPartner(name, read.metadata?.partner, book)
    const id = 'id' in match ? match.id : match.likely ?? randomName('p')
    const known = book.partners.get(id)
    partners.push({ id, name: known === undefined ? name : nameOf(known) })
    if (known === undefined) unclear.push({ id, name })
    for (const instrument of instruments) whose.set(instrument, id)
  }
  const subjects = new Map<string, Map<string, LayerAnswer>>()
  for (const [field, value] of Object.entries(read.answers)) {
    const known = index.field(field)
    if (value === '' || known === undefined || !canBeBeside(known.instrument)) continue
    const id = known.instrument.perPartner === true ? whose.get(known.instrument.id) : agency
    if (id === undefined) continue
    const wording = ownValue(read.metadata?.wording, field)
    subjects.set(id, (subjects.get(id) ?? new Map<string, LayerAnswer>()).set(field, { value, ...wording !== undefined && { wording } }))
  }
  const layer = viewFrom(Object.fromEntries([...subjects].map(([id, answers]) => [id, { answers: Object.fromEntries(answers), rows: {} }])), { ...about(guide), partners: partners.filter(({ id }) => subjects.has(id)) })
  // Two names in it may be one partner here.
  return { layer: layer && aboutHere(layer, partner => partner), unclear: unclear.filter(({ id }) => subjects.has(id)) }
}
