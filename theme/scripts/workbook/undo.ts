import type { Edit } from './edit.ts'
import { parseFieldId } from './field-id.ts'
import { keyNow, seenRow } from './rows.ts'
import { planSubject, type Stamp, type Workbook } from './workbook.ts'

/** One step back, with what it undoes: it is taken only where nobody wrote there since. */
export interface StepBack {
  edit: Edit
  /** When and by which tab the entry was written. */
  wrote: Stamp | undefined
  /** Of the row that the entry is, or stands in: the row may have another key by then. */
  born: string | undefined
}

/** What undoes changes that were made this moment. @param undo As `apply` returned it. */
export function stepsBack (book: Workbook, undo: readonly Edit[]): StepBack[] {
  return undo.map(edit => ({ edit, wrote: entryOf(book, edit), born: placeOf(edit, (subject, table, key) => seenRow(book, subject, table, key).born) }))
}

/** The edits of the steps that can still be taken. What was written since stays, and the row or partner under which it stands. */
export function takeable (book: Workbook, steps: readonly StepBack[]): Edit[] {
  const due = steps.flatMap(({ edit, wrote, born }): Edit[] => {
    const now = asOfNow(book, edit, born)
    const entry = entryOf(book, now)
    return entry !== undefined && entry.at === wrote?.at && entry.by === wrote.by ? [now] : []
  })
  const back = new Map<string, string>()
  for (const edit of due) if (edit.kind === 'answer') back.set(`${edit.subject} ${edit.field}`, edit.value)
  const saysMore = (subject: string, prefix: string): boolean => [...book.subjects.get(subject)?.answers ?? []].some(([field, { value }]) =>
    field.startsWith(prefix) && (back.get(`${subject} ${field}`) ?? value) !== '')
  return due.filter(edit => edit.kind === 'answer' || edit.removed === undefined ||
    !(edit.kind === 'row' ? [edit.subject, planSubject].some(whose => saysMore(whose, `${edit.table}.${edit.key}.`)) : saysMore(edit.id, '')))
}

/** The same edit, where its row has another key now. */
function asOfNow (book: Workbook, edit: Edit, born: string | undefined): Edit {
  const key = placeOf(edit, (subject, table, key) => keyNow(book, subject, table, { key, born }))
  if (key === undefined || edit.kind === 'partner') return edit
  return edit.kind === 'row' ? { ...edit, key } : { ...edit, field: edit.field.split('.').map((segment, i) => i === 2 ? key : segment).join('.') }
}

/** Asks about the row that an edit is about or stands in; undefined where there is none. */
function placeOf (edit: Edit, ask: (subject: string, table: string, key: string) => string | undefined): string | undefined {
  if (edit.kind === 'partner') return undefined
  if (edit.kind === 'row') return ask(edit.subject, edit.table, edit.key)
  const [instrument, table, key, column] = parseFieldId(edit.field) ?? []
  return column === undefined ? undefined : ask(edit.subject, `${instrument}.${table}`, key!)
}

function entryOf (book: Workbook, edit: Edit): Stamp | undefined {
  if (edit.kind === 'partner') return book.partners.get(edit.id)
  const subject = book.subjects.get(edit.subject)
  return edit.kind === 'row' ? subject?.rows.get(edit.table)?.get(edit.key) : subject?.answers.get(edit.field)
}
