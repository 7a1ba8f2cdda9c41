import { same } from './alike.ts'
import { answeredBy } from './colleagues.ts'
import type { Guide, InstrumentDefinition } from './guide.ts'
import { layersOf, layerTexts, putLayer, readLayer, setTexts, type Layer, type LayerSubject } from './layers.ts'
import { isClosed, shownIds, tellsAllOurs, tellsOurs } from './layer-id.ts'
import { isAsked, layerFrom, wordingsFor, type OfToday } from './rounds.ts'
import { agency, type Workbook } from './workbook.ts'

/** A partner's own half of one tool that nobody has seen yet: it and ours are shown together. */
export interface Half { id: string, layer: Layer, tool: string, subject: string }

/** What a view can answer: what rounds cover too, and worksheets that two sides talk through. */
export function canBeBeside (instrument: InstrumentDefinition): boolean {
  return isAsked(instrument) || instrument.perPartner === true
}

/** Halves that nobody has seen yet, in the order in which they were taken in. @param read See `layersOf`. */
export function halvesOf (book: Workbook, read?: Map<string, Layer>): Half[] {
  return layersOf(book, read, isClosed).sort((a, b) => a.layer.at - b.layer.at || (a.id < b.id ? -1 : 1)).flatMap(({ id, layer }) => {
    const subject = Object.keys(layer.subjects)[0]
    const tool = layer.instruments[0]
    return subject === undefined || tool === undefined ? [] : [{ id, layer, tool, subject }]
  })
}

/** What a file says of partners, each tool and partner by itself: what it says of an agency is nobody's half. */
export function halvesFrom (layer: Layer): Layer[] {
  return Object.entries(layer.subjects).flatMap(([subject, said]) => subject === agency ? [] : layer.instruments.flatMap(tool => {
    const of = <T>(record: Record<string, T>): Record<string, T> => Object.fromEntries(Object.entries(record).filter(([field]) => field.startsWith(`${tool}.`)))
    const kept: LayerSubject = { answers: of(said.answers), rows: of(said.rows) }
    return Object.keys(kept.answers).length === 0 ? [] : [{ ...layer, instruments: [tool], partners: layer.partners.filter(({ id }) => id === subject), subjects: { [subject]: kept } }]
  }))
}

/** Whether our half is there too. */
export function isAnswered (book: Workbook, { tool, subject }: Pick<Half, 'tool' | 'subject'>): boolean {
  return [...book.subjects.get(subject)?.answers ?? []].some(([field, { value }]) => value !== '' && field.startsWith(`${tool}.`))
}

/**
 * Shows a half and ours: both are views like any other from then on, as they stand at this moment.
 * @param about How our half is called, and when that is.
 * @returns Why they were not shown: it was shown or taken out elsewhere, or ours is not there.
 */
export function showHalves (book: Workbook, guide: Guide, half: Pick<Half, 'id' | 'tool' | 'subject'>, about: OfToday): 'gone' | 'alone' | null {
  const { id, tool, subject } = half
  const text = layerTexts(book).get(id) ?? ''
  if (text === '') return 'gone'
  if (!isAnswered(book, half)) return 'alone'
  const ours: Layer = { ...layerFrom(book, guide, about, (one, instrument) => one === subject && instrument.id === tool), kind: 'colleague' }
  // What a view says already is not said twice.
  const isSaid = layersOf(book, new Map(), tellsOurs).some(({ layer }) => says(layer, ours, subject, tool))
  const shown = shownIds(id)
  setTexts(book, new Map([[id, '']]))
  putLayer(book, shown.theirs, { ...readLayer(text), at: about.at + 0.5 })
  if (!isSaid) putLayer(book, shown.ours, ours, wordingsFor(ours, guide))
  return null
}

/** Whether one layer says the same of a tool and somebody as another, which says nothing else. */
function says (layer: Layer, other: Layer, subject: string, tool: string): boolean {
  const own = Object.entries(layer.subjects[subject]?.answers ?? {}).filter(([field]) => field.startsWith(`${tool}.`))
  const others = other.subjects[subject]?.answers ?? {}
  return own.length === Object.keys(others).length && own.every(([field, { value }]) => same(others[field]?.value ?? '', value))
}

/**
 * What the workbook itself says, as a view beside others: all that rounds cover, and of worksheets what the others answer. What a view of ours
 * says already stays as it was said then.
 * @param views What stands beside it.
 * @returns Null where there is nothing to add.
 */
export function oursBeside (book: Workbook, guide: Guide, views: readonly Layer[], about: OfToday): Layer | null {
  const ours = layersOf(book, new Map(), tellsOurs)
  const hasAll = ours.some(({ id }) => tellsAllOurs(id))
  const layer = layerFrom(book, guide, about, (subject, instrument) =>
    (isAsked(instrument) ? !hasAll : instrument.perPartner === true && views.some(view => answeredBy(view, instrument.id, subject))) &&
    !ours.some(({ layer }) => answeredBy(layer, instrument.id, subject)))
  return Object.keys(layer.subjects).length === 0 ? null : { ...layer, kind: 'colleague' }
}
