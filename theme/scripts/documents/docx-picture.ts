import type { DocumentPicture } from './api.ts'
import { attributeOf, child, copy, damaged, elements, make, type XmlElement } from './xml.ts'

/** Where the picture's file stands, and the name by which the document knows it. */
export const pictureFile = 'word/media/picture.png'
const relation = 'rIdPicture'

/** Word measures pictures in English metric units and pages in twentieths of a point. */
const units = 12_700
const twips = 20

/** Room at the sides of a page with a picture, at its top and at its bottom, in points. */
const margins = { side: 24, top: 44, bottom: 34, header: 20, footer: 18 }

const namespaces = {
  wp: 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing', a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  pic: 'http://schemas.openxmlformats.org/drawingml/2006/picture', r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
}

/**
 * Puts a picture on a page across at the end of a Word file. What it says to whoever does not see it stands in its properties; it is in no
 * content control, so that reading the file passes it by.
 * @param root Of the document. @param types Of the list of content types. @param relations Of the document's relationships.
 */
export function addPicture (picture: DocumentPicture, root: XmlElement, types: XmlElement, relations: XmlElement): void {
  const body = child(root, 'w:body')
  const last = child(body, 'w:sectPr')
  if (body === undefined || last === undefined) throw damaged()
  if (!elements(types).some(type => attributeOf(type, 'Extension') === 'png')) {
    types.children.unshift(make('Default', { Extension: 'png', ContentType: 'image/png' }))
  }
  relations.children.push(make('Relationship', { Id: relation, Type: `${namespaces.r}/image`, Target: '/' + pictureFile }))
  // What stands before keeps its pages: their section ends in a paragraph of its own.
  body.children = [
    ...body.children.filter(node => node !== last),
    make('w:p', {}, [make('w:pPr', {}, [...style('End'), copy(last)])]),
    paragraph('Heading2', picture.title), make('w:p', {}, [make('w:pPr', {}, [make('w:jc', { 'w:val': 'center' })]), make('w:r', {}, [drawing(picture)])]),
    ...picture.texts.map(text => paragraph('SmallPrint', text)),
    across(last)
  ]
}

function style (name: string): XmlElement[] {
  return [make('w:pStyle', { 'w:val': name })]
}

function paragraph (name: string, text: string): XmlElement {
  return make('w:p', {}, [make('w:pPr', {}, style(name)), make('w:r', {}, [make('w:t', { 'xml:space': 'preserve' }, [text])])])
}

/** The same section on a page across, without a first page that differs. */
function across (section: XmlElement): XmlElement {
  const turned = copy(section)
  turned.children = turned.children.filter(node => typeof node === 'string' || node.name !== 'w:titlePg')
  const size = child(turned, 'w:pgSz')
  const [width, height] = ['w:w', 'w:h'].map(name => Number(attributeOf(size, name)))
  if (size !== undefined && width! < height!) size.attributes = new Map([['w:w', String(height)], ['w:h', String(width)], ['w:orient', 'landscape']])
  const room = child(turned, 'w:pgMar')
  for (const [name, points] of [['top', margins.top], ['right', margins.side], ['bottom', margins.bottom], ['left', margins.side], ['header', margins.header], ['footer', margins.footer]] as const) {
    room?.attributes.set(`w:${name}`, String(points * twips))
  }
  return turned
}

function drawing ({ title, alternative, width, height }: DocumentPicture): XmlElement {
  const size = { cx: String(Math.round(width * units)), cy: String(Math.round(height * units)) }
  const properties = { id: '900001', name: title, descr: alternative }
  return make('w:drawing', {}, [make('wp:inline', { 'xmlns:wp': namespaces.wp, distT: '0', distB: '0', distL: '0', distR: '0' }, [
    make('wp:extent', size), make('wp:docPr', properties),
    make('a:graphic', { 'xmlns:a': namespaces.a }, [make('a:graphicData', { uri: namespaces.pic }, [
      make('pic:pic', { 'xmlns:pic': namespaces.pic }, [
        make('pic:nvPicPr', {}, [make('pic:cNvPr', properties), make('pic:cNvPicPr')]),
        make('pic:blipFill', {}, [make('a:blip', { 'xmlns:r': namespaces.r, 'r:embed': relation }), make('a:stretch', {}, [make('a:fillRect')])]),
        make('pic:spPr', {}, [make('a:xfrm', {}, [make('a:off', { x: '0', y: '0' }), make('a:ext', size)]), make('a:prstGeom', { prst: 'rect' }, [make('a:avLst')])])
      ])
    ])])
  ])])
}
