import type { Gone } from '../storage/status.ts'

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`

/** What the script `fields` says. */
export const talk = {
  eraseQuestion: (answers: number, partners: number): string =>
    `Erase ${count(answers, 'answer', 'answers')}${partners > 0 ? ` and ${count(partners, 'partner', 'partners')}` : ''} here?`,
  eraseHint: 'Files that you saved or downloaded stay where they are.',
  eraseYes: 'Erase',
  eraseNo: 'Keep them',
  erased: 'Everything was erased here.',
  notErased: 'The browser did not let us erase your answers. Please try again.',

  partners: 'Partners',
  notStarted: 'Not started',
  partnerName: 'Name of the partner',
  partnerHint: 'The agency, business or school. Please leave out names of survivors.',
  addPartner: 'Add a partner',
  add: 'Add',
  cancel: 'Cancel',
  rename: 'Rename',
  archive: 'Put away',
  unarchive: 'Take out again',
  archived: 'Partners that were put away',
  archivedNow: (name: string): string => `${name} was put away. Its answers are kept.`,
  about: (name: string): string => `These answers are about ${name}.`,
  keptAs: (name: string): string => `Kept as “${name}”. You can rename it.`,
  answersGoTo: (written: string, name: string): string => `You wrote “${written}”. Answers go to “${name}” until you choose another partner above.`,
  noPartner: 'Add the first partner to begin. Answers are kept for each partner on its own.',
  needName: 'Write the name of the partner.',
  sameName: 'There is a partner of that name already.',

  clear: 'Clear this answer',
  cleared: 'The answer was cleared.',

  addRow: 'Add a row',
  removeRow: 'Remove',
  up: 'Move up',
  down: 'Move down',
  row: (n: string): string => `row ${n}`,
  rowActions: 'Change the row',
  removed: (n: number): string => `Row ${n} was removed.`,
  moved: (n: number, all: number): string => `Now row ${n} of ${all}.`,

  taken: {
    erased: 'Another tab erased all answers.',
    moved: 'Another tab took all answers off this computer.'
  } satisfies Record<Gone, string>,
  undo: 'Undo',
  undone: 'It is back as it was.',
  close: 'Close',

  unlockFirst: 'Your answers are locked. Open My workbook to unlock them.',
  openWorkbook: 'Open My workbook',
  reworded: 'This question was reworded after you answered. Please look at your answer again.',
  stillRight: 'My answer is still right',
  gone: (value: string): string => `Your earlier answer “${value}” is not among the choices any more. It is kept until you choose another.`,

  personal: {
    ssn: 'That looks like a Social Security number.',
    'a-number': 'That looks like an immigration file number.',
    'birth-date': 'That looks like a date of birth.',
    phone: 'That looks like a phone number.',
    email: 'That looks like an e-mail address.'
  },
  personalAdvice: 'You may want to take it out if it is about a survivor. It is kept as you typed it.'
}
