import type { Page } from '../../page/page.ts'
import type { Draft } from '../../workbook/report.ts'

declare global {
  interface Provided { draft: DraftApi }
}

/** What the script `draft` provides. */
export interface DraftApi {
  /** Makes a Word file of a worksheet as a running text and hands it to the browser; returns its name. */
  save (draft: Draft, page: Page): Promise<string>
}
