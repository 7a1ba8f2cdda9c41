import type { Edit } from './edit.ts'
import type { FieldDefinition, Guide } from './guide.ts'
import { agency, type Answer, type Workbook } from './workbook.ts'

/** The field that says why, beside that of an answer. */
export function noteOf (field: string): string {
  return field.replace(/answer$/, 'note')
}

/**
 * What a team agreed on, as changes of the workbook: what differs from what the form opened with. What another tab wrote there since stays beside it.
 * @param whom Whom colleagues alone know is a partner of ours from now on.
 * @param opened What stood in each field then.
 */
export function agreeing (
  book: Workbook, guide: Guide, whom: { subject: string, name: string }, said: readonly { field: string, value: string }[], opened: ReadonlyMap<string, Answer | undefined>
): Edit[] {
  const { subject, name } = whom
  const edits = said.flatMap(({ field, value }): Edit[] => {
    const shown = opened.get(field)
    if (value === (shown?.value ?? '')) return []
    const definition = fieldOf(guide, field)
    const isOlder = book.subjects.get(subject)?.answers.get(field)?.value !== shown?.value
    return [{ kind: 'answer', subject, field, value, ...definition !== undefined && { wording: definition.wording }, ...isOlder && { over: shown ?? { at: 0, by: '' } } }]
  })
  return edits.length === 0 || subject === agency || book.partners.has(subject) ? edits : [{ kind: 'partner', id: subject, name }, ...edits]
}

function fieldOf ({ instruments }: Guide, id: string): FieldDefinition | undefined {
  for (const { parts } of instruments) for (const part of parts) if ('field' in part && part.field.id === id) return part.field
  return undefined
}
