import type { Place, Trouble } from './storage/session.ts'

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`

/** What the first script says. Longer talk of the views stands in `views/strings.ts`. */
export const say = {
  kept: { tab: 'this tab only', computer: 'this computer', file: 'a file that you save' } satisfies Record<Place, string>,
  keptIn: 'Kept in ',
  locked: 'Locked with a passphrase',
  savedAt: (time: Date): string => `saved ${time.toLocaleTimeString([], { hour: 'numeric', minute: '2-digit' })}`,
  nothingYet: 'nothing to save yet',
  unsaved: (n: number): string => `${count(n, 'change', 'changes')} not in your file yet`,
  trouble: {
    blocked: 'This browser does not let us keep anything. Save a file before you leave.',
    full: 'There is no more room in this browser. Save a file before you leave.',
    failed: 'Your last change could not be kept. Save a file before you leave.',
    unreadable: 'Answers are kept here that this page cannot open. They are not touched. Save what you type now as a file.'
  } satisfies Record<Trouble, string>,

  whereTitle: 'Where your answers are kept',
  where: {
    tab: 'In this tab only. They go when you close the tab, so save a file if you want to come back to them.',
    computer: 'On this computer, in this browser. Others who use it could open them.',
    file: 'In a file that you save. Until you save it, they are in this tab only.'
  } satisfies Record<Place, string>,
  beforeFirst: 'Saved as you go. There is nothing to submit, and nothing is sent anywhere.',
  fromDisk: 'This page was opened from a disk, so answers cannot be kept on the computer, and pages may not share them. My workbook holds every tool on one page.',
  choices: {
    tab: 'In this tab only',
    computer: 'On this computer',
    file: 'In a file that I keep'
  } satisfies Record<Place, string>,
  choiceHints: {
    tab: 'Best on a shared computer. Closing the tab erases them.',
    computer: 'Others who use it could open them. You can lock them with a passphrase in My workbook.',
    file: 'You save a file, and open it here next time.'
  } satisfies Record<Place, string>,
  keepAnswers: 'Keep answers',
  change: 'Choose where to keep them',
  refused: {
    blocked: 'This browser keeps no answers on the computer. Save a file instead.',
    locked: 'Locked answers are on this computer already. Open My workbook in a new tab and unlock them.'
  },

  saveFile: 'Save a file',
  savedFile: 'Your workbook was handed to the browser as a file. Anyone who has the file can read it.',
  erase: 'Erase everything',
  undo: 'Undo',
  undone: 'It is back as it was.',
  close: 'Close',

  progress: (answered: number, all: number): string => `${answered} of ${all} answered`,
  done: (done: number, all: number): string => `${done} of ${all} done`,
  filled: (filled: number, all: number): string => `${filled} of ${all} filled in`,
  help: (n: number): string => n > 0 ? `, ${n} marked for help` : '',
  notStarted: 'Not started',

  firstPartner: 'First partner',
  madePartner: 'These answers are kept under “First partner”. You can rename it.',
  reworded: 'This question was reworded after you answered. Please look at your answer again.',
  stillRight: 'My answer is still right',
  gone: (value: string): string => `Your earlier answer “${value}” is not among the choices any more. It is kept until you choose another.`,
  clear: 'Clear this answer',
  cleared: 'The answer was cleared.',
  unlockFirst: 'Your answers are locked. Open My workbook to unlock them.',
  openWorkbook: 'Open My workbook',

  personal: {
    ssn: 'That looks like a Social Security number.',
    'a-number': 'That looks like an immigration file number.',
    'birth-date': 'That looks like a date of birth.',
    phone: 'That looks like a phone number.',
    email: 'That looks like an e-mail address.'
  },
  personalAdvice: 'You may want to take it out if it is about a survivor. It is kept as you typed it.',

  exitPressed: ['', 'Shift, press 2 more times to exit.', 'Shift, press 1 more time to exit.'],
  exitTimedOut: 'Exit this page expired.',
  exitNow: 'Leaving this page.',
  moment: 'One moment.',
  failed: 'This part could not be started. Reload the page to try again.',
  couldNotLoad: 'This could not be loaded. Please try again.'
}
