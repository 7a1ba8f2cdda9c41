import { limits } from './limits.ts'
import { Refused } from './metadata.ts'
import type { Pace } from './pace.ts'
import type { PdfFile } from './pdf-file.ts'
import { type Dictionary, type PdfValue, Ref } from './pdf-values.ts'

/** An end of the tree of form fields. */
export interface FormField {
  /** Full name: the field id. */
  name: string
  /** What people call it. */
  label: string
  type: string
  /** Its own dictionary, without what it inherits. */
  dictionary: Dictionary
  reference: Ref | undefined
  /** Flags, with inherited ones. */
  flags: number
  value: PdfValue
  /** How its text looks, such as `/F 10 Tf 0 g`. */
  appearance: string
  options: PdfValue[]
  widgets: { dictionary: Dictionary, reference: Ref | undefined }[]
}

export const flag = { multiline: 1 << 12, radio: 1 << 15 }

interface Inherited { name: string, type: string, flags: number, value: PdfValue, appearance: string, options: PdfValue }

/** Reads the tree of form fields: ends in order, and the objects of branches by full name. */
export class PdfForm {
  readonly fields = new Map<string, FormField>()
  /** Fields with a name that another had before, as in files that were put together. */
  readonly repeated: FormField[] = []
  readonly branches = new Map<string, Ref | undefined>()
  readonly dictionary: Dictionary | undefined
  readonly catalog: Dictionary | undefined
  /** The language of the file, by its own mark; '' where it has none. In American English it asks for days with the month first, in American Spanish with the day first (`SiteSettings.MonthFirst`, `DayFirst`). */
  readonly language: string
  readonly #visited = new Set<Dictionary>()

  private constructor (readonly file: PdfFile) {
    this.catalog = file.dictionary(file.trailer.get('Root')) ?? this.#catalog()
    this.dictionary = file.dictionary(this.catalog?.get('AcroForm'))
    this.language = file.text(this.catalog?.get('Lang'), 36)
  }

  /** Reads all fields, in steps. @throws {Refused} */
  static async open (file: PdfFile, pace: Pace): Promise<PdfForm> {
    const form = new PdfForm(file)
    const start: Inherited = { name: '', type: '', flags: 0, value: null, appearance: file.text(form.dictionary?.get('DA')), options: null }
    for (const field of file.array(form.dictionary?.get('Fields'))) await form.#walk(field, start, 0, pace)
    return form
  }

  /** The catalog of a file whose trailer is lost. */
  #catalog (): Dictionary | undefined {
    let found: Dictionary | undefined
    for (const { value } of this.file.objects.values()) {
      if (value instanceof Map && value.has('Pages') && this.file.name(value.get('Type')) === 'Catalog') found = value
    }
    return found
  }

  async #walk (value: PdfValue, outer: Inherited, depth: number, pace: Pace): Promise<void> {
    const { file } = this
    await pace.restAt(1)
    const dictionary = file.dictionary(value)
    if (dictionary === undefined || this.#visited.has(dictionary)) return
    if (depth > limits.pdfDepth) return
    this.#visited.add(dictionary)
    if (this.#visited.size > limits.fields) throw new Refused('too-large')
    const reference = value instanceof Ref ? value : undefined
    const part = file.text(dictionary.get('T'), 300)
    const inherited: Inherited = {
      name: part === '' ? outer.name : outer.name === '' ? part : `${outer.name}.${part}`,
      type: file.name(dictionary.get('FT')) ?? outer.type,
      flags: dictionary.has('Ff') ? file.number(dictionary.get('Ff')) : outer.flags,
      value: dictionary.has('V') ? file.get(dictionary.get('V')) : outer.value,
      appearance: dictionary.has('DA') ? file.text(dictionary.get('DA')) : outer.appearance,
      options: dictionary.get('Opt') ?? outer.options
    }
    const kids = file.array(dictionary.get('Kids'))
    const parts = kids.filter(kid => this.#hasName(kid))
    if (parts.length > 0) {
      this.branches.set(inherited.name, reference)
      for (const kid of parts) await this.#walk(kid, inherited, depth + 1, pace)
      return
    }
    const widgets = (kids.length === 0 ? [value] : kids).flatMap(kid => {
      const widget = file.dictionary(kid)
      return widget === undefined ? [] : [{ dictionary: widget, reference: kid instanceof Ref ? kid : undefined }]
    })
    const { name, type, flags, appearance } = inherited
    const field = { name, label: file.text(dictionary.get('TU')), type, flags, appearance, value: inherited.value, dictionary, reference, options: file.array(inherited.options), widgets }
    if (this.fields.has(name)) this.repeated.push(field)
    else this.fields.set(name, field)
  }

  /** Whether a kid is a field of its own; a widget has no name. */
  #hasName (kid: PdfValue): boolean {
    const dictionary = this.file.dictionary(kid)
    return dictionary?.has('T') === true || dictionary?.has('Kids') === true
  }
}
