import { isDay, today as dayOf } from './day.ts'
import type { Mark, TableDefinition } from './guide.ts'
import { columnWith } from './roles.ts'

/** Why it is time to look at a row again; the first that holds. */
export type Look = 'due' | 'review' | 'checked'

/**
 * Why it is time to look at a row again: a step or an agreement is due, or nobody has looked for a year. A row in which no day of checking
 * stands was looked at when it was last written in; where a table has no such column, nobody says so. What is done is looked at no more.
 * @param value What the row says in a column. @param touched When what it says was last written, in milliseconds since 1970; 0 for never. @param today Such as 2026-03-14.
 */
export function lookOf (table: TableDefinition, value: (column: string) => string, touched: number, today: string): Look | null {
  const said = (mark: Mark): string => {
    const column = columnWith(table, mark)
    return column === undefined ? '' : value(column.id)
  }
  const isPast = (day: string): boolean => isDay(day) && day <= today
  if (said('done') !== '') return null
  if (isPast(said('due'))) return 'due'
  if (isPast(said('review'))) return 'review'
  if (touched === 0 || columnWith(table, 'checked') === undefined) return null
  const checked = said('checked')
  return (isDay(checked) ? checked : dayOf(new Date(touched))) < yearBefore(today) ? 'checked' : null
}

function yearBefore (day: string): string {
  return `${String(Number(day.slice(0, 4)) - 1).padStart(4, '0')}${day.slice(4)}`
}
