import type { Page, StartPart } from '../page.ts'

/** What the script `views` provides. */
export interface ViewsApi {
  parts: Readonly<Record<string, StartPart>>
  /** Adds opening and saving files, erasing and the passphrase to the choice on the workbook page. */
  extendWhere (box: HTMLElement, page: Page): void
}

const views: ViewsApi = { parts: {}, extendWhere: () => undefined }

window.toolkit?.provide('views', views)
