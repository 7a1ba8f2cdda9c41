import type { DocumentsApi } from './api.ts'
import { fillDocx } from './docx-fill.ts'
import { fillPdf } from './pdf-fill.ts'
import { fillTemplate } from './templates/fill.ts'

declare const toolkit: { provide (name: string, value: unknown): void }

const documents: DocumentsApi = { fillDocx, fillPdf, fillTemplate }
toolkit.provide('documents', documents)
