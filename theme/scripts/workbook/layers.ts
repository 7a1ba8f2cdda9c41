import type { Part } from './erased-part.ts'
import { merge } from './merge.ts'
import { isMeeting } from './meeting-id.ts'
import { emptyWorkbook, type Rest, type Row, type Subject, type Workbook } from './workbook.ts'

/**
 * Other answers to the same questions, beside the workbook's own: a round that was closed, what a colleague answered, or how many
 * answered what. Frozen: a layer changes by erasing alone, so that of two copies the smaller is the right one.
 *
 * Layers stand in what a workbook carries unread (`rest`), each as a text of its own: what packs, merges and writes a workbook with
 * every key passes them on and opens none. That of a layer which was removed is empty, for good: the trace keeps other copies from
 * bringing it back.
 */
export interface Layer {
  kind: 'round' | 'colleague' | 'counts'
  /** What people call it: a round's name, a colleague's role or letter. */
  name: string
  /** When it was made, in milliseconds since 1970. */
  at: number
  /** The day that people say it is of, such as 2026-03-14. */
  day: string
  /** Version of the guide that it was answered with. */
  guide: string
  /** Language of the guide that it was answered in. */
  lang: string
  /** Ids of what it covers. */
  instruments: string[]
  /** Whom it is about beside the agency, with their names as they were. */
  partners: LayerPartner[]
  /** By whom it is about. */
  subjects: Record<string, LayerSubject>
  /** How many chose each option, by subject and field; of the kind `counts` alone, which has no subjects. */
  counts?: Counts
  /** How many views were counted. */
  views?: number
}

export interface LayerPartner { id: string, name: string }
export interface LayerSubject { answers: Record<string, LayerAnswer>, rows: Record<string, LayerRow[]> }
/** As in the workbook, without stamps: the layer's own moment is that of all in it. */
export interface LayerAnswer { value: string, wording?: string }
export type LayerRow = Pick<Row, 'place' | 'removed' | 'born'> & { key: string }
export type Counts = Record<string, Record<string, Record<string, number>>>

/** The words of a question as they were, kept by their hash once for all layers. */
export interface Wording { lang: string, question: string, options: { id: string, label: string }[] }

/** Version of the format that a workbook with layers or meetings needs. */
const needed = 2
const layerMark = 'layer/'
const wordingMark = 'wording/'

/** Texts of all layers by id; of those that were removed it is empty. */
export function layerTexts ({ rest }: Pick<Workbook, 'rest'>): Map<string, string> {
  return marked(rest, layerMark)
}

/** Texts of all wordings by hash. */
export function wordingTexts ({ rest }: Pick<Workbook, 'rest'>): Map<string, string> {
  return marked(rest, wordingMark)
}

function marked (rest: Rest, mark: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [key, value] of rest) if (key.startsWith(mark)) found.set(key.slice(mark.length), value as string)
  return found
}

/** Whether an entry of `rest` is one of ours, and not what another program wrote beside. */
export function isOurs (key: string): boolean {
  return key === 'version' || key.startsWith(layerMark) || key.startsWith(wordingMark)
}

/** A layer of its text, as `layerTexts` tells it. */
export function readLayer (text: string): Layer {
  return JSON.parse(text) as Layer
}

/**
 * All layers but those that were removed, as they come.
 * @param read What was read before, by its text: whoever shows layers asks often. What is no longer there goes from it.
 * @param wanted Which of them are read, by their ids.
 */
export function layersOf (book: Pick<Workbook, 'rest'>, read = new Map<string, Layer>(), wanted: (id: string) => boolean = () => true): { id: string, layer: Layer }[] {
  const texts = layerTexts(book)
  const present = new Set(texts.values())
  for (const text of read.keys()) if (!present.has(text)) read.delete(text)
  return [...texts].flatMap(([id, text]) => {
    if (text === '' || !wanted(id)) return []
    const layer = read.get(text) ?? readLayer(text)
    read.set(text, layer)
    return [{ id, layer }]
  })
}

/** The text of a layer: the same for the same layer, wherever it was made. */
export function layerText (layer: Layer): string {
  const { kind, name, at, day, guide, lang, instruments, partners, subjects, counts, views } = layer
  const by = <T>(record: Record<string, T>, tell: (value: T) => unknown): Record<string, unknown> =>
    Object.fromEntries(Object.keys(record).sort().map(key => [key, tell(record[key]!)]))
  return JSON.stringify({
    kind, name, at, day, guide, lang, instruments: [...instruments].sort(),
    partners: sortedBy(partners, 'id').map(({ id, name }) => ({ id, name })),
    subjects: by(subjects, ({ answers, rows }) => ({
      answers: by(answers, ({ value, wording }) => ({ value, wording })),
      rows: by(rows, list => sortedBy(list, 'key').map(({ key, place, removed, born }) => ({ key, place, removed, born })))
    })),
    counts: counts && by(counts, fields => by(fields, options => by(options, count => count))),
    views
  })
}

function sortedBy<K extends string, T extends Record<K, string>> (list: readonly T[], key: K): T[] {
  return [...list].sort((a, b) => a[key] < b[key] ? -1 : 1)
}

/** Adds a layer; one that is there already under this id, or was, stays as it is. */
export function putLayer (book: Workbook, id: string, layer: Layer, wordings: ReadonlyMap<string, Wording> = new Map()): void {
  putLayers(book, new Map([[id, layer]]), wordings)
}

/** Adds several of them by their ids. */
export function putLayers (book: Workbook, layers: ReadonlyMap<string, Layer>, wordings: ReadonlyMap<string, Wording> = new Map()): void {
  setTexts(book, new Map([...layers].filter(([id]) => !book.rest.has(layerMark + id)).map(([id, layer]) => [id, isBare(layer) ? '' : layerText(layer)])))
  setWordings(book, new Map([...wordings].map(([hash, wording]) => [hash, JSON.stringify(wording)])))
}

/** Puts texts of layers into a workbook, whatever is there. */
export function setTexts (book: Workbook, texts: ReadonlyMap<string, string>): void {
  const rest = new Map(book.rest)
  for (const [id, text] of texts) rest.set(layerMark + id, text)
  book.rest = texts.size > 0 ? rest.set('version', needed) : rest
}

/** Makes the workbook say the version that it needs: what a page reads before all else, and an older one does not take. */
export function sayVersion (book: Workbook): void {
  const rest = new Map(book.rest)
  rest.delete('version')
  if ([...book.subjects.keys()].some(isMeeting) || [...rest.keys()].some(isOurs)) rest.set('version', needed)
  book.rest = rest
}

/** Likewise of wordings; those that are there stay. */
export function setWordings (book: Workbook, texts: ReadonlyMap<string, string>): void {
  const rest = new Map(book.rest)
  for (const [hash, text] of texts) if (!rest.has(wordingMark + hash)) rest.set(wordingMark + hash, text)
  book.rest = rest
}

/** The layer as a workbook of its own, for all that works out something of one: results, progress, tables. */
export function bookOf (layer: Layer): Workbook {
  const book = emptyWorkbook('', layer.guide)
  const stamp = { at: layer.at, by: '' }
  for (const [i, { id, name }] of layer.partners.entries()) book.partners.set(id, { id, name, added: i + 1, ...stamp })
  for (const [id, { answers, rows }] of Object.entries(layer.subjects)) {
    book.subjects.set(id, {
      answers: new Map(Object.entries(answers).map(([field, answer]) => [field, { ...answer, ...stamp }])),
      rows: new Map(Object.entries(rows).map(([table, list]) => [table, new Map(list.map(({ key, ...row }) => [key, { ...row, ...stamp }]))]))
    })
  }
  return book
}

/** What of somebody's answers a layer keeps: those that say something, and the places of rows. @param wanted By field or table id, a dot behind it. */
export function frozen ({ answers, rows }: Subject, wanted: (field: string) => boolean): LayerSubject {
  const kept: LayerSubject = { answers: {}, rows: {} }
  for (const [field, { value, wording }] of answers) {
    if (value !== '' && wanted(field)) kept.answers[field] = { value, ...wording !== undefined && { wording } }
  }
  for (const [table, list] of rows) {
    if (wanted(table + '.')) kept.rows[table] = [...list].map(([key, { place, removed, born }]) => ({ key, place, ...removed && { removed }, ...born !== undefined && { born } }))
  }
  return kept
}

/** Whether nothing was answered in it: such a layer is none. */
export function isBare ({ subjects, counts = {} }: Layer): boolean {
  return Object.values(subjects).every(({ answers }) => Object.keys(answers).length === 0) &&
    Object.values(counts).every(fields => Object.keys(fields).length === 0)
}

/**
 * Takes over from another copy of the workbook, layers too: of each the smaller copy, entry by entry, since erasing is all that
 * happens to one. As `merge`, which leaves layers that both have as they are here: between pages of one computer the newest word is
 * read first.
 */
export function mergeCopies (into: Workbook, from: Workbook): boolean {
  const before = layerTexts(into)
  const texts = new Map(layerTexts(from))
  for (const [id, text] of texts) texts.set(id, smaller(before.get(id) ?? text, text))
  const changed = [...texts].some(([id, text]) => before.get(id) !== text)
  const merged = merge(into, from)
  if (changed) setTexts(into, texts)
  return merged || changed
}

/** What two copies of a layer both hold. */
export function smaller (a: string, b: string): string {
  if (a === b || a === '' || b === '') return a === b ? a : ''
  const [x, y] = [readLayer(a), readLayer(b)]
  // Copies of one layer have one head; of what a damaged file says, all choose alike.
  const head = least({ ...x, subjects: {}, partners: [], instruments: [] }, { ...y, subjects: {}, partners: [], instruments: [] })
  const left: Layer = {
    ...head,
    instruments: x.instruments.filter(id => y.instruments.includes(id)),
    partners: inBoth(x.partners, y.partners, 'id'),
    subjects: common(x.subjects, y.subjects, (own, other) => ({
      answers: common(own.answers, other.answers, least),
      rows: common(own.rows, other.rows, (list, others) => inBoth(list, others, 'key'))
    }))
  }
  if (x.counts !== undefined && y.counts !== undefined) {
    left.counts = common(x.counts, y.counts, (own, other) => common(own, other, (of, others) => common(of, others, Math.min)))
  } else delete left.counts
  return isBare(left) ? '' : layerText(left)
}

function common<T> (a: Record<string, T>, b: Record<string, T>, join: (x: T, y: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(a).flatMap(([key, value]) => Object.hasOwn(b, key) ? [[key, join(value, b[key]!)]] : []))
}

function inBoth<K extends string, T extends Record<K, string>> (a: readonly T[], b: readonly T[], key: K): T[] {
  return a.flatMap(one => {
    const other = b.find(each => each[key] === one[key])
    return other === undefined ? [] : [least(one, other)]
  })
}

function least<T> (a: T, b: T): T {
  return JSON.stringify(a) <= JSON.stringify(b) ? a : b
}

/**
 * Erases a part in every layer, or a whole one, with the wordings that none needs any more.
 * @returns What is gone, as `rest` of a workbook that holds it.
 */
export function eraseInLayers (book: Workbook, part: Part): Rest {
  const taken = emptyWorkbook('')
  const left = new Map<string, string>()
  for (const [id, text] of layerTexts(book)) {
    if (text === '' || ('layer' in part && part.layer !== id)) continue
    const [stays, goes] = 'layer' in part ? [null, readLayer(text)] : parted(readLayer(text), part)
    if (goes === null) continue
    left.set(id, stays === null || isBare(stays) ? '' : layerText(stays))
    setTexts(taken, new Map([[id, layerText(goes)]]))
  }
  if (left.size === 0) return taken.rest
  setTexts(book, left)
  const used = new Set<string>()
  for (const text of layerTexts(book).values()) for (const hash of text === '' ? [] : wordingsIn(readLayer(text))) used.add(hash)
  const rest = new Map(book.rest)
  const gone = new Map<string, string>()
  for (const [hash, text] of wordingTexts(book)) {
    if (used.has(hash)) continue
    rest.delete(wordingMark + hash)
    gone.set(hash, text)
  }
  book.rest = rest
  setWordings(taken, gone)
  return taken.rest
}

function wordingsIn ({ subjects }: Layer): string[] {
  return Object.values(subjects).flatMap(({ answers }) => Object.values(answers).flatMap(({ wording }) => wording ?? []))
}

/** What stays of a layer, and what of it belongs to a part; null where nothing does. */
function parted (layer: Layer, part: Exclude<Part, { layer: string }>): [Layer, Layer | null] {
  const goes = 'partner' in part
    ? { subject: (id: string) => id === part.partner, field: () => true, partner: (id: string) => id === part.partner, instrument: () => false }
    : { subject: () => true, field: (field: string) => `${field}.`.startsWith(`${part.instrument}.`), partner: () => false, instrument: (id: string) => id === part.instrument }
  const half = (which: boolean): Layer => ({
    ...layer,
    instruments: layer.instruments.filter(id => goes.instrument(id) === which),
    partners: layer.partners.filter(({ id }) => goes.partner(id) === which),
    subjects: filled(layer.subjects, (subject, { answers, rows }) => {
      const mine = (field: string): boolean => (goes.subject(subject) && goes.field(field)) === which
      const kept = { answers: only(answers, mine), rows: only(rows, mine) }
      return Object.keys(kept.answers).length + Object.keys(kept.rows).length === 0 ? undefined : kept
    }),
    ...layer.counts && { counts: filled(layer.counts, (subject, fields) => {
      const kept = only(fields, field => (goes.subject(subject) && goes.field(field)) === which)
      return Object.keys(kept).length === 0 ? undefined : kept
    }) }
  })
  const gone = half(true)
  return isBare(gone) && gone.partners.length + gone.instruments.length === 0 ? [layer, null] : [half(false), gone]
}

function filled<T> (record: Record<string, T>, tell: (key: string, value: T) => T | undefined): Record<string, T> {
  return Object.fromEntries(Object.entries(record).flatMap(([key, value]) => {
    const kept = tell(key, value)
    return kept === undefined ? [] : [[key, kept]]
  }))
}

function only<T> (record: Record<string, T>, which: (key: string) => boolean): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => which(key)))
}

/**
 * Brings back what `eraseInLayers` took, by somebody's press: as new layers in the place of those that were erased from, since merging
 * would take the smaller ones.
 * @param fresh Makes the id of a layer, in the place of one.
 */
export function bringBack (book: Workbook, taken: Pick<Workbook, 'rest'>, fresh: (id: string) => string): void {
  const now = layerTexts(book)
  const texts = new Map<string, string>()
  for (const [id, text] of layerTexts(taken)) {
    if (text === '') continue
    const here = now.get(id) ?? ''
    texts.set(id, '').set(fresh(id), here === '' ? text : joined(readLayer(here), readLayer(text)))
  }
  if (texts.size > 0) setTexts(book, texts)
  setWordings(book, wordingTexts(taken))
}

/** A layer with what was erased from it. */
function joined (here: Layer, gone: Layer): string {
  const subjects = { ...here.subjects }
  for (const [id, { answers, rows }] of Object.entries(gone.subjects)) {
    subjects[id] = { answers: { ...answers, ...subjects[id]?.answers }, rows: { ...rows, ...subjects[id]?.rows } }
  }
  const counts = { ...here.counts }
  for (const [id, fields] of Object.entries(gone.counts ?? {})) counts[id] = { ...fields, ...counts[id] }
  return layerText({
    ...here, subjects, instruments: [...new Set([...here.instruments, ...gone.instruments])],
    partners: [...here.partners, ...gone.partners.filter(({ id }) => !here.partners.some(other => other.id === id))],
    ...here.counts && { counts }
  })
}
