import type { Drawing } from './api.ts'
import { drawText, FieldFont, leastSize, startSize, wrap } from './pdf-text.ts'
import { canvasRasterizer } from './rasterizer.ts'

declare const toolkit: { provide (name: string, value: unknown): void }

const drawing: Drawing = { FieldFont, startSize, leastSize, drawText, wrap, rasterize: canvasRasterizer }
toolkit.provide('drawing', drawing)
