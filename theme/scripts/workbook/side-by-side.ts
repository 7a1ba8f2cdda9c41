import { plainText } from './alike.ts'
import { answeredBy, type View } from './colleagues.ts'
import { answerText, rowLabel } from './guide-index.ts'
import type { InstrumentDefinition, TableDefinition } from './guide.ts'
import { bookOf, type Layer } from './layers.ts'
import { presentRows } from './table-rows.ts'
import { titleOf } from './titles.ts'
import { valueOf, type Workbook } from './workbook.ts'

/** One question of a worksheet or checklist, and what each view says to it. */
export interface SideRow {
  label: string
  /** By view, in their order: paragraphs, none where nothing was answered. */
  said: string[][]
  /** Whether all say the same. */
  isSame: boolean
}

/** The views that say something to a worksheet or checklist, about one subject: counts hold no texts. */
export function viewsBeside (instrument: Pick<InstrumentDefinition, 'id'>, subject: string, views: readonly View[]): View[] {
  return views.filter(({ layer }) => layer.kind === 'colleague' && answeredBy(layer, instrument.id, subject))
}

/** What they say, question by question in the order of the form; of a table, row by row. What nobody answers is left out. @param layers Of the views. */
export function sideRows ({ parts }: InstrumentDefinition, subject: string, layers: readonly Layer[]): SideRow[] {
  const books = layers.map(bookOf)
  return parts.flatMap(part => {
    const said = books.map(book => 'field' in part ? answerIn(book, subject, part.field) : rowsIn(book, subject, part.table))
    if (said.every(texts => texts.length === 0)) return []
    const [first, ...others] = said.map(texts => plainText(texts.join('\n')))
    return [{ label: 'field' in part ? part.field.label : part.table.label, said, isSame: others.every(text => text === first) }]
  })
}

function answerIn (book: Workbook, subject: string, field: Parameters<typeof answerText>[1] & { id: string }): string[] {
  const text = answerText(valueOf(book, subject, field.id), field)
  return text === '' ? [] : [text]
}

function rowsIn (book: Workbook, subject: string, table: TableDefinition): string[] {
  return presentRows(book, subject, table).filter(row => !row.isEmpty).map(({ key, values }) => {
    const cells = table.columns.flatMap((column, i) => {
      const text = answerText(values.get(column.id) ?? '', column)
      // What names a row needs no label.
      return text === '' ? [] : [i === 0 && table.fixedRows === undefined ? text : titleOf(column.label, text)]
    })
    return [...table.fixedRows === undefined ? [] : [rowLabel(table, key)], ...cells].join('\n')
  })
}
