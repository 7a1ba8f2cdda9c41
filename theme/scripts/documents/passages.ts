import { answerText, rowLabel } from '../workbook/guide-index.ts'
import type { TableDefinition } from '../workbook/guide.ts'
import { field } from '../words/common.ts'
import { continued as words } from '../words/exports.ts'
import type { FillContent } from './api.ts'
import type { Filling } from './filling.ts'

/** Answers that the boxes of a PDF do not show whole, under what they belong to. */
export interface Passage {
  heading: string
  texts: string[]
}

/**
 * What the boxes of a document do not show whole, in the order of the document.
 * @param cut Ids of fields whose box ends too early.
 * @param rowsLeftOut Keys of rows that the document has no row for, by table.
 */
export function passagesOf ({ guide, document }: FillContent, filling: Filling, cut: ReadonlySet<string>, rowsLeftOut: ReadonlyMap<string, readonly string[]>): Passage[] {
  const passages: Passage[] = []
  for (const id of document.instruments) {
    const instrument = guide.instruments.find(known => known.id === id)
    if (instrument === undefined) continue
    const heading = (text: string): string => document.instruments.length > 1 ? words.part({ what: instrument.title, text }) : text
    const add = (label: string, texts: string[]): void => {
      if (texts.length > 0) passages.push({ heading: heading(label), texts })
    }
    const partner = `${id}.partner`
    add(field.partner, cut.has(partner) ? [filling.answer(partner)] : [])
    for (const part of instrument.parts) {
      if ('field' in part) add(part.field.label, cut.has(part.field.id) ? [answerText(filling.answer(part.field.id), part.field)] : [])
      else for (const [label, texts] of rowsOf(part.table, filling, cut, rowsLeftOut.get(part.table.id) ?? [])) add(label, texts)
    }
  }
  return passages
}

/** Of each row that is left out all answers, of the others those that are cut. */
function * rowsOf (table: TableDefinition, filling: Filling, cut: ReadonlySet<string>, left: readonly string[]): Iterable<[string, string[]]> {
  const keys = filling.keys(table.id, 0) ?? table.fixedRows?.map(row => row.key) ?? []
  for (const key of keys) {
    const texts = table.columns.flatMap(column => {
      const id = `${table.id}.${key}.${column.id}`
      const text = answerText(filling.answer(id), column)
      return text !== '' && (left.includes(key) || cut.has(id)) ? [words.part({ what: column.label, text })] : []
    })
    yield [words.part({ what: table.label, text: rowLabel(table, key) }), texts]
  }
}
