import type { Guide } from '../../workbook/guide.ts'
import type { Workbook } from '../../workbook/workbook.ts'
import { allAnswers } from './answers.ts'

declare global {
  interface Provided { paper: PaperApi }
}

/** What the script `paper` provides. */
export interface PaperApi {
  /** All answers as headings and tables; nothing where nothing is answered. */
  allAnswers (guide: Guide, book: Workbook): HTMLElement[]
}

const paper: PaperApi = { allAnswers }

window.toolkit?.provide('paper', paper)
