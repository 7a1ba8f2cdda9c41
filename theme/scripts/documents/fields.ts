import { parseFieldId } from '../workbook/field-id.ts'
import { blankKeys } from '../workbook/guide-index.ts'
import type { FieldDefinition, FieldKind, Guide, InstrumentDefinition, Option, TableDefinition } from '../workbook/guide.ts'

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

  constructor (private readonly guide: Guide) {
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

  /** The one table whose headings these texts are: those of the guide, or else those that it had before a column was added. */
  tableWith (texts: readonly string[]): string | undefined {
    const tables = [...this.#tables.values()]
    const holds = (columns: readonly FieldDefinition[]): boolean => columns.every(({ label }) => texts.includes(label.trim()))
    const now = tables.filter(({ columns }) => holds(columns))
    const [found, another] = now.length > 0 ? now : tables.filter(table => headsOf(table, texts) && this.#columnsBefore(table).some(holds))
    return another === undefined ? found?.id : undefined
  }

  /** The columns that a table had before some were added: in the numbers of a document those of one time follow each other in a row. */
  #columnsBefore ({ id, columns, ...rows }: TableDefinition): FieldDefinition[][] {
    const [key] = blankKeys({ id, columns, ...rows })
    const serials = this.guide.documents.find(document => document.instruments.includes(id.slice(0, id.indexOf('.'))))?.serials ?? []
    const numbered = columns.map(column => ({ column, serial: serials.indexOf(`${id}.${key}.${column.id}`) })).sort((a, b) => a.serial - b.serial)
    return numbered.flatMap(({ serial }, i) => i > 1 && serial > numbered[i - 1]!.serial + 1 ? [numbered.slice(0, i).map(({ column }) => column)] : [])
  }

  /** Whether these texts are the headings of a table. */
  heads (id: string, texts: readonly string[]): boolean {
    const table = this.#tables.get(id)
    return table !== undefined && headsOf(table, texts)
  }

  /** The fields of an instrument that stand alone. */
  single (instrument: string): string[] {
    return [...this.#fields.keys()].filter(id => id.startsWith(instrument + '.'))
  }
}

/** Whether texts are headings: of every column, or, as in a file of before one was added, of two and more and nothing else. */
function headsOf ({ columns, fixedRows }: TableDefinition, texts: readonly string[]): boolean {
  const labels = columns.map(({ label }) => label.trim())
  // The first one stands over the names of rows.
  const own = texts.slice(fixedRows === undefined ? 0 : 1).filter(text => text !== '')
  return (labels.length > 0 && labels.every(label => texts.includes(label))) || (own.length > 1 && own.every(text => labels.includes(text)))
}

/** The parts of a cell's id; undefined for other ids. */
export function cellOf (id: string): { table: string, row: string, column: string } | undefined {
  const segments = parseFieldId(id)
  if (segments?.length !== 4) return undefined
  return { table: `${segments[0]}.${segments[1]}`, row: segments[2]!, column: segments[3]! }
}
