import type { FillContent, FilledDocument } from './api.ts'
import { isIsoDate, writeDate } from './dates.ts'
import type { KnownField } from './fields.ts'
import { addPicture, pictureFile } from './docx-picture.ts'
import { writeRows } from './docx-rows.ts'
import { runsOf, turn } from './docx-text.ts'
import { Filling } from './filling.ts'
import { parseMetadata, writeMetadata } from './metadata-json.ts'
import { inWord } from './metadata-places.ts'
import { Pace } from './pace.ts'
import { boxes } from './boxes.ts'
import { listEntries, openPart } from './unzip.ts'
import type { Option } from '../workbook/guide.ts'
import { attributeOf, child, damaged, elements, first, tagOf, textIn, writeXml, type XmlElement } from './xml.ts'
import { pack, store, writeZip } from './zip.ts'

const contentTypes = '[Content_Types].xml'
const relationsOf = 'word/_rels/document.xml.rels'

/** Fills a blank Word document of this site. */
export async function fillDocx (blank: Uint8Array, content: FillContent): Promise<FilledDocument> {
  const pace = new Pace({ deadline: 60_000 })
  const filling = new Filling(content)
  const entries = listEntries(blank)
  const open = async (name: string): Promise<XmlElement> => {
    const part = await openPart(entries, name, pace)
    if (part === undefined) throw damaged()
    return part
  }
  const root = await open('word/document.xml')
  const custom = await open('docProps/custom.xml')
  writeRows(root, filling)
  for (const [control, parent] of [...controlsIn(root)]) {
    if (pace.due) await pace.rest()
    const tag = tagOf(control)
    const field = filling.fields.get(tag)
    if (field !== undefined) writeControl(control, parent, filling.answer(tag), field.kind, field.options)
  }
  const json = inWord(custom)
  const made = parseMetadata(json && textIn(json))
  const metadata = filling.metadata(made, made?.serials ?? content.document.serials, () => false)
  if (json !== undefined) json.children = [writeMetadata(metadata)]
  const written = new Map<string, string>()
  if (content.picture !== undefined) {
    const [types, relations] = [await open(contentTypes), await open(relationsOf)]
    addPicture(content.picture, root, types, relations)
    written.set(contentTypes, writeXml(types)).set(relationsOf, writeXml(relations))
  }
  written.set('word/document.xml', writeXml(root)).set('docProps/custom.xml', writeXml(custom))
  const parts = await Promise.all(entries.map(async entry => {
    const text = written.get(entry.name)
    return text === undefined ? entry : await pack(entry.name, text)
  }))
  const bytes = writeZip(content.picture === undefined ? parts : [...parts, store(pictureFile, content.picture.bytes)])
  return { bytes, rowsLeftOut: {}, notShownWhole: [] }
}

/** All content controls with what they stand in, in the order of the file. */
function * controlsIn (element: XmlElement): Generator<[control: XmlElement, parent: XmlElement]> {
  for (const below of elements(element)) {
    if (below.name === 'w:sdt') yield [below, element]
    yield * controlsIn(below)
  }
}

/** Writes one answer into its control; an empty one stays as it is. */
function writeControl (control: XmlElement, parent: XmlElement, answer: string, kind: KnownField['kind'], options: readonly Option[]): void {
  const properties = child(control, 'w:sdtPr')
  const content = child(control, 'w:sdtContent')
  if (answer === '' || properties === undefined || content === undefined) return
  const box = child(properties, 'w14:checkbox')
  if (box !== undefined) {
    tick(box, content)
    return
  }
  properties.children = properties.children.filter(node => typeof node === 'string' || node.name !== 'w:showingPlcHdr')
  const text = shownText(properties, answer, kind, options)
  writeText(content, text)
  turn(parent, control, text)
}

/** What people read in the control; what programs read stands in its properties. */
function shownText (properties: XmlElement, answer: string, kind: KnownField['kind'], options: readonly Option[]): string {
  switch (kind) {
    case 'choice': {
      const text = options.find(option => option.id === answer)?.label ?? answer
      if (text !== answer) child(properties, 'w:dropDownList')?.attributes.set('w:lastValue', answer)
      return text
    }
    case 'date': return isIsoDate(answer) ? writeDay(child(properties, 'w:date'), answer) : answer
    case 'text':
    case 'long':
    case 'check':
    case 'partner': return answer
  }
}

function tick (box: XmlElement, content: XmlElement): void {
  child(box, 'w14:checked')?.attributes.set('w14:val', '1')
  const code = Number.parseInt(attributeOf(child(box, 'w14:checkedState'), 'w14:val'), 16)
  const text = first(content, 'w:t')
  if (text !== undefined) text.children = [Number.isNaN(code) ? boxes.done : String.fromCharCode(code)]
}

/** Keeps the day behind the text, and says it as the control's own pattern does. */
function writeDay (control: XmlElement | undefined, iso: string): string {
  if (control === undefined) return iso
  control.attributes.set('w:fullDate', `${iso}T00:00:00Z`)
  const pattern = attributeOf(child(control, 'w:dateFormat'))
  const language = attributeOf(child(control, 'w:lid'))
  return writeDate(iso, pattern, language)
}

/** Puts the text in the place of the placeholder's, in the letters of the text around it. */
function writeText (content: XmlElement, text: string): void {
  const [host, run] = firstRun(content)
  const look = run && child(run, 'w:rPr')
  if (look !== undefined) look.children = look.children.filter(node => typeof node === 'string' || node.name !== 'w:rStyle')
  const at = run === undefined ? host.children.length : host.children.indexOf(run)
  host.children = [...host.children.slice(0, at), ...runsOf(text, look), ...host.children.slice(at).filter(node => typeof node === 'string' || node.name !== 'w:r')]
}

/** The first run and the element that holds it. */
function firstRun (element: XmlElement): [XmlElement, XmlElement | undefined] {
  for (const below of elements(element)) {
    if (below.name === 'w:r') return [element, below]
    const found = firstRun(below)
    if (found[1] !== undefined) return found
  }
  return [first(element, 'w:p') ?? element, undefined]
}
