import * as words from '../words/meeting.ts'
import { yes } from '../words/frame.ts'
import type { Guide, InstrumentDefinition } from './guide.ts'
import { dayText } from './guide-index.ts'
import { answerTo, chosenOf, countStates, optionsOf, questionsOf, reasonPlace, type Meeting, type Question } from './meetings.ts'
import { planHome, readStep, type PlanHome, type Step } from './plan.ts'
import { titleOf } from './titles.ts'
import { nameIn } from './unnamed.ts'
import { agency, valueOf, type Workbook } from './workbook.ts'

/** What a meeting came to, in words: what the page, paper and Word tell alike. */
export interface MeetingRecord {
  /** The tool, and the partner that it was about. */
  title: string
  day: string
  roles: string
  lookedAt: string
  agreed: Agreed[]
  steps: { what: string, who: string, due: string }[]
  parked: string[]
  open: string[]
  /** How many questions nobody looked at. */
  rest: number
  again: string
}

export interface Agreed {
  question: string
  answer: string
  why: string
  differ: string
  /** What is otherwise since then; '' where it stands as it was. */
  since: string
}

/** The words for a tick, and for none. */
export const ticks = { yes, no: words.tickNo }

/** What the record of a meeting says. @param list Joins what is told one after the other. */
export function recordOf (guide: Guide, book: Workbook, meeting: Meeting, list: (parts: string[]) => string): MeetingRecord | null {
  const tool = guide.instruments.find(({ id }) => id === meeting.tool)
  if (tool === undefined) return null
  const questions = chosenOf(questionsOf(tool, ticks), meeting)
  const counts = countStates(questions, meeting)
  const looked = questions.length - counts.rest
  const of = (state: string): Question[] => questions.filter(({ item }) => meeting.decisions.get(item.id)?.state === state)
  const home = planHome(guide)
  return {
    title: titleOfMeeting(tool, book, meeting), day: dayText(meeting.started), roles: meeting.roles.length === 0 ? words.nobodyNoted : list(meeting.roles),
    lookedAt: looked === 0 ? words.lookedNone({ all: questions.length }) : words.looked({ count: looked, all: questions.length, list: statesTold(questions, meeting, list, false) }),
    agreed: of('agreed').map(question => agreedOn(question, book, meeting, list)),
    steps: questions.flatMap(({ item }) => stepsMade(book, home, meeting.decisions.get(item.id)?.steps ?? [])).map(({ what, who, due }) => ({ what, who, due: due === '' ? '' : dayText(due) })),
    parked: of('parked').map(question => {
      const { subject, field } = reasonPlace(meeting, question)
      const why = valueOf(book, subject, field)
      return why === '' ? numbered(question) : words.parkedWhy({ question: numbered(question), why })
    }),
    open: of('open').map(numbered), rest: counts.rest, again: meeting.again === '' ? '' : dayText(meeting.again)
  }
}

/** A question as the record names it. */
export function numbered ({ number, item }: Question): string {
  return words.numbered({ number, question: item.label })
}

/** How many questions have which state, in words. @param rest Whether those count that were not looked at. */
export function statesTold (questions: readonly Question[], meeting: Meeting, list: (parts: string[]) => string, rest = true): string {
  const { agreed, parked, open, rest: left } = countStates(questions, meeting)
  return list([
    ...agreed === 0 ? [] : [words.agreed({ count: agreed })], ...parked === 0 ? [] : [words.parked({ count: parked })],
    ...open === 0 ? [] : [words.open({ count: open })], ...left === 0 || !rest ? [] : [words.notReached({ count: left })]
  ])
}

/** What a meeting is called: the tool, and the partner that it is about. */
export function titleOfMeeting ({ title }: Pick<InstrumentDefinition, 'title'>, book: Workbook, { about }: Pick<Meeting, 'about'>): string {
  return about === agency ? title : titleOf(title, nameIn(book, about) ?? '')
}

/** The steps of these births that say anything still. */
export function stepsMade (book: Workbook, home: PlanHome, births: readonly string[]): Step[] {
  const rows = book.subjects.get(home.subject)?.rows.get(home.table.id) ?? new Map<string, { born?: string, removed?: true }>()
  return births.flatMap(born => {
    const key = [...rows].find(([, row]) => row.born === born && row.removed === undefined)?.[0]
    const step = key === undefined ? null : readStep(book, home, key)
    return step === null || [step.what, step.who, step.due].every(text => text === '') ? [] : [step]
  })
}

function agreedOn (question: Question, book: Workbook, meeting: Meeting, list: (parts: string[]) => string): Agreed {
  const { agreed, dissent, by } = meeting.decisions.get(question.item.id)!
  const label = (id: string): string => optionsOf(question).find(option => option.id === id)?.label ?? id
  const said = answerTo(book, meeting.about, question)
  const now = question.field.kind === 'check' && said === '' ? 'no' : said
  const { subject, field } = reasonPlace(meeting, question)
  const note = book.subjects.get(subject)?.answers.get(field)
  // What somebody wrote when the meeting was over is not what it agreed on.
  const isLater = meeting.ended !== '' && note !== undefined && note.at > meeting.at
  return {
    question: numbered(question), answer: label(agreed), why: note?.value ?? '',
    differ: by.length > 0 ? list(by) : dissent > 0 ? words.some({ count: dissent }) : words.nobody,
    since: [...now === agreed ? [] : [now === '' ? words.nowNothing : words.now({ answer: label(now) })], ...isLater ? [words.whyLater] : []].join(' ')
  }
}
