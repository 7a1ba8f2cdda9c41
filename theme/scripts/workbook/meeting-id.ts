/**
 * The subjects under which meetings are kept: `meeting-`, six characters at random, and whom it is about. The id says it, so that a change
 * of one entry is known to belong to a partner who is erased.
 */
const mark = 'meeting-'
/** Stands in the place of an item in what a meeting keeps of itself. */
export const itself = 'meeting'
/** Characters of whom it is about, at most: the id is one segment. */
const longestTail = 9

/** Whether a subject of a workbook is a meeting. */
export function isMeeting (subject: string): boolean {
  return subject.startsWith(mark)
}

/** The id of a meeting. @param about `agency` or a partner's id. @param random Letters and digits. */
export function meetingId (about: string, random: string): string {
  return `${mark}${random.slice(0, 6)}-${tailOf(about)}`
}

/** The id that a meeting has where its partner is called otherwise. */
export function movedTo (meeting: string, about: string): string {
  return meetingId(about, meeting.slice(mark.length))
}

/** Whether a subject is a meeting about somebody. */
export function isMeetingAbout (meeting: string, about: string): boolean {
  return isMeeting(meeting) && meeting.slice(meeting.indexOf('-', mark.length) + 1) === tailOf(about)
}

/** Ids that pages give fit; of others a hash stands for them. */
function tailOf (about: string): string {
  if (about.length <= longestTail) return about
  let hash = 0x811c9dc5
  for (const character of about) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193)
  return `h${(hash >>> 0).toString(36)}`
}

/** Whether a meeting on a tool about somebody is not ended: what a page with its questions asks, without reading more of meetings. */
export function goesOn (book: { subjects: ReadonlyMap<string, { answers: ReadonlyMap<string, { value: string }> }> }, tool: string, about: string): boolean {
  const says = (answers: ReadonlyMap<string, { value: string }>, part: string): boolean => (answers.get(`${tool}.${itself}.${part}`)?.value ?? '') !== ''
  return [...book.subjects].some(([id, { answers }]) => isMeetingAbout(id, about) && says(answers, 'started') && !says(answers, 'ended'))
}
