import type { FillContent } from './api.ts'
import type { Drawing } from './drawing/api.ts'
import type { FieldFont } from './drawing/pdf-text.ts'
import type { PdfForm } from './pdf-form.ts'
import { addInk, type PdfUpdate } from './pdf-update.ts'
import { decimal, type Dictionary, hexadecimal, textString, write } from './pdf-values.ts'

/** What is written with beside the fields. */
export interface PageWriter {
  content: FillContent
  form: PdfForm
  update: PdfUpdate
  drawing: Drawing
  font (name: string): FieldFont | null
}

/** A line of text: in the font's codes, or the characters where it has no letters for them. */
export interface Line { codes?: string, text: string }

/** Where a line begins, how wide it may be, and the size of its letters. */
export interface LinePlace { left: number, y: number, width: number, size: number }

/** The form's own font, and its colour as an operator. */
export function ownFont (writer: PageWriter): { font: FieldFont | null, colour: string } {
  const { form, update } = writer
  const [, name, colour] = /\/(\S+)\s+[\d.]+\s+Tf\s*(.*)$/s.exec(update.file.text(form.dictionary?.get('DA'))) ?? []
  return { font: writer.font(name ?? ''), colour: colour ?? '0 g' }
}

/** The operators that draw a line; what the font cannot say is drawn as ink, which stands among the pictures under its name. */
export function drawLine (line: Line, { left, y, width, size }: LinePlace, pictures: Dictionary, name: string, writer: PageWriter): string {
  if (line.text === '') return ''
  const { update, drawing } = writer
  const { font, colour } = ownFont(writer)
  if (font !== null && line.codes !== undefined) {
    return `BT /${font.name} ${decimal(size)} Tf ${colour} ${decimal(left)} ${decimal(y)} Td ${hexadecimal(line.codes)} Tj ET\n`
  }
  const ink = drawing.rasterize(line.text, { width, height: size * leading, multiline: false, size, least: drawing.leastSize, more: '' })
  pictures.set(name, addInk(update, ink.width, ink.height, ink.alpha, colour))
  const [inkLeft, bottom, inkWidth, inkHeight] = ink.place
  const place = [inkWidth, 0, 0, inkHeight, left + inkLeft, y - size * 0.3 + bottom].map(decimal).join(' ')
  return `/Span <</ActualText ${write(textString(line.text + ' '))}>> BDC q ${place} cm /${name} Do Q EMC\n`
}

/** Height of a line, in parts of the size of its letters. */
export const leading = 1.35
