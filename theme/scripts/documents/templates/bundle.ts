import type { TemplatesApi } from './api.ts'
import { fillTemplate } from './fill.ts'

declare const toolkit: { provide (name: string, value: unknown): void }

const templates: TemplatesApi = { fill: fillTemplate }
toolkit.provide('templates', templates)
