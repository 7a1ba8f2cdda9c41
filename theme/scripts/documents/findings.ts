import { isFieldId, parseFieldId } from '../workbook/field-id.ts'
import { isTick } from '../workbook/field-kind.ts'
import type { Guide, LanguageLabels } from '../workbook/guide.ts'
import { rowKey, rowNumber } from '../workbook/row-key.ts'
import { cleanText } from '../workbook/text.ts'
import { cellOf, GuideFields } from './fields.ts'
import { isPlaceholder } from './known-placeholders.ts'
import { limits } from './limits.ts'
import type { DaysOf } from './dates.ts'
import { Refused } from './metadata.ts'
import type { DocumentMetadata, ReadDocument, ReadingRemark } from '../workbook/read-document.ts'
import { type Found, interpret } from './values.ts'

/** Gathers what a reader finds into a `ReadDocument`. */
export class Findings {
  readonly fields: GuideFields
  readonly #answers = new Map<string, string>()
  readonly #partners = new Map<string, string>()
  readonly #rows = new Map<string, Set<string>>()
  readonly #added = new Map<string, Set<string>>()
  /** By all that they say, so that nothing is said twice. */
  readonly #remarks = new Map<string, ReadingRemark>()
  /** Characters of all answers: where fields share a text it is small in the file. */
  #length = 0
  /** Answers of the fields that stand in the file, also of those whose answer could not be told. */
  readonly #seen = new Map<string, string | undefined>()
  /** The highest number of a row, by table. */
  readonly #highest = new Map<string, number>()

  constructor (
    readonly guide: Guide,
    readonly metadata: DocumentMetadata | null,
    /** How days are written in the file. */
    readonly days: DaysOf,
    /** What other languages of the guide call the same. */
    others: readonly LanguageLabels[] = []
  ) {
    this.fields = new GuideFields(guide, others)
    for (const id of [...metadata?.serials ?? [], ...Object.keys(metadata?.values ?? {})]) {
      const cell = cellOf(id)
      if (cell !== undefined) this.reserve(cell.table, cell.row)
    }
  }

  /** Whether a name is an id of this guide, or of the instruments that the file says it holds. */
  knows (id: string): boolean {
    if (this.fields.get(id) !== undefined) return true
    const segments = parseFieldId(id)
    return segments !== null && segments.length > 1 && this.metadata?.instruments.includes(segments[0]!) === true
  }

  remark (kind: ReadingRemark['kind'], field?: string, found?: string, page?: number): void {
    const remark: ReadingRemark = {
      kind,
      ...(field !== undefined && { field }),
      ...(found !== undefined && { found: cleanText(found.slice(0, 1000)) }),
      ...(page !== undefined && { page })
    }
    if (this.#remarks.size < limits.remarks) this.#remarks.set(JSON.stringify(remark), remark)
  }

  /** Says something of a field in the words of the guide, or else of the file: ids say nothing to people. */
  remarkAt (kind: ReadingRemark['kind'], id: string, { text, name }: Found, value = ''): void {
    const field = this.fields.get(id)
    const said = text.trim() || value
    this.remark(kind, field === undefined ? name || undefined : id, field?.options.find(option => option.id === said)?.label ?? said)
  }

  /** Says what stands in a field that is not known; an empty one is no loss. */
  stray (found: Found): void {
    const value = found.ticked === true ? 'yes' : ''
    if (found.text.trim() !== '' || value !== '') this.remarkAt('unknown-field', '', found, value)
  }

  /** Says what someone wrote beside a field or all fields. What does not begin with a label of a tick is the author's. */
  beside (text = '', id?: string, labels: readonly string[] = [''], page?: number): void {
    const label = labels.find(label => text.startsWith(label))
    const rest = label === undefined ? '' : text.slice(label.length).trim()
    if (rest !== '' && !isPlaceholder(rest)) this.remark('beside', id, rest, page)
  }

  /** What people call a table. */
  placeOf (table: string): string | undefined {
    return this.fields.table(table)?.label
  }

  /** Takes what stands in a field. A second place for the same field is only remarked on. */
  take (id: string, found: Found): void {
    if (!isFieldId(id)) return
    const field = this.fields.get(id)
    const made = field?.kind === 'partner' ? this.metadata?.partner?.name : this.metadata?.values[id]
    const { value, remark } = interpret(field, found, made, this.days)
    this.beside(found.beside, field === undefined ? found.name || undefined : id, isTick(field?.kind) ? [field!.label, ...field!.others ?? []] : undefined)
    if (this.#seen.has(id)) {
      if (value !== '' && (value !== this.#seen.get(id) || remark !== undefined)) this.remarkAt('twice', id, found, value)
      return
    }
    this.#seen.set(id, value)
    if (remark !== undefined) this.remarkAt(remark, id, found)
    if (value === undefined) return
    this.#length += value.length
    if (this.#length > limits.text) throw new Refused('too-large')
    if (field?.kind === 'partner') this.#partners.set(instrumentOf(id), value)
    else this.#answers.set(id, value)
  }

  /** Says that a row stands here. */
  row (table: string, key: string, added = false): void {
    add(this.#rows, table, key)
    if (added) add(this.#added, table, key)
  }

  /** Says that a key is in use, whether or not its row still stands. */
  reserve (table: string, key: string): void {
    this.#highest.set(table, Math.max(this.#highest.get(table) ?? 0, rowNumber(key)))
  }

  /** A key that no row of the table has, in this file or where it came from. Reserve the file's own keys before. */
  freshKey (table: string): string {
    const number = Math.max(this.#highest.get(table) ?? 0, this.fields.table(table)?.blankRows ?? 0) + 1
    this.#highest.set(table, number)
    return rowKey(number)
  }

  /**
   * Ids of the fields to expect in a file that does not say which it was made with: those of its document up to the last one that
   * it holds. A document's numbers are given in turn, so what comes after that may be younger than the file.
   * @param document Its document; null where only ids tell, and then it is the shortest one that holds their instruments.
   */
  expected (document: string | null): string[] {
    const own = this.#instruments()
    const [found] = this.guide.documents.filter(({ id, instruments }) => document === null ? [...own].every(instrument => instruments.includes(instrument)) : id === document)
      .sort((a, b) => a.serials.length - b.serials.length)
    if (found === undefined) return this.singles()
    return found.serials.slice(0, found.serials.findLastIndex(id => this.#seen.has(id)) + 1)
      // Of a longer document that a part was cut from, the rest is not missing.
      .filter(id => document !== null || own.has(instrumentOf(id)))
  }

  /** Ids of all fields that stand alone in the instruments that the file holds anything of. */
  singles (): string[] {
    return [...this.#instruments()].flatMap(instrument => this.fields.single(instrument))
  }

  #instruments (): Set<string> {
    return new Set([...this.#seen.keys()].map(instrumentOf))
  }

  /** The result, for a file whose fields have these ids when nothing is missing. */
  result (format: 'docx' | 'pdf', document: string | null, expected: readonly string[]): ReadDocument {
    if (this.#seen.size === 0) {
      if (this.metadata === null && document === null) {
        throw new Refused('not-ours')
      }
      this.remark('no-fields')
    } else {
      const gone = new Set<string>()
      for (const id of expected) {
        const cell = cellOf(id)
        const rows = cell && this.#rows.get(cell.table)
        // A row that is gone was deleted; a table of which nothing is left is said once.
        if (cell !== undefined && rows === undefined) gone.add(cell.table)
        else if (id !== '' && rows?.has(cell!.row) !== false && !this.#seen.has(id)) this.remark('missing-field', this.fields.get(id) && id)
      }
      for (const table of gone) this.remark('missing-field', this.placeOf(table))
    }
    return {
      format,
      metadata: this.metadata,
      document,
      partners: Object.fromEntries(this.#partners),
      answers: Object.fromEntries(this.#answers),
      rows: lists(this.#rows),
      addedRows: lists(this.#added),
      remarks: [...this.#remarks.values()]
    }
  }
}

function instrumentOf (id: string): string {
  return id.slice(0, id.indexOf('.'))
}

function add (lists: Map<string, Set<string>>, table: string, key: string): void {
  const list = lists.get(table)
  if (list === undefined) lists.set(table, new Set([key]))
  else list.add(key)
}

function lists (map: Map<string, Set<string>>): Record<string, string[]> {
  return Object.fromEntries([...map].map(([table, keys]) => [table, [...keys]]))
}
