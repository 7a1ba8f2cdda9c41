import type { InstrumentDefinition } from './guide.ts'
import type { Subject } from './workbook.ts'

/** One thing to answer, as progress counts it. */
export interface ProgressItem {
  /** Fields of which any counts as answered: one for a question, a prefix for a table. */
  answer: { field: string } | { table: string }
  /** Ticked where help is wanted. */
  help?: string
}

export interface Piece { answered: boolean, help: boolean }

export interface Progress {
  pieces: Piece[]
  answered: number
  all: number
  help: number
}

/** How far an instrument is. Unanswered is never counted as "no". */
export function progressOf (items: readonly ProgressItem[], subject: Subject | undefined): Progress {
  const has = (field: string): boolean => (subject?.answers.get(field)?.value ?? '') !== ''
  // Told while someone types: the first cell that is found is enough.
  const hasCell = (table: string): boolean => {
    for (const [field, answer] of subject?.answers ?? []) if (answer.value !== '' && field.startsWith(table + '.')) return true
    return false
  }
  const pieces = items.map(item => ({
    answered: 'field' in item.answer ? has(item.answer.field) : hasCell(item.answer.table),
    help: item.help !== undefined && has(item.help)
  }))
  return {
    pieces,
    answered: pieces.filter(p => p.answered).length,
    all: pieces.length,
    help: pieces.filter(p => p.help).length
  }
}

/** What there is to answer in an instrument of the guide. */
export function itemsOfInstrument (instrument: InstrumentDefinition): ProgressItem[] {
  const fields = instrument.parts.flatMap(part => 'field' in part ? [part.field.id] : [])
  return itemsOfFields(fields, instrument.parts.flatMap(part => 'table' in part ? [part.table.id] : []), instrument.kind)
}

/** The same from field ids in reading order, as a form knows them. */
export function itemsOfFields (fields: readonly string[], tables: readonly string[], kind: string): ProgressItem[] {
  const known = new Set(fields)
  const items: ProgressItem[] = fields
    .filter(field => kind === 'assessment' ? /\..+\.answer$/.test(field) : field.split('.').length === 2)
    .map(field => {
      const help = field.replace(/answer$/, 'help')
      return { answer: { field }, ...(help !== field && known.has(help) && { help }) }
    })
  return [...items, ...tables.map(table => ({ answer: { table } }))]
}
