import type { StartPart } from '../page/page.ts'
import { startMap } from './map.ts'

declare global {
  interface Provided { map: MapApi }
}

/** What the script `map` provides. */
export interface MapApi {
  parts: Readonly<Record<string, StartPart>>
}

window.toolkit?.provide('map', { parts: { map: startMap } } satisfies MapApi)
