import { parseFieldId } from '../workbook/field-id.ts'
import type { FieldKind, Guide, InstrumentDefinition, Option, TableDefinition } from '../workbook/guide.ts'

/** What the guide knows about one field id. */
export interface KnownField {
  label: string
  kind: FieldKind | 'partner'
  options: readonly Option[]
}

/** Finds the definition of any field id, cells of rows that were added included. */
export class GuideFields {
  readonly #fields = new Map<string, KnownField>()
  readonly #tables = new Map<string, TableDefinition>()

  constructor (guide: Guide) {
    for (const instrument of guide.instruments) this.#add(instrument)
  }

  #add (instrument: InstrumentDefinition): void {
    if (instrument.perPartner === true) this.#fields.set(`${instrument.id}.partner`, { kind: 'partner', label: '', options: [] })
    for (const part of instrument.parts) {
      if ('field' in part) {
        this.#fields.set(part.field.id, { options: [], ...part.field })
      } else {
        this.#tables.set(part.table.id, part.table)
      }
    }
  }

  get (id: string): KnownField | undefined {
    const single = this.#fields.get(id)
    if (single !== undefined) return single
    const cell = cellOf(id)
    const table = cell && this.#tables.get(cell.table)
    const column = table?.columns.find(c => c.id === cell!.column)
    if (table === undefined || column === undefined) return undefined
    return { options: [], ...column }
  }

  table (id: string): TableDefinition | undefined {
    return this.#tables.get(id)
  }

  /** The one table whose headings are all among these texts. */
  tableWith (texts: readonly string[]): string | undefined {
    const found = [...this.#tables.values()].filter(table => table.columns.every(column => texts.includes(column.label.trim())))
    return found.length === 1 ? found[0]!.id : undefined
  }

  /** The fields of an instrument that stand alone. */
  single (instrument: string): string[] {
    return [...this.#fields.keys()].filter(id => id.startsWith(instrument + '.'))
  }
}

/** The parts of a cell's id; undefined for other ids. */
export function cellOf (id: string): { table: string, row: string, column: string } | undefined {
  const segments = parseFieldId(id)
  if (segments?.length !== 4) return undefined
  return { table: `${segments[0]}.${segments[1]}`, row: segments[2]!, column: segments[3]! }
}

/** The keys of a table's rows in a blank form. */
export function blankKeys (table: TableDefinition): string[] {
  return table.fixedRows?.map(row => row.key) ?? Array.from({ length: table.blankRows }, (_, i) => `r${i + 1}`)
}

/** The number in the key of a free row; 0 for other keys. */
export function rowNumber (key: string): number {
  return Number(/^r(\d{1,9})$/.exec(key)?.[1] ?? 0)
}
