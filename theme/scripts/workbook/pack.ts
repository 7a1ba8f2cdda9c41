import { currentVersion } from './versions.ts'
import { emptyWorkbook, type Answer, type Partner, type Rest, type Row, type Stamp, type Workbook } from './workbook.ts'

type More<T> = Omit<T, keyof Stamp | 'rest'>
type Packed<T> = [at: number, by: string, more: T, rest?: [string, unknown][]]

/**
 * The workbook for this browser's own storage and for its tabs: unlike a file, it comes back from nowhere else, so it is
 * read without a look at every entry, five times as fast. A new version of the format needs a step here as in `versions.ts`.
 */
export function pack (book: Workbook): string {
  return JSON.stringify([
    currentVersion, book.id, book.guide, [...book.rest],
    [...book.partners.values()].map(packed),
    [...book.subjects].map(([id, { answers, rows, rest }]) => [
      id,
      // Most of what there is: without names.
      [...answers].map(([field, { value, at, by, wording, rest }]) => [field, value, at, by, ...wording !== undefined || rest !== undefined ? [wording ?? null] : [], ...rest !== undefined ? [[...rest]] : []]),
      [...rows].map(([table, list]) => [table, [...list].map(([key, row]) => [key, packed(row)])]),
      ...rest !== undefined ? [[...rest]] : []
    ])
  ])
}

type PackedAnswer = [field: string, value: string, at: number, by: string, wording?: string | null, rest?: [string, unknown][]]
type PackedSubject = [id: string, answers: PackedAnswer[], rows: [table: string, list: [key: string, row: Packed<More<Row>>][]][], rest?: [string, unknown][]]

/** @throws where the text is no packed workbook of this version. */
export function unpack (text: string): Workbook {
  const [version, id, guide, rest, partners, subjects] =
    JSON.parse(text) as [version: number, id: string, guide: string, rest: [string, unknown][], partners: Packed<More<Partner>>[], subjects: PackedSubject[]]
  if (version !== currentVersion) throw new RangeError('a workbook of another version')
  const book = emptyWorkbook(id, guide)
  book.rest = new Map(rest)
  for (const one of partners) {
    const partner: Partner = unpacked(one)
    book.partners.set(partner.id, partner)
  }
  for (const [id, answers, rows, rest] of subjects) {
    const kept = new Map<string, Answer>()
    for (const [field, value, at, by, wording, rest] of answers) {
      const answer: Answer = { value, at, by }
      if (wording != null) answer.wording = wording
      if (rest !== undefined) answer.rest = new Map(rest)
      kept.set(field, answer)
    }
    const tables = new Map(rows.map(([table, list]) => [table, new Map(list.map(([key, row]) => [key, unpacked(row) satisfies Row]))]))
    book.subjects.set(id, { answers: kept, rows: tables, ...rest !== undefined && { rest: new Map(rest) } })
  }
  return book
}

function packed<T extends Stamp & { rest?: Rest }> ({ at, by, rest, ...more }: T): Packed<object> {
  return rest === undefined ? [at, by, more] : [at, by, more, [...rest]]
}

function unpacked<T> ([at, by, more, rest]: Packed<T>): T & Stamp & { rest?: Rest } {
  return { ...more, at, by, ...rest !== undefined && { rest: new Map(rest) } }
}
