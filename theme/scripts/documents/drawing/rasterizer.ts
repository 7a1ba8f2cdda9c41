import { rightToLeft } from '../direction.ts'
import { wrap } from './pdf-text.ts'

/** A box for text that the form's font has no letters for; lengths in points, 1/72 inch. */
export interface RasterBox {
  width: number
  height: number
  /** Whether text may run over several lines. */
  multiline: boolean
  /** Largest and smallest letters. */
  size: number
  least: number
  /** What stands at the end of a text that is cut, where there is room for it. */
  more: string
}

/** A drawn text: the part of the box that holds ink. */
export interface Raster {
  /** In dots. */
  width: number
  height: number
  /** Where that part lies in the box, in points from its left lower corner: left, bottom, width, height. */
  place: readonly [number, number, number, number]
  /** How much ink, 0 to 255, row by row from the top. */
  alpha: Uint8Array<ArrayBuffer>
  /** False where the text had to be cut to fit, or where the browser has no letters for some of it. */
  whole: boolean
}

/** Draws text of any script. */
export type Rasterize = (text: string, box: RasterBox) => Raster

const dotsPerPoint = 3
const padding = 2
const leading = 1.3
/** What follows the size of letters. */
const letters = 'px Arial, "Liberation Sans", "Noto Sans", sans-serif'

let shared: CanvasRenderingContext2D | null = null

/** A clean canvas with room for so many dots; one for all texts, because making one takes longer than drawing on it. */
function canvasOf (width: number, height: number): CanvasRenderingContext2D {
  shared ??= document.createElement('canvas').getContext('2d', { willReadFrequently: true })!
  const { canvas } = shared
  if (canvas.width < width || canvas.height < height) {
    canvas.width = Math.max(canvas.width, width)
    canvas.height = Math.max(canvas.height, height)
  } else {
    shared.clearRect(0, 0, width, height)
  }
  return shared
}

const boxes = new Map<string, boolean>()

/** Whether the browser draws an empty box in place of a character: the one it draws for a code that no font has. */
function isBox (character: string): boolean {
  let known = boxes.get(character)
  if (known === undefined) {
    known = dotsOf(character) === dotsOf('\u{10fffd}')
    boxes.set(character, known)
  }
  return known
}

function dotsOf (character: string): string {
  const side = 24
  const context = canvasOf(side, side)
  context.font = '16' + letters
  context.direction = 'ltr'
  context.textAlign = 'left'
  context.textBaseline = 'alphabetic'
  context.fillText(character, 4, 18)
  return context.getImageData(0, 0, side, side).data.join()
}

/** The line with an end that says that more follows: in words where they leave half of the line, else three dots. */
export function cutTo (line: string, room: number, measure: (text: string) => number, more: string): string {
  const end = measure(more) <= room / 2 ? more : '\u2026'
  const characters = [...line.slice(0, 2000)]
  while (characters.length > 0 && measure(characters.join('') + end) > room) characters.pop()
  return characters.join('').trimEnd() + end
}

/** Draws with the browser, which knows every script and has the letters. */
export const canvasRasterizer: Rasterize = (text, box) => {
  const wide = Math.max(1, Math.round(box.width * dotsPerPoint))
  const high = Math.max(1, Math.round(box.height * dotsPerPoint))
  const readable = ![...new Set(text)].some(character => /[^\s\p{M}\p{Cf}]/u.test(character) && isBox(character))
  const context = canvasOf(wide, high)
  let size = box.size
  const room = (box.width - 2 * padding) * dotsPerPoint
  // A line of a paragraph runs as the paragraph does, whatever word it begins with.
  const paragraphs = box.multiline ? text.split('\n') : [text.replace(/\n/g, ' ')]
  const layOut = (): [line: string, toLeft: boolean][] => {
    context.font = `${size * dotsPerPoint}${letters}`
    return paragraphs.flatMap(paragraph => (box.multiline ? wrap(paragraph, room, line => context.measureText(line).width) : paragraphs)
      .map((line): [string, boolean] => [line, rightToLeft.test(paragraph)]))
  }
  const fits = (): boolean => box.multiline
    ? lines.length * size * leading <= box.height - padding
    : context.measureText(paragraphs[0]!).width <= room
  let lines = layOut()
  while (!fits() && size > box.least) {
    size = Math.max(box.least, size - 0.5)
    lines = layOut()
  }
  const whole = fits()
  if (!whole) {
    // Where the smallest letters are too large, the lines that there is room for are shown.
    const shown = box.multiline ? Math.max(1, Math.floor((box.height - padding) / (size * leading))) : 1
    lines = lines.slice(0, shown)
    const [last, toLeft] = lines.pop()!
    lines.push([cutTo(last, room, line => context.measureText(line).width, box.more), toLeft])
  }
  context.textBaseline = 'alphabetic'
  const baseline = (line: number): number => box.multiline ? padding + size * (1 + leading * line) : (box.height + size * 0.7) / 2
  let [left, right] = [wide, 0]
  lines.forEach(([line, toLeft], i) => {
    context.direction = toLeft ? 'rtl' : 'ltr'
    context.textAlign = toLeft ? 'right' : 'left'
    const start = (toLeft ? box.width - padding : padding) * dotsPerPoint
    const end = start + (toLeft ? -1 : 1) * context.measureText(line).width
    left = Math.min(left, start, end)
    right = Math.max(right, start, end)
    context.fillText(line, start, baseline(i) * dotsPerPoint)
  })
  // Letters may lean out of their own width, and reach above and below their line.
  const reach = size * dotsPerPoint
  left = Math.max(0, Math.floor(left - reach / 2))
  const top = Math.max(0, Math.floor(baseline(0) * dotsPerPoint - 1.5 * reach))
  const width = Math.max(1, Math.min(wide, Math.ceil(right + reach / 2)) - left)
  const height = Math.max(1, Math.min(high, Math.ceil(baseline(lines.length - 1) * dotsPerPoint + 0.7 * reach)) - top)
  const dots = context.getImageData(left, top, width, height).data
  const alpha = new Uint8Array(width * height)
  for (let i = 0; i < alpha.length; i++) alpha[i] = dots[4 * i + 3]!
  const [x, y] = [box.width / wide, box.height / high]
  return { width, height, whole: whole && readable, alpha, place: [left * x, (high - top - height) * y, width * x, height * y] }
}
