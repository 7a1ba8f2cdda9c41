import { limits } from './limits.ts'
import { attributeOf, child, elements, tagOf, type XmlElement } from './xml.ts'

/** Text that is gathered while its place is open; paragraphs become lines. */
export class Gathering {
  /** Whether something stands in it that is no text: a picture, a formula, hidden words. */
  unsure = false
  readonly #parts: string[] = []
  #length = 0
  #begun: boolean

  /** @param inParagraph Whether it starts within a paragraph, so that the next one is a new line. */
  constructor (inParagraph: boolean) {
    this.#begun = inParagraph
  }

  add (text: string): void {
    const room = limits.answer + 1 - this.#length
    if (room <= 0) return
    this.#parts.push(text.slice(0, room))
    this.#length += text.length
  }

  /** @param joined Whether someone deleted the end of the paragraph before. */
  paragraph (joined: boolean): void {
    if (this.#begun && !joined) this.add('\n')
    this.#begun = true
  }

  get text (): string {
    return this.#parts.join('')
  }
}

/** A content control. */
export interface Control {
  tag: string
  /** Whether its tag names a field. */
  known: boolean
  /** Whether it holds whole paragraphs, cells or rows. */
  block: boolean
  /** What it is called. */
  name: string
  /** Whether it takes plain text only. */
  plain: boolean
  /** Whether copies of it follow, each with all of its text. */
  repeated?: boolean
  /** Whether Word says that the text is only the placeholder. */
  showsPlaceholder: boolean
  ticked?: boolean
  labels?: Map<string, string>
  date?: string
  content: Gathering
}

/** A bookmark of ours, taken apart. */
export interface Mark {
  code: string
  serial: number
  /** The key of the row, where it is not the blank document's. */
  row?: string
}

/** Where one answer stands: a control, a bookmark, or both. */
export interface Place {
  control?: Control
  mark?: Mark
  /** What stands between the ends of the bookmark. */
  range?: Gathering
  /** What follows the control in its paragraph. */
  after?: Gathering
}

export interface Cell {
  /** Its first column of the table's grid: cells may run over several. */
  at: number
  content: Gathering
  places: Place[]
}

export interface Row {
  header: boolean
  /** Columns of the grid that its cells take so far. */
  width: number
  cells: Cell[]
}

export interface Table {
  rows: Row[]
}

// Files of before may hold keys of rows with more digits than `workbook/row-key.ts` gives them a number for; they are keys all the same.
const markName = /^tk_([a-z0-9]{1,12})_(\d{1,6})(?:_(r\d{1,9}))?$/i

/** Takes the name of a bookmark apart; undefined where it is not ours. */
export function parseMark (name: string): Mark | undefined {
  const match = markName.exec(name)
  if (match === null) return undefined
  const mark: Mark = { code: match[1]!.toLowerCase(), serial: Number(match[2]) }
  if (match[3] !== undefined) mark.row = match[3].toLowerCase()
  return mark
}

/** Reads the properties of a content control. */
export function readControl (sdt: XmlElement, inParagraph: boolean, knows: (tag: string) => boolean): Control {
  const properties = child(sdt, 'w:sdtPr')
  const tag = tagOf(sdt)
  const control: Control = {
    tag,
    known: knows(tag),
    block: !inParagraph,
    name: attributeOf(child(properties, 'w:alias')),
    plain: child(properties, 'w:text') !== undefined,
    showsPlaceholder: isOn(child(properties, 'w:showingPlcHdr')),
    content: new Gathering(inParagraph)
  }
  const box = child(properties, 'w14:checkbox')
  if (box !== undefined) control.ticked = isOn(child(box, 'w14:checked'), 'w14:val')
  const list = child(properties, 'w:dropDownList') ?? child(properties, 'w:comboBox')
  if (list !== undefined) {
    control.labels = new Map(elements(list).map(item => {
      const value = attributeOf(item, 'w:value')
      return [item.attributes.get('w:displayText') ?? value, value]
    }))
  }
  const day = /^\d{4}-\d\d-\d\d/.exec(attributeOf(child(properties, 'w:date'), 'w:fullDate'))?.[0]
  if (day !== undefined) control.date = day
  return control
}

/** Whether a property is set. */
export function isOn (element: XmlElement | undefined, attribute = 'w:val'): boolean {
  return element !== undefined && !/^(?:0|false|off)$/.test(element.attributes.get(attribute) ?? '1')
}
