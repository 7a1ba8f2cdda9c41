import type { Place } from '../storage/status.ts'
import { firstPartner } from '../workbook/workbook.ts'

/** Where undoing left something as it is. */
export const stayed = 'Some answers were changed since; they stay.'

/** What the first script says. Longer talk of the views stands in `views/strings.ts`. */
export const say = {
  kept: { tab: 'this tab only', computer: 'this computer', file: 'a file that you save' } satisfies Record<Place, string>,
  keptIn: 'Kept in ',
  locked: 'Locked with a passphrase',
  // In our own words, not the browser's: those take it a tenth of a second on a slow computer, in the middle of typing.
  // The time alone would be taken for that of today.
  savedAt: (time: Date): string => `saved ${time.toDateString() === new Date().toDateString() ? '' : time.toDateString().slice(4, 11)}${time.getHours() % 12 || 12}:${String(time.getMinutes()).padStart(2, '0')} ${time.getHours() < 12 ? 'AM' : 'PM'}`,
  nothingYet: 'nothing to save yet',
  unsaved: (n: number): string => `${n} ${n === 1 ? 'change' : 'changes'} not in your file yet`,
  /** Until the script `trouble` says why. */
  notKept: 'Not kept. Save a file before you leave.',
  where: {
    tab: 'Your answers are in this tab only. Save a file to come back to them, and erase them if others use this browser.',
    computer: 'Your answers are on this computer, in this browser. Others who use it could open them.',
    file: 'Your answers go into a file that you save. Until then they are in this tab only.'
  } satisfies Record<Place, string>,
  whereLocked: 'Your answers are on this computer, locked with your passphrase.',
  beforeFirst: 'Saved as you go. There is nothing to submit, and nothing is sent anywhere.',
  change: 'Choose where to keep them',

  savedFile: 'Your workbook was handed to the browser as a file. Whoever has it can read it.',

  progress: (answered: number, all: number): string => `${answered} of ${all} answered`,
  done: (done: number, all: number): string => `${done} of ${all} done`,
  filled: (filled: number, all: number): string => `${filled} of ${all} filled in`,
  help: (n: number): string => n > 0 ? `, ${n} marked for help` : '',

  madePartner: `Kept as “${firstPartner}”. You can rename it.`,

  exitPressed: ['Shift, press 2 more times to exit.', 'Shift, press 1 more time to exit.'],
  exitTimedOut: 'Exit this page expired.',
  exitNow: 'Leaving this page.',
  moment: 'One moment.',
  failed: 'This part could not be started. Reload the page.'
}
