import { merged } from './beside.ts'
import { keysOf, nextRowKey } from './rows.ts'
import type { Answer, Row, Stamp, Subject, Workbook } from './workbook.ts'
import { agency, planSubject, rowsIn, subjectOf } from './workbook.ts'

/**
 * Takes over from another copy of the same workbook whatever was written later there, entry by entry. Two tabs end up with the
 * same texts in whatever order and however often it is done; only a row that both gave the same key may bear another one in each,
 * until a tab reads all again. What somebody types into a blank row of the form has no birth: where a step gives way to that very
 * row before that tab hears of it, both stand in one row. Returns whether anything changed.
 */
export function merge (into: Workbook, from: Workbook): boolean {
  let changed = from.guide > into.guide
  if (changed) into.guide = from.guide
  const take = <T extends Stamp>(own: Map<string, T>, key: string, entry: T): void => {
    const mine = own.get(key)
    const now = mine === undefined ? entry : merged(mine, entry)
    if (now === mine) return
    own.set(key, now)
    changed = true
  }
  for (const [id, partner] of from.partners) take(into.partners, id, partner)
  /** What cells of rows begin with that get another key here, each with its subject in front. */
  const renamed = new Map<string, string>()
  const eachRow = (act: (id: string, table: string, key: string, row: Row, here: string) => void): void => {
    for (const [id, subject] of from.subjects) {
      for (const [table, rows] of subject.rows) {
        for (const [key, row] of rows) act(id, table, key, row, keyFor(into, id, table, key, row, subject))
      }
    }
  }
  eachRow((id, table, _, row, here) => { take(rowsIn(subjectOf(into, id), table), here, row) })
  // When all stand in their places: a row that came later may have taken the key of one that came before.
  eachRow((id, table, key, _, here) => { if (here !== key) for (const whose of withPlan(id)) renamed.set(`${whose} ${table}.${key}.`, `${table}.${here}.`) })
  for (const [id, subject] of from.subjects) {
    const own = subjectOf(into, id)
    for (const [field, answer] of subject.answers) {
      const row = field.slice(0, field.lastIndexOf('.') + 1)
      take(own.answers, (renamed.get(`${id} ${row}`) ?? row) + field.slice(row.length), answer)
    }
    if (subject.rest !== undefined) own.rest = new Map([...subject.rest, ...own.rest ?? []])
  }
  into.rest = new Map([...from.rest, ...into.rest])
  return changed
}

/**
 * Two tabs may give two rows the same key. The row that was born first keeps it; the other gets the next free one with
 * all its cells.
 */
function keyFor (book: Workbook, id: string, table: string, key: string, row: Row, incoming: Subject): string {
  if (row.born === undefined) return key
  const into = subjectOf(book, id)
  const own = into.rows.get(table)
  for (const [k, r] of own ?? []) if (r.born === row.born) return k
  const rival = own?.get(key)
  if (rival?.born === undefined) return key

  const free = nextRowKey(into, { id: table, blankKeys: [], canGrow: true }, keysOf(incoming, table))
  if (rival.born < row.born) return free
  own!.delete(key)
  own!.set(free, rival)
  const prefix = `${table}.${key}.`
  for (const whose of withPlan(id)) {
    const answers = book.subjects.get(whose)?.answers ?? new Map<string, Answer>()
    for (const [field, answer] of [...answers]) {
      if (!field.startsWith(prefix)) continue
      answers.delete(field)
      answers.set(`${table}.${free}.` + field.slice(prefix.length), answer)
    }
  }
  return key
}

/** What a step of the plan came from stands under `plan`, by the key that its row has in the agency's table. */
function withPlan (id: string): readonly string[] {
  return id === agency ? [id, planSubject] : [id]
}
