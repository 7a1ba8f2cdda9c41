import type { Stamp, Workbook } from './workbook.ts'

export { isLater } from './entry.ts'

/** Gives stamps that never go back, even where the computer's clock does or another tab's runs ahead. */
export class Clock {
  #last = 0

  constructor (readonly tab: string, private readonly now: () => number = Date.now) {}

  next (): Stamp {
    this.#last = Math.max(this.now(), this.#last + 1)
    return { at: this.#last, by: this.tab }
  }

  /** Takes note of a moment that another tab wrote down. */
  readonly seen = (at: number): void => {
    if (at > this.#last) this.#last = at
  }

  seenAll (book: Workbook): void {
    for (const partner of book.partners.values()) this.seen(partner.at)
    for (const subject of book.subjects.values()) {
      for (const answer of subject.answers.values()) this.seen(answer.at)
      for (const table of subject.rows.values()) for (const row of table.values()) this.seen(row.at)
    }
  }
}

/** A short random name: for tabs, workbooks and partners. One segment of the field id grammar. */
export function randomName (prefix: string, random: (bytes: Uint8Array) => Uint8Array = fill): string {
  return prefix + [...random(new Uint8Array(8))].map(byte => (byte % 36).toString(36)).join('')
}

function fill (bytes: Uint8Array): Uint8Array {
  return crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>)
}
