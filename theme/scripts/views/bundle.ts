import type { Page, StartPart } from '../page.ts'
import { startCompare } from './compare.ts'
import { startOverview } from './overview.ts'
import { offerPlaces } from './places.ts'
import { startPlan } from './plan.ts'
import { startResults } from './results.ts'

/** What the script `views` provides. */
export interface ViewsApi {
  parts: Readonly<Record<string, StartPart>>
  /** The choice where answers live; on the workbook page with files, erasing and the passphrase. */
  offerPlaces (box: HTMLElement, page: Page, onComputer: boolean, full: boolean): Promise<void>
}

const views: ViewsApi = {
  parts: {
    results: startResults,
    compare: startCompare,
    plan: startPlan,
    overview: startOverview
  },
  offerPlaces
}

window.toolkit?.provide('views', views)
