import { continued as words } from '../words/exports.ts'
import { drawLine, type Line, ownFont, type PageWriter } from './pdf-line.ts'
import { type Dictionary, Name, type PdfValue, Ref } from './pdf-values.ts'

/** In the node of a table's name: the page, the corners and the element of the place below it (`src/Toolkit/Writing/Pdf/PdfFields.cs`). */
const placeKey = 'PartnershipToolkitRows'
const size = 8.5

/** Says below each table that has no row left for them how many rows stand at the end: that is where somebody looks for them. */
export function noteRows (rowsLeftOut: ReadonlyMap<string, readonly string[]>, writer: PageWriter): void {
  const { form, update } = writer
  const { file } = update
  for (const [table, { length: count }] of rowsLeftOut) {
    const place = file.dictionary(form.branches.get(table))?.get(placeKey)
    const [page, ...rest] = place === undefined ? [] : file.array(place)
    const element = rest.pop()
    if (!(page instanceof Ref) || !(element instanceof Ref)) continue
    const [left, low, right, high] = rest.map(value => file.number(value)) as [number, number, number, number]
    const mark = addMark(page, element, writer)
    if (mark === undefined) continue
    const pictures: Dictionary = new Map()
    const box = { left, y: (low + high - size) / 2 + 1, width: right - left, size }
    addContent(page, `q /Span <</MCID ${mark}>> BDC\n${drawLine(lineOf(words.rows({ count }), writer), box, pictures, `rows${mark}`, writer)}EMC Q\n`, pictures, writer)
  }
}

function lineOf (text: string, writer: PageWriter): Line {
  const codes = ownFont(writer).font?.encode(text) ?? null
  return codes === null ? { text } : { codes, text }
}

/** Gives an element of the structure the next mark of a page; nothing where the file keeps its marks otherwise than our blank files do. */
function addMark (page: Ref, element: Ref, { form, update }: PageWriter): number | undefined {
  const { file } = update
  const root = form.catalog?.get('StructTreeRoot')
  if (!(root instanceof Ref)) return undefined
  const structure = update.edit(root)
  const parents = structure.get('ParentTree')
  const tree = parents instanceof Ref ? update.edit(parents) : new Map(file.dictionary(parents))
  const numbers = [...file.array(tree.get('Nums'))]
  const key = file.dictionary(page)?.get('StructParents')
  const at = numbers.findIndex((value, i) => i % 2 === 0 && value === key) + 1
  if (at === 0) return undefined
  const marked = file.array(numbers[at])
  numbers[at] = [...marked, element]
  tree.set('Nums', numbers)
  if (!(parents instanceof Ref)) structure.set('ParentTree', tree)
  update.edit(element).set('K', [new Map<string, PdfValue>([['Type', new Name('MCR')], ['Pg', page], ['MCID', marked.length]])])
  return marked.length
}

/** Draws on a page, after what stands there. */
function addContent (page: Ref, content: string, pictures: Dictionary, writer: PageWriter): void {
  const { update } = writer
  const { file } = update
  const dictionary = update.edit(page)
  const before = dictionary.get('Contents')
  const added = update.addPacked(new Map(), new TextEncoder().encode(content))
  dictionary.set('Contents', [...before === undefined ? [] : Array.isArray(file.get(before)) ? file.array(before) : [before], added])
  const resources = new Map(file.dictionary(dictionary.get('Resources')))
  const addTo = (name: string, more: Dictionary): void => { resources.set(name, new Map([...file.dictionary(resources.get(name)) ?? [], ...more])) }
  const { font } = ownFont(writer)
  if (font !== null) addTo('Font', new Map([[font.name, font.reference]]))
  if (pictures.size > 0) addTo('XObject', pictures)
  dictionary.set('Resources', resources)
}
