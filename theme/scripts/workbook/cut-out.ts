import { emptySubject, emptyWorkbook, planSubject, subjectOf, type Subject, type Workbook } from './workbook.ts'

/** What is taken out of a workbook: one partner with its name, or one instrument about whomever. */
export type Part = { partner: string } | { instrument: string }

/** Moves a part of a workbook into one of its own. Steps of the plan stay; where they came from goes with the part. */
export function cutOut (book: Workbook, part: Part): Workbook {
  const taken = emptyWorkbook(book.id, book.guide)
  const origins = 'partner' in part ? (from: string) => from.startsWith(part.partner + '/') : (from: string) => from.includes(`/${part.instrument}.`)
  const plan = book.subjects.get(planSubject)
  for (const [field, { value }] of [...plan?.answers ?? []]) {
    if (field.endsWith('.from') && origins(value)) move(plan!.answers, subjectOf(taken, planSubject).answers, field)
  }
  if ('partner' in part) {
    move(book.partners, taken.partners, part.partner)
    move(book.subjects, taken.subjects, part.partner)
  } else {
    cutInstrument(book, taken, part.instrument + '.')
  }
  if (plan !== undefined && isBare(plan)) book.subjects.delete(planSubject)
  return taken
}

function cutInstrument (book: Workbook, taken: Workbook, prefix: string): void {
  for (const [id, subject] of [...book.subjects]) {
    const of = taken.subjects.get(id) ?? emptySubject()
    for (const field of [...subject.answers.keys()]) if (field.startsWith(prefix)) move(subject.answers, of.answers, field)
    for (const table of [...subject.rows.keys()]) if (table.startsWith(prefix)) move(subject.rows, of.rows, table)
    if (of.answers.size + of.rows.size > 0) taken.subjects.set(id, of)
    if (isBare(subject)) book.subjects.delete(id)
  }
}

function isBare ({ answers, rows, rest }: Subject): boolean {
  return answers.size + rows.size === 0 && rest === undefined
}

function move<T> (from: Map<string, T>, to: Map<string, T>, key: string): void {
  const value = from.get(key)
  if (value === undefined) return
  from.delete(key)
  to.set(key, value)
}
