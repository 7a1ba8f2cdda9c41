import { isMeetingAbout } from './meeting-id.ts'
import type { Workbook } from './workbook.ts'
import { emptySubject, emptyWorkbook } from './workbook.ts'

/** What of a workbook to save. */
export interface Choice {
  /** Instrument ids; the plan is `plan`. */
  instruments: ReadonlySet<string>
  /** Subjects: `agency`, `plan`, partners' ids. */
  subjects: ReadonlySet<string>
  /** Whether notes and how-we-know go with it. */
  notes: boolean
}

/** A workbook with the chosen part alone: what was not chosen leaves no trace in it, not even that it was erased. */
export function partOf (book: Workbook, choice: Choice): Workbook {
  const part = emptyWorkbook(book.id, book.guide)
  const wanted = (field: string): boolean => choice.instruments.has(field.slice(0, field.indexOf('.'))) &&
    (choice.notes || !/\.(?:note|evidence|why)$/.test(field))
  for (const [id, partner] of book.partners) if (choice.subjects.has(id)) part.partners.set(id, partner)
  for (const [id, subject] of book.subjects) {
    // A meeting goes with whom it is about.
    if (!choice.subjects.has(id) && ![...choice.subjects].some(about => isMeetingAbout(id, about))) continue
    const copy = emptySubject()
    for (const [field, answer] of subject.answers) if (wanted(field)) copy.answers.set(field, answer)
    for (const [table, rows] of subject.rows) if (wanted(table + '.')) copy.rows.set(table, rows)
    if (copy.answers.size + copy.rows.size > 0) part.subjects.set(id, copy)
  }
  return part
}
