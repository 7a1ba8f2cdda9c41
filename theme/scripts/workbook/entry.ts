/** When an entry was written, in milliseconds since 1970, and by which tab. */
export interface Stamp { at: number, by: string }

export type Rest = ReadonlyMap<string, unknown>

/** Whether `a` was written after `b`; the tab's name decides between two of one moment, so that all tabs agree. */
export function isLater (a: Stamp, b: Stamp): boolean {
  return a.at > b.at || (a.at === b.at && a.by > b.by)
}
