import { attend } from './attend.ts'

declare global {
  interface Provided { trouble: TroubleApi }
}

/** What the script `trouble` provides. */
export interface TroubleApi {
  attend: typeof attend
}

const trouble: TroubleApi = { attend }

window.toolkit?.provide('trouble', trouble)
