export type Place = 'tab' | 'computer' | 'file'

/** Why the browser does not keep what is typed. */
export type Trouble = 'blocked' | 'full' | 'failed' | 'unreadable'
  /** The browser does not answer. What it keeps already is not touched. */
  | 'silent'
  /** The browser has let go of what it kept. Nothing is written anew until somebody wants it: they may have cleared it on purpose. */
  | 'gone'
  /** What is kept was written by a newer version. It is not touched; what is typed stays in the journal, for a page of that version. */
  | 'newer'

export interface Status {
  place: Place
  /** Whether somebody chose the place; else it is the default. */
  chosen: boolean
  /** Time of the last writing; null before the first. */
  saved: Date | null
  /** Changes that are in no file yet; counted where closing the tab loses them: not on this computer. */
  unsaved: number
  trouble: Trouble | null
  /** Whether a passphrase protects what is on this computer. */
  lock: 'none' | 'open' | 'locked'
}

/** What another tab did with all that was on this computer: erased it, or moved it to itself. */
export type Gone = 'erased' | 'moved'

/** What happened to the workbook: changed by this page's controls, or from elsewhere (restored, merged, undone), or anew by another tab. */
export type Change = 'typed' | 'elsewhere' | 'status' | 'changed' | Gone

const meanings: Readonly<Record<string, Trouble>> = {
  QuotaExceededError: 'full', SecurityError: 'blocked', TimeoutError: 'silent',
  // The browser closed the database, or took what lay in it.
  InvalidStateError: 'gone', NotFoundError: 'gone',
  // The database's own error, and that of `workbook/pack.ts`.
  VersionError: 'newer'
}

/** What an error of the browser's storage means to people. */
export function troubleOf (error: unknown): Trouble {
  return (error instanceof DOMException && meanings[error.name]) || 'failed'
}

/** Whether something is there that this page cannot read now: the browser does not answer, or a newer version wrote it. */
export function isWithheld (error: unknown): boolean {
  return /silent|newer/.test(troubleOf(error))
}
