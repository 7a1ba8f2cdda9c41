import { same } from '../workbook/alike.ts'
import { textsBeside } from '../workbook/beside.ts'
import type { Difference } from './difference.ts'
import type { Edit } from '../workbook/edit.ts'
import { parseFieldId } from '../workbook/field-id.ts'
import { answerText, blankKeys, type GuideIndex } from '../workbook/guide-index.ts'
import { cellsOf, emptied, keyNow, keysOf, nextRowKey, placeRows, rowKeys } from '../workbook/rows.ts'
import { textFor } from '../workbook/text.ts'
import { atOnce, type Turns } from '../workbook/turns.ts'
import { field as words } from '../words/common.ts'
import { rowOf as placeOfRow } from '../words/frame.ts'
import { nameOf } from '../workbook/unnamed.ts'
import { agency, partnersOf, planSubject, type Answer, type Partner, type Row, type Subject, type Workbook } from '../workbook/workbook.ts'

/**
 * Compares a workbook that was opened from a file with this one. Copies of one workbook are compared by when each answer
 * was given, each row placed or taken away and each partner named or put away; of others, nothing is taken away.
 * @param subjects Subject ids here by subject id in the file.
 * @param names What partners of the file are called here, by subject id here, where that is not as in the file.
 */
export function compareWorkbooks (book: Workbook, other: Workbook, index: GuideIndex, subjects: ReadonlyMap<string, string>, names: ReadonlyMap<string, string> = new Map()): Difference[] {
  return atOnce(compareInTurns(book, other, index, subjects, names))
}

/** Likewise; what is changed here meanwhile may be shown as it was. */
export function * compareInTurns (book: Workbook, other: Workbook, index: GuideIndex, subjects: ReadonlyMap<string, string>, names: ReadonlyMap<string, string>): Turns<Difference[]> {
  const sameBook = book.id === other.id
  const differences: Difference[] = []
  for (const [theirs, subject] of other.subjects) {
    const id = subjects.get(theirs)
    if (id === undefined) continue
    const own = book.subjects.get(id)
    const moved = movedRows(book, id, subject, index)
    const rows = sameBook ? compareRows(book, other, theirs, id, moved, index) : []
    const gone = rows.flatMap(({ kind, edits }) => kind === 'row-removed' ? edits.flatMap(edit => edit.kind === 'row' ? [`${edit.table}.${edit.key}.`] : []) : [])
    // What a step of the plan came from stands by the key of the agency's row.
    if (theirs === planSubject) for (const [row, here] of movedRows(book, agency, other.subjects.get(agency), index)) moved.set(row, here)
    for (const [theirField, answer] of subject.answers) {
      yield
      const row = theirField.slice(0, theirField.lastIndexOf('.'))
      const field = moved.has(row) ? moved.get(row)! + theirField.slice(row.length) : theirField
      const mine = own?.answers.get(field)
      const known = index.field(field)
      const [inFile, here] = [textFor(known?.definition.kind, answer.value), textFor(known?.definition.kind, mine?.value ?? '')]
      if (same(inFile, here)) continue
      const later = sameBook && mine !== undefined ? answer.at > mine.at : null
      if (inFile === '' && (later !== true || gone.some(prefix => field.startsWith(prefix)))) continue
      // An answer that was changed here since is shown, so that the file can win; it is not proposed.
      const kind = later === false ? 'older' : inFile === '' ? 'emptied' : here === '' ? 'new' : later === true ? 'changed' : 'differs'
      differences.push({
        kind, subject: id, from: `${theirs} ${theirField}`, field, label: known?.label ?? field, madeWith: null, inFile, here,
        reworded: answer.wording !== undefined && known !== undefined && answer.wording !== known.definition.wording,
        unknown: known === undefined && id !== planSubject,
        proposed: kind !== 'differs' && kind !== 'older',
        edits: [
          { kind: 'answer', subject: id, field, value: inFile, ...(answer.wording !== undefined && { wording: answer.wording }), ...broughtBeside(answer) },
          ...rowOf(subject.rows, theirField, field, id)
        ]
      })
    }
    differences.push(...rows)
  }
  // Answers about a new partner bring it along.
  const brought = new Set(differences.map(difference => difference.subject))
  return [...comparePartners(book, other, subjects, names).filter(({ kind, subject }) => kind !== 'partner-new' || !brought.has(subject)), ...differences]
}

/** What stands beside an answer in the file comes along with it, so that somebody chooses here. */
function broughtBeside (answer: Answer): { added?: string[] } {
  const texts = textsBeside(answer).map(({ value }) => value)
  return texts.length === 0 ? {} : { added: texts }
}

/** Partners that are new here, and those that are called otherwise, put away or taken up again in the file. */
function comparePartners (book: Workbook, other: Workbook, subjects: ReadonlyMap<string, string>, names: ReadonlyMap<string, string>): Difference[] {
  return partnersOf(other, true).flatMap((partner): Difference[] => {
    const { id: theirs, name: written, archived, at } = partner
    const id = subjects.get(theirs)
    if (id === undefined) return []
    const name = names.get(id) ?? written
    const found = book.partners.get(id)
    const mine = found?.removed === true ? undefined : found
    // A partner of the same name, whose id is another, is nobody's later self.
    if (mine !== undefined && (id !== theirs || (mine.name === name && mine.archived === archived))) return []
    return [{
      kind: mine === undefined ? 'partner-new' : 'partner-changed', subject: id, from: `partner ${theirs}`, field: '', label: mine === undefined ? name : nameOf(mine),
      madeWith: null, inFile: name, here: mine === undefined ? '' : nameOf(mine), reworded: false, unknown: false,
      putAway: { inFile: archived === true, here: mine?.archived === true },
      // Somebody may have taken the partner away here.
      proposed: found === undefined || (mine !== undefined && at > mine.at),
      edits: [{ kind: 'partner', id, name, ...givenWith(partner, name), ...(archived && { archived }) }]
    }]
  })
}

/** What was given to a partner of a file goes with the name. */
export function givenWith ({ name, givenName }: Partner, now: string): { givenName?: string } {
  return givenName === undefined || name !== now ? {} : { givenName }
}

/** Rows of a copy of this workbook that were taken away or put in another order there. */
function compareRows (book: Workbook, other: Workbook, theirs: string, id: string, moved: ReadonlyMap<string, string>, index: GuideIndex): Difference[] {
  const found: Difference[] = []
  const own = book.subjects.get(id)
  for (const [table, entries] of other.subjects.get(theirs)?.rows ?? []) {
    const definition = index.table(table)
    if (definition === undefined || definition.fixedRows !== undefined) continue
    const shape = { id: table, blankKeys: blankKeys(definition), canGrow: true }
    const keyHere = (key: string): string => moved.get(`${table}.${key}`)?.slice(table.length + 1) ?? key
    const [here, there] = [rowKeys(book, id, shape), rowKeys(other, theirs, shape).map(keyHere)]
    const [isHere, isThere] = [new Set(here), new Set(there)]
    /** What stands in each row here. */
    const filledIn = new Map<string, { field: string, value: string, at: number }[]>()
    for (const [field, key] of own === undefined ? [] : cellsOf(own, table)) {
      const cell = { field, ...own!.answers.get(field)! }
      if (filledIn.get(key)?.push(cell) === undefined) filledIn.set(key, [cell])
    }
    const common = { subject: id, field: table, madeWith: null, reworded: false, unknown: false }
    for (const [theirKey, row] of entries) {
      const key = keyHere(theirKey)
      if (row.removed === undefined || isThere.has(key) || !isHere.has(key)) continue
      const mine = own?.rows.get(table)?.get(key)
      const cells = filledIn.get(key) ?? []
      const filled = cells.filter(cell => cell.value !== '')
      found.push({
        ...common, kind: 'row-removed', from: `${theirs} removed ${table}.${theirKey}`, label: placeOfRow({ table: definition.label, row: words.row({ number: here.indexOf(key) + 1 }) }),
        inFile: '', here: filled.map(cell => answerText(cell.value, index.field(cell.field)?.definition)).join('; '),
        proposed: row.at > Math.max(mine?.at ?? 0, ...cells.map(cell => cell.at)),
        edits: [
          ...emptied(own, id, table, key),
          { kind: 'row', subject: id, table, key, place: row.place, removed: true }
        ]
      })
    }
    const both = there.filter(key => isHere.has(key))
    const isBoth = new Set(both)
    const order = both.values()
    if (both.join() !== here.filter(key => isBoth.has(key)).join()) {
      const latest = (rows: ReadonlyMap<string, Row> | undefined): number => Math.max(0, ...[...rows?.values() ?? []].map(row => row.at))
      found.push({
        ...common, kind: 'rows-moved', from: `${theirs} moved ${table}`, label: definition.label, inFile: '', here: '',
        proposed: latest(entries) > latest(own?.rows.get(table)),
        // Rows that are here alone stay where they stand.
        edits: placeRows(book, id, shape, here.map(key => isBoth.has(key) ? order.next().value! : key))
      })
    }
  }
  return found
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
