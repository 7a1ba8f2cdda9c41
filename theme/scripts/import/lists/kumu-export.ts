import type { Table } from '../../documents/tables/api.ts'
import { answerText } from '../../workbook/guide-index.ts'
import type { TableDefinition } from '../../workbook/guide.ts'
import { columnWith } from '../../workbook/roles.ts'
import { presentRows } from '../../workbook/table-rows.ts'
import type { Workbook } from '../../workbook/workbook.ts'
import { its } from './kumu.ts'
import { kumu } from '../../words/import.ts'

/** The two lists of Kumu: who there is, and who is connected with whom. Rows without a name are in neither: Kumu knows things by their names. */
export function kumuTables (table: TableDefinition, book: Workbook, subject: string | null): { elements: Table, connections: Table } {
  const [name, category, closeness, introducer] = (['name', 'category', 'closeness', 'introducer'] as const).map(mark => columnWith(table, mark))
  const others = table.columns.filter(column => column !== name && column !== category)
  const rows = presentRows(book, subject, table).filter(({ values }) => name !== undefined && (values.get(name.id) ?? '').trim() !== '')
  const text = (values: ReadonlyMap<string, string>, column: typeof name): string => column === undefined ? '' : answerText(values.get(column.id) ?? '', column)
  // As it is written: a day in words would not come back from every program.
  const cell = (values: ReadonlyMap<string, string>, column: typeof name): string => column?.kind === 'date' ? values.get(column.id) ?? '' : text(values, column)
  return {
    elements: { title: table.label, columns: [its.name, its.type, ...others.map(({ label }) => label)], rows: rows.map(({ values }) => [cell(values, name), cell(values, category), ...others.map(column => cell(values, column))]) },
    connections: {
      title: table.label, columns: [its.from, its.to, its.type], rows: rows.flatMap(({ values }) => [
        ...text(values, closeness) === '' ? [] : [[kumu.us, cell(values, name), text(values, closeness)]],
        ...text(values, introducer) === '' ? [] : [[text(values, introducer), cell(values, name), kumu.introduces]]
      ])
    }
  }
}
