import type { StartPart } from '../page/page.ts'
import { pictureInDocument } from './in-documents.ts'
import { startMap } from './map.ts'

declare global {
  interface Provided { map: MapApi }
}

/** What the script `map` provides. */
export interface MapApi {
  parts: Readonly<Record<string, StartPart>>
  pictureInDocument: typeof pictureInDocument
}

window.toolkit?.provide('map', { parts: { map: startMap }, pictureInDocument } satisfies MapApi)
