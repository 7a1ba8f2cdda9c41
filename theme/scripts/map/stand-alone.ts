import { wrapped } from '../workbook/map/text-width.ts'
import { n, shape } from './svg.ts'

/** What a picture needs of its styles where no stylesheet is. */
const looks = [
  'fill', 'stroke', 'stroke-width', 'stroke-linecap', 'stroke-linejoin', 'stroke-dasharray', 'stroke-dashoffset', 'paint-order', 'font-family', 'font-size', 'font-weight',
  'font-variant-numeric', 'text-anchor'
]
/** Those of them that words alone have. */
const ofWords = /^(?:font|text)/

/**
 * The picture as a file that stands alone: its looks written at its parts, on the paper's ground. It is drawn in the colors of paper,
 * whatever the page's are.
 */
export function standAlone (picture: SVGSVGElement, title: string): string {
  const box = document.createElement('div')
  box.className = 'map-file'
  const copy = picture.cloneNode(true) as SVGSVGElement
  box.append(copy)
  document.body.append(box)
  try {
    for (const element of copy.querySelectorAll<SVGElement>('path, circle, text, tspan')) {
      const computed = getComputedStyle(element)
      const isText = element.matches('text, tspan')
      const parent = element.matches('tspan') ? getComputedStyle(element.parentElement ?? element) : null
      for (const look of looks) {
        const value = computed.getPropertyValue(look)
        if ((ofWords.test(look) && !isText) || value === parent?.getPropertyValue(look) || isInitial(look, value)) continue
        element.setAttribute(look, value)
      }
    }
    const ground = shape('rect', { x: copy.viewBox.baseVal.x, y: copy.viewBox.baseVal.y, width: '100%', height: '100%', fill: getComputedStyle(box).backgroundColor })
    copy.prepend(shape('title', {}, title), ground)
    for (const element of [copy, ...copy.querySelectorAll('*')]) for (const name of ['class', 'data-key', 'aria-labelledby', 'aria-describedby']) element.removeAttribute(name)
    return new XMLSerializer().serializeToString(copy)
  } finally {
    box.remove()
  }
}

function isInitial (look: string, value: string): boolean {
  return value === { fill: '', stroke: 'none', 'stroke-width': '1px', 'stroke-linecap': 'butt', 'stroke-linejoin': 'miter', 'stroke-dasharray': 'none', 'stroke-dashoffset': '0px', 'paint-order': 'normal', 'font-weight': '400', 'font-variant-numeric': 'normal', 'text-anchor': 'start' }[look]
}

/** Heights of letters of the title, and of what stands below the picture; and from line to line, in heights of letters. */
const [large, small, line] = [24, 14, 1.4]

/** As many lines as a text takes. */
const all = 999

/** Gives a picture that is seen without its page a title above, and below what its page says beside it. */
export function tell (picture: SVGSVGElement, title: string, texts: readonly string[]): void {
  const { x, y, width, height } = picture.viewBox.baseVal
  const edge = small
  const inside = width - 2 * edge
  const above = wrapped(title, large, inside, all)
  const below = texts.flatMap(text => wrapped(text, small, inside, all))
  const top = y - edge - above.length * large * line
  const bottom = y + height + (below.length === 0 ? 0 : (below.length + 1) * small * line + edge)
  const written = (lines: readonly string[], kind: string, size: number, from: number): SVGElement[] =>
    lines.map((text, i) => shape('text', { class: kind, 'font-size': size, x: n(x + edge), y: n(from + (i + 1) * size * line - size * 0.3) }, text))
  picture.append(...written(above, 'shown', large, top + edge / 2), ...written(below, 'k', small, y + height + small * 0.5))
  for (const [name, value] of Object.entries({ viewBox: [x, top, width, bottom - top].map(n).join(' '), width: n(width), height: n(bottom - top) })) picture.setAttribute(name, value)
}

/** Dots for each unit of the picture: sharp on paper, and small enough for a mail. */
const dots = 2

/** Of a JPEG file: letters stay clean. */
const quality = 0.92

/** The same as dots. @param each For each unit. @throws where the browser does not draw it. */
export async function toImage (svg: string, width: number, height: number, type = 'image/png', each = dots): Promise<Blob> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width * each
  canvas.height = height * each
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height)
  return await new Promise((resolve, reject) => {
    canvas.toBlob(blob => {
      if (blob === null) reject(new Error('no picture'))
      else resolve(blob)
    }, type, quality)
  })
}
