import type { Edit } from './edit.ts'
import { isLater } from './entry.ts'
import type { FieldDefinition, InstrumentDefinition, ItemDefinition, Option } from './guide.ts'
import { isTooMuch, most } from './limits.ts'
import { isMeeting, isMeetingAbout, itself, meetingId, movedTo } from './meeting-id.ts'
import { merge } from './merge.ts'
import { nameText } from './text.ts'
import { agency, emptyWorkbook, inOrder, valueOf, type Partner, type Subject, type Workbook } from './workbook.ts'

/**
 * A meeting: what a team agreed on, question by question. It is a subject of the workbook under an id of its own, with entries like any
 * answers, so it is stamped, merged, locked and resumed like these. The agreed answer and its reason are the workbook's own.
 * What is read here may come from a file: what makes no sense counts as not said.
 */
export interface Meeting {
  id: string
  /** Id of the assessment or checklist. */
  tool: string
  /** `agency` or a partner's id. */
  about: string
  /** ISO day. */
  started: string
  /** ISO day; '' as long as it goes on. */
  ended: string
  /** ISO day on which the team looks again; '' where none is set. */
  again: string
  /** Who is there, as roles. */
  roles: string[]
  /** Ids of the questions that it was begun with; empty for all of the tool. */
  chosen: string[]
  /** The question that it stopped at; '' at first. */
  now: string
  /** By item id; of what was not looked at there is none. */
  decisions: ReadonlyMap<string, Decision>
  /** When it was last changed, in milliseconds since 1970. */
  at: number
}

export type DecisionState = 'open' | 'agreed' | 'parked'

export interface Decision {
  state: DecisionState
  /** Id of the option that was agreed on; '' unless one was. */
  agreed: string
  /** How many see it differently. */
  dissent: number
  /** Roles that see it differently, where roles were chosen. */
  by: string[]
  /** Why, where the question has no note of its own. */
  why: string
  /** Births of the steps that were made. */
  steps: string[]
}

/** What a meeting keeps of itself; and of each question. */
export type MeetingPart = 'started' | 'ended' | 'again' | 'roles' | 'chosen' | 'now'
export type DecisionPart = 'state' | 'agreed' | 'dissent' | 'by' | 'why' | 'steps'

/** Lines of one list, and characters of each, that are read at most. */
const [mostLines, longestLine] = [60, 120]
/** Characters of such a list that are looked at. */
const longestList = 100_000

/** A question of a meeting. */
export interface Question {
  item: ItemDefinition
  /** Its place in the form, from 1. */
  number: number
  area: string
  field: FieldDefinition
  /** Where the reason stands; undefined where the form asks for none. */
  note: FieldDefinition | undefined
  /** Answers on the scale, the lowest first: keys 1 to n. */
  options: readonly Option[]
  /** Stands apart from the scale: key 0. */
  notApplicable: Option | undefined
}

/** Whether a team can meet about an instrument. */
export function canMeet ({ kind, domains }: InstrumentDefinition): boolean {
  return kind !== 'worksheet' && domains !== undefined
}

/** All questions in the order of the form. @param ticks What a tick, and none, is called in a checklist. */
export function questionsOf ({ id, parts, domains = [], scale }: InstrumentDefinition, ticks: { yes: string, no: string }): Question[] {
  const fields = new Map(parts.flatMap((part): [string, FieldDefinition][] => 'field' in part ? [[part.field.id, part.field]] : []))
  const questions: Question[] = []
  for (const { title, items } of domains) {
    for (const item of items) {
      const field = fields.get(`${id}.${item.id}.answer`) ?? fields.get(`${id}.${item.id}`)
      if (field === undefined) continue
      questions.push({
        item, number: questions.length + 1, area: title, field, note: fields.get(`${id}.${item.id}.note`),
        options: scale?.options ?? [{ id: 'no', label: ticks.no }, { id: 'yes', label: ticks.yes }], notApplicable: scale?.notApplicable
      })
    }
  }
  return questions
}

/** The questions of a meeting: those that it was begun with, and whatever was looked at all the same. */
export function chosenOf (questions: readonly Question[], { chosen, decisions }: Pick<Meeting, 'chosen' | 'decisions'>): Question[] {
  const ids = new Set(chosen)
  // Of questions that the tool does not have any more nothing is left: then it is about all.
  return questions.some(({ item }) => ids.has(item.id)) ? questions.filter(({ item }) => ids.has(item.id) || decisions.has(item.id)) : [...questions]
}

/** All that can be answered, what does not apply last. */
export function optionsOf ({ options, notApplicable }: Question): Option[] {
  return [...options, ...notApplicable === undefined ? [] : [notApplicable]]
}

/** What the workbook says to a question, as an option's id; '' where it says nothing. A box without a tick says nothing. */
export function answerTo (book: Workbook, about: string, { field }: Question): string {
  return valueOf(book, about, field.id)
}

/**
 * Questions in the order of a meeting: what an earlier one parked comes first, then what it left open or did not reach, then the rest.
 * @param before The earlier meeting on the same.
 */
export function orderOf (questions: readonly Question[], before: Meeting | null): Question[] {
  if (before === null) return [...questions]
  const rank = ({ item }: Question): number => {
    const state = before.decisions.get(item.id)?.state
    return state === 'parked' ? 0 : state === 'agreed' ? 2 : 1
  }
  return [...questions].sort((a, b) => rank(a) - rank(b))
}

/** How many meetings are kept, those about somebody who is gone included. */
export function meetingsHeld ({ subjects }: Pick<Workbook, 'subjects'>): number {
  return [...subjects.keys()].filter(isMeeting).length
}

/** Whether another meeting can begin: no more are held than a page can open again from a file. @param edits What begins it. */
export function hasRoomFor (book: Workbook, edits: readonly Edit[]): boolean {
  return meetingsHeld(book) < most.meetings && !isTooMuch(book, edits)
}

/** All meetings, the latest first; those about somebody who is gone are left out. */
export function meetingsOf (book: Workbook): Meeting[] {
  const whom = [agency, ...inOrder(book).filter(({ removed }) => removed === undefined).map(({ id }) => id)]
  return [...book.subjects].flatMap(([id, subject]) => {
    const about = isMeeting(id) ? whom.find(one => isMeetingAbout(id, one)) : undefined
    const meeting = about === undefined ? null : readMeeting(id, about, subject)
    return meeting ?? []
  }).sort((a, b) => a.started === b.started ? b.at - a.at : a.started < b.started ? 1 : -1)
}

/** The meeting of that id, as it is now; null where it is gone. */
export function meetingIn (book: Workbook, id: string): Meeting | null {
  return book.subjects.has(id) ? meetingsOf(book).find(meeting => meeting.id === id) ?? null : null
}

/** The latest meeting on the same tool and subject that is over, but for this one. */
export function meetingBefore (book: Workbook, { id, tool, about, started }: Pick<Meeting, 'id' | 'tool' | 'about' | 'started'>): Meeting | null {
  const [latest, ...earlier] = meetingsOf(book).filter(other => other.id !== id && other.tool === tool && other.about === about && other.ended !== '' && other.started <= started)
  // What the latest one did not reach is as an earlier one left it.
  return latest === undefined ? null : { ...latest, decisions: new Map([...earlier.reverse(), latest].flatMap(({ decisions }) => [...decisions])) }
}

/** The meeting on a tool and subject that goes on; null where there is none. */
export function goingOn (book: Workbook, tool: string, about: string): Meeting | null {
  return meetingsOf(book).find(meeting => meeting.tool === tool && meeting.about === about && meeting.ended === '') ?? null
}

/** Meetings that say when to look again, but for those after which the same was met on again. */
export function toLookAgain (meetings: readonly Meeting[]): Meeting[] {
  return meetings.filter(({ id, tool, about, ended, again, started, at }) => ended !== '' && again !== '' &&
    !meetings.some(other => other.id !== id && other.tool === tool && other.about === about && (other.started > started || (other.started === started && other.at > at))))
}

/** Those of them whose day has come. @param now ISO day. */
export function dueAgain (meetings: readonly Meeting[], now: string): Meeting[] {
  return toLookAgain(meetings).filter(({ again }) => again <= now)
}

function readMeeting (id: string, about: string, { answers }: Subject): Meeting | null {
  // Whatever else stands there, it is about the tool that it was begun with.
  const tool = [...answers.keys()].find(field => field.endsWith(`.${itself}.started`))?.split('.')[0]
  if (tool === undefined) return null
  const meeting: Meeting = { id, tool, about, started: '', ended: '', again: '', roles: [], chosen: [], now: '', decisions: new Map(), at: 0 }
  const decisions = new Map<string, Decision>()
  for (const [field, { value, at }] of answers) {
    const [of, item, part, more] = field.split('.')
    if (of !== tool || part === undefined || more !== undefined) continue
    meeting.at = Math.max(meeting.at, at)
    if (item === itself && readItself(meeting, part, value)) continue
    const decision = decisions.get(item!) ?? { state: 'open', agreed: '', dissent: 0, by: [], why: '', steps: [] }
    if (readDecision(decision, part, value)) decisions.set(item!, decision)
  }
  // What was taken back leaves entries that say nothing.
  meeting.decisions = new Map([...decisions].filter(([item]) => isState(answers.get(`${tool}.${item}.state`)?.value)))
  return meeting.started === '' ? null : meeting
}

/** @returns Whether the part is one of the meeting itself. */
function readItself (meeting: Meeting, part: string, value: string): boolean {
  switch (part) {
    case 'started':
    case 'ended':
    case 'again':
      meeting[part] = isDay(value) ? value : ''
      return true
    case 'roles':
      meeting.roles = linesOf(value)
      return true
    case 'chosen':
      meeting.chosen = value.split('\n')
      return true
    case 'now':
      meeting.now = value
      return true
    default: return false
  }
}

function readDecision (decision: Decision, part: string, value: string): boolean {
  switch (part) {
    case 'state':
      decision.state = isState(value) ? value : 'open'
      return true
    case 'agreed':
    case 'why':
      decision[part] = value
      return true
    case 'dissent':
      decision.dissent = /^\d{1,3}$/.test(value) ? Number(value) : 0
      return true
    case 'by':
    case 'steps':
      decision[part] = linesOf(value)
      return true
    default: return false
  }
}

function isState (value: string | undefined): value is DecisionState {
  return value === 'open' || value === 'agreed' || value === 'parked'
}

/** Whether a text is a day that there is. */
export function isDay (value: string): boolean {
  const at = Date.parse(`${value}T00:00:00Z`)
  return /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(value)
}

/** The lines of a list, as roles are written: each once, none empty. */
export function linesOf (text: string): string[] {
  return [...new Set(text.slice(0, longestList).split('\n').map(line => nameText(line).slice(0, longestLine)).filter(line => line !== ''))].slice(0, mostLines)
}

/** What changes something that a meeting keeps of itself. */
export function changePart ({ id, tool }: Pick<Meeting, 'id' | 'tool'>, part: MeetingPart, value: string): Edit {
  return { kind: 'answer', subject: id, field: `${tool}.${itself}.${part}`, value }
}

/** What changes something about one question. */
export function changeDecision ({ id, tool }: Pick<Meeting, 'id' | 'tool'>, item: string, part: DecisionPart, value: string): Edit {
  return { kind: 'answer', subject: id, field: `${tool}.${item}.${part}`, value }
}

/** What begins a meeting. @param chosen Ids of its questions; none for all. @param random Letters and digits, for its id. */
export function beginMeeting (tool: string, about: string, { day, roles, chosen = [], random }: { day: string, roles: readonly string[], chosen?: readonly string[], random: string }): { id: string, edits: Edit[] } {
  const meeting = { id: meetingId(about, random), tool }
  return { id: meeting.id, edits: [changePart(meeting, 'started', day), changePart(meeting, 'roles', roles.join('\n')), ...chosen.length === 0 ? [] : [changePart(meeting, 'chosen', chosen.join('\n'))]] }
}

/** Agrees on an answer: it is the workbook's own from now on. @param option Its id. */
export function agree (meeting: Meeting, { item, field }: Question, option: string): Edit[] {
  // A checklist knows a tick and nothing else.
  const value = field.kind === 'check' && option !== 'yes' ? '' : option
  return [
    { kind: 'answer', subject: meeting.about, field: field.id, value, wording: field.wording },
    changeDecision(meeting, item.id, 'agreed', option), changeDecision(meeting, item.id, 'state', 'agreed')
  ]
}

/** Where the reason of a decision stands: the question's own note, or else the meeting. */
export function reasonPlace ({ id, tool, about }: Meeting, { item, note }: Question): { subject: string, field: string, wording?: string } {
  return note === undefined ? { subject: id, field: `${tool}.${item.id}.why` } : { subject: about, field: note.id, wording: note.wording }
}

/** How many questions have which state; `rest` were not looked at. */
export function countStates (questions: readonly Question[], { decisions }: Meeting): Record<DecisionState | 'rest', number> {
  const counts = { open: 0, agreed: 0, parked: 0, rest: 0 }
  for (const { item } of questions) counts[decisions.get(item.id)?.state ?? 'rest']++
  return counts
}

/** The meetings of a workbook that was opened from a file, as they would stand here. @param subjects Ids here of whom the file is about. */
export function meetingsFrom (other: Workbook, subjects: ReadonlyMap<string, string>): Workbook {
  const found = emptyWorkbook(other.id)
  for (const { id, about } of meetingsOf(other)) {
    const here = subjects.get(about)
    if (here === undefined) continue
    found.subjects.set(here === about ? id : movedTo(id, here), other.subjects.get(id)!)
    const partner = other.partners.get(about)
    if (partner !== undefined) found.partners.set(here, { ...partner, id: here })
  }
  return found
}

/** Ids of the meetings among those found that are new here, or say something later; without those about partners who were taken away here. */
export function newMeetings (book: Workbook, found: Workbook): string[] {
  return [...found.subjects].filter(([id, { answers }]) => {
    const partner = partnerOf(found, id)
    const here = book.subjects.get(id)?.answers
    return (partner === undefined || book.partners.get(partner.id)?.removed !== true) && [...answers].some(([field, answer]) => {
      const mine = here?.get(field)
      return mine === undefined || isLater(answer, mine)
    })
  }).map(([id]) => id)
}

/** Takes meetings over, the newest entry of each question, with partners who are not known here. */
export function takeMeetings (book: Workbook, found: Workbook): void {
  const taken = emptyWorkbook(book.id)
  for (const id of newMeetings(book, found)) {
    const partner = partnerOf(found, id)
    if (partner !== undefined && !book.partners.has(partner.id)) taken.partners.set(partner.id, partner)
    taken.subjects.set(id, found.subjects.get(id)!)
  }
  merge(book, taken)
}

function partnerOf (found: Workbook, meeting: string): Partner | undefined {
  return [...found.partners.values()].find(({ id }) => isMeetingAbout(meeting, id))
}
