import { same } from './alike.ts'
import type { Difference } from './compare.ts'
import type { Edit } from './edit.ts'
import { parseFieldId } from './field-id.ts'
import { blankKeys, type GuideIndex } from './guide-index.ts'
import { keyNow, keysOf, nextRowKey } from './rows.ts'
import { agency, planSubject, type Subject, type Workbook } from './workbook.ts'

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
      const kind = later === false ? 'older' : answer.value === '' ? 'emptied' : here === '' ? 'new' : later === true ? 'changed' : 'differs'
      differences.push({
        kind, subject: id, from: `${theirs} ${theirField}`, field, label: known?.label ?? field, madeWith: null, inFile: answer.value, here,
        reworded: answer.wording !== undefined && known !== undefined && answer.wording !== known.definition.wording,
        unknown: known === undefined && id !== planSubject,
        proposed: kind !== 'differs' && kind !== 'older',
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
