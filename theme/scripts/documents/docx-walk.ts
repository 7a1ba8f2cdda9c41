import type { ReadOptions } from './options.ts'
import { type Cell, Gathering, isOn, parseMark, type Place, type Control, readControl, type Row, type Table } from './docx-parts.ts'
import { limits } from './limits.ts'
import type { Pace } from './pace.ts'
import { boxes } from './boxes.ts'
import type { SignOf } from './symbols/signs.ts'
import { attributeOf, child, elements, first, textIn, wordsIn, type XmlElement } from './xml.ts'

/** What stands in the body of a Word file: places for answers in order, and tables with their cells. */
export interface Body {
  places: Place[]
  tables: Table[]
  /** What stands in text boxes. */
  boxes: string[]
}

/** Deleted or moved text, properties, what fields are made from, and how words are spoken. */
const skipped = new Set([
  'w:del', 'w:moveFrom', 'w:pPr', 'w:rPr', 'w:sdtPr', 'w:sdtEndPr', 'w:tblPr', 'w:tblGrid', 'w:sectPr', 'w:instrText', 'w:rt'
])

/** What is no text, though it may hold some. */
const picture = /^w\d*:(?:drawing|pict|object|contentPart|altChunk)$/

/** Fonts of pictures: what a letter of theirs shows is not what it says. */
const ofPictures = /^(?:(?:wing|web)dings|symbol$)/i

// A file of ours has at most a cell, a bookmark and a control open at a time, edits may leave some more.
const mostOpen = 32

/**
 * Reads the body in one pass, in steps.
 * @param knows Whether a tag names a field.
 * @param hides Whether a style makes text hidden.
 */
export async function walkBody (root: XmlElement, knows: (tag: string) => boolean, hides: (style: string) => boolean, { symbols }: ReadOptions, pace: Pace): Promise<Body> {
  const walk = new Walk(knows, hides)
  // A stack of our own instead of recursion, so that the walk can rest.
  const waiting: (XmlElement | (() => void))[] = [root]
  for (;;) {
    const next = waiting.pop()
    if (next === undefined) break
    if (pace.due) await pace.rest()
    if (typeof next === 'function') {
      next()
      continue
    }
    if (skipped.has(next.name) || isDeleted(next)) continue
    if (picture.test(next.name)) {
      walk.picture(wordsIn(next))
      continue
    }
    if (walk.signOf === undefined && ofPictures.test(fontOf(next))) walk.signOf = await symbols?.().catch(() => undefined) ?? (() => '')
    const leave = walk.enter(next)
    if (leave !== undefined) waiting.push(leave)
    for (let i = next.children.length - 1; i >= 0; i--) {
      const node = next.children[i]!
      if (typeof node !== 'string') waiting.push(node)
    }
  }
  return walk
}

class Walk implements Body {
  readonly places: Place[] = []
  readonly tables: Table[] = []
  readonly boxes: string[] = []
  readonly #open = new Set<Gathering>()
  readonly #marks = new Map<string, Place>()
  readonly #controls: Place[] = []
  /** What follows the last control, up to the end of its paragraph or the next control. */
  #after: Gathering | undefined
  #paragraphs = 0
  /** Whether the end of the last paragraph was deleted while changes were tracked. */
  #joined = false
  /** Open fields, such as a page number's: whether what comes is what they are made from, not what they show. */
  #fields: boolean[] = []
  /** The font of pictures that the run is written in. */
  #font = ''
  #hidden = false
  /** Whether the style of the paragraph hides what stands in it. */
  #hiding = false
  #table: Table | undefined
  #row: Row | undefined
  #cell: Cell | undefined
  /** Places that began between the cells of a row: around the next cell. */
  #between: Place[] = []
  /** The signs of fonts of pictures, once one is met. */
  signOf: SignOf | undefined

  constructor (readonly knows: (tag: string) => boolean, readonly hides: (style: string) => boolean) {}

  /** Takes an element in; the result is to be called when its children are done. */
  enter (element: XmlElement): (() => void) | undefined {
    switch (element.name) {
      case 'w:p': return this.#paragraph(element)
      case 'w:r': return this.#run(element)
      case 'w:sdt': return this.#control(element)
      case 'w:tbl': return this.#startTable()
      case 'w:tr': return this.#startRow(element)
      case 'w:tc': return this.#startCell(element)
      case 'w:bookmarkStart': this.#startMark(element); break
      case 'w:bookmarkEnd': this.#endMark(attributeOf(element, 'w:id')); break
      case 'w:fldChar':
        this.#add(chosenIn(child(element, 'w:ffData')))
        this.#field(attributeOf(element, 'w:fldCharType'))
        break
      case 'm:oMath':
      case 'w:footnoteReference':
      case 'w:endnoteReference': this.picture(); break
      default: this.#add(this.#written(element))
    }
    return undefined
  }

  /** Says that something stands here that is no text, or the words in it. */
  picture (words = ''): void {
    if (words !== '') this.boxes.push(words)
    else for (const gathering of this.#open) gathering.unsure = true
  }

  #add (text: string): void {
    if (text === '') return
    if (this.#hidden || this.#fields.includes(true)) {
      this.picture()
      return
    }
    for (const gathering of this.#open) gathering.add(text)
  }

  #run (element: XmlElement): () => void {
    const outer = [this.#font, this.#hidden] as const
    const font = fontOf(element)
    this.#font = ofPictures.test(font) ? font : ''
    const look = child(element, 'w:rPr')
    const own = child(look, 'w:vanish')
    // Hidden by the styles of both, paragraph and letters, is seen again.
    this.#hidden = own === undefined ? this.hides(attributeOf(child(look, 'w:rStyle'))) !== this.#hiding : isOn(own)
    return () => { [this.#font, this.#hidden] = outer }
  }

  #field (part: string): void {
    if (part !== 'begin') this.#fields.pop()
    if (part !== 'end' && this.#fields.length < mostOpen) this.#fields.push(part === 'begin')
  }

  #paragraph (element: XmlElement): () => void {
    for (const gathering of this.#open) gathering.paragraph(this.#joined)
    this.#joined = false
    this.#fields = []
    this.#paragraphs++
    const outer = this.#hiding
    this.#hiding = this.hides(attributeOf(child(child(element, 'w:pPr'), 'w:pStyle')))
    return () => {
      this.#paragraphs--
      this.#hiding = outer
      const end = child(child(element, 'w:pPr'), 'w:rPr')
      this.#joined = (child(end, 'w:del') ?? child(end, 'w:moveFrom')) !== undefined
      this.#endAfter()
    }
  }

  /** A control that is no field by its tag, and holds more than text, is only wrapped around what it holds. */
  #unwrap (): void {
    for (const place of this.#controls) {
      if (place.control?.known === false) delete place.control
    }
  }

  #control (sdt: XmlElement): (() => void) | undefined {
    if (isRowSection(sdt) || this.#open.size >= mostOpen) return undefined
    this.#endAfter()
    const control: Control = readControl(sdt, this.#paragraphs > 0, this.knows)
    // What someone put into a field is part of its answer.
    if (!control.known && this.#controls.some(place => place.control?.known === true)) return undefined
    this.#unwrap()
    const marked = [...this.#marks.values()]
    const same = marked.find(place => place.control !== undefined && isRepeated(place.control, control))
    if (same !== undefined) {
      same.control!.repeated = true
      return () => { this.#startAfter(same) }
    }
    // A bookmark around the control is the same place, unless it holds another control already.
    const around = marked.findLast(place => place.control === undefined)
    // What stands in the bookmark of an answer is part of it.
    if (around === undefined && marked.length > 0 && !control.known) return undefined
    const place = around ?? this.#addPlace({})
    place.control = control
    this.#controls.push(place)
    this.#open.add(control.content)
    return () => {
      this.#controls.pop()
      this.#open.delete(control.content)
      if (place.control === control) this.#startAfter(place)
    }
  }

  /** Controls are locked against changes: who finds no way in types behind them. */
  #startAfter (place: Place): void {
    if (this.#paragraphs === 0) return
    this.#after = place.after = new Gathering(false)
    this.#open.add(this.#after)
  }

  #endAfter (): void {
    if (this.#after !== undefined) this.#open.delete(this.#after)
  }

  #addPlace (place: Place): Place {
    (this.#cell?.places ?? this.#between).push(place)
    this.places.push(place)
    return place
  }

  #startMark (element: XmlElement): void {
    const mark = parseMark(attributeOf(element, 'w:name'))
    const id = element.attributes.get('w:id')
    if (mark === undefined || id === undefined || this.#open.size >= mostOpen) return
    if (this.#controls.at(-1)?.mark !== undefined) this.#unwrap()
    // Within a control it is that control's bookmark; programs move it in there.
    const within = this.#controls.findLast(place => place.control !== undefined && place.mark === undefined)
    const place = within ?? this.#addPlace({})
    place.mark = mark
    place.range = new Gathering(this.#paragraphs > 0)
    this.#open.add(place.range)
    this.#marks.set(id, place)
  }

  #endMark (id: string): void {
    const range = this.#marks.get(id)?.range
    if (range === undefined) return
    this.#open.delete(range)
    this.#marks.delete(id)
  }

  #startTable (): () => void {
    const outer = [this.#table, this.#row, this.#cell] as const
    this.#unwrap()
    this.#table = { rows: [] }
    this.#row = this.#cell = undefined
    this.#between = []
    this.tables.push(this.#table)
    return () => { [this.#table, this.#row, this.#cell] = outer }
  }

  #startRow (element: XmlElement): () => void {
    const outer = [this.#row, this.#cell] as const
    this.#unwrap()
    // No field holds a bare row: a control between rows is the table's, even by its tag.
    for (const place of this.#between) delete place.control
    this.#cell = undefined
    const properties = child(element, 'w:trPr')
    this.#row = { header: child(properties, 'w:tblHeader') !== undefined, width: Number(attributeOf(child(properties, 'w:gridBefore'))) || 0, cells: [] }
    this.#table?.rows.push(this.#row)
    return () => { [this.#row, this.#cell] = outer }
  }

  /** The characters that an element stands for. */
  #written (element: XmlElement): string {
    switch (element.name) {
      case 'w:t': {
        const all = textIn(element)
        const text = element.attributes.get('xml:space') === 'preserve' ? all : /[^ \t\r\n](?:[^]*[^ \t\r\n])?/.exec(all)?.[0] ?? ''
        return this.#font === '' ? text : text.slice(0, limits.answer + 1).replace(/[!-\xff\uf021-\uf0ff]/g, letter => this.#sign(this.#font, letter.charCodeAt(0)))
      }
      case 'm:t': return textIn(element)
      case 'm:den': return '/'
      case 'm:sup': return '^'
      case 'w:tab':
      case 'w:ptab': return '\t'
      case 'w:cr': return '\n'
      case 'w:br': return /^(?:page|column)$/.test(attributeOf(element, 'w:type')) ? '' : '\n'
      case 'w:noBreakHyphen': return '\u2011'
      case 'w:sym': return this.#sign(attributeOf(element, 'w:font'), Number.parseInt(attributeOf(element, 'w:char'), 16))
      case 'w16se:symEx': return this.#sign('', Number.parseInt(attributeOf(element, 'w16se:char'), 16))
      default: return ''
    }
  }

  /** A sign by its number in a font. One that only its font can show stays in the range for private use, which no text uses. */
  #sign (font: string, code: number): string {
    const place = code & 0xff
    if (code >> 8 === 0 || code >> 8 === 0xf0) return this.signOf?.(font, place) || String.fromCharCode(0xf000 | place)
    return String.fromCodePoint(code > 0 && code <= 0x10ffff ? code : 0xfffd)
  }

  #startCell (element: XmlElement): () => void {
    const outer = this.#cell
    const row = this.#row
    const cell: Cell = { at: row?.width ?? 0, content: new Gathering(false), places: this.#between.splice(0).filter(place => place.control ?? place.mark) }
    this.#cell = cell
    this.#joined = false
    if (row !== undefined) {
      row.cells.push(cell)
      row.width += Number(attributeOf(child(child(element, 'w:tcPr'), 'w:gridSpan'))) || 1
    }
    this.#open.add(cell.content)
    return () => {
      this.#open.delete(cell.content)
      this.#cell = outer
    }
  }
}

/** What an old form field shows that has no text: a box, or the entry of a list. */
function chosenIn (data: XmlElement | undefined): string {
  const box = child(data, 'w:checkBox')
  if (box !== undefined) return isOn(child(box, 'w:checked') ?? child(box, 'w:default')) ? boxes.done : boxes.open
  const list = child(data, 'w:ddList')
  const entries = elements(list).filter(element => element.name === 'w:listEntry')
  return attributeOf(entries[Number(attributeOf(child(list, 'w:result') ?? child(list, 'w:default'))) || 0])
}

/** LibreOffice writes a plain-text control once for each script in its text, every time with all of the text. */
function isRepeated (first: Control, control: Control): boolean {
  return first.plain && control.plain && first.tag === '' && control.tag === '' && first.name === control.name
}

/** Whether a control only holds rows of a table. */
function isRowSection (sdt: XmlElement): boolean {
  const properties = child(sdt, 'w:sdtPr')
  return (child(properties, 'w15:repeatingSection') ?? child(properties, 'w15:repeatingSectionItem')) !== undefined
}

/** Whether someone deleted the row or the cell while changes were tracked, or all that a control holds. */
function isDeleted (element: XmlElement): boolean {
  if (element.name === 'w:sdt') {
    const inner = elements(child(element, 'w:sdtContent'))
    return inner.length > 0 && inner.every(isDeleted)
  }
  return /^w:t[rc]$/.test(element.name) && (child(child(element, 'w:trPr'), 'w:del') ?? child(child(element, 'w:tcPr'), 'w:cellDel')) !== undefined
}

/** The font of a run or a sign. */
function fontOf (element: XmlElement): string {
  if (element.name === 'w:sym') return attributeOf(element, 'w:font')
  const properties = element.name === 'w:r' ? child(element, 'w:rPr') : undefined
  const fonts = properties && first(properties, 'w:rFonts')
  // A font of the theme comes before one that is named.
  return attributeOf(fonts, 'w:asciiTheme') || attributeOf(fonts, 'w:ascii') || attributeOf(fonts, 'w:hAnsi')
}
