import type { GuideLabels } from '../workbook/guide.ts'
import type { SignOf } from './symbols/signs.ts'

/** How a file is read. */
export interface ReadOptions {
  /** Aborting it refuses the file with the reason `cancelled`. */
  signal?: AbortSignal
  /** Most milliseconds to spend; 10,000 where not said. Then the file is refused as too large. */
  deadline?: number
  /** The guide's language, which tells day from month in 3/4/2026; `en-US` where not said. */
  language?: string
  /** What the guide's other languages call its fields; left out where it has one language. */
  labels?: GuideLabels
  /** Loads the signs of Word's fonts of pictures, provided as `symbols`; asked only where a file has such signs. */
  symbols?: () => Promise<SignOf>
  /** Told now and then how much is done, 0 to 1. */
  progress?: (done: number) => void
}
