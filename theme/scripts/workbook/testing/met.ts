import { apply, type Edit } from '../edit.ts'
import type { FieldDefinition, Guide, Option } from '../guide.ts'
import { sayVersion } from '../layers.ts'
import { agree, beginMeeting, changeDecision, changePart, meetingIn, questionsOf, reasonPlace, type Meeting, type Question } from '../meetings.ts'
import { addStep, planHome } from '../plan.ts'
import { emptyWorkbook, type Workbook } from '../workbook.ts'

const scale: Option[] = [{ id: 'not-yet', label: 'Not yet', value: 0 }, { id: 'starting', label: 'Starting', value: 1 }, { id: 'mostly', label: 'Mostly', value: 2 }, { id: 'in-place', label: 'In place', value: 3 }]
const notApplicable: Option = { id: 'does-not-apply', label: 'Does not apply' }
const field = (id: string, kind: FieldDefinition['kind'], more: Partial<FieldDefinition> = {}): FieldDefinition => ({ id, kind, label: id, wording: '0a1b2c3d', ...more })
const letters = ['a', 'b', 'c', 'd']

/** A guide with an assessment of partners, a checklist of the agency, and a plan. */
export const guide: Guide = {
  version: '1', title: 'Guide', documents: [], instruments: [
    {
      id: 'vetting', kind: 'assessment', title: 'Is this partner a good fit?', page: 'tools/vetting.html', perPartner: true, scale: { options: scale, notApplicable },
      parts: letters.flatMap(id => [
        { item: id, field: field(`vetting.${id}.answer`, 'choice', { options: [...scale, notApplicable] }) }, { item: id, field: field(`vetting.${id}.note`, 'long') }
      ]),
      domains: [{ id: 'all', title: 'All', items: letters.map(id => ({ id, label: `Question ${id}?` })) }]
    },
    { id: 'ready', kind: 'checklist', title: 'Ready?', page: 'tools/ready.html', parts: [{ item: 'told', field: field('ready.told', 'check') }], domains: [{ id: 'all', title: 'All', items: [{ id: 'told', label: 'Is everybody told?' }] }] },
    { id: 'steps', kind: 'worksheet', title: 'Plan', page: 'tools/steps.html', parts: [{ table: {
      id: 'steps.all', label: 'Steps', role: 'plan', blankRows: 1, columns: [field('what', 'long', { marks: ['what'] }), field('owner', 'text', { marks: ['owner'] }), field('due', 'date', { marks: ['due'] })]
    } }] }
  ]
}

/** Questions of one of its tools. */
export function asked (tool = 'vetting'): Question[] {
  return questionsOf(guide.instruments.find(({ id }) => id === tool)!, { yes: 'Yes', no: 'Not yet' })
}

/** Does something at a moment of its own. */
export function does (book: Workbook, at: number, edits: readonly Edit[], by = 'va'): void {
  apply(book, edits, { at, by })
}

/** A workbook with two partners and a meeting about the first: one question agreed on with a reason, dissent and a step, one parked, one left open. */
export function met (): { book: Workbook, meeting: () => Meeting, id: string } {
  const book = emptyWorkbook('w1', '2026-11')
  does(book, 1000, [{ kind: 'partner', id: 'p1', name: 'Bakery' }, { kind: 'partner', id: 'p2', name: 'College' }])
  const { id, edits } = beginMeeting('vetting', 'p1', { day: '2026-11-30', roles: ['Program director', 'Case manager'], random: 'abc123xyz' })
  does(book, 2000, edits)
  sayVersion(book)
  const meeting = (): Meeting => meetingIn(book, id)!
  const [a, b, c] = asked() as [Question, Question, Question, Question]
  does(book, 2010, agree(meeting(), a, 'starting'))
  does(book, 2011, [{ kind: 'answer', ...reasonPlace(meeting(), a), value: 'Checked for staff.' }, changeDecision(meeting(), 'a', 'by', 'Case manager')])
  const step = addStep(book, planHome(guide), { at: 2012, by: 'va' }, { what: 'Ask about drivers', who: 'Case manager', due: '2026-12-11', from: 'p1/vetting.a' })
  does(book, 2012, step.edits)
  const row = step.edits.find(edit => edit.kind === 'row')!
  does(book, 2013, [changeDecision(meeting(), 'a', 'steps', row.born!), changePart(meeting(), 'now', 'b')])
  does(book, 2014, [changeDecision(meeting(), b.item.id, 'state', 'parked'), { kind: 'answer', ...reasonPlace(meeting(), b), value: 'Wait for their director.' }])
  does(book, 2015, [changeDecision(meeting(), c.item.id, 'state', 'open')])
  return { book, meeting, id }
}
