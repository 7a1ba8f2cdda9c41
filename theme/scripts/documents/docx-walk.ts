import { type Cell, Gathering, parseMark, type Place, type Control, readControl, type Row, type Table } from './docx-parts.ts'
import type { Pace } from './pace.ts'
import { attributeOf, child, textIn, wordsIn, type XmlElement } from './xml.ts'

/** What stands in the body of a Word file: places for answers in order, and tables with their cells. */
export interface Body {
  places: Place[]
  tables: Table[]
  /** What stands in text boxes. */
  boxes: string[]
}

/** Deleted or moved text, properties, pictures, and the second telling of what older programs cannot show. */
const skipped = new Set([
  'w:del', 'w:moveFrom', 'w:pPr', 'w:rPr', 'w:sdtPr', 'w:sdtEndPr', 'w:tblPr', 'w:tblGrid', 'w:sectPr', 'w:instrText',
  'w:drawing', 'w:pict', 'w:object', 'mc:Fallback'
])

// A file of ours has at most a cell, a bookmark and a control open at a time, edits may leave some more.
const mostOpen = 32

/** Reads the body in one pass, in steps. */
export async function walkBody (root: XmlElement, pace: Pace): Promise<Body> {
  const walk = new Walk()
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
    if (skipped.has(next.name) || isDeletedRow(next)) {
      if (/^w:(?:drawing|pict|object)$/.test(next.name)) walk.boxes.push(wordsIn(next))
      continue
    }
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
  #table: Table | undefined
  #row: Row | undefined
  #cell: Cell | undefined

  /** Takes an element in; the result is to be called when its children are done. */
  enter (element: XmlElement): (() => void) | undefined {
    switch (element.name) {
      case 'w:p': return this.#paragraph()
      case 'w:sdt': return this.#control(element)
      case 'w:tbl': return this.#startTable()
      case 'w:tr': return this.#startRow(element)
      case 'w:tc': return this.#startCell(element)
      case 'w:bookmarkStart': this.#startMark(element); break
      case 'w:bookmarkEnd': this.#endMark(attributeOf(element, 'w:id')); break
      default: this.#add(written(element))
    }
    return undefined
  }

  #add (text: string): void {
    if (text === '') return
    for (const gathering of this.#open) gathering.add(text)
  }

  #paragraph (): () => void {
    for (const gathering of this.#open) gathering.paragraph()
    this.#paragraphs++
    return () => {
      this.#paragraphs--
      this.#endAfter()
    }
  }

  #control (sdt: XmlElement): (() => void) | undefined {
    if (isRowSection(sdt) || this.#open.size >= mostOpen) return undefined
    this.#endAfter()
    const control: Control = readControl(sdt, this.#paragraphs > 0)
    const marked = [...this.#marks.values()]
    const same = marked.find(place => place.control !== undefined && isRepeated(place.control, control))
    if (same !== undefined) {
      same.control!.repeated = true
      return () => { this.#startAfter(same) }
    }
    // A bookmark around the control is the same place, unless it holds another control already.
    const around = marked.findLast(place => place.control === undefined)
    const place = around ?? this.#addPlace({})
    place.control = control
    this.#controls.push(place)
    this.#open.add(control.content)
    return () => {
      this.#controls.pop()
      this.#open.delete(control.content)
      this.#startAfter(place)
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
    this.#cell?.places.push(place)
    this.places.push(place)
    return place
  }

  #startMark (element: XmlElement): void {
    const mark = parseMark(attributeOf(element, 'w:name'))
    const id = element.attributes.get('w:id')
    if (mark === undefined || id === undefined || this.#open.size >= mostOpen) return
    // Within a control it is that control's bookmark; programs move it in there.
    const within = this.#controls.findLast(place => place.mark === undefined)
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
    this.#table = { rows: [] }
    this.tables.push(this.#table)
    return () => { [this.#table, this.#row, this.#cell] = outer }
  }

  #startRow (element: XmlElement): () => void {
    const outer = this.#row
    const properties = child(element, 'w:trPr')
    this.#row = { header: child(properties, 'w:tblHeader') !== undefined, width: Number(attributeOf(child(properties, 'w:gridBefore'))) || 0, cells: [] }
    this.#table?.rows.push(this.#row)
    return () => { this.#row = outer }
  }

  #startCell (element: XmlElement): () => void {
    const outer = this.#cell
    const row = this.#row
    const cell: Cell = { at: row?.width ?? 0, content: new Gathering(false), places: [] }
    this.#cell = cell
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

/** LibreOffice writes a plain-text control once for each script in its text, every time with all of the text. */
function isRepeated (first: Control, control: Control): boolean {
  return first.plain && control.plain && first.tag === '' && control.tag === '' && first.name === control.name
}

/** Whether a control only holds rows of a table. */
function isRowSection (sdt: XmlElement): boolean {
  const properties = child(sdt, 'w:sdtPr')
  return (child(properties, 'w15:repeatingSection') ?? child(properties, 'w15:repeatingSectionItem')) !== undefined
}

/** Whether someone deleted the row while changes were tracked. */
function isDeletedRow (element: XmlElement): boolean {
  return element.name === 'w:tr' && child(child(element, 'w:trPr'), 'w:del') !== undefined
}

/** The characters that an element stands for. */
function written (element: XmlElement): string {
  switch (element.name) {
    case 'w:t': {
      const text = textIn(element)
      return element.attributes.get('xml:space') === 'preserve' ? text : /[^ \t\r\n](?:[^]*[^ \t\r\n])?/.exec(text)?.[0] ?? ''
    }
    case 'w:tab': return '\t'
    case 'w:cr': return '\n'
    case 'w:br': return /^(?:page|column)$/.test(attributeOf(element, 'w:type')) ? '' : '\n'
    case 'w:noBreakHyphen': return '\u2011'
    case 'w:sym': return String.fromCharCode(Number.parseInt(attributeOf(element, 'w:char'), 16) || 0xfffd)
    default: return ''
  }
}
