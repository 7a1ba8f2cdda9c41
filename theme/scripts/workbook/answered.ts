import { ownValue } from './alike.ts'
import type { View } from './colleagues.ts'

/** Fields of an instrument to which views say something about a subject. */
export function fieldsAnswered (views: readonly View[], instrument: string, subject: string): Set<string> {
  return new Set(views.flatMap(({ layer: { kind, counts, subjects } }) => kind === 'counts'
    ? Object.keys(ownValue(counts, subject) ?? {})
    : Object.entries(ownValue(subjects, subject)?.answers ?? {}).flatMap(([field, { value }]) => value === '' ? [] : [field])).filter(field => field.startsWith(`${instrument}.`)))
}
