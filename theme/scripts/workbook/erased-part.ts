import { planSubject } from './workbook.ts'

/** What is taken out of a workbook: one partner with its name, one instrument about whomever, or one layer. */
export type Part = { partner: string } | { instrument: string } | { layer: string }

/** Whether an entry is moved with the part. @param value Of an answer. */
export function belongsTo (part: Part, subject: string, field: string, value = ''): boolean {
  if ('layer' in part) return false
  const origin = field.endsWith('.from') && subject === planSubject
  return 'partner' in part
    ? subject === part.partner || (origin && value.startsWith(part.partner + '/'))
    : field.startsWith(part.instrument + '.') || (origin && value.includes(`/${part.instrument}.`))
}
