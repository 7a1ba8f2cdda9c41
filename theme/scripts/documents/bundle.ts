import type { DocumentsApi } from './api.ts'
import { fillDocx } from './docx-fill.ts'
import { fillPdf } from './pdf-fill.ts'
import { read } from './read.ts'
import { fillTemplate } from './templates/fill.ts'

declare const toolkit: { provide (name: string, value: unknown): void }

const documents: DocumentsApi = { read, fillDocx, fillPdf, fillTemplate }
toolkit.provide('documents', documents)
