import type { Edit } from './edit.ts'
import type { Subject, Workbook } from './workbook.ts'

/**
 * What a workbook may hold at most: far above what people write, and what a slow phone reads, shows and keeps without standing still.
 * A page takes in no more than it can open again from its own file.
 */
export const most = {
  /** Characters of a file. */
  file: 20_000_000,
  /** Characters of one answer in a file; and of one that is typed, as much as a Word file or PDF brings back. */
  answer: 1_000_000,
  typed: 100_000,
  /** Characters of any other text in a file. */
  text: 200_000,
  partners: 1_000,
  /** Answers and rows in all. */
  entries: 100_000,
  /** Values within values. */
  depth: 100
}

/** How many answers and rows are kept about someone. */
export function entriesIn ({ answers, rows }: Subject): number {
  let count = answers.size
  for (const table of rows.values()) count += table.size
  return count
}

/** Whether a workbook could not be opened again from its own file, if these changes were made. */
export function isTooMuch (book: Workbook, edits: readonly Edit[]): boolean {
  let [partners, entries, characters] = [book.partners.size, 0, 0]
  for (const subject of book.subjects.values()) {
    entries += entriesIn(subject)
    for (const { value } of subject.answers.values()) characters += value.length + around
  }
  for (const edit of edits) {
    if (edit.kind === 'partner') partners += book.partners.has(edit.id) ? 0 : 1
    else if (edit.kind === 'row') entries += book.subjects.get(edit.subject)?.rows.get(edit.table)?.has(edit.key) === true ? 0 : 1
    else {
      const before = book.subjects.get(edit.subject)?.answers.get(edit.field)
      entries += before === undefined ? 1 : 0
      characters += edit.value.length - (before?.value.length ?? -around)
    }
  }
  return partners > most.partners || entries > most.entries || characters > most.file
}

/** Characters that an answer takes in a file beside its words. */
const around = 150
