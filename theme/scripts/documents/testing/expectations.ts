import { readFileSync } from 'node:fs'
import type { FieldDefinition, Guide } from '../../workbook/guide.ts'

const field = (id: string, kind: FieldDefinition['kind'], label: string, ...options: string[]): { field: FieldDefinition, item: string } =>
  ({ item: id, field: { ...column(id, kind, label), id: `expectations.${id}`, ...options.length > 0 && { options: options.map(id => ({ id, label: id.replaceAll('-', ' ') })) } } })

const column = (id: string, kind: FieldDefinition['kind'], label: string): FieldDefinition => ({ id, kind, label, wording: '12345678' })

/** As much of the guide as the files in `cases` need: the worksheet that they are made of. */
export const expectations: Guide = {
  version: '2026-11',
  title: 'A guide',
  documents: [],
  instruments: [{
    id: 'expectations',
    kind: 'worksheet',
    title: 'What each side expects',
    page: 'tools/expectations.html',
    perPartner: true,
    parts: [
      field('our-hope', 'long', 'What do we hope this partnership will change for survivors?'),
      field('their-hope', 'long', 'What does the partner hope it will change?'),
      field('values', 'choice', 'How close are our values?', 'shared', 'close', 'far-apart', 'not-discussed'),
      field('differences', 'long', 'Where do we see things differently?'),
      {
        table: {
          id: 'expectations.give-and-take',
          label: 'What each side puts in',
          blankRows: 4,
          columns: [
            column('what', 'text', 'What'), column('ours', 'long', 'We give'), column('theirs', 'long', 'The partner gives'), column('agreed', 'check', 'Agreed'),
            column('by', 'date', 'By when')
          ]
        }
      },
      field('kind', 'choice', 'What kind of partnership are we looking for?', 'one-project', 'trial-first', 'long-term', 'not-known'),
      field('our-contact', 'text', 'Who speaks for our agency?'),
      field('their-contact', 'text', 'Who speaks for the partner?'),
      field('when-not-working', 'long', 'How will we tell each other when something is not working?'),
      field('next-meeting', 'date', 'When do we meet next?'),
      field('both-agree', 'check', 'Both sides have read this, and agree.')
    ]
  }]
}

/** A file that a program of the world changed. */
export function caseFile (name: string): Uint8Array {
  return new Uint8Array(readFileSync(`scripts/documents/testing/cases/${name}`))
}
