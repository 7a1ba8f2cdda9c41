import type { FilledFrom } from './read-document.ts'
import { layersOf, type Layer } from './layers.ts'
import { isClosed, tellsOurs } from './layer-id.ts'
import { roundsOf, type Round } from './rounds.ts'
import type { Workbook } from './workbook.ts'

/** Answers that a document can be filled from beside today's: a round, or a view of a colleague. */
export interface Source { id: string, layer: Layer }

/** Rounds and views that say something to these instruments about whom a document is about; the latest first. @param subjects The agency, and the partner. */
export function sourcesOf (book: Workbook, instruments: readonly string[], subjects: readonly string[]): Source[] {
  return layersOf(book).filter(({ id, layer }) => layer.kind !== 'counts' && !isClosed(id) && !tellsOurs(id) &&
    subjects.some(subject => Object.keys(layer.subjects[subject]?.answers ?? {}).some(field => instruments.includes(field.slice(0, field.indexOf('.'))))))
    .sort((a, b) => b.layer.day < a.layer.day ? -1 : b.layer.day > a.layer.day ? 1 : b.layer.at - a.layer.at)
}

/** What a document that is filled from it says of itself. */
export function toldOf ({ layer: { kind, name, day, at } }: Source): FilledFrom {
  return { kind: kind === 'round' ? 'round' : 'view', name, day, at }
}

/**
 * The round that was still going on here when a document was filled with the answers of its day, and is closed by now; null where none is. A
 * round that was made of an old file says nothing: it is of an earlier day.
 */
export function roundSince (book: Workbook, { kind, at, day }: FilledFrom): Round | null {
  if (kind !== 'today') return null
  return roundsOf(book).filter(({ layer }) => layer.at > at && layer.day >= day).sort((a, b) => a.layer.at - b.layer.at)[0] ?? null
}
