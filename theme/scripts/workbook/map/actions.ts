import type { Edit } from '../edit.ts'
import { addStep, planHome, type StepField } from '../plan.ts'
import type { Guide } from '../guide.ts'
import { randomName } from '../stamp.ts'
import { writtenName } from '../unnamed.ts'
import { agency, planSubject, type Stamp, type Workbook } from '../workbook.ts'
import { asideValues, type Fact } from './findings.ts'
import { fieldOf, type MapTable, type Organization } from './organizations.ts'

/** What adds a step to the plan. */
export function planStep (guide: Guide, book: Workbook, stamp: Stamp, values: Partial<Record<StepField, string>>): Edit[] {
  return addStep(book, planHome(guide), stamp, values).edits
}

/** What says of organizations that they were checked today. */
export function checkedToday (of: MapTable, organizations: readonly Organization[], today: string): Edit[] {
  return organizations.flatMap((one): Edit[] => {
    const field = fieldOf(of, one.key, 'checked')
    return field === null ? [] : [{ kind: 'answer', subject: agency, field, value: today, wording: of.columns.get('checked')!.wording }]
  })
}

/** What makes a partner of an organization, and the partner's id. */
export function asPartner ({ name }: Organization, id = randomName('p')): { id: string, edits: Edit[] } {
  return { id, edits: [{ kind: 'partner', id, ...writtenName(name) }] }
}

/** What puts facts aside, or brings them back. */
export function putAside (of: MapTable, facts: readonly Fact[], book: Workbook, aside: boolean): Edit[] {
  return asideValues(of, facts, book, aside).map(({ field, value }): Edit => ({ kind: 'answer', subject: planSubject, field, value }))
}
