import { isSame, knows, versionsOf, type Beside } from './beside.ts'
import type { Answer } from './workbook.ts'

/** Whose answer to what; null where there is nobody yet. */
export interface AnswerPlace { subject: string | null, field: string }

/** The text that somebody is typing: as long as the focus stays, nothing else is shown in its place. */
export interface Typing extends Answer, AnswerPlace {}

/** What somebody makes of a text that stands beside another one. */
export type Choice = 'use' | 'add' | 'drop'

/**
 * What somebody is typing in a place, unless it is gone: locked, erased, about another partner.
 * @param answer What the workbook holds there.
 */
export function heldAt (typing: Typing | null, place: AnswerPlace, answer: Answer | undefined): Typing | undefined {
  if (typing?.field !== place.field || typing.subject !== place.subject) return undefined
  return answer !== undefined && knows(answer, typing) ? typing : undefined
}

/**
 * What is to be done when somebody stops typing: nothing where the text counts or is gone; to keep it in sight beside what
 * another tab wrote there meanwhile; or to show that, where it was written by somebody who knew of this text.
 */
export function afterTyping (held: Typing | undefined, answer: Answer | undefined): 'nothing' | 'keep' | 'show' {
  if (held === undefined || answer === undefined || isSame(answer, held)) return 'nothing'
  return versionsOf(answer).some(version => isSame(version, held)) ? 'keep' : 'show'
}

/**
 * The answer after a choice between it and a text beside it.
 * @param separator What stands between the two where one is added to the other.
 * @param wording Of the question as it is now: who leaves a text as it is does not say that it is right for other words of it.
 */
export function afterChoice (choice: Choice, value: string, present: string, separator: string, wording: Wording, before: Answer | undefined): { value: string } & Wording & Beside {
  return {
    value: choice === 'use' ? value : choice === 'add' ? present + separator + value : present,
    ...choice === 'use' ? wording : wordingOf(before),
    gone: [value]
  }
}

/** The wording of the question that was answered, where it is known. */
export interface Wording { wording?: string }

/** The wording that an answer, or a field, carries. */
export function wordingOf (answer: { wording?: string | undefined } | undefined): Wording {
  return answer?.wording === undefined ? {} : { wording: answer.wording }
}
