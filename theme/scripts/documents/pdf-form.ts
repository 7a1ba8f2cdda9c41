import { limits } from './limits.ts'
import type { PdfFile } from './pdf-file.ts'
import { Bytes, type Dictionary, type PdfValue, Ref, textOf } from './pdf-values.ts'

/** An end of the tree of form fields. */
export interface FormField {
  /** Full name: the field id. */
  name: string
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

/** A branch of the tree that has a part of a name. */
export interface FormBranch {
  name: string
  dictionary: Dictionary
  reference: Ref | undefined
}

export const flag = { multiline: 1 << 12, radio: 1 << 15 }

interface Inherited { name: string, type: string, flags: number, value: PdfValue, appearance: string, options: PdfValue }

/** Reads the tree of form fields: ends in order, and branches by full name. */
export class PdfForm {
  readonly fields = new Map<string, FormField>()
  readonly branches = new Map<string, FormBranch>()
  readonly dictionary: Dictionary | undefined
  readonly #visited = new Set<Dictionary>()

  constructor (readonly file: PdfFile) {
    const catalog = file.dictionary(file.trailer.get('Root')) ?? this.#catalog()
    this.dictionary = file.dictionary(catalog?.get('AcroForm'))
    const start: Inherited = { name: '', type: '', flags: 0, value: null, appearance: '', options: null }
    if (this.dictionary !== undefined) start.appearance = this.#text(this.dictionary.get('DA'))
    for (const field of file.array(this.dictionary?.get('Fields'))) this.#walk(field, start, 0)
  }

  /** The catalog of a file whose trailer is lost. */
  #catalog (): Dictionary | undefined {
    let found: Dictionary | undefined
    for (const { value } of this.file.objects.values()) {
      if (value instanceof Map && value.has('Pages') && this.file.name(value.get('Type')) === 'Catalog') found = value
    }
    return found
  }

  #text (value: PdfValue | undefined): string {
    const found = this.file.get(value)
    return found instanceof Bytes ? textOf(found) : ''
  }

  #walk (value: PdfValue, outer: Inherited, depth: number): void {
    const { file } = this
    const dictionary = file.dictionary(value)
    if (dictionary === undefined || this.#visited.has(dictionary)) return
    if (depth > limits.pdfDepth || this.#visited.size > limits.pdfFields) return
    this.#visited.add(dictionary)
    const reference = value instanceof Ref ? value : undefined
    const part = this.#text(dictionary.get('T'))
    const inherited: Inherited = {
      name: part === '' ? outer.name : outer.name === '' ? part : `${outer.name}.${part}`,
      type: file.name(dictionary.get('FT')) ?? outer.type,
      flags: dictionary.has('Ff') ? file.number(dictionary.get('Ff')) : outer.flags,
      value: dictionary.has('V') ? file.get(dictionary.get('V')) : outer.value,
      appearance: dictionary.has('DA') ? this.#text(dictionary.get('DA')) : outer.appearance,
      options: dictionary.get('Opt') ?? outer.options
    }
    const kids = file.array(dictionary.get('Kids'))
    const parts = kids.filter(kid => this.#hasName(kid))
    if (parts.length > 0) {
      this.branches.set(inherited.name, { name: inherited.name, dictionary, reference })
      for (const kid of parts) this.#walk(kid, inherited, depth + 1)
      return
    }
    const widgets = (kids.length === 0 ? [value] : kids).flatMap(kid => {
      const widget = file.dictionary(kid)
      return widget === undefined ? [] : [{ dictionary: widget, reference: kid instanceof Ref ? kid : undefined }]
    })
    const { name, type, flags, appearance } = inherited
    if (this.fields.has(name)) return
    this.fields.set(name, {
      name, type, flags, appearance, value: inherited.value, dictionary, reference, options: file.array(inherited.options), widgets
    })
  }

  /** Whether a kid is a field of its own; a widget has no name. */
  #hasName (kid: PdfValue): boolean {
    const dictionary = this.file.dictionary(kid)
    return dictionary?.has('T') === true || dictionary?.has('Kids') === true
  }
}
