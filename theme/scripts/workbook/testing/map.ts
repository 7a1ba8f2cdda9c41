import { apply, type Edit } from '../edit.ts'
import type { FieldDefinition, Guide, Mark, Option } from '../guide.ts'
import { mapTable, readMap, type CommunityMap, type MapTable } from '../map/organizations.ts'
import { agency, emptyWorkbook, type Workbook } from '../workbook.ts'

const sectorNames = [
  'Employers', 'Schools and training', 'Workforce programs', 'Small-business support', 'Banks and credit unions', 'Legal services', 'Health and counseling', 'Housing',
  'Childcare and family services', 'Faith, civic and giving groups'
]
const options = (stem: string, labels: readonly string[]): Option[] => labels.map((label, i) => ({ id: `${stem}${i}`, label }))
const field = (mark: Mark, kind: FieldDefinition['kind'] = 'text', list?: Option[]): FieldDefinition =>
  ({ id: mark, kind, label: mark, wording: '00000000', marks: [mark], ...list !== undefined && { options: list } })

/** A guide with a map, a plan, and the questions that vet a partner. */
export function guideWithMap (sectors: readonly string[] = sectorNames, ties: readonly string[] = ['Working together', 'In conversation', 'Met once', 'Know of them']): Guide {
  return {
    version: '1', title: 'Guide', documents: [], instruments: [
      { id: 'map', kind: 'worksheet', title: 'Map', page: 'tools/map.html', parts: [{ table: {
        id: 'map.all', label: 'All', role: 'map', blankRows: 6, columns: [
          field('name'), field('category', 'choice', options('s', sectors)), field('closeness', 'choice', options('t', ties)),
          field('level', 'choice', options('l', ['One person', 'A team', 'A department', 'The whole organization'])), field('known-by'), field('introducer'),
          field('strengths', 'long'), field('gain', 'long'), field('offer', 'long'), field('next-step', 'long'), field('owner'), field('due', 'date'), field('checked', 'date'), field('review', 'date')
        ]
      } }] },
      { id: 'steps', kind: 'worksheet', title: 'Plan', page: 'tools/steps.html', parts: [{ table: {
        id: 'steps.all', label: 'Steps', role: 'plan', blankRows: 1, columns: [field('what', 'long'), field('owner'), field('due', 'date'), field('status', 'choice', options('', ['not-started', 'done']))]
      } }] },
      { id: 'vetting', kind: 'assessment', title: 'Vetting', page: 'tools/vetting.html', perPartner: true, parts: ['a', 'b'].map(item => ({
        item, field: { id: `vetting.${item}.answer`, kind: 'choice' as const, label: item, wording: '00000000', options: options('v', ['Not yet', 'In place']) }
      })), domains: [{ id: 'd', title: 'D', items: [{ id: 'a', label: 'A', critical: true }, { id: 'b', label: 'B' }] }] }
    ]
  }
}

/** What a row says, by marks; the sector, how close, and the level as numbers. */
export type Said = Partial<Record<Mark, string>> & { sector?: number, tie?: number, level_?: number }

/** A workbook whose map has these rows, r1 and on. @param at When they were written. */
export function bookWith (rows: readonly Said[], at = Date.parse('2026-11-01')): Workbook {
  const book = emptyWorkbook('b', '1')
  apply(book, rows.flatMap((row, i): Edit[] => Object.entries(row).map(([mark, value]) => {
    const [column, text] = mark === 'sector' ? ['category', `s${value}`] : mark === 'tie' ? ['closeness', `t${value}`] : mark === 'level_' ? ['level', `l${value}`] : [mark, String(value)]
    return { kind: 'answer', subject: agency, field: `map.all.r${i + 1}.${column}`, value: text }
  })), { at, by: 'test' })
  return book
}

/** The day on which these tests take place. */
export const now = '2026-11-30'

/** The map of a workbook. */
export function mapOf (guide: Guide, book: Workbook): { of: MapTable, map: CommunityMap } {
  const of = mapTable(guide)!
  return { of, map: readMap(of, book, now) }
}
