import type { Page, StartPart } from '../page.ts'
import { startCompare } from './compare.ts'
import { extendWhere } from './keeping.ts'
import { startOverview } from './overview.ts'
import { startPlan } from './plan.ts'
import { startResults } from './results.ts'

/** What the script `views` provides. */
export interface ViewsApi {
  parts: Readonly<Record<string, StartPart>>
  /** Adds opening and saving files, erasing and the passphrase to the choice on the workbook page. */
  extendWhere (box: HTMLElement, page: Page): Promise<void>
}

const views: ViewsApi = {
  parts: {
    results: startResults,
    compare: startCompare,
    plan: startPlan,
    overview: startOverview
  },
  extendWhere
}

window.toolkit?.provide('views', views)
