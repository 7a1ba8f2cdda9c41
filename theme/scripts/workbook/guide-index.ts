import { parseFieldId } from './field-id.ts'
import type { FieldDefinition, Guide, InstrumentDefinition, ItemDefinition, TableDefinition } from './guide.ts'
import { rowKey, rowNumber } from './row-key.ts'
import { field as words } from '../words/common.ts'
import { yes } from '../words/frame.ts'
import { language } from '../words/language.ts'

/** A field of the guide as people know it. */
export interface KnownField {
  instrument: InstrumentDefinition
  definition: FieldDefinition
  /** What it asks, complete. */
  label: string
  /** Item of an assessment or checklist, or the field itself in a worksheet. */
  item?: ItemDefinition
  table?: TableDefinition
  rowKey?: string
}

/** Finds fields of the guide by id, cells of rows that someone added included. */
export class GuideIndex {
  readonly #fields = new Map<string, KnownField>()
  readonly #tables = new Map<string, { instrument: InstrumentDefinition, table: TableDefinition }>()
  readonly #instruments = new Map<string, InstrumentDefinition>()

  constructor (readonly guide: Guide) {
    for (const instrument of guide.instruments) {
      this.#instruments.set(instrument.id, instrument)
      const items = new Map(instrument.domains?.flatMap(d => d.items).map(i => [i.id, i]))
      for (const part of instrument.parts) {
        if ('table' in part) {
          this.#tables.set(part.table.id, { instrument, table: part.table })
          continue
        }
        const item = items.get(part.item)
        const known = { instrument, definition: part.field, label: part.field.label, ...(item !== undefined && { item }) }
        this.#fields.set(part.field.id, known)
      }
    }
  }

  instrument (id: string): InstrumentDefinition | undefined {
    return this.#instruments.get(id)
  }

  table (id: string): TableDefinition | undefined {
    return this.#tables.get(id)?.table
  }

  field (id: string): KnownField | undefined {
    const known = this.#fields.get(id)
    if (known !== undefined) return known
    const segments = parseFieldId(id)
    if (segments?.length !== 4) return undefined
    const found = this.#tables.get(`${segments[0]}.${segments[1]}`)
    const definition = found?.table.columns.find(c => c.id === segments[3])
    if (found === undefined || definition === undefined) return undefined
    const key = segments[2]!
    return { instrument: found.instrument, definition, table: found.table, rowKey: key, label: words.cell({ table: found.table.label, row: rowLabel(found.table, key), column: definition.label }) }
  }
}

export function rowLabel (table: TableDefinition, key: string): string {
  return table.fixedRows?.find(r => r.key === key)?.label ?? (rowNumber(key) > 0 ? words.row({ number: rowNumber(key) }) : key)
}

/** Keys that a blank form of the table shows. */
export function blankKeys (table: TableDefinition): string[] {
  return table.fixedRows?.map(r => r.key) ?? Array.from({ length: table.blankRows }, (_, i) => rowKey(i + 1))
}

/** An answer as people read it: an option's label, a day in words, a tick as Yes. */
export function answerText (value: string, definition: FieldDefinition | undefined): string {
  if (definition === undefined || value === '') return value
  switch (definition.kind) {
    case 'choice': return definition.options?.find(o => o.id === value)?.label ?? value
    case 'check': return value === 'yes' ? yes : value
    case 'date': return dayText(value)
    case 'text':
    case 'long': return value
  }
}

/** Kept, because making it takes long. */
let days: Intl.DateTimeFormat | undefined

/** An ISO day in words; another text as it is. */
export function dayText (iso: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso) || Number.isNaN(Date.parse(iso))) return iso
  days ??= new Intl.DateTimeFormat(language, { timeZone: 'UTC', year: 'numeric', month: 'short', day: 'numeric' })
  return days.format(new Date(iso))
}
