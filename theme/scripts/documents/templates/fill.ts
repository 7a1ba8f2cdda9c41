import { Pace } from '../pace.ts'
import { listEntries, openPart } from '../unzip.ts'
import { runsOf, turn } from '../docx-text.ts'
import { child, copy, damaged, descendants, elements, tagOf, writeXml, type XmlElement } from '../xml.ts'
import { pack, writeZip } from '../zip.ts'
import type { TemplateContent, TemplateRow } from './api.ts'

const text = 'word/document.xml'
const longestFill = 60_000

/** Completes a template: texts are written, rows are cloned as often as there is content for them. */
export async function fillTemplate (blank: Uint8Array, content: TemplateContent): Promise<Uint8Array<ArrayBuffer>> {
  const pace = new Pace({ deadline: longestFill })
  const entries = listEntries(blank)
  const root = await openPart(entries, text, pace)
  if (root === undefined) throw damaged()
  writeCells(root, 'text:', content.texts)
  await new Rows(root, pace).write(root, content.rows)
  if (content.free === true) unwrap(root)
  const written = await pack(text, writeXml(root))
  return writeZip(entries.map(entry => entry.name === text ? written : entry))
}

class Rows {
  #lastId: number

  constructor (root: XmlElement, readonly pace: Pace) {
    this.#lastId = [...descendants(root, 'w:id')].reduce((most, id) => Math.max(most, Number(id.attributes.get('w:val'))), 0)
  }

  /** Fills the sections that stand in an element, but not those within another section. */
  async write (scope: XmlElement, rows: Readonly<Record<string, readonly TemplateRow[]>>): Promise<void> {
    for (const { section, parent } of sections(scope)) {
      const items = child(section, 'w:sdtContent')
      const pattern = items && elements(items)[0]
      if (items === undefined || pattern === undefined) continue
      const wanted = rows[tagOf(section).slice('row:'.length)] ?? []
      const filled: XmlElement[] = []
      for (const row of wanted) {
        if (this.pace.due) await this.pace.rest()
        const item = this.#renewed(copy(pattern))
        writeCells(item, 'cell:', row.cells)
        await this.write(item, row.rows ?? {})
        filled.push(item)
      }
      if (filled.length > 0) items.children = filled
      else parent.children = parent.children.filter(node => node !== section)
    }
  }

  /** Ids of controls must differ; a counter gives the same bytes for the same content. */
  #renewed (item: XmlElement): XmlElement {
    for (const id of descendants(item, 'w:id')) id.attributes.set('w:val', String(++this.#lastId))
    return item
  }
}

/** Leaves what stands in controls in their place. */
function unwrap (scope: XmlElement): void {
  scope.children = scope.children.flatMap(node => {
    if (typeof node === 'string') return [node]
    unwrap(node)
    return node.name === 'w:sdt' ? child(node, 'w:sdtContent')?.children ?? [] : [node]
  })
}

function sections (scope: XmlElement): { section: XmlElement, parent: XmlElement }[] {
  return elements(scope).flatMap(element =>
    isSection(element) ? [{ section: element, parent: scope }] : sections(element))
}

function isSection (element: XmlElement): boolean {
  return element.name === 'w:sdt' && tagOf(element).startsWith('row:')
}

/** Writes into the controls with this kind of tag, except those in a section of their own. */
function writeCells (scope: XmlElement, kind: string, texts: Readonly<Record<string, string>>): void {
  for (const element of elements(scope)) {
    if (isSection(element)) continue
    const tag = tagOf(element)
    if (element.name === 'w:sdt' && tag.startsWith(kind)) writeText(element, scope, texts[tag.slice(kind.length)] ?? '')
    else writeCells(element, kind, texts)
  }
}

function writeText (control: XmlElement, parent: XmlElement, value: string): void {
  const content = child(control, 'w:sdtContent')
  const run = content && child(content, 'w:r')
  if (run === undefined) return
  content!.children = runsOf(value, child(run, 'w:rPr'))
  turn(parent, control, value)
}
