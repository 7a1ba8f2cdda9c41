import { isFieldId, isSegment } from './field-id.ts'
import { entries, flag, isRecord, moment, own, record, stamp, tag, text, WorkbookRefused } from './json-checks.ts'
import { parseInTurns } from './json-text.ts'
import { readLayers, writeLayers } from './layer-json.ts'
import { isOurs, sayVersion } from './layers.ts'
import { entriesIn, most } from './limits.ts'
import { isMeeting } from './meeting-id.ts'
import { atOnce, type Turns } from './turns.ts'
import { cleanText, oneLine } from './text.ts'
import { currentVersion, migrate, versionOf } from './versions.ts'
import type { Answer, Partner, Rest, Row, Subject, Workbook } from './workbook.ts'
import { emptyWorkbook, inOrder, isPartnerId } from './workbook.ts'

export { WorkbookRefused } from './json-checks.ts'

/** The word by which a workbook file is known; see `theme/input/schema/`. */
const workbookFormat = 'partnership-toolkit-workbook'

/** Most writings of other tabs in one place: each is compared with each. */
const mostOthers = 1000

/** The workbook as JSON, indented and sorted by id: a file that people keep. */
export function writeWorkbook (book: Workbook): string {
  const sorted = <T>(entries: Iterable<[string, T]>): [string, T][] => [...entries].sort(([a], [b]) => a < b ? -1 : 1)
  const file = {
    format: workbookFormat,
    version: [...book.subjects.keys()].some(isMeeting) ? currentVersion : versionOf(book),
    id: book.id,
    guide: book.guide,
    partners: inOrder(book).map(entry),
    subjects: Object.fromEntries(sorted(book.subjects).map(([id, subject]) => [id, {
      answers: Object.fromEntries(sorted(subject.answers).map(([field, answer]) => [field, entry(answer)])),
      rows: Object.fromEntries(sorted(subject.rows).map(([table, rows]) =>
        [table, [...rows].map(([key, row]) => ({ key, ...entry(row) }))])),
      ...beyond(subject.rest)
    }])),
    ...writeLayers(book),
    ...beyond(new Map([...book.rest].filter(([key]) => !isOurs(key))))
  }
  return JSON.stringify(file, null, 2)
}

/** Reads a workbook whole or refuses it whole. @throws {WorkbookRefused} */
export function readWorkbook (text: string): Workbook {
  return atOnce(readInTurns(text))
}

/** Likewise, so that a large file does not stop the page. */
export function * readInTurns (text: string): Turns<Workbook> {
  if (text.length > most.file) throw new WorkbookRefused('too-large')
  let raw: unknown
  try {
    raw = yield * parseInTurns(text, most.depth)
  } catch {
    throw new WorkbookRefused(text.includes(workbookFormat) ? 'damaged' : 'not-ours')
  }
  if (!isRecord(raw) || own(raw, 'format') !== workbookFormat) throw new WorkbookRefused('not-ours')
  const version = own(raw, 'version')
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) throw new WorkbookRefused('damaged', 'version')
  if (version > currentVersion) throw new WorkbookRefused('newer')
  return yield * read(migrate(raw, version))
}

function * read (file: Record<string, unknown>): Turns<Workbook> {
  const book = emptyWorkbook(tag(file, 'id', 'id'), oneLine(text(file, 'guide', 'guide')))
  const partners = own(file, 'partners')
  if (!Array.isArray(partners)) throw new WorkbookRefused('damaged', 'partners')
  if (partners.length > most.partners) throw new WorkbookRefused('many-partners')
  for (const [i, item] of partners.entries()) {
    const partner = readPartner(item, `partners/${i}`)
    if (book.partners.has(partner.id)) throw new WorkbookRefused('damaged', `partners/${i}`)
    book.partners.set(partner.id, partner)
  }
  let left = most.entries
  for (const [id, subject] of entries(own(file, 'subjects'), 'subjects')) {
    if (!isSegment(id)) throw new WorkbookRefused('damaged', 'subjects')
    const about = yield * readSubject(subject, `subjects/${id}`)
    book.subjects.set(id, about)
    left -= entriesIn(about)
    if (left < 0) throw new WorkbookRefused('many-entries')
  }
  book.rest = new Map([...remaining(file, ['format', 'version', 'id', 'guide', 'partners', 'subjects', 'layers', 'wordings'])].filter(([key]) => !isOurs(key)))
  yield * readLayers(file, book)
  if ([...book.subjects.keys()].filter(isMeeting).length > most.meetings) throw new WorkbookRefused('many-entries')
  sayVersion(book)
  return book
}

function readPartner (value: unknown, where: string): Partner {
  const raw = record(value, where)
  const id = text(raw, 'id', where)
  if (!isPartnerId(id)) throw new WorkbookRefused('damaged', where)
  return {
    id, name: oneLine(text(raw, 'name', where)), ...flag(raw, 'archived', where), ...flag(raw, 'removed', where),
    ...own(raw, 'added') !== undefined && { added: moment(raw, 'added', where) },
    ...own(raw, 'givenName') !== undefined && { givenName: oneLine(text(raw, 'givenName', where)) }, ...stamp(raw, where),
    ...restWithOthers(raw, where, ['id', 'name', 'archived', 'removed', 'added', 'givenName', 'at', 'by'])
  }
}

function * readSubject (value: unknown, where: string): Turns<Subject> {
  const raw = record(value, where)
  const subject: Subject = { answers: new Map(), rows: new Map(), ...rest(raw, ['answers', 'rows']) }
  for (const [field, answer] of entries(own(raw, 'answers'), where)) {
    if (!isFieldId(field)) throw new WorkbookRefused('damaged', `${where}/answers`)
    subject.answers.set(field, readAnswer(answer, `${where}/answers/${field}`))
    yield
  }
  for (const [table, list] of entries(own(raw, 'rows'), where)) {
    const at = `${where}/rows/${table}`
    if (!isFieldId(table) || !Array.isArray(list)) throw new WorkbookRefused('damaged', at)
    if (list.length > most.rows) throw new WorkbookRefused('many-rows', at)
    const rows = new Map<string, Row>()
    for (const item of list) {
      const [key, row] = readRow(item, at)
      if (rows.has(key)) throw new WorkbookRefused('damaged', at)
      rows.set(key, row)
      yield
    }
    subject.rows.set(table, rows)
  }
  return subject
}

function readAnswer (value: unknown, where: string): Answer {
  const raw = record(value, where)
  const wording = own(raw, 'wording')
  if (wording !== undefined && typeof wording !== 'string') throw new WorkbookRefused('damaged', where)
  const said = text(raw, 'value', where, Infinity)
  // A page that keeps an answer must be able to open its own file.
  if (said.length > most.answer) throw new WorkbookRefused('long-answer', where)
  return {
    value: cleanText(said), ...(wording !== undefined && { wording }), ...stamp(raw, where),
    ...restWithOthers(raw, where, ['value', 'wording', 'at', 'by'])
  }
}

function readRow (value: unknown, where: string): [string, Row] {
  const raw = record(value, where)
  const key = text(raw, 'key', where)
  const place = own(raw, 'place')
  const born = own(raw, 'born') === undefined ? {} : { born: tag(raw, 'born', where) }
  if (!isSegment(key) || typeof place !== 'number' || !Number.isFinite(place)) {
    throw new WorkbookRefused('damaged', where)
  }
  return [key, {
    place, ...flag(raw, 'removed', where), ...born, ...stamp(raw, where),
    ...rest(raw, ['key', 'place', 'removed', 'born', 'at', 'by'])
  }]
}

function entry<T extends { rest?: Rest }> ({ rest, ...known }: T): Record<string, unknown> {
  return { ...known, ...beyond(rest) }
}

function beyond (rest: Rest | undefined): Record<string, unknown> {
  return rest === undefined ? {} : Object.fromEntries(rest)
}

function remaining (raw: Record<string, unknown>, known: readonly string[]): Rest {
  return new Map(Object.entries(raw).filter(([key]) => !known.includes(key)))
}

function rest (raw: Record<string, unknown>, known: readonly string[]): { rest?: Rest } {
  // Thousands of entries are read before a page shows its answers; hardly any holds more than is known.
  return Object.keys(raw).every(key => known.includes(key)) ? {} : { rest: remaining(raw, known) }
}

/** With what other tabs wrote there; see `beside.ts`. */
function restWithOthers (raw: Record<string, unknown>, where: string, known: readonly string[]): { rest?: Rest } {
  const others = own(raw, 'others')
  if (others !== undefined) {
    if (!Array.isArray(others) || others.length > mostOthers) throw new WorkbookRefused('damaged', where)
    for (const item of others) {
      const other = record(item, where)
      stamp(other, where)
      if (own(other, 'value') !== undefined) other['value'] = cleanText(text(other, 'value', where, most.answer))
    }
  }
  return rest(raw, known)
}
