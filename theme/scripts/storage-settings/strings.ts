import type { Place } from '../storage/status.ts'

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`

/** What the script `keeping` says. */
export const words = {
  keepAnswers: 'Keep answers',
  choices: {
    tab: 'In this tab only',
    computer: 'On this computer',
    file: 'In a file that I keep'
  } satisfies Record<Place, string>,
  choiceHints: {
    tab: 'Best on a shared computer, if you erase or exit at the end: some browsers bring closed tabs back.',
    computer: 'Others who use it could open them. You can lock them with a passphrase in My workbook.',
    file: 'You save a file, and open it here next time.'
  } satisfies Record<Place, string>,
  fromDisk: 'This page was opened from a disk, so answers cannot be kept on the computer, and pages may not share them. My workbook holds every tool on one page.',
  refused: {
    blocked: 'This browser keeps no answers on the computer. Save a file instead.',
    locked: 'Locked answers are on this computer already. Open My workbook in a new tab and unlock them.',
    others: 'Other answers are on this computer already, and some say something else than yours. Save yours as a file and open it in a new tab: there you choose one by one.'
  },

  handed: (name: string): string => `${name} was handed to the browser.`,
  outsideWorkbook: 'A saved file is outside our protection: whoever has it can read it, unless you lock it with a passphrase.',
  saveAll: 'Save a file',
  openFile: 'Open a file',
  eraseAll: 'Erase everything',
  savePart: 'Save a part',
  savePartHint: 'For a partner or a technical-assistance provider: only what you choose goes into the file.',
  whichTools: 'Which tools',
  whichSubjects: 'About whom',
  ourAgency: 'Our agency',
  withNotes: 'With notes and “how do you know”',
  savePartButton: 'Save this part',
  nothingChosen: 'Choose at least one tool and whom it is about.',
  lockFile: 'Passphrase for the file (leave empty for none)',
  lockFileHint: 'Without the passphrase nobody can open it, and neither can we.',
  eraseSome: 'Erase a part',
  eraseTool: (title: string): string => `Erase the answers of ${title}`,
  erasePartner: (name: string): string => `Erase ${name} and all answers about it`,
  whatToErase: 'What to erase',
  eraseButton: 'Erase this',
  erasedPartner: (name: string, n: number): string => `${name} and ${count(n, 'answer', 'answers')} about it were erased.`,
  notErased: 'The browser did not let us erase that. Please try again.',
  erasedPart: (n: number): string => `${count(n, 'answer was', 'answers were')} erased.`,
  passphrase: 'Passphrase',
  lockTitle: 'Lock with a passphrase',
  lockHint: 'Your answers on this computer are then scrambled; only the passphrase opens them. If you forget it, they are lost: we cannot help. Several words that only you would put together are best.',
  lockNeedsComputer: 'You can lock answers that are kept on this computer. Choose that above first.',
  lockButton: 'Set the passphrase',
  locking: 'Working on the lock. This takes a moment.',
  lockedNow: 'The passphrase is set. Your answers stay open in this tab until you press “Lock now” or close it.',
  passphraseAgain: 'The same passphrase again',
  notSame: 'The two are not the same.',
  tooShort: 'Use at least 12 characters.',
  unlockTitle: 'Your answers are locked',
  unlock: 'Unlock',
  wrong: 'That is not the passphrase. Nothing was changed.',
  unlocked: 'Your answers are open again in this tab.',
  lockNow: 'Lock now',
  notLocked: 'Your last change could not be kept, and locking would lose it. Save a file first.',
  noAnswer: 'The browser did not answer, so nothing was changed. Please try again.',
  notKept: 'This browser could not write that. Nothing was changed.',
  removeLock: 'Take the passphrase away',
  lockRemoved: 'The passphrase was taken away.'
}
