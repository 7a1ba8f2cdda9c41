import type { Page } from './page.ts'

/** Goes on with a meeting that this tab held when its page was loaded anew; without one nothing is loaded. */
export function resumeMeeting (page: Page): void {
  if (location.hash === '#meeting') page.load('meeting').then(async meeting => { await meeting.resumeMeeting(page) }).catch(console.error)
}

/** Asks who is there, and begins a meeting. @param wanted On what. */
export function askToMeet (page: Page, wanted: { tool: string, about?: string }): void {
  page.load('meeting').then(async meeting => { await meeting.askToMeet(page, wanted) }).catch(console.error)
}
