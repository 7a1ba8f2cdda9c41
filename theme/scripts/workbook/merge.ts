import { nextRowKey } from './rows.ts'
import { isLater } from './stamp.ts'
import type { Row, Stamp, Subject, Workbook } from './workbook.ts'
import { subjectOf } from './workbook.ts'

/**
 * Takes over from another copy of the same workbook whatever was written later there, entry by entry. Two tabs end up with the
 * same texts in whatever order and however often it is done; only a row that both gave the same key may bear another one in each,
 * until a tab reads all again. Returns whether anything changed.
 */
export function merge (into: Workbook, from: Workbook): boolean {
  let changed = false
  if (from.guide > into.guide) {
    into.guide = from.guide
    changed = true
  }
  for (const [id, partner] of from.partners) changed = takeLater(into.partners, id, partner) || changed
  for (const [id, subject] of from.subjects) changed = mergeSubject(subjectOf(into, id), subject) || changed
  into.rest = new Map([...from.rest, ...into.rest])
  return changed
}

function mergeSubject (into: Subject, from: Subject): boolean {
  let changed = false
  const renamed = new Map<string, string>()
  for (const [table, rows] of from.rows) {
    for (const [key, row] of rows) {
      const place = keyFor(into, table, key, row, rows)
      changed = place.changed || changed
      if (place.key !== key) renamed.set(`${table}.${key}.`, `${table}.${place.key}.`)
      let own = into.rows.get(table)
      if (own === undefined) into.rows.set(table, own = new Map())
      changed = takeLater(own, place.key, row) || changed
    }
  }
  for (const [field, answer] of from.answers) changed = takeLater(into.answers, rename(field, renamed), answer) || changed
  if (from.rest !== undefined) into.rest = new Map([...from.rest, ...into.rest ?? []])
  return changed
}

/**
 * Two tabs may give two rows the same key. The row that was born first keeps it; the other gets the next free one with
 * all its cells.
 */
function keyFor (into: Subject, table: string, key: string, row: Row, incoming: ReadonlyMap<string, Row>): { key: string, changed: boolean } {
  if (row.born === undefined) return { key, changed: false }
  const own = into.rows.get(table)
  for (const [k, r] of own ?? []) if (r.born === row.born) return { key: k, changed: false }
  const rival = own?.get(key)
  if (rival?.born === undefined) return { key, changed: false }

  const free = nextRowKey(into, { id: table, blankKeys: [], canGrow: true }, incoming.keys())
  if (bornBefore(rival.born, row.born)) return { key: free, changed: false }
  own!.delete(key)
  own!.set(free, rival)
  const prefix = `${table}.${key}.`
  for (const [field, answer] of [...into.answers]) {
    if (!field.startsWith(prefix)) continue
    into.answers.delete(field)
    into.answers.set(`${table}.${free}.` + field.slice(prefix.length), answer)
  }
  return { key, changed: true }
}

function bornBefore (a: string, b: string): boolean {
  const time = Number.parseInt(a) - Number.parseInt(b)
  return time < 0 || (time === 0 && a < b)
}

function rename (field: string, renamed: ReadonlyMap<string, string>): string {
  for (const [before, after] of renamed) if (field.startsWith(before)) return after + field.slice(before.length)
  return field
}

function takeLater<T extends Stamp> (own: Map<string, T>, key: string, entry: T): boolean {
  const mine = own.get(key)
  if (mine !== undefined && !isLater(entry, mine)) return false
  own.set(key, entry)
  return true
}
