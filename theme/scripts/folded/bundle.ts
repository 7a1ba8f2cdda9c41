import type { Page } from '../page/page.ts'
import { startFolds } from './folds.ts'

declare global {
  interface Provided { folded: FoldedApi }
}

/** What the script `folded` provides: what My workbook does about its tools while they are folded. */
export interface FoldedApi {
  attend (page: Page): void
}

const folded: FoldedApi = {
  attend (page) {
    startFolds()
    // What comes with the first tool of other pages: paper waits for no script.
    page.load('progress').then(progress => { progress.loadAhead(page) }, () => {})
  }
}

window.toolkit?.provide('folded', folded)
