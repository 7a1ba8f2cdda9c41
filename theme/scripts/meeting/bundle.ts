import type { StartPart } from '../page/page.ts'
import { askToMeet } from './begin.ts'
import { offerMeetings } from './from-file.ts'
import { startMeetings } from './list.ts'
import { resumeMeeting } from './view.ts'

declare global {
  interface Provided { meeting: MeetingApi }
}

/** What the script `meeting` provides: a team goes through one tool, question by question, on a screen that everybody sees. */
export interface MeetingApi {
  parts: Readonly<Record<string, StartPart>>
  /** Asks what to meet on and who is there, and begins. */
  askToMeet: typeof askToMeet
  /** Goes on with the meeting that this tab held. */
  resumeMeeting: typeof resumeMeeting
  /** What a workbook file that somebody opened holds of meetings. */
  offerMeetings: typeof offerMeetings
}

const meeting: MeetingApi = { parts: { meeting: startMeetings }, askToMeet, resumeMeeting, offerMeetings }

window.toolkit?.provide('meeting', meeting)
