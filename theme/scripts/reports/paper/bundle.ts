import type { Guide } from '../../workbook/guide.ts'
import type { Workbook } from '../../workbook/workbook.ts'
import type { Written } from '../../page/written.ts'
import { writeEverything } from '../everything.ts'
import { allAnswers } from './answers.ts'

declare global {
  interface Provided { paper: PaperApi }
}

/** What the script `paper` provides. */
export interface PaperApi {
  /** All answers as headings and tables; nothing where nothing is answered. */
  allAnswers (guide: Guide, book: Workbook): HTMLElement[]
  /** All answers as a report. */
  writeEverything (guide: Guide, book: Workbook): Written
}

const paper: PaperApi = { allAnswers, writeEverything }

window.toolkit?.provide('paper', paper)
