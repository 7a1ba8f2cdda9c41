import type { FieldDefinition } from '../../workbook/guide.ts'
import { Bytes, textString, write } from '../pdf-values.ts'
import { bytesOf } from './bytes.ts'
import { blankFields, blankMetadata, sample } from './guide.ts'
import type { Drawing } from '../drawing/api.ts'
import { drawText, FieldFont, leastSize, startSize, wrap } from '../drawing/pdf-text.ts'
import type { Rasterize } from '../drawing/rasterizer.ts'

/** A PDF from its objects, numbered from 1. */
export function pdf (objects: readonly string[], trailer = ''): Uint8Array {
  let text = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'
  const places = objects.map((object, i) => {
    const at = text.length
    text += `${i + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const start = text.length
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n` + places.map(at => `${String(at).padStart(10, '0')} 00000 n \n`).join('') +
    `trailer\n<</Size ${objects.length + 1}/Root 1 0 R/Info 2 0 R${trailer}>>\nstartxref\n${start}\n%%EOF\n`
  return bytesOf(text)
}

/** The blank sample as the site's writer makes it: a field for each segment of an id, the scale as radio buttons. */
export function blankPdf (language = 'en-US'): Uint8Array {
  const objects: string[] = ['', '', '', '', '']
  const add = (object: string): number => objects.push(object)
  const branches = new Map<string, { number: number, kids: number[], parent: number, name: string }>()
  const top: number[] = []
  const annotations: number[] = []
  const branch = (path: string[]): number => {
    const key = path.join('.')
    const known = branches.get(key)
    if (known !== undefined) return known.number
    const made = { number: add(''), kids: [], parent: path.length > 1 ? branch(path.slice(0, -1)) : 0, name: path.at(-1)! }
    branches.set(key, made)
    if (path.length > 1) branches.get(path.slice(0, -1).join('.'))!.kids.push(made.number)
    else top.push(made.number)
    return made.number
  }
  const look = (width: number): string => `${add(`<</Type/XObject/Subtype/Form/BBox[0 0 ${width} 20]/Resources<<>>/Length 0>>\nstream\n\nendstream`)} 0 R`
  blankFields(sample).forEach((field, i) => {
    const path = field.id.split('.')
    const parent = branch(path.slice(0, -1))
    const rest = `/Parent ${parent} 0 R/T(${path.at(-1)})/TU${write(textString(field.label))}`
    const place = (width: number): string => `/Type/Annot/Subtype/Widget/F 4/Rect[50 ${700 - i * 2} ${50 + width} ${720 - i * 2}]/P 5 0 R`
    if (field.id === 'sample.safe.answer') {
      const group = add('')
      const kids = field.options!.map(option => add(`<<${place(12)}/Parent ${group} 0 R/AS/Off/AP<</N<</${option.id} ${look(12)}/Off ${look(12)}>>>>>>`))
      objects[group - 1] = `<<${rest}/FT/Btn/Ff 32768/V/Off/Kids[${kids.map(k => `${k} 0 R`).join(' ')}]>>`
      annotations.push(...kids)
      branches.get(path.slice(0, -1).join('.'))!.kids.push(group)
      return
    }
    const number = add(`<<${place(200)}${rest}${kindOf(field, look)}>>`)
    annotations.push(number)
    branches.get(path.slice(0, -1).join('.'))!.kids.push(number)
  })
  for (const { number, kids, parent, name } of branches.values()) {
    objects[number - 1] = `<</T(${name})${parent > 0 ? `/Parent ${parent} 0 R` : ''}/Kids[${kids.map(k => `${k} 0 R`).join(' ')}]>>`
  }
  const widths = Array.from({ length: 224 }, (_, i) => [0x7f, 0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(i + 32) ? 0 : 500).join(' ')
  objects[0] = `<</Type/Catalog/Lang(${language})/Pages 4 0 R/AcroForm<</Fields[${top.map(t => `${t} 0 R`).join(' ')}]/DA(/Answer 10 Tf 0 g)/DR<</Font<</Answer 3 0 R>>>>>>>>`
  objects[1] = `<</PartnershipToolkit${write(new Bytes(blankMetadata))}>>`
  objects[2] = `<</Type/Font/Subtype/TrueType/BaseFont/Test/Encoding/WinAnsiEncoding/FirstChar 32/LastChar 255/Widths[${widths}]>>`
  objects[3] = '<</Type/Pages/Kids[5 0 R]/Count 1>>'
  objects[4] = `<</Type/Page/Parent 4 0 R/MediaBox[0 0 612 792]/Resources<<>>/Annots[${annotations.map(a => `${a} 0 R`).join(' ')}]>>`
  return pdf(objects)
}

function kindOf (field: FieldDefinition, look: (width: number) => string): string {
  switch (field.kind) {
    case 'check': return `/FT/Btn/V/Off/AS/Off/AP<</N<</yes ${look(12)}/Off ${look(12)}>>>>`
    case 'choice': return `/FT/Ch/Ff 131072/DA(/Answer 10 Tf 0 g)/AP<</N ${look(200)}>>/Opt${write(field.options!.map(o => [textString(o.id), textString(o.label)]))}`
    default: return `/FT/Tx/Ff ${field.kind === 'long' ? 4096 : 0}/DA(/Answer 10 Tf 0 g)/AP<</N ${look(200)}>>`
  }
}

/** Draws nothing, in the size asked for. */
const nothing: Rasterize = (_, box) => {
  const [width, height] = [Math.round(box.width), Math.round(box.height)]
  return { width, height, alpha: new Uint8Array(width * height), whole: true, place: [0, 0, box.width, box.height] }
}

/** Draws as the browser does, but for the ink. */
export const noInk: Drawing = { FieldFont, startSize, leastSize, drawText, wrap, rasterize: nothing }
