import type { FillContent, FilledDocument } from './api.ts'
import { rightToLeft } from './direction.ts'
import type { Drawing } from './drawing/api.ts'
import type { FieldFont, TextBox } from './drawing/pdf-text.ts'
import { isIsoDate, writeDate } from './dates.ts'
import { cellOf } from './fields.ts'
import { Filling } from './filling.ts'
import { writeMetadata } from './metadata-json.ts'
import { inPdf } from './metadata-places.ts'
import { metadataKey, Refused } from './metadata.ts'
import { Pace } from './pace.ts'
import { addPages } from './pdf-pages.ts'
import { PdfFile } from './pdf-file.ts'
import { flag, type FormField, PdfForm } from './pdf-form.ts'
import { noteRows } from './pdf-rows.ts'
import { addInk, PdfUpdate } from './pdf-update.ts'
import { type Passage, passagesOf } from './passages.ts'
import { Bytes, decimal, type Dictionary, Name, type PdfValue, Ref, textString, write } from './pdf-values.ts'
import { continued as words } from '../words/exports.ts'

/** Fills a blank PDF of this site. */
export async function fillPdf (blank: Uint8Array, content: FillContent, drawing: Drawing): Promise<FilledDocument> {
  const pace = new Pace({ deadline: 60_000 })
  const file = await PdfFile.open(blank, pace)
  const writer = new FormWriter(await PdfForm.open(file, pace), content, drawing)
  const { names, rowsLeftOut } = writer.renameRows()
  for (const field of writer.form.fields.values()) {
    await pace.restAt(0)
    writer.write(field, names(field.name))
  }
  noteRows(rowsLeftOut, writer)
  await addPages(writer.leftOver(rowsLeftOut), content.picture, writer, pace)
  writer.writeMetadata(names, rowsLeftOut)
  return { bytes: await writer.update.bytes(), rowsLeftOut: Object.fromEntries(rowsLeftOut), notShownWhole: writer.notShownWhole }
}

class FormWriter {
  readonly file: PdfFile
  readonly update: PdfUpdate
  readonly notShownWhole: string[] = []
  readonly #filling: Filling
  readonly #fonts = new Map<string, FieldFont | null>()

  constructor (readonly form: PdfForm, readonly content: FillContent, readonly drawing: Drawing) {
    const { file } = form
    this.file = file
    this.update = new PdfUpdate(file)
    this.#filling = new Filling(content)
  }

  /**
   * Gives the rows on paper, which are a fixed number, the keys of the rows to show: the branch of the form's tree that
   * names the row is renamed, and with it every cell.
   */
  renameRows (): { names: (blankName: string) => string, rowsLeftOut: Map<string, string[]> } {
    const newKeys = new Map<string, string>()
    const rowsLeftOut = new Map<string, string[]>()
    for (const [table, rows] of this.#rowsOnPaper()) {
      const keys = this.#filling.keys(table, rows.length)
      if (keys === undefined) continue
      const shown = this.#choose(table, keys, rows.length)
      const left = keys.filter(key => !shown.includes(key) && this.#filling.holdsAnswers(table, key))
      if (left.length > 0) rowsLeftOut.set(table, left)
      rows.forEach((row, i) => {
        const branch = this.form.branches.get(`${table}.${row}`)
        if (row === shown[i] || branch === undefined) return
        newKeys.set(`${table}.${row}`, shown[i]!)
        this.update.edit(branch).set('T', textString(shown[i]!))
      })
    }
    const names = (blankName: string): string => {
      const cell = cellOf(blankName)
      const key = cell && newKeys.get(`${cell.table}.${cell.row}`)
      return key === undefined ? blankName : `${cell!.table}.${key}.${cell!.column}`
    }
    return { names, rowsLeftOut }
  }

  /** Of too many rows, those that hold answers come first. */
  #choose (table: string, keys: readonly string[], room: number): string[] {
    if (keys.length <= room) return [...keys]
    const answered = keys.filter(key => this.#filling.holdsAnswers(table, key)).slice(0, room)
    const spare = new Set(keys.filter(key => !answered.includes(key)).slice(0, room - answered.length))
    return keys.filter(key => answered.includes(key) || spare.has(key))
  }

  #rowsOnPaper (): Map<string, string[]> {
    const tables = new Map<string, string[]>()
    for (const name of this.form.fields.keys()) {
      const cell = cellOf(name)
      if (cell === undefined) continue
      const rows = tables.get(cell.table) ?? []
      if (!rows.includes(cell.row)) rows.push(cell.row)
      tables.set(cell.table, rows)
    }
    return tables
  }

  /** Writes one answer; an empty one leaves the field as it is. */
  write (field: FormField, id: string): void {
    const answer = this.#filling.answer(id)
    if (answer === '' || field.reference === undefined) return
    if (field.type === 'Btn') this.#button(field, answer)
    else this.#text(field, id, answer)
  }

  /** Sets a tick or one of a group of radio buttons. */
  #button (field: FormField, answer: string): void {
    const states = field.widgets.map(widget => this.#onState(widget.dictionary))
    const index = field.options.findIndex(option => this.file.text(option) === answer)
    const radio = (field.flags & flag.radio) !== 0
    const chosen = states.findIndex(state => !radio || state === answer || (index >= 0 && state === String(index)))
    const state = states[chosen]
    if (state === undefined) return
    this.update.edit(field.reference!).set('V', new Name(state))
    field.widgets.forEach((widget, i) => {
      if (widget.reference !== undefined) this.update.edit(widget.reference).set('AS', new Name(i === chosen ? state : 'Off'))
    })
  }

  /** The name of the state in which a button is on. */
  #onState (widget: Dictionary): string | undefined {
    const looks = this.file.dictionary(this.file.dictionary(widget.get('AP'))?.get('N'))
    return [...looks?.keys() ?? []].find(name => name !== 'Off')
  }

  #text (field: FormField, id: string, answer: string): void {
    const definition = this.#filling.fields.get(id)
    const value = definition?.kind === 'date' ? this.#day(answer) : answer
    const shown = definition?.options.find(option => option.id === answer)?.label ?? value
    const dictionary = this.update.edit(field.reference!)
    dictionary.set('V', textString(value))
    dictionary.delete('I')
    // Who goes on writing in a viewer writes from the same side.
    if (rightToLeft.test(shown)) dictionary.set('Q', 2)
    let whole = true
    for (const widget of field.widgets) {
      const look = this.#appearance(field, widget.dictionary, shown)
      if (widget.reference !== undefined) this.update.edit(widget.reference).set('AP', new Map([['N', look.reference]]))
      whole &&= look.whole
    }
    if (!whole) this.notShownWhole.push(id)
  }

  /** A day as the file asks for it. */
  #day (answer: string): string {
    const asked = new Map([['en-US', 'MM/dd/yyyy'], ['es-US', 'dd/MM/yyyy']]).get(this.form.language)
    return asked !== undefined && isIsoDate(answer) ? writeDate(answer, asked, this.form.language) : answer
  }

  /** Draws the text: in the form's own font, or where that has no letters for it, as ink. */
  #appearance (field: FormField, widget: Dictionary, text: string): { reference: Ref, whole: boolean } {
    const [left, bottom, right, top] = this.file.array(widget.get('Rect')).map(value => this.file.number(value))
    const [, fontName, size, colour] = /\/(\S+)\s+([\d.]+)\s+Tf\s*(.*)$/s.exec(field.appearance) ?? []
    const box: TextBox = {
      width: round(Math.abs(right! - left!)),
      height: round(Math.abs(top! - bottom!)),
      multiline: field.type === 'Tx' && (field.flags & flag.multiline) !== 0,
      size: Number(size ?? 0),
      more: words.more
    }
    const form: Dictionary = new Map<string, PdfValue>([
      ['Type', new Name('XObject')], ['Subtype', new Name('Form')], ['BBox', [0, 0, box.width, box.height]]
    ])
    const font = this.font(fontName ?? '')
    const codes = font?.encode(text) ?? null
    if (font !== null && codes !== null) {
      form.set('Resources', new Map([['Font', new Map([[font.name, font.reference]])]]))
      const { content, whole } = this.drawing.drawText(codes, box, font, colour ?? '0 g')
      return { reference: this.update.add(form, new TextEncoder().encode(content)), whole }
    }
    const { rasterize, startSize, leastSize } = this.drawing
    const ink = rasterize(text, { ...box, size: startSize(box), least: leastSize })
    form.set('Resources', new Map([['XObject', new Map([['Ink', addInk(this.update, ink.width, ink.height, ink.alpha, colour ?? '')]])]]))
    const [x, y, width, height] = ink.place.map(decimal)
    // A picture says nothing to programs, once the form is flattened and the value is gone.
    const content = `/Tx BMC /Span<</ActualText ${write(textString(text))}>>BDC q ${width} 0 0 ${height} ${x} ${y} cm /Ink Do Q EMC EMC`
    return { reference: this.update.add(form, new TextEncoder().encode(content)), whole: ink.whole }
  }

  /** The form's own font of this name; null where it cannot be written with. */
  font (name: string): FieldFont | null {
    const known = this.#fonts.get(name)
    if (known !== undefined) return known
    const resources = this.file.dictionary(this.form.dictionary?.get('DR'))
    const value = this.file.dictionary(resources?.get('Font'))?.get(name)
    const dictionary = this.file.dictionary(value)
    const usable = dictionary !== undefined && this.file.name(dictionary.get('Encoding')) === 'WinAnsiEncoding'
    const font = usable ? new this.drawing.FieldFont(name, value!, dictionary, this.file) : null
    this.#fonts.set(name, font)
    return font
  }

  /** What the boxes do not show whole, as it stands on pages of its own. */
  leftOver (rowsLeftOut: ReadonlyMap<string, readonly string[]>): Passage[] {
    return passagesOf(this.content, this.#filling, new Set(this.notShownWhole), rowsLeftOut)
  }

  /** Says in the file what it was made with. */
  writeMetadata (names: (blankName: string) => string, rowsLeftOut: ReadonlyMap<string, readonly string[]>): void {
    const information = this.file.trailer.get('Info')
    if (!(information instanceof Ref)) throw new Refused('damaged')
    const made = inPdf(this.file)
    const serials = (made?.serials ?? this.content.document.serials).map(names)
    const leftOut = (id: string): boolean => {
      const cell = cellOf(id)
      return cell !== undefined && rowsLeftOut.get(cell.table)?.includes(cell.row) === true
    }
    const metadata = this.#filling.metadata(made, serials, leftOut)
    this.update.edit(information).set(metadataKey, new Bytes(writeMetadata(metadata)))
  }
}

function round (value: number): number {
  return Math.round(value * 100) / 100
}
