import { parseFieldId } from '../workbook/field-id.ts'
import { blankKeys } from '../workbook/guide-index.ts'
import type { FieldDefinition, FieldKind, Guide, InstrumentDefinition, LanguageLabels, Option, TableDefinition } from '../workbook/guide.ts'

/** What the guide knows about one field id. */
export interface KnownField {
  label: string
  kind: FieldKind | 'partner'
  /** Those of the guide's own language first, then the same in its others. */
  options: readonly Option[]
  /** What its other languages call it. */
  others?: readonly string[]
}

/** Finds the definition of any field id, cells of rows that were added included. */
export class GuideFields {
  readonly #fields = new Map<string, KnownField>()
  /** Each table as every language says it, the guide's own first. */
  readonly #tables = new Map<string, TableDefinition[]>()

  /** @param others What other languages of the guide call the same. */
  constructor (private readonly guide: Guide, private readonly others: readonly LanguageLabels[] = []) {
    for (const instrument of guide.instruments) this.#add(instrument)
  }

  #add (instrument: InstrumentDefinition): void {
    if (instrument.perPartner === true) this.#fields.set(`${instrument.id}.partner`, { kind: 'partner', label: '', options: [] })
    for (const part of instrument.parts) {
      if ('field' in part) {
        const { id, options } = part.field
        this.#fields.set(id, {
          ...part.field,
          options: [...options ?? [], ...this.others.flatMap(other => optionsIn(other, id))],
          others: this.others.flatMap(({ labels }) => labels[id] ?? [])
        })
      } else {
        const { table } = part
        this.#tables.set(table.id, [table, ...this.others.map(other => tableIn(other, table))])
      }
    }
  }

  get (id: string): KnownField | undefined {
    const single = this.#fields.get(id)
    if (single !== undefined) return single
    const cell = cellOf(id)
    const columns = (cell === undefined ? [] : this.sayings(cell.table)).flatMap(table => table.columns.find(c => c.id === cell!.column) ?? [])
    return columns[0] && { ...columns[0], options: columns.flatMap(column => column.options ?? []) }
  }

  table (id: string): TableDefinition | undefined {
    return this.#tables.get(id)?.[0]
  }

  /** A table as every language of the guide says it, its own first. */
  sayings (id: string): readonly TableDefinition[] {
    return this.#tables.get(id) ?? []
  }

  /** The one table whose headings these texts are: those of the guide, or else those that it had before a column was added, or before some of them were worded otherwise. */
  tableWith (texts: readonly string[]): string | undefined {
    const tables = [...this.#tables.values()].flat()
    const holds = (columns: readonly FieldDefinition[]): boolean => columns.every(({ label }) => texts.includes(label.trim()))
    const now = tables.filter(({ columns }) => holds(columns))
    const before = now.length > 0 ? now : tables.filter(table => headsOf(table, texts) && this.#columnsBefore(table).some(holds))
    const found = before.length > 0 ? before : tables.filter(table => resembles(table, texts))
    const [id, another] = new Set(found.map(table => table.id))
    return another === undefined ? id : undefined
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
    return this.sayings(id).some(table => headsOf(table, texts) || resembles(table, texts))
  }

  /** The fields of an instrument that stand alone. */
  single (instrument: string): string[] {
    return [...this.#fields.keys()].filter(id => id.startsWith(instrument + '.'))
  }
}

function optionsIn ({ options, sets }: LanguageLabels, id: string): Option[] {
  return Object.entries(sets[options[id] ?? -1] ?? {}).map(([id, label]) => ({ id, label }))
}

/** A table as another language says it. */
function tableIn (other: LanguageLabels, table: TableDefinition): TableDefinition {
  const { labels } = other
  return {
    ...table,
    label: labels[table.id] ?? table.label,
    columns: table.columns.map(column => {
      const id = `${table.id}.${column.id}`
      return { ...column, label: labels[id] ?? column.label, ...column.options && { options: optionsIn(other, id) } }
    }),
    ...table.fixedRows && { fixedRows: table.fixedRows.map(({ key, label }) => ({ key, label: labels[`${table.id}:${key}`] ?? label })) }
  }
}

/** Whether texts are headings: of every column, or, as in a file of before one was added, of two and more and nothing else. */
function headsOf ({ columns, fixedRows }: TableDefinition, texts: readonly string[]): boolean {
  const labels = columns.map(({ label }) => label.trim())
  // The first one stands over the names of rows.
  const own = texts.slice(fixedRows === undefined ? 0 : 1).filter(text => text !== '')
  return (labels.length > 0 && labels.every(label => texts.includes(label))) || (own.length > 1 && own.every(text => labels.includes(text)))
}

/**
 * Whether texts are the headings of a table of which some were worded otherwise: a translation is mended, and people change words
 * in their files. As many texts as columns, and two of three stand where they belong.
 */
function resembles ({ columns, fixedRows }: TableDefinition, texts: readonly string[]): boolean {
  const own = texts.slice(fixedRows === undefined ? 0 : 1)
  const same = columns.filter(({ label }, i) => own[i] === label.trim()).length
  return own.length === columns.length && !own.includes('') && same > 1 && same * 3 >= columns.length * 2
}

/** The parts of a cell's id; undefined for other ids. */
export function cellOf (id: string): { table: string, row: string, column: string } | undefined {
  const segments = parseFieldId(id)
  if (segments?.length !== 4) return undefined
  return { table: `${segments[0]}.${segments[1]}`, row: segments[2]!, column: segments[3]! }
}
