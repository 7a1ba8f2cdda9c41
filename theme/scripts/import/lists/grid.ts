/** What is wrong with one cell of a list, so that it is not taken. */
export type CellTrouble =
  /** A formula whose value the file does not hold. */
  | 'formula'
  /** A formula that failed: `#REF!`, `#N/A`. */
  | 'error'
  /** More characters than a field takes. */
  | 'long'

/** A row of a list as it came. */
export interface Line {
  /** Its number in the spreadsheet or file, counted from 1. */
  number: number
  cells: string[]
  /** Cells that cannot be taken, by their place. */
  trouble?: Map<number, CellTrouble>
  /** Whether the spreadsheet does not show it. */
  hidden?: true
}

/** A list as it came: pasted, from a file, or a sheet of one. Lines that say nothing are left out; their numbers are not given anew. */
export interface Grid {
  /** Name of the sheet; '' where there is none. */
  name: string
  lines: Line[]
  /** Whether the spreadsheet does not show the sheet. */
  hidden?: true
  /** Columns that the spreadsheet does not show. */
  hiddenColumns?: ReadonlySet<number>
  /** The number of the first line that is not read, because there are too many. */
  cutAt?: number
}

/** The most lines that are read of one list: far more than a table of a workbook holds, and as many as are looked through at each choice. */
export const mostLines = 20_000
/** The most columns of which anything is read. */
export const mostColumns = 200

/** Why a list is not read at all, with the number of the row where there is one. */
export class NotAList extends Error {
  constructor (
    readonly reason: 'empty' | 'old-excel' | 'open-document' | 'other-kind' | 'numbers' | 'open-quote' | 'web-page' | 'too-large' | 'encrypted' | 'damaged' | 'old-browser' | 'no-sheet',
    readonly row = 0
  ) {
    super()
    this.name = 'NotAList'
  }
}

/** Leaves out lines that say nothing, and empty cells at the ends. */
export function trimmed (lines: readonly Line[]): Line[] {
  return lines.flatMap(line => {
    let end = line.cells.length
    while (end > 0 && line.cells[end - 1]!.trim() === '' && line.trouble?.has(end - 1) !== true) end--
    line.cells.length = end
    return end === 0 ? [] : [line]
  })
}
