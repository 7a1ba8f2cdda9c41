import { cleanText } from '../workbook/text.ts'
import { leftToRight, rightToLeft } from './direction.ts'
import { child, copy, elements, make, type XmlElement, type XmlNode } from './xml.ts'

/**
 * A text as runs that look alike. What is written from right to left says so, because Word asks for it, and what runs from
 * left to right within it must not.
 */
export function runsOf (text: string, look: XmlElement | undefined): XmlElement[] {
  text = cleanText(text)
  const turned = rightToLeft.test(text)
  return (turned ? text.split(leftToRight) : [text]).flatMap((piece, i) => {
    if (piece === '' && i > 0) return []
    const own = look === undefined ? make('w:rPr') : copy(look)
    if (turned && i % 2 === 0) put(own, 'w:rtl', /^w:(?:cs|em|lang)$/)
    return [make('w:r', {}, [...(own.children.length > 0 ? [own] : []), ...lines(piece)])]
  })
}

/** Lets a paragraph run from right to left where such a text stands in it alone: words beside it keep their direction. */
export function turn (paragraph: XmlElement, control: XmlElement, text: string): void {
  const alone = paragraph.name === 'w:p' && elements(paragraph).every(e => e === control || /^w:(?:pPr|bookmark)/.test(e.name))
  if (!alone || !rightToLeft.test(text)) return
  let properties = child(paragraph, 'w:pPr')
  if (properties === undefined) paragraph.children.unshift(properties = make('w:pPr'))
  put(properties, 'w:bidi', /^w:(?:spacing|ind|contextualSpacing|jc|rPr)$/)
}

/** Adds a property before those that have to follow it. */
function put (properties: XmlElement, name: string, followers: RegExp): void {
  const at = properties.children.findIndex(node => typeof node !== 'string' && followers.test(node.name))
  properties.children.splice(at < 0 ? properties.children.length : at, 0, make(name))
}

function lines (text: string): XmlNode[] {
  return text.split('\n').flatMap((line, i) => [
    ...(i > 0 ? [make('w:br')] : []),
    ...(line === '' && text !== '' ? [] : [make('w:t', { 'xml:space': 'preserve' }, [line])])
  ])
}
