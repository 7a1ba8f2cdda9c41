import { currentVersion, newerWorkbook, versionOf } from './versions.ts'
import { cleanText, oneLine } from './text.ts'
import { emptyWorkbook, type Answer, type Partner, type Rest, type Row, type Stamp, type Subject, type Workbook } from './workbook.ts'

type More<T> = Omit<T, keyof Stamp | 'rest'>
type Packed<T> = [at: number, by: string, more: T, rest?: [string, unknown][]]
/** What few answers have: 0 is nothing, text is the wording. */
type MoreOfAnswer = 0 | string | [wording: string | null, rest: [string, unknown][]]
/** Answers one after the other, each as field, value, at, by, more: most of what there is, so without names and without a list for each. */
// eslint-disable-next-line @typescript-eslint/no-redundant-type-constituents -- what 0 means is said by its name.
type PackedAnswers = (string | number | MoreOfAnswer)[]
type PackedTables = [table: string, list: [key: string, row: Packed<More<Row>>][]][]
/** What is inside is text, so that nobody needs to read it who does not look. */
type PackedSubject = [id: string, latest: number, inside: string, rest?: [string, unknown][]]

const parts = 5

/**
 * The workbook for this browser's own storage and for its tabs: unlike a file, it comes back from nowhere else, so it is
 * read without a look at every entry, but for text, of which older pages kept more than there is to it; and what is kept about a partner is read when it is looked at. A new version of the
 * format needs a step here as in `versions.ts`; number and id stay in front, for older pages.
 */
export function pack (book: Workbook): string {
  return JSON.stringify([
    versionOf(book), book.id, book.guide, [...book.rest],
    [...book.partners.values()].map(packed),
    [...book.subjects].map(([id, subject]): PackedSubject => {
      const packed: PackedSubject = [id, latestIn(subject), packedInside(subject)]
      if (subject.rest !== undefined) packed.push([...subject.rest])
      return packed
    })
  ])
}

/**
 * @param seen Told the latest moment at which anything in it was written.
 * @throws {NewerWorkbook} where a newer version wrote it; another error where it is no packed workbook.
 */
export function unpack (text: string, seen: (at: number) => void = () => {}): Workbook {
  const [version, id, guide, rest, partners, subjects] =
    JSON.parse(text) as [version: number, id: string, guide: string, rest: [string, unknown][], partners: Packed<More<Partner>>[], subjects: PackedSubject[]]
  if (version > currentVersion) throw newerWorkbook(id)
  // An earlier version took any id from a file; under this one its own file opens.
  const book = emptyWorkbook(id.replace(/[^\w.-]/g, ''), guide)
  book.rest = new Map(rest)
  for (const one of partners) {
    const partner: Partner = unpacked(one)
    partner.name = oneLine(partner.name)
    book.partners.set(partner.id, partner)
    seen(partner.at)
  }
  for (const [id, latest, inside, rest] of subjects) {
    book.subjects.set(id, unreadSubject(inside, rest))
    seen(latest)
  }
  return book
}

/** What is kept about someone, read at the first look at it. */
function unreadSubject (inside: string, rest: [string, unknown][] | undefined): Subject {
  let read: Pick<Subject, 'answers' | 'rows'> | undefined
  const opened = (): Pick<Subject, 'answers' | 'rows'> => {
    if (read === undefined) {
      const [answers, tables] = JSON.parse(inside) as [PackedAnswers, PackedTables]
      inside = ''
      read = {
        answers: unpackedAnswers(answers),
        rows: new Map(tables.map(([table, list]) => [table, new Map(list.map(([key, row]) => [key, unpacked(row) satisfies Row]))]))
      }
    }
    return read
  }
  return {
    get answers () { return opened().answers },
    get rows () { return opened().rows },
    ...rest !== undefined && { rest: new Map(rest) }
  }
}

function packedInside ({ answers, rows }: Subject): string {
  const list: PackedAnswers = []
  for (const [field, { value, at, by, wording, rest }] of answers) {
    list.push(field, value, at, by, rest === undefined ? wording ?? 0 : [wording ?? null, [...rest]])
  }
  return JSON.stringify([list, [...rows].map(([table, list]) => [table, [...list].map(([key, row]) => [key, packed(row)])])])
}

function latestIn ({ answers, rows }: Subject): number {
  let latest = 0
  for (const { at } of answers.values()) latest = Math.max(latest, at)
  for (const table of rows.values()) for (const { at } of table.values()) latest = Math.max(latest, at)
  return latest
}

function unpackedAnswers (list: PackedAnswers): Map<string, Answer> {
  const answers = new Map<string, Answer>()
  for (let i = 0; i < list.length; i += parts) {
    const answer: Answer = { value: cleanText(list[i + 1] as string), at: list[i + 2] as number, by: list[i + 3] as string }
    const more = list[i + 4] as MoreOfAnswer
    if (typeof more === 'string') answer.wording = more
    else if (more !== 0) {
      if (more[0] !== null) answer.wording = more[0]
      answer.rest = new Map(more[1])
    }
    answers.set(list[i] as string, answer)
  }
  return answers
}

function packed<T extends Stamp & { rest?: Rest }> ({ at, by, rest, ...more }: T): Packed<object> {
  return rest === undefined ? [at, by, more] : [at, by, more, [...rest]]
}

function unpacked<T> ([at, by, more, rest]: Packed<T>): T & Stamp & { rest?: Rest } {
  return { ...more, at, by, ...rest !== undefined && { rest: new Map(rest) } }
}
