import type { Question } from '../workbook/meetings.ts'
import { key as letters } from '../words/meeting.ts'

/** What a single key does in a meeting. */
export type Press = { act: 'show' | 'park' | 'next' | 'back' } | { act: 'agree', option: string }

/** What is known of a press of a key; a part of what browsers say. */
export interface Pressed { key: string, ctrlKey: boolean, altKey: boolean, metaKey: boolean, repeat: boolean }

/** Where the focus is: in a text nothing is a single key, and the arrows belong to who chooses among answers. */
export type Focus = 'text' | 'choice' | 'elsewhere'

/** What a key does: digits answer, from 1 for the lowest, 0 for what does not apply; null for nothing. */
export function pressOf ({ key, ctrlKey, altKey, metaKey, repeat }: Pressed, focus: Focus, { options, notApplicable }: Pick<Question, 'options' | 'notApplicable'>): Press | null {
  if (focus === 'text' || ctrlKey || altKey || metaKey || repeat) return null
  if (/^\d$/.test(key)) {
    const option = key === '0' ? notApplicable : options[Number(key) - 1]
    return option === undefined ? null : { act: 'agree', option: option.id }
  }
  if (key === 'ArrowLeft') return focus === 'choice' ? null : { act: 'back' }
  for (const act of ['show', 'park', 'next'] as const) if (key.toLowerCase() === letters[act].toLowerCase()) return { act }
  return null
}
