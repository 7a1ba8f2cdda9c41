import { versionsOf } from './beside.ts'
import type { Rest, Stamp } from './entry.ts'
import { isSegment } from './field-id.ts'
import { isMeeting } from './meeting-id.ts'

export type { Rest, Stamp } from './entry.ts'

/**
 * All that a team has answered on this device. Everything that can be changed carries a stamp, so that two copies can be
 * merged entry by entry (`merge.ts`); removing leaves a stamped trace instead of a gap. Maps, never plain objects, hold
 * whatever is keyed by text from a file.
 */
export interface Workbook {
  /** Made when the workbook was; an erased workbook never comes back from another tab because the new one has another. */
  id: string
  /** Version of the guide that it was last answered with. */
  guide: string
  partners: Map<string, Partner>
  /** Answers by whom they are about: `agency`, a partner's id, or `plan`. */
  subjects: Map<string, Subject>
  /** What a file held beyond what this version knows; written back as it came. And what is carried unread: `layers.ts`. */
  rest: Rest
}

export interface Partner extends Stamp {
  id: string
  name: string
  archived?: true
  removed?: true
  /** When it was added, in milliseconds since 1970: its place among partners, wherever it comes back from. */
  added?: number
  /**
   * The name that a page gave to whom nobody had named: as long as the partner is called so, nobody has (`unnamed.ts`). Empty
   * where somebody wrote just that name.
   */
  givenName?: string
  rest?: Rest
}

export interface Subject {
  /** By field id. */
  answers: Map<string, Answer>
  /** By table id (`instrument.table`), then by row key. A row that was never added, moved or removed has no entry. */
  rows: Map<string, Map<string, Row>>
  rest?: Rest
}

export interface Answer extends Stamp {
  /** An option's id, `yes`, an ISO date, or text with lines parted by `\n`; '' is no answer. */
  value: string
  /** The wording that was answered. */
  wording?: string
  rest?: Rest
}

export interface Row extends Stamp {
  /** Rows stand in the order of their places; where no entry says otherwise, row r3 has place 3. */
  place: number
  removed?: true
  /** For rows that someone added: tells two rows apart that two tabs gave the same key. */
  born?: string
  rest?: Rest
}

/** Whom agency-wide answers are about. */
export const agency = 'agency'
/** Under which subject the steps of the action plan are kept. */
export const planSubject = 'plan'

/** Whether a partner of a file may be called so: under the name of another subject its answers would mix with theirs. */
export function isPartnerId (id: string): boolean {
  return isSegment(id) && id !== agency && id !== planSubject && !isMeeting(id)
}

export function emptyWorkbook (id: string, guide = ''): Workbook {
  return { id, guide, partners: new Map(), subjects: new Map(), rest: new Map() }
}

export function emptySubject (): Subject {
  return { answers: new Map(), rows: new Map() }
}

/** The subject of that id, made where it is missing. */
export function subjectOf (book: Workbook, id: string): Subject {
  let subject = book.subjects.get(id)
  if (subject === undefined) book.subjects.set(id, subject = emptySubject())
  return subject
}

/** Entries of a table's rows, made where they are missing. */
export function rowsIn (subject: Subject, table: string): Map<string, Row> {
  let rows = subject.rows.get(table)
  if (rows === undefined) subject.rows.set(table, rows = new Map<string, Row>())
  return rows
}

/** The answer as text; '' where there is none. */
export function valueOf (book: Workbook, subject: string, field: string): string {
  return book.subjects.get(subject)?.answers.get(field)?.value ?? ''
}

/** Whether nothing was answered, no partner named and nothing else kept. What is left of a layer that was removed is nothing. */
export function isEmpty (book: Workbook): boolean {
  return [...book.partners.values()].every(partner => partner.removed) &&
    [...book.subjects.values()].flatMap(subject => [...subject.answers.values()]).flatMap(versionsOf).every(version => version.value === '') &&
    [...book.rest].every(([key, value]) => key === 'version' || value === '')
}

/** How many answers it holds, empty ones and what meetings keep aside. */
export function countAnswers (book: Workbook, subject?: string, instrument?: string): number {
  let count = 0
  for (const [id, one] of book.subjects) {
    if (subject === undefined ? isMeeting(id) : id !== subject) continue
    for (const [field, answer] of one.answers) {
      if (answer.value !== '' && (instrument === undefined || field.startsWith(instrument + '.'))) count++
    }
  }
  return count
}

/** Partners in the order in which they were added. */
export function partnersOf (book: Workbook, withArchived = false): Partner[] {
  return inOrder(book).filter(p => p.removed === undefined && (withArchived || p.archived === undefined))
}

/** All partners, removed ones too, in an order that all tabs agree on; those whose moment is not known stand first. */
export function inOrder (book: Workbook): Partner[] {
  return [...book.partners.values()].sort((a, b) => (a.added ?? 0) - (b.added ?? 0))
}
