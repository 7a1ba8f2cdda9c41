import type { StartPart } from '../page/page.ts'
import { startCompare } from './compare.ts'
import { startOverview } from './overview.ts'
import { startPlan } from './plan.ts'
import { startResults } from './results.ts'

declare global {
  interface Provided { views: ViewsApi }
}

/** What the script `views` provides. */
export interface ViewsApi {
  parts: Readonly<Record<string, StartPart>>
}

const views: ViewsApi = {
  parts: {
    results: startResults,
    compare: startCompare,
    plan: startPlan,
    overview: startOverview
  }
}

window.toolkit?.provide('views', views)
