import { startContents } from './contents.ts'
import { startTerms } from './terms.ts'

declare global {
  interface Provided { reading: ReadingApi }
}

/** What the script `reading` provides: what makes reading easier, and can come a moment later. */
export interface ReadingApi {
  /** Starts the list of contents, or the list of terms. */
  startReading (list: HTMLElement): void
}

const reading: ReadingApi = {
  startReading (list) {
    if (list.dataset['part'] === 'toc') startContents(list)
    else startTerms(list)
  }
}

window.toolkit?.provide('reading', reading)
