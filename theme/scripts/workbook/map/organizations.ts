import { parseFieldId } from '../field-id.ts'
import type { FieldDefinition, Guide, InstrumentDefinition, Mark, Option, TableDefinition } from '../guide.ts'
import { lookOf, type Look } from '../look.ts'
import { columnWith, tableWith } from '../roles.ts'
import { rowNumber } from '../row-key.ts'
import { presentRows } from '../table-rows.ts'
import { agency, type Workbook } from '../workbook.ts'

/** The table that is the agency's map, with the columns that are read of it by their marks. */
export interface MapTable {
  table: TableDefinition
  instrument: InstrumentDefinition
  /** By mark: only those that the guide has. */
  columns: ReadonlyMap<Mark, FieldDefinition>
  /** What parts the map: the options of the column `category`. */
  sectors: readonly Option[]
  /** How close: the options of the column `closeness`, the closest first. */
  ties: readonly Option[]
  /** At which level, from one person to the whole: the options of the column `level`. */
  levels: readonly Option[]
}

const read = [
  'name', 'category', 'closeness', 'level', 'known-by', 'introducer', 'strengths', 'gain', 'offer', 'serves', 'agreement', 'review', 'next-step', 'owner', 'due', 'checked'
] as const satisfies readonly Mark[]

/** What an organization's row says, as it was written; '' for nothing. */
type Said = Record<typeof read[number], string>

/** One organization of the map. */
export interface Organization {
  /** Key of its row. */
  key: string
  /** Its row's number: rows are born in this order, and none ever gets another's. */
  born: number
  name: string
  /** Indices among the options; null where nothing is said, or an option that the guide does not have any more. */
  sector: number | null
  tie: number | null
  level: number | null
  said: Said
  /** When what the row says was last written, in milliseconds since 1970. */
  touched: number
  look: Look | null
}

/** The map as its rows say it. */
export interface CommunityMap {
  of: MapTable
  /** In the order of the table. */
  organizations: readonly Organization[]
  /** Keys of rows that say something, and no name. */
  nameless: readonly string[]
  /** Sectors in which somebody is, shown or not: the others are open. */
  known: ReadonlySet<number>
}

/** The guide's map; null where it has none, or one that does not say what parts it and how close somebody is. */
export function mapTable (guide: Guide): MapTable | null {
  const table = tableWith(guide, 'map')
  if (table === undefined) return null
  const columns = new Map(read.flatMap(mark => {
    const column = columnWith(table, mark)
    return column === undefined ? [] : [[mark, column] as const]
  }))
  const [sectors, ties] = [columns.get('category')?.options, columns.get('closeness')?.options]
  const instrument = guide.instruments.find(one => one.id === parseFieldId(table.id)?.[0])
  return sectors === undefined || ties === undefined || ties.length < 2 || instrument === undefined || !columns.has('name')
    ? null
    : { table, instrument, columns, sectors, ties, levels: columns.get('level')?.options ?? [] }
}

/** Id of the field that holds what is marked so in a row; null where the guide has no such column. */
export function fieldOf (of: MapTable, key: string, mark: Mark): string | null {
  const column = of.columns.get(mark)
  return column === undefined ? null : `${of.table.id}.${key}.${column.id}`
}

/** @param today Such as 2026-03-14. */
export function readMap (of: MapTable, book: Workbook, today: string): CommunityMap {
  const organizations: Organization[] = []
  const nameless: string[] = []
  for (const { key, values, touched } of presentRows(book, agency, of.table)) {
    if (touched === 0) continue
    const said = Object.fromEntries(read.map(mark => [mark, values.get(of.columns.get(mark)?.id ?? '') ?? ''])) as Said
    const name = said.name.trim()
    if (name === '') {
      nameless.push(key)
      continue
    }
    organizations.push({
      key, born: rowNumber(key), name, said, touched,
      sector: indexOf(of.sectors, said.category), tie: indexOf(of.ties, said.closeness), level: indexOf(of.levels, said.level),
      look: lookOf(of.table, column => values.get(column) ?? '', touched, today)
    })
  }
  return { of, organizations, nameless, known: new Set(organizations.flatMap(one => one.sector ?? [])) }
}

/** A map without those whose rows are not shown. */
export function withoutRows (map: CommunityMap, hidden: ReadonlySet<string>): CommunityMap {
  return hidden.size === 0 ? map : { ...map, organizations: map.organizations.filter(one => !hidden.has(one.key)) }
}

function indexOf (options: readonly Option[], id: string): number | null {
  const at = options.findIndex(option => option.id === id)
  return at < 0 ? null : at
}
