import type { Edit } from './edit.ts'
import { layerTexts } from './layers.ts'
import type { Subject, Workbook } from './workbook.ts'

/** Characters of one answer that is typed: as many as a Word file or PDF brings back. */
export const longestTyped = 100_000

/**
 * What a workbook may hold at most: far above what people write, and what a slow phone reads, shows and keeps without standing still.
 * A page takes in no more than it can open again from its own file.
 */
export const most = {
  /** Characters of a file. */
  file: 10_000_000,
  /** Characters of one answer in a file. */
  answer: 1_000_000,
  /** Characters of any other text in a file. */
  text: 200_000,
  partners: 500,
  /** Answers and rows in all; rows of one table. */
  entries: 30_000,
  rows: 5_000,
  /** Meetings; what they hold counts among answers. */
  meetings: 400,
  /** Rounds and views of colleagues; answers and rows in all of them. */
  layers: 400,
  inLayers: 100_000,
  /** Views in one layer of counts. */
  views: 10_000,
  /** Characters of a file with its layers, when one is added: what is typed after that has room. */
  withLayers: 8_000_000,
  /** Values within values. */
  depth: 100
}

/** How many answers and rows are kept about someone. */
export function entriesIn ({ answers, rows }: Subject): number {
  let count = answers.size
  for (const table of rows.values()) count += table.size
  return count
}

/** Whether these changes would make more of a workbook than can be opened again from its own file. */
export function isTooMuch (book: Workbook, edits: readonly Edit[]): boolean {
  const more = { partners: 0, entries: 0, characters: 0 }
  /** Rows of each table that gets more of them. */
  const rowsOf = new Map<string, number>()
  for (const edit of edits) {
    const subject = edit.kind === 'partner' ? undefined : book.subjects.get(edit.subject)
    if (edit.kind === 'partner') more.partners += book.partners.has(edit.id) ? 0 : 1
    else if (edit.kind === 'answer') {
      const before = subject?.answers.get(edit.field)
      more.entries += before === undefined ? 1 : 0
      more.characters += edit.value.length - (before?.value.length ?? -around)
    } else {
      const rows = subject?.rows.get(edit.table)
      if (rows?.has(edit.key) === true) continue
      const table = `${edit.subject} ${edit.table}`
      rowsOf.set(table, (rowsOf.get(table) ?? rows?.size ?? 0) + 1)
      more.entries++
    }
  }
  const { entries, characters } = roomIn(book)
  const grows = (by: number, room: number): boolean => by > 0 && by > room
  return grows(more.partners, most.partners - book.partners.size) || grows(more.entries, entries) ||
    grows(more.characters, characters) || [...rowsOf.values()].some(rows => rows > most.rows)
}

/** How many answers and rows a workbook can still take, and how many characters: of each answer its own and `around`. */
export function roomIn (book: Workbook): { entries: number, characters: number } {
  const room = { entries: most.entries, characters: most.file }
  for (const subject of book.subjects.values()) {
    room.entries -= entriesIn(subject)
    for (const { value } of subject.answers.values()) room.characters -= value.length + around
  }
  // In a file, each on lines of its own with spaces before them, about twice as long.
  for (const text of layerTexts(book).values()) room.characters -= text.length * 2.5
  return room
}

/** Characters that an answer takes in a file beside its words. */
export const around = 150
