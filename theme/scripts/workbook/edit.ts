import { writtenOver, type Beside } from './beside.ts'
import { parseFieldId } from './field-id.ts'
import { rowNumber } from './row-key.ts'
import { cleanText, oneLine } from './text.ts'
import type { Stamp, Workbook } from './workbook.ts'
import { agency, emptyWorkbook, rowsIn, subjectOf } from './workbook.ts'

/** One change that a person makes. */
export type Edit =
  | { kind: 'answer', subject: string, field: string, value: string, wording?: string } & Beside
  /** `blank`: the row stands in every blank form, and stays when this is undone. */
  | { kind: 'row', subject: string, table: string, key: string, place: number, removed?: true, born?: string, blank?: true }
  /** `givenName`: as it is kept; without it, what is kept stays as long as the name does. */
  | { kind: 'partner', id: string, name: string, archived?: true, removed?: true, givenName?: string } & Beside

export interface Applied {
  /** The entries that changed, as a workbook of their own to send to other tabs. */
  patch: Workbook
  /** What brings back the former state; last change first. See `undo.ts` for what was written since. */
  undo: Edit[]
}

/** Makes the changes in the workbook, each with the same stamp. Here text comes in that is typed, pasted or taken from a file. */
export function apply (book: Workbook, edits: readonly Edit[], stamp: Stamp): Applied {
  const patch = emptyWorkbook(book.id, book.guide)
  const undo: Edit[] = []
  for (const edit of edits) {
    if (edit.kind === 'answer') answer(book, patch, undo, edit, stamp)
    else if (edit.kind === 'row') row(book, patch, undo, edit, stamp)
    else partner(book, patch, undo, edit, stamp)
  }
  undo.reverse()
  return { patch, undo }
}

function answer (book: Workbook, patch: Workbook, undo: Edit[], edit: Edit & { kind: 'answer' }, stamp: Stamp): void {
  const subject = subjectOf(book, edit.subject)
  const before = subject.answers.get(edit.field)
  undo.push({ ...edit, value: before?.value ?? '', ...wording(before?.wording), ...back(edit) })
  const entry = writtenOver(before, { value: cleanText(edit.value), ...wording(edit.wording), ...stamp }, edit)
  subject.answers.set(edit.field, entry)
  subjectOf(patch, edit.subject).answers.set(edit.field, entry)

  // A cell travels with its row, so that the other tab knows which of two rows of one key is meant.
  const [instrument, table, key, column] = parseFieldId(edit.field) ?? []
  if (column === undefined) return
  const tableId = `${instrument}.${table}`
  // What the plan keeps of a step beside the agency's table has its row there.
  for (const whose of [edit.subject, agency]) {
    const itsRow = book.subjects.get(whose)?.rows.get(tableId)?.get(key!)
    if (itsRow !== undefined) rowsIn(subjectOf(patch, whose), tableId).set(key!, itsRow)
  }
}

function row (book: Workbook, patch: Workbook, undo: Edit[], edit: Edit & { kind: 'row' }, stamp: Stamp): void {
  const rows = rowsIn(subjectOf(book, edit.subject), edit.table)
  const before = rows.get(edit.key)
  const born = edit.born ?? before?.born
  undo.push({
    kind: 'row', subject: edit.subject, table: edit.table, key: edit.key,
    place: before?.place ?? rowNumber(edit.key),
    // A row that was not there before goes again when its adding is undone.
    ...((before === undefined ? edit.born !== undefined && edit.blank === undefined : before.removed) && { removed: true as const })
  })
  const entry = {
    ...(before?.rest && { rest: before.rest }),
    place: edit.place, ...(edit.removed && { removed: true as const }), ...(born !== undefined && { born }), ...stamp
  }
  rows.set(edit.key, entry)
  rowsIn(subjectOf(patch, edit.subject), edit.table).set(edit.key, entry)
}

function partner (book: Workbook, patch: Workbook, undo: Edit[], edit: Edit & { kind: 'partner' }, stamp: Stamp): void {
  const before = book.partners.get(edit.id)
  undo.push(before === undefined
    // Without its name: nobody but the person who undid it knows of it.
    ? { kind: 'partner', id: edit.id, name: '', removed: true }
    : { kind: 'partner', id: edit.id, name: before.name, ...given(before.givenName), ...back(edit), ...state(before) })
  const added = before === undefined ? Math.max(stamp.at, ...[...book.partners.values()].map(p => (p.added ?? 0) + 1)) : before.added
  const name = oneLine(edit.name)
  const entry = writtenOver(before, {
    ...(added !== undefined && { added }),
    id: edit.id, name, ...given(edit.givenName ?? (before?.name === name ? before.givenName : undefined)), ...state(edit), ...stamp
  }, edit)
  book.partners.set(edit.id, entry)
  patch.partners.set(edit.id, entry)
}

/** Whether a partner is put away, or removed. */
function state ({ archived, removed }: { archived?: true, removed?: true }): { archived?: true, removed?: true } {
  return { ...archived && { archived }, ...removed && { removed } }
}

function given (givenName: string | undefined): { givenName?: string } {
  return givenName === undefined ? {} : { givenName }
}

function wording (text: string | undefined): { wording?: string } {
  return text === undefined ? {} : { wording: text }
}

/** What was let go comes back with the text that it stood beside, and the other way round. */
function back ({ gone, added }: Beside): Beside {
  return { over: undefined, gone: added, added: gone }
}
