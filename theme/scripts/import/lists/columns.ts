import type { FieldDefinition, TableDefinition } from '../../workbook/guide.ts'

/** The column by which people call a row: the marked one, else the first. */
export function nameColumn (table: TableDefinition): FieldDefinition {
  return table.columns.find(column => column.marks?.includes('name')) ?? table.columns.find(column => /^(?:text|long)$/.test(column.kind)) ?? table.columns[0]!
}

/** Columns in the order in which a row shows them: what it shows at once comes first. */
export function asShown (table: TableDefinition): FieldDefinition[] {
  const isMain = (column: FieldDefinition): boolean => column.marks?.includes('main') === true
  return table.columns.some(isMain) ? [...table.columns.filter(isMain), ...table.columns.filter(column => !isMain(column))] : table.columns
}
