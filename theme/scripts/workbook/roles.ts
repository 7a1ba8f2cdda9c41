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

/** The column of which the guide says that it holds this; of several the first. */
export function columnWith (table: TableDefinition, mark: Mark): FieldDefinition | undefined {
  return table.columns.find(column => column.marks?.includes(mark))
}
