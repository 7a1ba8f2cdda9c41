import { startContents } from './contents.ts'
import { startLanguages } from './languages.ts'
import { startTerms } from './terms.ts'

declare global {
  interface Provided { reading: ReadingApi }
}

/** What the script `reading` provides: what makes reading easier, and can come a moment later. */
export interface ReadingApi {
  /** Starts the list of contents, of terms, or of languages. */
  startReading (list: HTMLElement): void
}

const reading: ReadingApi = {
  startReading (list) {
    const part = list.dataset['part']
    if (part === 'toc') startContents(list)
    else if (part === 'terms') startTerms(list)
    else startLanguages()
  }
}

window.toolkit?.provide('reading', reading)
