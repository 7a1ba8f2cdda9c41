import type { FieldDefinition, Guide, InstrumentDefinition, Option, TableDefinition } from '../../workbook/guide.ts'
import type { FillContent } from '../api.ts'

const scale: Option[] = [
  { id: 'not-yet', label: 'Not yet', value: 0 }, { id: 'partly', label: 'Partly in place', value: 1 },
  { id: 'in-place', label: 'In place', value: 2 }, { id: 'na', label: 'Does not apply to us' }
]

function field (id: string, kind: FieldDefinition['kind'], label: string, options?: Option[]): FieldDefinition {
  return { id, kind, label, wording: '12345678', ...(options === undefined ? {} : { options }) }
}

const gives: TableDefinition = {
  id: 'sample.gives',
  label: 'What each side gives',
  blankRows: 4,
  columns: [
    field('what', 'text', 'What'), field('ours', 'long', 'We give'), field('agreed', 'check', 'Agreed'),
    field('by', 'date', 'By when'), field('tie', 'choice', 'Tie', [{ id: 'weak', label: 'A weak tie' }, { id: 'strong', label: 'A "strong" tie & more' }])
  ]
}

const roles: TableDefinition = {
  id: 'sample.roles',
  label: 'Who knows what',
  blankRows: 0,
  fixedRows: [{ key: 'case-management', label: 'Case management' }, { key: 'job-coach', label: 'Job coach' }],
  columns: [field('knows', 'text', 'Knows'), field('signed', 'check', 'Signed')]
}

/** An instrument that has every kind of field, alone and in rows. */
export const sample: InstrumentDefinition = {
  id: 'sample',
  kind: 'worksheet',
  title: 'A sample',
  page: 'tools/sample.html',
  perPartner: true,
  parts: [
    { field: field('sample.name', 'text', 'Name of the program'), item: 'name' },
    { field: field('sample.why', 'long', 'Why?'), item: 'why' },
    { field: field('sample.done', 'check', 'It is done'), item: 'done' },
    { field: field('sample.day', 'date', 'Day of the meeting'), item: 'day' },
    { field: field('sample.safe.answer', 'choice', 'Is it safe?', scale), item: 'safe' },
    { field: field('sample.tie', 'choice', 'How strong is the tie?', scale), item: 'tie' },
    { table: gives },
    { table: roles }
  ]
}

/** The fields of a blank form in order. */
export function blankFields (instrument: InstrumentDefinition): FieldDefinition[] {
  const partner = instrument.perPartner === true ? [field(`${instrument.id}.partner`, 'text', 'Partner')] : []
  return [...partner, ...instrument.parts.flatMap(part => {
    if ('field' in part) return [part.field]
    const keys = part.table.fixedRows?.map(row => row.key) ?? Array.from({ length: part.table.blankRows }, (_, i) => `r${i + 1}`)
    return keys.flatMap(key => part.table.columns.map(column => ({
      ...column, id: `${part.table.id}.${key}.${column.id}`, label: `${part.table.label}, row ${key.slice(1)}: ${column.label}`
    })))
  })]
}

/** A guide with one document that holds the sample. */
export const guide: Guide = {
  version: '2026-11',
  title: 'A guide',
  instruments: [sample],
  documents: [{
    id: 'a-sample', code: 'ab12cd', title: 'A sample', kind: 'instrument', instruments: ['sample'],
    serials: blankFields(sample).map(f => f.id)
  }]
}

export const blankMetadata = JSON.stringify({
  format: 1, document: 'a-sample', code: 'ab12cd', guide: '2026-11', instruments: ['sample'],
  serials: guide.documents[0]!.serials, wording: { 'sample.name': '12345678' }, values: {}
})

/** What to write into the sample. */
export function content (answers: Record<string, string>, rows: Record<string, string[]> = {}, partner?: { id: string, name: string }): FillContent {
  return {
    guide,
    document: guide.documents[0]!,
    answers: new Map(Object.entries(answers)),
    rows: new Map(Object.entries(rows)),
    ...(partner === undefined ? {} : { partner })
  }
}
