import type { TemplateRow } from '../documents/templates/api.ts'
import type { FieldDefinition, InstrumentDefinition } from '../workbook/guide.ts'
import { answerText } from '../workbook/guide-index.ts'
import * as words from '../words/reports.ts'

/** Labels of the answers of a scale, by id. */
export function optionLabels (instrument: InstrumentDefinition): ReadonlyMap<string, string> {
  const { options = [], notApplicable } = instrument.scale ?? {}
  return new Map([...options, ...notApplicable === undefined ? [] : [notApplicable]].map(o => [o.id, o.label]))
}

/** Rows of a template; one that says that there is nothing where there is none. */
export function rowsOr (cells: readonly Record<string, string>[]): TemplateRow[] {
  return (cells.length > 0 ? cells : [{ question: words.nothing }]).map(one => ({ cells: one }))
}

/** An answer for a spreadsheet: as people read it, but days in the one form that every program sorts. */
export function cellText (value: string, definition: FieldDefinition | undefined): string {
  if (definition === undefined) return value
  switch (definition.kind) {
    case 'date': return value
    case 'text':
    case 'long':
    case 'choice':
    case 'check': return answerText(value, definition)
  }
}
