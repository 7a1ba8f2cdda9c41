import type { Page } from '../../page/page.ts'
import type { Guide } from '../../workbook/guide.ts'

declare global {
  interface Provided { due: DueApi }
}

/** What the script `due` provides. */
export interface DueApi {
  /** Shows in a section of the page which days have come and which are coming. */
  startDue (section: HTMLElement, page: Page, guide: Guide): void
}
