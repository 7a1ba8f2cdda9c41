import { isDay, today } from './day.ts'
import { answerText, blankKeys, rowLabel } from './guide-index.ts'
import type { Guide, InstrumentDefinition, Mark, TableDefinition } from './guide.ts'
import { meetingsOf, toLookAgain } from './meetings.ts'
import { planHome } from './plan.ts'
import { columnWith } from './roles.ts'
import { rowKeys } from './rows.ts'
import { titleOf } from './titles.ts'
import { agency, partnersOf, type Partner, type Workbook } from './workbook.ts'
import { meetAgain } from '../words/meeting.ts'

/** A day on which something is to be looked at again, or ends. */
export interface DueDay {
  /** Id of the field that holds the day; of a meeting its own. */
  field: string
  /** Present where a meeting set the day. */
  ofMeeting?: true
  instrument: InstrumentDefinition
  /** Null for the agency. */
  partner: Partner | null
  /** What is due, in the guide's words or in those of the row. */
  what: string
  /** Such as 2026-03-14. */
  day: string
  /** When it was last changed. */
  at: number
}

/** All days that are set, the earliest first: of every tool and partner, but for partners that were put away, rows that are done, and the plan. */
export function dueDays (guide: Guide, book: Workbook): DueDay[] {
  const plan = planHome(guide).table.id
  const found = guide.instruments.flatMap(instrument => {
    const partners = instrument.perPartner === true ? partnersOf(book) : [null]
    return partners.flatMap(partner => daysAbout(instrument, partner, book, plan))
  })
  return [...found, ...daysOfMeetings(guide, book)].sort((a, b) => a.day < b.day ? -1 : a.day > b.day ? 1 : 0)
}

/** When a team wanted to look again, for the agency and for partners that are not put away. */
function daysOfMeetings (guide: Guide, book: Workbook): DueDay[] {
  const partners = partnersOf(book)
  return toLookAgain(meetingsOf(book)).flatMap(({ id, tool, about, again, at }) => {
    const instrument = guide.instruments.find(known => known.id === tool)
    const partner = about === agency ? null : partners.find(known => known.id === about)
    return instrument === undefined || partner === undefined ? [] : [{ field: id, ofMeeting: true, instrument, partner, what: meetAgain, day: again, at }]
  })
}

/** Whether it is time: today, or before. */
export function isTime (due: DueDay, now = today()): boolean {
  return due.day <= now
}

/** Names a day for as long as it stands in the workbook. */
export function nameOfDay (due: DueDay): string {
  return `${due.field}-${due.partner?.id ?? agency}`
}

function daysAbout (instrument: InstrumentDefinition, partner: Partner | null, book: Workbook, plan: string): DueDay[] {
  const answers = book.subjects.get(partner?.id ?? agency)?.answers
  if (answers === undefined) return []
  const due = (field: string, what: () => string): DueDay[] => {
    const answer = answers.get(field)
    return answer === undefined || !isDay(answer.value) ? [] : [{ field, instrument, partner, what: what(), day: answer.value, at: answer.at }]
  }
  return instrument.parts.flatMap(part => 'field' in part
    ? part.field.marks?.includes('due') === true ? due(part.field.id, () => part.field.label) : []
    : part.table.id === plan ? [] : inRows(part.table))

  function inRows (table: TableDefinition): DueDay[] {
    const marks: Mark[] = table.role === 'map' ? ['due', 'review'] : ['due']
    const days = table.columns.filter(column => marks.some(mark => column.marks?.includes(mark)))
    if (days.length === 0) return []
    const done = table.columns.filter(column => column.marks?.includes('done'))
    const keys = rowKeys(book, partner?.id ?? agency, { id: table.id, blankKeys: blankKeys(table), canGrow: table.fixedRows === undefined })
    return keys.flatMap(key => {
      const cell = (column: string): string => answers!.get(`${table.id}.${key}.${column}`)?.value ?? ''
      if (done.some(column => cell(column.id) !== '')) return []
      const first = columnWith(table, 'name') ?? table.columns[0]!
      const row = (): string => (table.fixedRows === undefined ? answerText(cell(first.id), first) : '') || rowLabel(table, key)
      return days.flatMap(column => due(`${table.id}.${key}.${column.id}`, () => days.length === 1 ? row() : titleOf(row(), column.label)))
    })
  }
}
