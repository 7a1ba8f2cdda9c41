import type { StartPart } from '../page/page.ts'
import { startDownloads } from './downloads.ts'
import { startReadBack } from './read-back.ts'

declare global {
  interface Provided { exchange: ExchangeApi }
}

/** What the script `exchange` provides: answers into documents, and back. */
export interface ExchangeApi { parts: Readonly<Record<string, StartPart>> }

const exchange: ExchangeApi = { parts: { downloads: startDownloads, 'read-back': startReadBack } }

window.toolkit?.provide('exchange', exchange)
