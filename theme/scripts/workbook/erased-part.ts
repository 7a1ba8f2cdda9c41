import { isMeetingAbout } from './meeting-id.ts'
import { planSubject } from './workbook.ts'

/** What is taken out of a workbook: one partner with its name and meetings, one instrument about whomever, or one layer; a meeting by its id, as a partner. */
export type Part = { partner: string } | { instrument: string } | { layer: string }

/** Whether an entry is moved with the part. @param value Of an answer. */
export function belongsTo (part: Part, subject: string, field: string, value = ''): boolean {
  if ('layer' in part) return false
  const origin = field.endsWith('.from') && subject === planSubject
  return 'partner' in part
    ? subject === part.partner || isMeetingAbout(subject, part.partner) || (origin && value.startsWith(part.partner + '/'))
    : field.startsWith(part.instrument + '.') || (origin && value.includes(`/${part.instrument}.`))
}
