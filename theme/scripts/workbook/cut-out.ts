import type { Part } from './erased-part.ts'
import { eraseInLayers, isOurs, sayVersion } from './layers.ts'
import { isMeetingAbout } from './meeting-id.ts'
import { isLater } from './stamp.ts'
import { emptySubject, emptyWorkbook, inOrder, planSubject, subjectOf, type Stamp, type Subject, type Workbook } from './workbook.ts'

/** Moves a part of a workbook into one of its own, out of every layer too. Steps of the plan stay; where they came from goes with the part. */
export function cutOut (book: Workbook, part: Part): Workbook {
  const taken = emptyWorkbook(book.id, book.guide)
  taken.rest = eraseInLayers(book, part)
  if ('layer' in part) return taken
  const origins = 'partner' in part ? (from: string) => from.startsWith(part.partner + '/') : (from: string) => from.includes(`/${part.instrument}.`)
  const plan = book.subjects.get(planSubject)
  for (const [field, { value }] of [...plan?.answers ?? []]) {
    if (field.endsWith('.from') && origins(value)) move(plan!.answers, subjectOf(taken, planSubject).answers, field)
  }
  if ('partner' in part) {
    // Partners from an older file do not know their places yet; it may come back to its own.
    inOrder(book).forEach((partner, i) => { partner.added ??= i + 1 })
    move(book.partners, taken.partners, part.partner)
    for (const id of [...book.subjects.keys()]) if (id === part.partner || isMeetingAbout(id, part.partner)) move(book.subjects, taken.subjects, id)
  } else {
    cutInstrument(book, taken, part.instrument + '.')
  }
  if (plan !== undefined && isBare(plan)) book.subjects.delete(planSubject)
  sayVersion(book)
  return taken
}

/** What a workbook holds beyond another one: entries that were written since. */
export function without (book: Workbook, other: Workbook): Workbook {
  const left = emptyWorkbook(book.id, book.guide)
  left.rest = new Map([...book.rest].filter(([key, value]) => !isOurs(key) || other.rest.get(key) !== value))
  keepNew(book.partners, other.partners, left.partners)
  for (const [id, subject] of book.subjects) {
    const before = other.subjects.get(id)
    const kept: Subject = { ...subject, answers: new Map(), rows: new Map() }
    keepNew(subject.answers, before?.answers, kept.answers)
    for (const [table, rows] of subject.rows) {
      const added: typeof rows = new Map()
      keepNew(rows, before?.rows.get(table), added)
      if (added.size > 0) kept.rows.set(table, added)
    }
    if (!isBare(kept)) left.subjects.set(id, kept)
  }
  sayVersion(left)
  return left
}

function keepNew<T extends Stamp> (all: ReadonlyMap<string, T>, before: ReadonlyMap<string, T> | undefined, kept: Map<string, T>): void {
  for (const [key, entry] of all) {
    const known = before?.get(key)
    if (known === undefined || isLater(entry, known)) kept.set(key, entry)
  }
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
