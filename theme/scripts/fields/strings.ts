const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`

/** What the script `fields` says. */
export const talk = {
  eraseQuestion: (answers: number, partners: number): string =>
    `Erase ${count(answers, 'answer', 'answers')}${partners > 0 ? ` and ${count(partners, 'partner', 'partners')}` : ''} here?`,
  eraseHint: 'Files that you saved or downloaded stay where they are.',
  eraseYes: 'Erase',
  eraseNo: 'Keep them',
  erased: 'Everything was erased here.',

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
  archived: 'Put away',
  archivedNow: (name: string): string => `${name} was put away. Its answers are kept.`,
  about: (name: string): string => `These answers are about ${name}.`,
  noPartner: 'Add the first partner to begin. Answers are kept for each partner on its own.',
  needName: 'Write the name of the partner.',
  sameName: 'There is a partner of that name already.',

  addRow: 'Add a row',
  removeRow: 'Remove',
  up: 'Move up',
  down: 'Move down',
  row: (n: number): string => `row ${n}`,
  rowActions: 'Change the row',
  removed: (n: number): string => `Row ${n} was removed.`,
  moved: (n: number, all: number): string => `Now row ${n} of ${all}.`
}
