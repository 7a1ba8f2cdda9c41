import type { Trouble } from '../storage/status.ts'

/** What the script `trouble` says. */
export const words = {
  trouble: {
    blocked: 'This browser does not let us keep anything. Save a file before you leave.',
    full: 'There is no more room in this browser. Save a file before you leave.',
    failed: 'Your last change could not be kept. Save a file before you leave.',
    unreadable: 'Answers are kept here that this page cannot open. They are not touched. Save what you type now as a file.',
    silent: 'This browser does not answer right now. What it kept before is not touched. Save a file before you leave.',
    gone: 'This browser no longer keeps your answers. Save a file before you leave.',
    newer: 'This workbook was last used with a newer version of this page. Reload to go on; what you typed here is kept.'
  } satisfies Record<Trouble, string>,

  cleared: 'Your answers were cleared, by somebody or by the browser. This page still holds them.',
  keepAgain: 'Keep them again',
  letGo: 'Let them go',
  keptAgain: 'Your answers are kept again.',
  notKeptAgain: 'The browser could not keep them. Save a file.',
  others: 'Other answers are on this computer by now. Save yours as a file, and open it in My workbook.',
  missing: 'Answers were kept on this computer, but they are no longer there: somebody or the browser cleared them. A file that you saved can be opened in My workbook.',
  apart: 'The browser answers again. What you typed meanwhile is in this tab only. Choose “On this computer” in My workbook to add it to the answers there.'
}
