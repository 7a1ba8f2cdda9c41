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
}

/** A drawn text. */
export interface Raster {
  /** In dots. */
  width: number
  height: number
  /** How much ink, 0 to 255, row by row from the top. */
  alpha: Uint8Array<ArrayBuffer>
  /** False where the text had to be cut to fit. */
  whole: boolean
}

/** Draws text of any script. */
export type Rasterize = (text: string, box: RasterBox) => Raster

const dotsPerPoint = 3
const padding = 2
const leading = 1.3
const rightToLeft = /^[^\p{L}]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u

/** Draws with the browser, which knows every script and has the letters. */
export const canvasRasterizer: Rasterize = (text, box) => {
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(box.width * dotsPerPoint))
  canvas.height = Math.max(1, Math.round(box.height * dotsPerPoint))
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Error('This browser cannot draw.')
  let size = box.size
  const layOut = (): string[] => {
    context.font = `${size * dotsPerPoint}px Arial, "Liberation Sans", "Noto Sans", sans-serif`
    if (!box.multiline) return [text.replace(/\n/g, ' ')]
    return wrap(text, (box.width - 2 * padding) * dotsPerPoint, line => context.measureText(line).width)
  }
  const fits = (): boolean => box.multiline
    ? lines.length * size * leading <= box.height - padding
    : context.measureText(lines[0]!).width <= (box.width - 2 * padding) * dotsPerPoint
  let lines = layOut()
  while (!fits() && size > box.least) {
    size = Math.max(box.least, size - 0.5)
    lines = layOut()
  }
  const whole = fits()
  context.textBaseline = 'alphabetic'
  lines.forEach((line, i) => {
    const toLeft = rightToLeft.test(line)
    context.direction = toLeft ? 'rtl' : 'ltr'
    context.textAlign = toLeft ? 'right' : 'left'
    const baseline = box.multiline ? padding + size * (1 + leading * i) : (box.height + size * 0.7) / 2
    context.fillText(line, (toLeft ? box.width - padding : padding) * dotsPerPoint, baseline * dotsPerPoint)
  })
  const { width, height } = canvas
  const dots = context.getImageData(0, 0, width, height).data
  return { width, height, whole, alpha: Uint8Array.from({ length: width * height }, (_, i) => dots[4 * i + 3]!) }
}
