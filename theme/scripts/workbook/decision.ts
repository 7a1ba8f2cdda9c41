import { answerText } from './guide-index.ts'
import type { FieldDefinition, InstrumentDefinition, Mark } from './guide.ts'
import { valueOf, type Workbook } from './workbook.ts'

/** What was decided about a partner once the questions of a tool were answered, in words; '' for what is open. */
export interface Decided { verdict: string, day: string, by: string }

/** The question that the verdict answers; undefined where the tool asks for none. */
export function verdictField (instrument: InstrumentDefinition): FieldDefinition | undefined {
  return marked(instrument, 'verdict')
}

/** What was decided about one subject. */
export function decidedOf (instrument: InstrumentDefinition, book: Workbook, subject: string): Decided {
  const said = (mark: Mark): string => {
    const field = marked(instrument, mark)
    return field === undefined ? '' : answerText(valueOf(book, subject, field.id), field)
  }
  return { verdict: said('verdict'), day: said('decided'), by: said('decided-by') }
}

function marked ({ parts }: InstrumentDefinition, mark: Mark): FieldDefinition | undefined {
  for (const part of parts) if ('field' in part && part.field.marks?.includes(mark) === true) return part.field
  return undefined
}
