import { blankKeys } from '../workbook/guide-index.ts'
import { rowKey, rowNumber } from '../workbook/row-key.ts'
import { oneLine, textFor } from '../workbook/text.ts'
import type { FillContent } from './api.ts'
import { cellOf, GuideFields } from './fields.ts'
import type { DocumentMetadata } from '../workbook/read-document.ts'

/** What is to be written into one document, whatever its format. */
export class Filling {
  /** The fields of the document. */
  readonly fields: GuideFields
  readonly #answers = new Map<string, string>()
  /** Keys of rows that hold answers, by table. */
  readonly #answered = new Map<string, Set<string>>()
  readonly #partner: FillContent['partner']

  constructor (readonly content: FillContent) {
    const { guide, document } = content
    const own = new Set(document.instruments)
    this.fields = new GuideFields({ ...guide, instruments: guide.instruments.filter(i => own.has(i.id)) })
    this.#partner = content.partner && { ...content.partner, name: oneLine(content.partner.name) }
    for (const [id, kept] of content.answers) {
      const kind = this.fields.get(id)?.kind
      const answer = textFor(kind, kept)
      if (answer === '' || !own.has(id.slice(0, id.indexOf('.'))) || kind === 'partner') continue
      this.#answers.set(id, answer)
      const cell = cellOf(id)
      if (cell === undefined) continue
      const keys = this.#answered.get(cell.table) ?? new Set()
      this.#answered.set(cell.table, keys.add(cell.row))
    }
  }

  /** The answer to write; '' for none. */
  answer (id: string): string {
    return (this.fields.get(id)?.kind === 'partner' ? this.#partner?.name : this.#answers.get(id)) ?? ''
  }

  /**
   * The keys of a table's rows in order: those that are asked for, then those that hold answers all the same, then new
   * ones for empty rows up to `room`. Undefined where the table's rows are the author's.
   */
  keys (table: string, room: number): string[] | undefined {
    const definition = this.fields.table(table)
    if (definition === undefined || definition.fixedRows !== undefined) return undefined
    const keys = new Set(this.content.rows.get(table) ?? blankKeys(definition))
    for (const key of [...this.#answered.get(table) ?? []].sort((a, b) => rowNumber(a) - rowNumber(b))) keys.add(key)
    let last = [...keys].reduce((most, key) => Math.max(most, rowNumber(key)), 0)
    while (keys.size < room) keys.add(rowKey(++last))
    return [...keys]
  }

  /** Whether a row holds any answer. */
  holdsAnswers (table: string, key: string): boolean {
    return this.#answered.get(table)?.has(key) === true
  }

  /** What the filled document says about itself. */
  metadata (blank: DocumentMetadata | null, serials: readonly string[], leftOut: (id: string) => boolean): DocumentMetadata {
    const { guide, document, from } = this.content
    const partner = this.#partner
    const metadata: DocumentMetadata = {
      format: 1,
      document: document.id,
      code: document.code,
      guide: blank?.guide ?? guide.version,
      ...(blank?.language === undefined ? {} : { language: blank.language }),
      instruments: document.instruments,
      ...(partner === undefined ? {} : { partner }),
      ...(from === undefined ? {} : { layer: from }),
      serials: [...serials],
      wording: blank?.wording ?? {},
      values: {}
    }
    for (const id of [...this.#answers.keys()].sort()) {
      if (!leftOut(id)) metadata.values[id] = this.#answers.get(id)!
    }
    return metadata
  }
}
