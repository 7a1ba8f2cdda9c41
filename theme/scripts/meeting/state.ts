import type { Page } from '../page/page.ts'
import { answeredBy, lettersOf, standings, viewsOf, type Standing, type View } from '../workbook/colleagues.ts'
import type { Edit } from '../workbook/edit.ts'
import type { Guide, InstrumentDefinition } from '../workbook/guide.ts'
import type { Layer } from '../workbook/layers.ts'
import { ticks } from '../workbook/meeting-record.ts'
import { agree, answerTo, changeDecision, changePart, chosenOf, meetingBefore, meetingIn, orderOf, questionsOf, type DecisionPart, type DecisionState, type Meeting, type Question } from '../workbook/meetings.ts'

/** A meeting that is held on this page: which question is shown, what of it is shown, and what is done with it. */
export class MeetingState {
  /** As it was when it was last looked at. */
  meeting: Meeting
  readonly tool: InstrumentDefinition
  /** In the order of this meeting. */
  readonly questions: readonly Question[]
  /** How many questions the tool has: the numbers of questions are those of its form. */
  readonly all: number
  /** Which of them is shown. */
  place: number
  /** Ids of questions whose views were shown. */
  readonly shown = new Set<string>()
  /** Whether letters are shown in the place of dots. */
  who = false
  /** Layers that were read, by their texts. */
  readonly read = new Map<string, Layer>()
  /** What the workbook said before the team agreed, by question. */
  readonly #before = new Map<string, string>()

  constructor (readonly page: Page, readonly guide: Guide, meeting: Meeting, tool: InstrumentDefinition) {
    this.meeting = meeting
    this.tool = tool
    const all = questionsOf(tool, ticks)
    this.all = all.length
    this.questions = orderOf(chosenOf(all, meeting), meetingBefore(page.session.book, meeting))
    this.place = Math.max(0, this.questions.findIndex(({ item }) => item.id === meeting.now))
  }

  /** Reads the meeting anew. @returns False where it is gone. */
  look (): boolean {
    const now = meetingIn(this.page.session.book, this.meeting.id)
    if (now !== null) this.meeting = now
    return now !== null
  }

  get question (): Question {
    return this.questions[this.place]!
  }

  stateOf ({ item }: Question): DecisionState | 'rest' {
    return this.meeting.decisions.get(item.id)?.state ?? 'rest'
  }

  get state (): DecisionState | 'rest' {
    return this.stateOf(this.question)
  }

  /** Goes to a question; one that was looked at and not decided stays open. */
  go (place: number): void {
    if (place < 0 || place >= this.questions.length) return
    const before = this.question.item.id
    this.place = place
    this.who = false
    this.change([
      ...this.meeting.decisions.has(before) ? [] : [changeDecision(this.meeting, before, 'state', 'open')],
      changePart(this.meeting, 'now', this.question.item.id)
    ])
  }

  next (): void {
    this.go(this.place + 1)
  }

  back (): void {
    this.go(this.place - 1)
  }

  show (): void {
    this.shown.add(this.question.item.id)
  }

  /** @param option Id of the answer that the team agrees on. */
  agree (option: string): void {
    const { question, meeting, page } = this
    if (this.state !== 'agreed') this.#before.set(question.item.id, answerTo(page.session.book, meeting.about, question))
    this.change(agree(meeting, question, option))
  }

  /** Takes the agreement back; where that was on another day, or somebody answered otherwise since, the answer stays and the question is open again. */
  takeBack (): void {
    const { question, meeting, page } = this
    const { item, field } = question
    const before = this.#before.get(item.id)
    const agreed = meeting.decisions.get(item.id)?.agreed ?? ''
    const isAsAgreed = answerTo(page.session.book, meeting.about, question) === (field.kind === 'check' && agreed === 'no' ? '' : agreed)
    this.#before.delete(item.id)
    this.change([
      ...before === undefined || !isAsAgreed ? [] : [{ kind: 'answer' as const, subject: meeting.about, field: field.id, value: before, wording: field.wording }],
      decide(this, 'state', 'open'), decide(this, 'agreed', ''), decide(this, 'dissent', ''), decide(this, 'by', '')
    ])
  }

  /** Parks the question, or takes it up again. */
  park (): void {
    // What was agreed on by mistake is no answer.
    if (this.state === 'agreed') this.takeBack()
    this.change([decide(this, 'state', this.state === 'parked' ? 'open' : 'parked')])
  }

  /** Makes changes. @param typed Whether somebody types: the rest of the page need not follow at once. */
  change (edits: readonly Edit[], typed = false): void {
    this.page.session.change(edits, typed ? 'typed' : 'elsewhere')
    this.look()
  }
}

/** What changes something about the question that is shown. */
export function decide ({ meeting, question }: MeetingState, part: DecisionPart, value: string): Edit {
  return changeDecision(meeting, question.item.id, part, value)
}

/** The views that say something about what the meeting is about. */
export function viewsHere ({ page, tool, meeting, read }: MeetingState): View[] {
  return viewsOf(page.session.book, read).filter(({ layer }) => answeredBy(layer, tool.id, meeting.about))
}

/** The letters of all views by their ids: the same as where they are compared. */
export function lettersHere ({ page, read }: MeetingState): ReadonlyMap<string, string> {
  const views = viewsOf(page.session.book, read)
  const letters = lettersOf(views)
  return new Map(views.map(({ id }, i) => [id, letters[i]!]))
}

/** What everybody said to the question that is shown; undefined where there are no views. */
export function standingOf (state: MeetingState): Standing | undefined {
  const views = viewsHere(state)
  return views.length === 0 ? undefined : standings(state.tool, state.meeting.about, views).find(({ item }) => item.id === state.question.item.id)
}

/** Whether what was said to the question that is shown is shown too. */
export function isShown ({ shown, question }: MeetingState): boolean {
  return shown.has(question.item.id)
}

/** Whether no question comes after the one that is shown. */
export function isLast ({ place, questions }: MeetingState): boolean {
  return place === questions.length - 1
}
