import { apply, type Edit } from './edit.ts'
import type { Stamp } from './entry.ts'
import type { FieldDefinition, Guide, InstrumentDefinition } from './guide.ts'
import { bookOf, frozen, isBare, layersOf, layerTexts, putLayer, readLayer, setTexts, wordingTexts, type Layer, type Wording } from './layers.ts'
import { stepsBack, takeable, type StepBack } from './undo.ts'
import { agency, inOrder, planSubject, type Workbook } from './workbook.ts'

/** A round: what stood in assessments and checklists on one day, of the agency and of every partner. */
export interface Round { id: string, layer: Layer }

/** What somebody says of a round that is closed. */
export interface Closing {
  /** Of the layer that is made: nothing has had it. */
  id: string
  name: string
  /** ISO day. */
  day: string
  /** Whether the next round begins without answers. */
  blank: boolean
  /** Language of the page. */
  lang: string
  /** Rounds that this page knew when it was asked: another one was closed elsewhere meanwhile. */
  known: ReadonlySet<string>
}

/** Why no round was closed: another tab has just done so, or there is no answer to keep. */
export type NotClosed = 'elsewhere' | 'nothing'

/** Whether rounds cover an instrument; maps, worksheets and the plan go on. */
export function isAsked ({ kind }: InstrumentDefinition): boolean {
  return kind !== 'worksheet'
}

/** All rounds, the latest day first; of one day the one that was closed last. @param read See `layersOf`. */
export function roundsOf (book: Workbook, read?: Map<string, Layer>): Round[] {
  return layersOf(book, read)
    .filter(({ layer }) => layer.kind === 'round')
    .sort((a, b) => a.layer.day === b.layer.day ? b.layer.at - a.layer.at : a.layer.day < b.layer.day ? 1 : -1)
}

/** Whether rounds cover answers about somebody. */
function isCovered ({ partners }: Workbook, subject: string): boolean {
  const partner = partners.get(subject)
  return subject !== planSubject && (subject === agency || (partner !== undefined && partner.removed === undefined))
}

/** Whether a round of these answers would hold any. */
export function saysAny (book: Workbook, guide: Guide): boolean {
  const wanted = new Set(guide.instruments.filter(isAsked).map(({ id }) => id))
  for (const [id, { answers }] of book.subjects) {
    if (!isCovered(book, id)) continue
    for (const [field, { value }] of answers) if (value !== '' && wanted.has(field.slice(0, field.indexOf('.')))) return true
  }
  return false
}

/** What is said of a layer that is made of the workbook's own answers. `at` is in milliseconds since 1970. */
export type OfToday = Pick<Closing, 'name' | 'day' | 'lang'> & { at: number }

/** The round that these answers would make. */
export function roundFrom (book: Workbook, guide: Guide, about: OfToday): Layer {
  return layerFrom(book, guide, about, (_, instrument) => isAsked(instrument))
}

/** The workbook's own answers as a layer. @param covers Whether the layer holds what an instrument says about somebody. */
export function layerFrom (book: Workbook, guide: Guide, { name, day, lang, at }: OfToday, covers: (subject: string, instrument: InstrumentDefinition) => boolean): Layer {
  const layer: Layer = { kind: 'round', name, at, day, guide: book.guide, lang, instruments: [], partners: [], subjects: {} }
  for (const [id, subject] of book.subjects) {
    if (!isCovered(book, id)) continue
    const wanted = new Set(guide.instruments.filter(instrument => covers(id, instrument)).map(({ id }) => id))
    const kept = frozen(subject, field => wanted.has(field.slice(0, field.indexOf('.'))))
    if (Object.keys(kept.answers).length > 0) layer.subjects[id] = kept
  }
  const fields = Object.values(layer.subjects).flatMap(({ answers }) => Object.keys(answers))
  layer.instruments = guide.instruments.map(({ id }) => id).filter(id => fields.some(field => field.startsWith(id + '.')))
  layer.partners = inOrder(book).filter(({ id }) => Object.hasOwn(layer.subjects, id)).map(({ id, name }) => ({ id, name }))
  return layer
}

/** The words of the questions that a layer answers, where the guide still asks them so. */
export function wordingsFor (layer: Layer, guide: Guide): Map<string, Wording> {
  return wordingsOf([layer], guide)
}

/** Likewise of several. */
export function wordingsOf (layers: readonly Layer[], guide: Guide): Map<string, Wording> {
  const fields = new Map(guide.instruments.flatMap(({ parts }) => parts.flatMap((part): [string, FieldDefinition][] => 'field' in part ? [[part.field.id, part.field]] : [])))
  const words = new Map<string, Wording>()
  for (const { lang, subjects } of layers) {
    for (const [field, answer] of Object.values(subjects).flatMap(({ answers }) => Object.entries(answers))) {
      const definition = fields.get(field)
      if (definition === undefined || definition.wording !== answer.wording || words.has(definition.wording)) continue
      words.set(definition.wording, { lang, question: definition.label, options: (definition.options ?? []).map(({ id, label }) => ({ id, label })) })
    }
  }
  return words
}

/** The words that a layer's answer was given to; undefined where nobody kept them. */
export function wordingOf (book: Workbook, hash: string | undefined): Wording | undefined {
  const text = hash === undefined ? undefined : wordingTexts(book).get(hash)
  return text === undefined ? undefined : JSON.parse(text) as Wording
}

/**
 * Closes the round: keeps what is answered as a layer, and empties it where the next round begins blank. Texts of other tabs that
 * stand beside an answer stay there until somebody chooses.
 * @returns What takes it back, or why it was not closed.
 */
export function closeRound (book: Workbook, guide: Guide, closing: Closing, stamp: () => Stamp): { back: StepBack[] } | NotClosed {
  if (roundsOf(book).some(({ id }) => !closing.known.has(id))) return 'elsewhere'
  const now = stamp()
  const layer = roundFrom(book, guide, { ...closing, at: now.at })
  if (isBare(layer)) return 'nothing'
  putLayer(book, closing.id, layer, wordingsFor(layer, guide))
  if (!closing.blank) return { back: [] }
  const edits = Object.entries(layer.subjects).flatMap(([subject, { answers }]) =>
    Object.keys(answers).map((field): Edit => ({ kind: 'answer', subject, field, value: '' })))
  const { undo } = apply(book, edits, now)
  return { back: stepsBack(book, undo) }
}

/** Takes a closing back: the round is none, and what it emptied stands where nobody wrote since. */
export function reopenRound (book: Workbook, id: string, back: readonly StepBack[], stamp: () => Stamp): void {
  setTexts(book, new Map([[id, '']]))
  apply(book, takeable(book, back), stamp())
}

/**
 * Gives a round another name or day. Nothing in a layer changes: another one stands in its place.
 * @returns Whether the round was still there.
 */
export function renameRound (book: Workbook, id: string, next: { id: string, name: string, day: string }): boolean {
  const text = layerTexts(book).get(id) ?? ''
  if (text === '') return false
  putLayer(book, next.id, { ...readLayer(text), name: next.name, day: next.day })
  setTexts(book, new Map([[id, '']]))
  return true
}

/** The answers of a round, or of today where there is none. */
export function answersOf (book: Workbook, round: Round | null): Workbook {
  return round === null ? book : bookOf(round.layer)
}
