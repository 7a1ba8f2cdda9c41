import type { FieldDefinition, Guide, Mark, TableDefinition, TableRole } from './guide.ts'

/** Tables of the agency in which people add rows, in the order of the guide: those that can have a role. */
export function freeTables (guide: Guide): TableDefinition[] {
  return guide.instruments.flatMap(instrument => instrument.perPartner === true ? [] : instrument.parts.flatMap(part =>
    'table' in part && part.table.fixedRows === undefined ? [part.table] : []))
}

/** The table of which the guide says that it has a role; of several the first. Guides before roles say nothing. */
export function tableWith (guide: Guide, role: TableRole): TableDefinition | undefined {
  return freeTables(guide).find(table => table.role === role)
}

/** By table, since this is asked for each of a thousand rows; a guide does not change. */
const marked = new WeakMap<TableDefinition, Map<Mark, FieldDefinition>>()

/** The column of which the guide says that it holds this; of several the first. */
export function columnWith (table: TableDefinition, mark: Mark): FieldDefinition | undefined {
  let columns = marked.get(table)
  if (columns === undefined) {
    columns = new Map([...table.columns].reverse().flatMap(column => column.marks?.map(mark => [mark, column] as const) ?? []))
    marked.set(table, columns)
  }
  return columns.get(mark)
}
