import { detail } from '../words/exports.ts'
import type { Step } from './plan.ts'
import { cleanText } from './text.ts'

/** What stands before the first step, who does it, and who can help. */
export interface CalendarLabels { first: string, who: string, partners: string }

/** A day to be in a calendar. */
export interface CalendarDay {
  /** Names it in this workbook for as long as it stands there. */
  key: string
  /** Such as 2026-03-14; another text leaves it out. */
  due: string
  /** When it was last changed. */
  at: number
  what: string
  details: string
}

/** The steps of a plan as days of a calendar. */
export function stepDays (steps: readonly Step[], labels: CalendarLabels): CalendarDay[] {
  return steps.map(step => ({
    ...step,
    details: (['first', 'who', 'partners'] as const).filter(part => step[part] !== '').map(part => detail({ what: labels[part], text: step[part] })).join('\n')
  }))
}

/** The due dates of a plan as a calendar file. */
export function calendar (steps: readonly Step[], plan: string, title: string, labels: CalendarLabels): string {
  return calendarOf(stepDays(steps, labels), plan, title)
}

/**
 * Days as an iCalendar file (RFC 5545): a whole day each, and the same file for the same days. A day keeps its name for as long as
 * it stands in the workbook: who takes the file in again later sees it once, as it is then.
 * @param plan Names the workbook among all others.
 */
export function calendarOf (days: readonly CalendarDay[], plan: string, title: string): string {
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Partnership Toolkit//Action plan//EN', 'CALSCALE:GREGORIAN', `X-WR-CALNAME:${escape(title)}`]
  for (const { key, due, at, what, details } of days) {
    const next = dayAfter(due)
    if (next === null) continue
    lines.push(
      'BEGIN:VEVENT',
      `UID:${`${key}-${plan}`.replace(/[^\w.-]/g, '')}@partnership-toolkit`,
      `DTSTAMP:${utc(at)}`,
      `LAST-MODIFIED:${utc(at)}`,
      `DTSTART;VALUE=DATE:${due.replaceAll('-', '')}`,
      `DTEND;VALUE=DATE:${next}`,
      `SUMMARY:${escape(what)}`,
      ...(details === '' ? [] : [`DESCRIPTION:${escape(details)}`]),
      'TRANSP:TRANSPARENT',
      'END:VEVENT')
  }
  lines.push('END:VCALENDAR')
  return lines.flatMap(fold).join('\r\n') + '\r\n'
}

function escape (text: string): string {
  return cleanText(text).replace(/[\\,;]/g, '\\$&').replace(/\n/g, '\\n')
}

/** The last moment of a year of four digits. */
const latest = 253_402_300_799_999

function utc (at: number): string {
  return new Date(Math.min(at, latest)).toISOString().replace(/[-:]|\.\d+/g, '')
}

/** Null where there is no such day. */
function dayAfter (iso: string): string | null {
  const at = Date.parse(`${iso}T00:00:00Z`)
  const day = /^\d{4}-\d\d-\d\d$/.test(iso) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(iso)
  return day ? utc(at + 86_400_000).slice(0, 8) : null
}

/** Lines are at most 75 bytes; what follows a fold starts with a space. No character is cut in two. */
function fold (line: string): string[] {
  const encoder = new TextEncoder()
  const folded: string[] = []
  let current = ''
  let bytes = 0
  for (const character of line) {
    const size = encoder.encode(character).length
    if (bytes + size > 75) {
      folded.push(current)
      current = ' '
      bytes = 1
    }
    current += character
    bytes += size
  }
  return [...folded, current]
}
