import { isFieldId, isSegment } from './field-id.ts'
import { entries, flag, moment, own, record, tag, text, WorkbookRefused } from './json-checks.ts'
import { layerText, layerTexts, readLayer, setTexts, setWordings, wordingTexts, type Counts, type Layer, type LayerAnswer, type LayerRow, type LayerSubject, type Wording } from './layers.ts'
import { most } from './limits.ts'
import { cleanText, oneLine } from './text.ts'
import type { Turns } from './turns.ts'
import { isPartnerId, type Workbook } from './workbook.ts'

/** What a workbook file says of layers; nothing where there are none. */
export function writeLayers (book: Workbook): { layers?: Record<string, unknown>, wordings?: Record<string, unknown> } {
  const told = (texts: Map<string, string>): Record<string, unknown> =>
    Object.fromEntries([...texts].sort(([a], [b]) => a < b ? -1 : 1).map(([id, text]) => [id, text === '' ? null : JSON.parse(text) as unknown]))
  const [layers, wordings] = [layerTexts(book), wordingTexts(book)]
  return layers.size === 0 ? {} : { layers: told(layers), wordings: told(wordings) }
}

/** Reads them into the workbook. @throws {WorkbookRefused} */
export function * readLayers (file: Record<string, unknown>, book: Workbook): Turns<void> {
  const texts = new Map<string, string>()
  let left = most.inLayers
  for (const [id, value] of entries(own(file, 'layers') ?? {}, 'layers')) {
    if (!isSegment(id)) throw new WorkbookRefused('damaged', 'layers')
    const layer = value === null ? null : yield * readOne(value, `layers/${id}`)
    texts.set(id, layer === null ? '' : layerText(layer))
    left -= layer === null ? 0 : countIn(layer)
    if (left < 0) throw new WorkbookRefused('many-entries')
  }
  if ([...texts.values()].filter(text => text !== '').length > most.layers) throw new WorkbookRefused('many-layers')
  if (texts.size > 10 * most.layers) throw new WorkbookRefused('damaged', 'layers')
  if (texts.size === 0) return
  setTexts(book, texts)
  const words = new Map<string, string>()
  for (const [hash, value] of entries(own(file, 'wordings') ?? {}, 'wordings')) {
    if (!/^[0-9a-f]{8}$/.test(hash) || words.size >= most.entries) throw new WorkbookRefused('damaged', 'wordings')
    words.set(hash, JSON.stringify(readWording(value, `wordings/${hash}`)))
    yield
  }
  setWordings(book, words)
}

/** How many answers and rows of a workbook's layers are kept in all. */
export function entriesInLayers (book: Workbook): number {
  let count = 0
  for (const text of layerTexts(book).values()) if (text !== '') count += countIn(readLayer(text))
  return count
}

function countIn ({ subjects, counts }: Layer): number {
  let count = 0
  for (const { answers, rows } of Object.values(subjects)) {
    count += Object.keys(answers).length
    for (const list of Object.values(rows)) count += list.length
  }
  for (const fields of Object.values(counts ?? {})) for (const options of Object.values(fields)) count += Object.keys(options).length
  return count
}

function * readOne (value: unknown, where: string): Turns<Layer> {
  const raw = record(value, where)
  const kind = own(raw, 'kind')
  if (kind !== 'round' && kind !== 'colleague' && kind !== 'counts') throw new WorkbookRefused('damaged', where)
  const layer: Layer = {
    kind, name: oneLine(text(raw, 'name', where)), at: moment(raw, 'at', where), day: day(raw, where), guide: oneLine(text(raw, 'guide', where)),
    lang: tag(raw, 'lang', where),
    instruments: list(raw, 'instruments', where, most.entries).map(id => {
      if (typeof id !== 'string' || !isSegment(id)) throw new WorkbookRefused('damaged', where)
      return id
    }),
    partners: list(raw, 'partners', where, most.partners).map(item => {
      const partner = record(item, where)
      const id = text(partner, 'id', where)
      if (!isPartnerId(id)) throw new WorkbookRefused('damaged', where)
      return { id, name: oneLine(text(partner, 'name', where)) }
    }),
    subjects: {}
  }
  if (kind === 'counts') {
    layer.views = whole(own(raw, 'views'), most.views, where)
    layer.counts = yield * readCounts(own(raw, 'counts'), layer.views, where)
  }
  for (const [id, subject] of entries(own(raw, 'subjects'), where)) {
    // Counts have no answers of anybody beside them.
    if (!isSegment(id) || kind === 'counts') throw new WorkbookRefused('damaged', where)
    layer.subjects[id] = yield * readSubject(subject, `${where}/${id}`)
  }
  return layer
}

function * readSubject (value: unknown, where: string): Turns<LayerSubject> {
  const raw = record(value, where)
  const answers: Record<string, LayerAnswer> = {}
  const rows: Record<string, LayerRow[]> = {}
  for (const [field, item] of entries(own(raw, 'answers'), where)) {
    const answer = record(item, where)
    const wording = own(answer, 'wording')
    const said = text(answer, 'value', where, Infinity)
    if (said.length > most.answer) throw new WorkbookRefused('long-answer', where)
    if (!isFieldId(field) || (wording !== undefined && typeof wording !== 'string')) throw new WorkbookRefused('damaged', where)
    answers[field] = { value: cleanText(said), ...wording !== undefined && { wording } }
    yield
  }
  for (const [table, value] of entries(own(raw, 'rows'), where)) {
    if (!isFieldId(table)) throw new WorkbookRefused('damaged', where)
    rows[table] = list({ rows: value }, 'rows', where, most.rows).map(item => {
      const row = record(item, where)
      const key = text(row, 'key', where)
      const place = own(row, 'place')
      if (!isSegment(key) || typeof place !== 'number' || !Number.isFinite(place)) throw new WorkbookRefused('damaged', where)
      return { key, place, ...flag(row, 'removed', where), ...own(row, 'born') !== undefined && { born: tag(row, 'born', where) } }
    })
    yield
  }
  return { answers, rows }
}

/** @param views How many were counted: each says one thing at most. */
function * readCounts (value: unknown, views: number, where: string): Turns<Counts> {
  const counts: Counts = {}
  for (const [subject, fields] of entries(value, where)) {
    if (!isSegment(subject)) throw new WorkbookRefused('damaged', where)
    const of: Counts[string] = counts[subject] = {}
    for (const [field, options] of entries(fields, where)) {
      if (!isFieldId(field)) throw new WorkbookRefused('damaged', where)
      of[field] = {}
      let left = views
      for (const [option, count] of entries(options, where)) {
        if (!isSegment(option)) throw new WorkbookRefused('damaged', where)
        of[field][option] = whole(count, left, where)
        left -= of[field][option]
      }
      yield
    }
  }
  return counts
}

function readWording (value: unknown, where: string): Wording {
  const raw = record(value, where)
  return {
    lang: tag(raw, 'lang', where), question: oneLine(text(raw, 'question', where)),
    options: list(raw, 'options', where, most.rows).map(item => {
      const option = record(item, where)
      return { id: oneLine(text(option, 'id', where)), label: oneLine(text(option, 'label', where)) }
    })
  }
}

function list (raw: Record<string, unknown>, key: string, where: string, longest: number): unknown[] {
  const value = own(raw, key)
  if (!Array.isArray(value) || value.length > longest) throw new WorkbookRefused('damaged', where)
  return value
}

function day (raw: Record<string, unknown>, where: string): string {
  const value = text(raw, 'day', where)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) throw new WorkbookRefused('damaged', where)
  return value
}

function whole (value: unknown, upTo: number, where: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > upTo) throw new WorkbookRefused('damaged', where)
  return value
}
