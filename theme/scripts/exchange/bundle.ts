import type { StartPart } from '../page/page.ts'
import { startDownloads } from './downloads.ts'
import { startReadBack } from './read-back.ts'
import { readForOthers, refusal } from './read-file.ts'

declare global {
  interface Provided { exchange: ExchangeApi }
}

/** What the script `exchange` provides: answers into documents, and back. */
export interface ExchangeApi {
  parts: Readonly<Record<string, StartPart>>
  /** Reads a file that somebody chose elsewhere, and says in words why it could not. */
  readForOthers: typeof readForOthers
  refusal: typeof refusal
}

const exchange: ExchangeApi = { parts: { downloads: startDownloads, 'read-back': startReadBack }, readForOthers, refusal }

window.toolkit?.provide('exchange', exchange)
