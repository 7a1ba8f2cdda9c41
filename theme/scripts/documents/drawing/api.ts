import type { drawText, FieldFont, leastSize, startSize, wrap } from './pdf-text.ts'
import type { Rasterize } from './rasterizer.ts'

declare global {
  interface Provided { drawing: Drawing }
}

/** What the script `drawing` provides: how an answer looks in a PDF, in the form's own font or as ink. */
export interface Drawing {
  FieldFont: typeof FieldFont
  startSize: typeof startSize
  leastSize: typeof leastSize
  drawText: typeof drawText
  wrap: typeof wrap
  rasterize: Rasterize
}
