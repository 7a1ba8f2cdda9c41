import type { StartPart } from '../page/page.ts'
import { startDownloads } from './downloads.ts'
import { startReadBack } from './read-back.ts'

/** What the script `exchange` provides: answers into documents, and back. */
export interface ExchangeApi { parts: Readonly<Record<string, StartPart>> }

const exchange: ExchangeApi = { parts: { downloads: startDownloads, 'read-back': startReadBack } }

window.toolkit?.provide('exchange', exchange)
