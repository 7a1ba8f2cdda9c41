import type { ReadingRemark } from '../documents/metadata.ts'
import type { Difference } from '../compare/compare.ts'
import { most } from '../workbook/limits.ts'

const number = (n: number): string => n.toLocaleString('en')

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`

const list = (parts: readonly string[]): string => new Intl.ListFormat('en').format(parts)

/** What the script `exchange` says. */
export const words = {
  withAnswers: 'With your answers',
  aboutPartner: (name: string): string => `About ${name}.`,
  choosePartner: 'Choose or add a partner above first. Then the file knows whom it is about.',
  leftOut: (rows: number): string => `The PDF has no room for ${count(rows, 'row', 'rows')} of your answers. They are still on this page. Take the Word file: it has as many rows as you have.`,
  notWhole: (n: number): string => `${count(n, 'long answer is', 'long answers are')} in the PDF, but not all of it shows in print.`,
  table: (label: string): string => `The table “${label}”`,
  word: 'Word',
  pdf: 'PDF',
  docxKind: '.docx, to fill in or print',
  pdfKind: '.pdf, to fill in or print',

  bringBack: 'Bring answers back',
  bringBackHint: 'Choose or drop Word files, PDFs or workbook files that were filled in. They are read on this page alone and sent nowhere. You see what differs before anything changes.',
  chooseFiles: 'Choose files',
  reading: (name: string): string => `Reading ${name}.`,
  stop: 'Stop',
  refused: {
    picture: 'This is a picture. People can read it, this page cannot. Nothing was changed.',
    'not-ours': 'This file was not made by this site, or the program that saved or printed it took out what this page reads. People may still read its answers. Nothing was changed.',
    encrypted: 'This file is locked with a password or protected. Save it without protection, then try again. Nothing was changed.',
    damaged: 'This file is damaged and cannot be read. Nothing was changed.',
    'too-large': `This file is too large, or takes too long to read. This page reads Word files and PDFs of up to 20 megabytes, and workbook files of up to ${number(most.file)} characters. The file stays as it is. Nothing was changed.`,
    'long-answer': `An answer in this file is too long. This page reads answers of up to ${number(most.answer)} characters. The file stays as it is. Nothing was changed.`,
    'many-partners': `There are too many partners in this file. This page reads files of up to ${number(most.partners)} partners. The file stays as it is. Nothing was changed.`,
    'many-rows': `There are too many rows in a table of this file. This page reads tables of up to ${number(most.rows)} rows. The file stays as it is. Nothing was changed.`,
    'many-entries': `There are too many answers in this file. This page reads files of up to ${number(most.entries)} answers and rows. The file stays as it is. Nothing was changed.`,
    newer: 'This file was made by a newer version of this site. Reload the page, or open the file where it was made. Nothing was changed.',
    cancelled: 'Reading was stopped. Nothing was changed.',
    empty: 'This file is empty. Nothing was changed.',
    'open-document': 'This is an OpenDocument file. Save it as a Word file (.docx) and try again. Nothing was changed.',
    'zip-folder': 'This is a zip folder. Take the files out of it first. Nothing was changed.',
    'old-word': 'This is an old Word file (.doc). Save it as .docx and try again. Nothing was changed.',
    'other-kind': 'This is no Word file (.docx), PDF or workbook file of this site. Nothing was changed.',
    'old-browser': 'This browser is too old to read documents. Update it, or use another one. Nothing was changed.'
  } as Record<string, string>,
  unreadable: 'This file could not be read. Nothing was changed.',
  kinds: { docx: 'Word file', pdf: 'PDF', workbook: 'Workbook file' },
  recognized: (kind: string, title: string, guide: string): string => `${kind}: ${title}${/[?!.]$/.test(title) ? '' : '.'}${guide === '' ? '' : ` Made from the guide of ${guide}.`}`,
  noTitle: 'a document of this guide',
  olderGuide: (theirs: string, ours: string): string => `It was made from the guide of ${theirs}; this is the guide of ${ours}. Questions that were reworded since are marked.`,
  whichPartner: 'Which partner is this file about?',
  whichPartnerOf: (parts: readonly string[]): string => `Which partner is ${list(parts.map(part => `“${part}”`))} in this file about?`,
  namedInFile: (name: string): string => `The file says “${name}”.`,
  namesNone: 'The file names no partner.',
  namesNoneThere: 'No partner is named there.',
  newPartner: 'A new partner',
  newName: 'Name of the new partner',
  choiceMissing: 'Choose a partner, or type the name of a new one.',
  nameMissing: 'Type the name of the new partner.',
  chooseAnother: 'Choose another partner',
  fromTheFile: (name: string, n: number): string => n === 1 ? `${name} (from a file)` : `${name} (from file ${n})`,
  madeAbout: (name: string): string => `The file was made about ${name}. Answers that nobody changed in it since are not chosen.`,
  asksWhom: 'Please say whom it is about.',
  list,
  useIt: 'Compare',
  nothingDiffers: 'Nothing in this file differs from what is here.',
  outcome: (n: number): string => n === 0 ? 'Nothing in it differs from what is here.' : `${count(n, 'thing differs', 'things differ')}.`,
  /** @param things Whether there is more among them than answers. */
  differs: (n: number, things: boolean): string => `${count(n, things ? 'thing differs' : 'answer differs', things ? 'things differ' : 'answers differ')}. Choose what to take.`,
  take: 'Take',
  what: 'Question',
  madeWith: 'Made with',
  inFile: 'In the file',
  here: 'In this browser',
  empty: 'empty',
  kindsOf: {
    new: 'New', changed: 'Changed in the file', emptied: 'Emptied in the file', conflict: 'Changed in both: please decide', differs: 'Differs from what is here: please decide', older: 'Changed here since',
    'row-removed': 'Row is gone in the file', 'rows-moved': 'Rows stand in another order',
    'partner-new': 'A partner that is not here', 'partner-changed': 'This partner is otherwise in the file'
  } satisfies Record<Difference['kind'], string>,
  newOrder: 'another order',
  oldOrder: 'as before',
  rewordedSince: 'The question was reworded since.',
  notAsked: 'Not asked any more. Kept in My workbook.',
  shown: (n: number, all: number): string => `${number(n)} of ${number(all)} are shown. The buttons count all of them.`,
  showMore: 'Show more',
  takeAll: 'Choose all',
  takeNone: 'Choose none',
  takeThese: (n: number, things: boolean): string => n === 0 ? 'Take none' : `Take ${things ? count(n, 'thing', 'things') : count(n, 'answer', 'answers')}`,
  takeThis: (label: string, value: string, about: string): string => `Take ${[about, label, value].filter(text => text !== '').join(': ')}`,
  putAway: (name: string): string => `${name} (put away)`,
  leave: 'Change nothing',
  taken: (n: number, things: boolean): string => n === 0 ? 'Nothing was changed.' : `${things ? count(n, 'thing was', 'things were') : count(n, 'answer was', 'answers were')} taken from the file.`,
  undo: 'Undo',
  undone: 'It is back as it was.',
  notUndone: 'This browser could not take it back. The answers of the file are still here.',
  notTaken: 'This browser could not keep the answers of the file. Nothing was changed.',
  noRoom: `That is more than one workbook can hold: up to ${number(most.partners)} partners, ${number(most.entries)} answers and rows, and ${number(most.rows)} rows in a table. Nothing was changed. You can choose less to take.`,
  moreOfIt: (n: number): string => `… (${number(n)} more characters)`,
  lookAgain: (n: number): string => `${count(n, 'answer was', 'answers were')} changed here while this list stood, so ${n === 1 ? 'it was' : 'they were'} not taken yet. Please look again. `,
  unclear: 'What could not be read surely',
  remarks: {
    'outside-options': 'is not among the choices, so it was not taken',
    'not-a-date': 'is not a day that we can read, so it was not taken',
    'unknown-field': 'stands in a field that this guide does not know',
    'missing-field': 'The field is gone from the file. Nothing is changed for it.',
    cut: 'was too long and is cut',
    'by-position': 'was found by its place in the table. Please check it.',
    'no-fields': 'The fields are gone from the file.',
    beside: 'stands beside the fields, so it was not taken. Please type it where it belongs.',
    twice: 'stands in the same field a second time. The first was taken.',
    unreadable: 'is kept in a way that we cannot read surely, so it was not taken'
  } satisfies Record<ReadingRemark['kind'], string>,
  noFields: {
    docx: 'The file has no fields any more: the program that saved it took them out. People can read its answers, this page cannot. Nothing was changed.',
    pdf: 'The file has no fields any more: it was flattened, or printed to a new PDF. People can read its answers, this page cannot. Nothing was changed.'
  },
  moreRemarks: (n: number): string => `and ${n} more`,

  fileLocked: 'This workbook file is locked. Type its passphrase.',
  openIt: 'Open',
  passphrase: 'Passphrase',
  wrong: 'That is not the passphrase. Nothing was changed.'
}
