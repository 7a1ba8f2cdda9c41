import type { ReadDocument } from '../documents/metadata.ts'
import type { Edit } from './edit.ts'
import { parseFieldId } from './field-id.ts'
import { blankKeys, type GuideIndex } from './guide-index.ts'
import { bornOf, keyNow, keysOf, nextRowKey, placeRows, rowKeys, rowNumber, type TableShape } from './rows.ts'
import { agency, partnersOf, planSubject, valueOf, type Stamp, type Subject, type Workbook } from './workbook.ts'

/** One thing in which a file and this browser differ. Nothing is changed until `edits` are made. */
export interface Difference {
  /** `older`: the file is as it was made, and the answer was changed here since. */
  kind: 'new' | 'changed' | 'emptied' | 'conflict' | 'older' | 'row-removed' | 'rows-moved'
  subject: string
  /** What it is in the file; the same at every comparing, whatever key a new row gets here. */
  from: string
  /** Field id here; for rows, the table's. */
  field: string
  label: string
  /** What the file was made with; null where the file does not say. */
  madeWith: string | null
  inFile: string
  here: string
  /** The question was reworded since the file was made. */
  reworded: boolean
  /** The guide does not ask this any more; the answer is kept and shown in My workbook. */
  unknown: boolean
  /** Whether accepting it is proposed: false for conflicts and whatever takes something away. */
  proposed: boolean
  edits: Edit[]
}

/**
 * Compares what a document was made with, what stands in it now and what this browser holds. An empty field proposes to
 * erase only where the file was made with an answer; where both sides changed, a person decides.
 * @param subjectOf Whom the answers of an instrument are about; null leaves the instrument out.
 * @param stamp Gives each row that would be new a birth of its own.
 */
export function compareDocument (
  read: ReadDocument, index: GuideIndex, book: Workbook, subjectOf: (instrument: string) => string | null, stamp: () => Stamp
): Difference[] {
  const { keys, added } = matchRows(read, index, book, subjectOf, stamp)
  const cut = new Set(read.remarks.filter(remark => remark.kind === 'cut').map(remark => remark.field))
  const differences: Difference[] = []
  for (const [field, inFile] of Object.entries(read.answers)) {
    const segments = parseFieldId(field)
    if (segments === null) continue
    const subject = subjectOf(segments[0]!)
    if (subject === null) continue
    const here = segments.length === 4 ? keys.get(`${subject} ${field.slice(0, field.lastIndexOf('.'))}`) : undefined
    if (here === null) continue
    const own = here === undefined ? field : `${here}.${segments[3]}`
    const isNewRow = own !== field
    const found = compareAnswer({
      field: own, subject, inFile,
      madeWith: read.metadata === null ? null : isNewRow ? '' : ownValue(read.metadata.values, field) ?? '',
      wording: ownValue(read.metadata?.wording, segments.length === 4 ? `${segments[0]}.${segments[1]}.${segments[3]}` : field)
    }, index, book)
    if (found === null) continue
    const row = added.get(`${subject} ${own.slice(0, own.lastIndexOf('.'))}`)
    if (row !== undefined) found.edits.unshift(row)
    // Where only the beginning was read, nobody is advised to put it in the place of the whole.
    if (cut.has(field) && found.here !== '') found.proposed = false
    differences.push({ ...found, from: field })
  }
  for (const [table, order] of Object.entries(read.rows)) differences.push(...compareRows(read, table, order, index, book, subjectOf))
  return differences.sort((a, b) => Number(a.kind === 'older') - Number(b.kind === 'older'))
}

interface FromFile { field: string, subject: string, inFile: string, madeWith: string | null, wording: string | undefined }

function compareAnswer ({ field, subject, inFile, madeWith, wording }: FromFile, index: GuideIndex, book: Workbook): Omit<Difference, 'from'> | null {
  const here = valueOf(book, subject, field)
  if (same(inFile, here)) return null
  const base = madeWith ?? ''
  const known = index.field(field)
  const kind = kindOf(base, inFile, here, book.subjects.get(subject)?.answers.has(field) === true)
  if (kind === null) return null
  const present = known?.definition.wording
  const meant = wording ?? present
  return {
    kind, subject, field, madeWith, inFile, here,
    label: known?.label ?? field,
    reworded: wording !== undefined && present !== undefined && wording !== present,
    unknown: known === undefined,
    proposed: kind === 'new' || kind === 'changed',
    edits: [{ kind: 'answer', subject, field, value: inFile, ...(meant !== undefined && { wording: meant }) }]
  }
}

/** @param answered Whether the question was ever answered here; then emptiness here is a decision. */
function kindOf (base: string, inFile: string, here: string, answered: boolean): Difference['kind'] | null {
  if (same(inFile, base)) return inFile === '' ? null : answered ? 'older' : 'new'
  if (same(here, base)) return inFile === '' ? 'emptied' : base === '' ? 'new' : 'changed'
  if (!answered && inFile !== '') return 'new'
  return 'conflict'
}

/**
 * Rows that were added in the file, and blank ones that were filled in there and here with different things, get keys of
 * their own, so that no two rows are mixed. A row that stands here already, word for word, is left out (null).
 */
function matchRows (
  read: ReadDocument, index: GuideIndex, book: Workbook, subjectOf: (instrument: string) => string | null, stamp: () => Stamp
): { keys: Map<string, string | null>, added: Map<string, Edit> } {
  const keys = new Map<string, string | null>()
  /** What adds the rows that are not here, by subject and key here. */
  const newRows = new Map<string, Edit>()
  for (const [table, rows] of Object.entries(read.rows)) {
    const definition = index.table(table)
    const subject = subjectOf(table.slice(0, table.indexOf('.')))
    if (definition === undefined || definition.fixedRows !== undefined || subject === null) continue
    const columns = definition.columns.map(c => c.id)
    const inFile = (key: string): string[] => columns.map(column => ownValue(read.answers, `${table}.${key}.${column}`) ?? '')
    const here = (key: string): string[] => columns.map(column => valueOf(book, subject, `${table}.${key}.${column}`))
    const added = new Set(ownValue(read.addedRows, table) ?? [])
    const shape: TableShape = { id: table, blankKeys: blankKeys(definition), canGrow: true }
    const kept = rowKeys(book, subject, shape)
    const entries = book.subjects.get(subject)?.rows.get(table)
    const taken = [...rows]
    let last = Math.max(0, ...kept.map(key => entries?.get(key)?.place ?? rowNumber(key)))
    const add = (key: string): void => {
      if (kept.includes(key)) return
      const before = entries?.get(key)
      last = before?.place ?? Math.max(rowNumber(key) - 1, last) + 1
      newRows.set(`${subject} ${table}.${key}`, { kind: 'row', subject, table, key, place: last, ...(before === undefined && { born: bornOf(stamp()) }) })
    }
    for (const key of rows) {
      const cells = inFile(key)
      if (cells.every(cell => cell === '')) continue
      const madeEmpty = columns.every(column => (ownValue(read.metadata?.values, `${table}.${key}.${column}`) ?? '') === '')
      if (!added.has(key) && (read.metadata === null || !madeEmpty)) {
        add(key)
        continue
      }
      const twin = kept.find(k => here(k).every((cell, i) => same(cell, cells[i]!)))
      if (twin !== undefined) {
        keys.set(`${subject} ${table}.${key}`, null)
        continue
      }
      const mine = here(key)
      const free = mine.every(cell => cell === '') && entries?.get(key)?.removed === undefined
      const isSame = !added.has(key) && mine.some((cell, i) => cell !== '' && same(cell, cells[i]!))
      if (free || isSame) {
        add(key)
        continue
      }
      const fresh = nextRowKey(book.subjects.get(subject), shape, taken)
      taken.push(fresh)
      keys.set(`${subject} ${table}.${key}`, `${table}.${fresh}`)
      add(fresh)
    }
  }
  return { keys, added: newRows }
}

/** Rows that were taken away or put in another order in the file. */
function compareRows (
  read: ReadDocument, table: string, order: readonly string[], index: GuideIndex, book: Workbook,
  subjectOf: (instrument: string) => string | null
): Difference[] {
  const { metadata } = read
  const definition = index.table(table)
  const subject = subjectOf(table.slice(0, table.indexOf('.')))
  if (metadata === null || definition === undefined || definition.fixedRows !== undefined || subject === null) return []
  const made = [...new Set(metadata.serials.map(id => parseFieldId(id) ?? [])
    .filter(s => s.length === 4 && `${s[0]}.${s[1]}` === table).map(s => s[2]!))]
  const shape: TableShape = { id: table, blankKeys: blankKeys(definition), canGrow: true }
  const here = rowKeys(book, subject, shape)
  const common = { subject, field: table, reworded: false, unknown: false }
  const found: Difference[] = []

  for (const key of made.filter(k => !order.includes(k) && here.includes(k))) {
    const columns = definition.columns
    const before = columns.map(c => ownValue(metadata.values, `${table}.${key}.${c.id}`) ?? '')
    if (before.every(cell => cell === '')) continue
    const now = columns.map(c => valueOf(book, subject, `${table}.${key}.${c.id}`))
    const words = (cells: readonly string[]): string => cells.filter(cell => cell !== '').join('; ')
    if (now.every(cell => cell === '')) continue
    const place = book.subjects.get(subject)?.rows.get(table)?.get(key)?.place ?? rowNumber(key)
    found.push({
      ...common, from: `removed ${table}.${key}`, kind: 'row-removed', label: `${definition.label}, row ${here.indexOf(key) + 1}`,
      madeWith: words(before), inFile: '', here: words(now), proposed: false,
      edits: [
        ...columns.filter((_, i) => now[i] !== '').map((c): Edit => ({ kind: 'answer', subject, field: `${table}.${key}.${c.id}`, value: '' })),
        { kind: 'row', subject, table, key, place, removed: true }
      ]
    })
  }

  const kept = order.filter(key => made.includes(key) && here.includes(key))
  const madeOrder = made.filter(key => kept.includes(key))
  const hereOrder = here.filter(key => kept.includes(key))
  if (kept.join() !== madeOrder.join() && kept.join() !== hereOrder.join() && hereOrder.join() === madeOrder.join()) {
    const rest = here.filter(key => !kept.includes(key))
    found.push({
      ...common, from: `moved ${table}`, kind: 'rows-moved', label: definition.label, madeWith: '', inFile: '', here: '', proposed: true,
      edits: placeRows(book, subject, shape, [...kept, ...rest])
    })
  }
  return found
}

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

/**
 * Compares a workbook that was opened from a file with this one. Copies of one workbook are compared by when each answer
 * was given; of others, nothing is taken away.
 * @param subjects Subject ids here by subject id in the file.
 */
export function compareWorkbooks (book: Workbook, other: Workbook, index: GuideIndex, subjects: ReadonlyMap<string, string>): Difference[] {
  const sameBook = book.id === other.id
  const differences: Difference[] = []
  for (const [theirs, subject] of other.subjects) {
    const id = subjects.get(theirs)
    if (id === undefined) continue
    const own = book.subjects.get(id)
    const moved = movedRows(book, id, subject, index)
    // What a step of the plan came from stands by the key of the agency's row.
    if (theirs === planSubject) for (const [row, here] of movedRows(book, agency, other.subjects.get(agency), index)) moved.set(row, here)
    for (const [theirField, answer] of subject.answers) {
      const row = theirField.slice(0, theirField.lastIndexOf('.'))
      const field = moved.has(row) ? moved.get(row)! + theirField.slice(row.length) : theirField
      const mine = own?.answers.get(field)
      const here = mine?.value ?? ''
      if (same(answer.value, here)) continue
      const later = sameBook && mine !== undefined ? answer.at > mine.at : null
      if (answer.value === '' && later !== true) continue
      const known = index.field(field)
      // An answer that was changed here since is shown, so that the file can win; it is not proposed.
      const kind = later === false ? 'older' : answer.value === '' ? 'emptied' : here === '' ? 'new' : later === true ? 'changed' : 'conflict'
      differences.push({
        kind, subject: id, from: `${theirs} ${theirField}`, field, label: known?.label ?? field, madeWith: null, inFile: answer.value, here,
        reworded: answer.wording !== undefined && known !== undefined && answer.wording !== known.definition.wording,
        unknown: known === undefined && id !== planSubject,
        proposed: kind !== 'conflict' && kind !== 'older',
        edits: [
          { kind: 'answer', subject: id, field, value: answer.value, ...(answer.wording !== undefined && { wording: answer.wording }) },
          ...rowOf(subject.rows, theirField, field, id)
        ]
      })
    }
  }
  return differences
}

/** Rows of a file that have another key here: born here under another one, or met by a row of the same key. */
function movedRows (book: Workbook, id: string, subject: Subject | undefined, index: GuideIndex): Map<string, string> {
  const own = book.subjects.get(id)
  const moved = new Map<string, string>()
  for (const [table, rows] of subject?.rows ?? []) {
    const taken: string[] = keysOf(subject!, table)
    for (const [key, row] of rows) {
      const here = keyNow(book, id, table, { key, born: row.born })
      if (here !== key) {
        moved.set(`${table}.${key}`, `${table}.${here}`)
        continue
      }
      const rival = own?.rows.get(table)?.get(key)
      if (row.born === undefined || rival?.born === undefined || rival.born === row.born) continue
      const definition = index.table(table)
      const fresh = nextRowKey(own, { id: table, blankKeys: definition === undefined ? [] : blankKeys(definition), canGrow: true }, taken)
      taken.push(fresh)
      moved.set(`${table}.${key}`, `${table}.${fresh}`)
    }
  }
  return moved
}

/** The row of a cell comes along, so that it stands where it stood. */
function rowOf (rows: ReadonlyMap<string, ReadonlyMap<string, { place: number, removed?: true, born?: string }>>, theirs: string, field: string, subject: string): Edit[] {
  const from = parseFieldId(theirs)
  const to = parseFieldId(field)
  if (from?.length !== 4 || to?.length !== 4) return []
  const row = rows.get(`${from[0]}.${from[1]}`)?.get(from[2]!)
  if (row === undefined || row.removed === true) return []
  return [{ kind: 'row', subject, table: `${to[0]}.${to[1]}`, key: to[2]!, place: row.place, ...(row.born !== undefined && { born: row.born }) }]
}

/** The same words; how lines end and what blank space stands at the end is no difference. */
function same (a: string, b: string): boolean {
  return a === b || plainText(a) === plainText(b)
}

function plainText (text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[ \t\u00a0]+$/gm, '').trimEnd().normalize('NFC')
}

/** A name as it is compared with others. */
export function plainName (name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()
}

function ownValue<T> (record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined
}
