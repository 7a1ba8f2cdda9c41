import { continued as words } from '../words/exports.ts'
import type { DocumentPicture } from './api.ts'
import type { FieldFont } from './drawing/pdf-text.ts'
import type { Pace } from './pace.ts'
import type { Passage } from './passages.ts'
import { drawLine, leading, type Line, ownFont, type PageWriter } from './pdf-line.ts'
import { addPhoto } from './pdf-update.ts'
import { decimal, type Dictionary, Name, type PdfValue, Ref, textString } from './pdf-values.ts'

/** An added page. */
interface Leaf {
  reference: Ref
  dictionary: Dictionary
  content: string
  /** The elements of the structure that stand on it, by the number of their mark. */
  marked: PdfValue[]
  pictures: Dictionary
}

/** Lengths in points, 1/72 inch. */
const margin = 54
const sizes = { H2: 16, H3: 11.5, P: 10 }
const footSize = 8.5
/** Around a picture, in points. */
const edge = 28

/**
 * Adds pages at the end of a PDF that hold a picture, and say what its boxes do not show whole: tagged as the others are, in the form's own
 * font. Without picture and passages the file stays as it is.
 */
export async function addPages (passages: readonly Passage[], picture: DocumentPicture | undefined, writer: PageWriter, pace: Pace): Promise<void> {
  const { form, update } = writer
  const tree = form.catalog?.get('Pages')
  if ((passages.length === 0 && picture === undefined) || !(tree instanceof Ref)) return
  const pages = new AddedPages(writer, tree)
  if (picture !== undefined) pages.show(picture)
  if (passages.length > 0) {
    pages.write('H2', words.title)
    pages.write('P', words.hint)
  }
  for (const { heading, texts } of passages) {
    await pace.restAt(0)
    pages.write('H3', heading)
    for (const text of texts) pages.write('P', text)
  }
  const { leaves } = pages
  const all = update.edit(tree)
  all.set('Kids', [...update.file.array(all.get('Kids')), ...leaves.map(leaf => leaf.reference)])
  all.set('Count', update.file.number(all.get('Count')) + leaves.length)
  pages.finish()
}

class AddedPages {
  readonly leaves: Leaf[] = []
  readonly #elements: PdfValue[] = []
  /** The section that holds all of it; null where the file has no structure. */
  readonly #section: Ref | null
  readonly #font: FieldFont | null
  /** Of the page that is written on, and of the others. */
  #size: { width: number, height: number }
  readonly #upright: { width: number, height: number }
  #y = 0

  constructor (readonly writer: PageWriter, readonly tree: Ref) {
    const { form, update } = writer
    this.#font = ownFont(writer).font
    this.#size = this.#upright = this.#sizeOf(update.file.dictionary(tree))
    this.#section = form.catalog?.has('StructTreeRoot') === true ? update.add(new Map()) : null
  }

  /** The size of the last page; Letter where it does not say one. */
  #sizeOf (node: Dictionary | undefined): { width: number, height: number } {
    const { file } = this.writer.update
    let box: number[] = []
    for (let depth = 0, at = node; at !== undefined && depth < 32; depth++) {
      const own = file.array(at.get('MediaBox')).map(value => file.number(value))
      if (own.length === 4) box = own
      at = file.dictionary(file.array(at.get('Kids')).at(-1))
    }
    const [left = 0, bottom = 0, right = 612, top = 792] = box
    return { width: right - left, height: top - bottom }
  }

  /** Writes a heading or a paragraph; on the next page what finds no room on this one. */
  write (tag: keyof typeof sizes, text: string): void {
    const { update } = this.writer
    const size = sizes[tag]
    const height = size * leading
    const marks: PdfValue[] = []
    const element = update.add(new Map<string, PdfValue>([['Type', new Name('StructElem')], ['S', new Name(tag)], ['P', this.#section], ['K', marks]]))
    this.#elements.push(element)
    this.#y -= tag === 'P' ? 3 : height
    // A heading stays with two lines of what follows.
    const least = tag === 'P' ? height : 3 * height
    let open: Leaf | undefined
    for (const [i, line] of this.#lines(text, size).entries()) {
      if (this.leaves.length === 0 || this.#y - (i === 0 ? least : height) < margin) {
        if (open !== undefined) open.content += 'EMC\n'
        open = undefined
        this.#turn()
      }
      const leaf = this.leaves.at(-1)!
      if (open === undefined) {
        marks.push(new Map<string, PdfValue>([['Type', new Name('MCR')], ['Pg', leaf.reference], ['MCID', leaf.marked.length]]))
        leaf.content += `/${tag} <</MCID ${leaf.marked.length}>> BDC\n`
        leaf.marked.push(element)
        open = leaf
      }
      this.#y -= height
      leaf.content += this.#line(leaf, line, size, this.#y)
    }
    if (open !== undefined) open.content += 'EMC\n'
  }

  /** Shows a picture on a page across, which has no other; the pages after it are upright again. */
  show ({ title, alternative, bytes, dots, width, height, texts }: DocumentPicture): void {
    const { update } = this.writer
    const page = this.#upright
    this.#size = { width: Math.max(page.width, page.height), height: Math.min(page.width, page.height) }
    this.#turn()
    this.#y = this.#size.height - edge
    this.write('H2', title)
    this.#y -= leading * footSize
    const leaf = this.leaves.at(-1)!
    const scale = Math.min(1, (this.#size.width - 2 * edge) / width, (this.#y - margin) / height)
    const [wide, high] = [width * scale, height * scale]
    const [left, bottom] = [(this.#size.width - wide) / 2, this.#y - high]
    const layout = new Map<string, PdfValue>([['O', new Name('Layout')], ['Placement', new Name('Block')], ['BBox', [left, bottom, left + wide, bottom + high].map(value => Math.round(value * 100) / 100)]])
    const element = update.add(new Map<string, PdfValue>([
      ['Type', new Name('StructElem')], ['S', new Name('Figure')], ['P', this.#section], ['Alt', textString(alternative)], ['A', layout],
      ['K', [new Map<string, PdfValue>([['Type', new Name('MCR')], ['Pg', leaf.reference], ['MCID', leaf.marked.length]])]]
    ]))
    this.#elements.push(element)
    const name = 'Picture' + String(leaf.pictures.size)
    leaf.pictures.set(name, addPhoto(update, dots.width, dots.height, bytes))
    leaf.content += `/Figure <</MCID ${leaf.marked.length}>> BDC q ${[wide, 0, 0, high, left, bottom].map(decimal).join(' ')} cm /${name} Do Q EMC\n`
    leaf.marked.push(element)
    this.#size = page
    // What follows stands on a page of its own.
    this.#y = 0
    for (const text of texts) this.write('P', text)
  }

  /** Lines as wide as the page: in the font's codes, or the characters where it has no letters for them. */
  #lines (text: string, size: number): Line[] {
    const { wrap } = this.writer.drawing
    const width = this.#size.width - 2 * margin
    const font = this.#font
    const codes = font?.encode(text) ?? null
    if (font !== null && codes !== null) return wrap(codes, width / size, line => font.width(line)).map(line => ({ codes: line, text: line }))
    // How wide a letter is only the browser knows; what is wider still it draws smaller.
    const measure = (line: string): number => [...line].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 1 : 0.58), 0)
    return wrap(text, width / size, measure).map(line => ({ text: line }))
  }

  #line ({ pictures }: Leaf, line: Line, size: number, y: number): string {
    return drawLine(line, { left: margin, y, width: this.#size.width - 2 * margin, size }, pictures, 'Ink' + String(pictures.size), this.writer)
  }

  #turn (): void {
    const { width, height } = this.#size
    const dictionary: Dictionary = new Map<string, PdfValue>([
      ['Type', new Name('Page')], ['Parent', this.tree], ['MediaBox', [0, 0, width, height]], ['Tabs', new Name('S')]
    ])
    const leaf: Leaf = { reference: this.writer.update.add(dictionary), dictionary, content: '', marked: [], pictures: new Map() }
    this.leaves.push(leaf)
    this.#y = height - margin
    const [foot] = this.#lines(words.page({ title: this.writer.content.document.title, number: this.leaves.length }), footSize)
    leaf.content += `/Artifact <</Type /Pagination /Subtype /Footer>> BDC\n${this.#line(leaf, foot!, footSize, margin / 2)}EMC\n`
  }

  /** Gives the pages what stands on them, and their places in the structure. */
  finish (): void {
    const { form, update } = this.writer
    const { file } = update
    const root = form.catalog?.get('StructTreeRoot')
    const structure = root instanceof Ref ? update.edit(root) : undefined
    let key = file.number(structure?.get('ParentTreeNextKey'))
    const numbers: PdfValue[] = []
    for (const { dictionary, content, marked, pictures } of this.leaves) {
      dictionary.set('Contents', update.addPacked(new Map(), new TextEncoder().encode(content)))
      dictionary.set('Resources', new Map<string, PdfValue>([
        ...this.#font === null ? [] : [['Font', new Map([[this.#font.name, this.#font.reference]])] as const], ['XObject', pictures]
      ]))
      if (structure === undefined) continue
      dictionary.set('StructParents', key)
      numbers.push(key++, marked)
    }
    if (structure === undefined || this.#section === null) return
    const parents = structure.get('ParentTree')
    const tree = parents instanceof Ref ? update.edit(parents) : new Map(file.dictionary(parents))
    if (tree.has('Kids')) tree.set('Kids', [...file.array(tree.get('Kids')), new Map<string, PdfValue>([['Limits', [numbers[0]!, key - 1]], ['Nums', numbers]])])
    else tree.set('Nums', [...file.array(tree.get('Nums')), ...numbers])
    if (!(parents instanceof Ref)) structure.set('ParentTree', tree)
    structure.set('ParentTreeNextKey', key)
    // Below the one element that holds the document.
    const [outermost] = file.array(structure.get('K'))
    const holder = outermost instanceof Ref ? outermost : root as Ref
    const held = update.edit(holder)
    const kids = held.get('K')
    held.set('K', [...(Array.isArray(file.get(kids)) ? file.array(kids) : kids === undefined ? [] : [kids]), this.#section])
    update.change(this.#section, new Map<string, PdfValue>([['Type', new Name('StructElem')], ['S', new Name('Sect')], ['P', holder], ['K', this.#elements]]))
  }
}
