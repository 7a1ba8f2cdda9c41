import type { Edit } from '../workbook/edit.ts'
import type { GuideIndex } from '../workbook/guide-index.ts'
import type { Stamp, Workbook } from '../workbook/workbook.ts'

/** One thing in which a file and this browser differ. Nothing is changed until `edits` are made. */
export interface Difference {
  /**
   * `older`: the file is as it was made, and the answer was changed here since. `differs`: nobody can tell whether the file
   * and this browser ever said the same, so that neither is the later one.
   */
  kind: 'new' | 'changed' | 'emptied' | 'conflict' | 'differs' | 'older' | 'row-removed' | 'rows-moved' | 'partner-new' | 'partner-changed'
  subject: string
  /** What it is in the file; the same at every comparing, whatever key a new row gets here. */
  from: string
  /** Field id here; for rows, the table's. */
  field: string
  label: string
  /** What the file was made with; null where the file does not say. */
  madeWith: string | null
  inFile: string
  here: string
  /** The question was reworded since the file was made. */
  reworded: boolean
  /** The guide does not ask this any more; the answer is kept and shown in My workbook. */
  unknown: boolean
  /** Whether accepting it is proposed: false for conflicts and whatever takes something away. */
  proposed: boolean
  /** Of a partner: whether it is put away. */
  putAway?: { inFile: boolean, here: boolean }
  edits: Edit[]
}

/** What a file is compared with. */
export interface Surroundings {
  index: GuideIndex
  book: Workbook
  /** Whom the answers of an instrument are about; null leaves the instrument out. */
  subjectOf: (instrument: string) => string | null
  /** What that partner is called; null for the agency. */
  nameOf: (subject: string) => string | null
  /** Gives each row that would be new a birth of its own. */
  stamp: () => Stamp
}

export interface Against extends Surroundings {
  /** Whether the file seems to have been made of this workbook, or a copy of it, with what is said of that subject. */
  leftFromHere: (subject: string) => boolean
}
