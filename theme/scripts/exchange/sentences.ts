import * as words from '../words/exchange.ts'

/** What a file is, and which guide it was made from, where it says so. */
export function recognized (kind: keyof typeof words.kinds, title: string, guide: string): string {
  const said = (/[?!.]$/.test(title) ? words.recognizedQuestion : words.recognized)({ kind: words.kinds[kind], title })
  return guide === '' ? said : `${said} ${words.madeFrom({ guide })}`
}

/** What came of comparing a file. @param count How many things differ. */
export function outcome (count: number): string {
  return count === 0 ? words.nothingInIt : words.thingsInIt({ count })
}

/** What a partner of a file is called here where nobody has named it yet. */
export function fromTheFile (name: string, number: number): string {
  return number === 1 ? words.fromFile({ name }) : words.fromFileNumber({ name, number })
}
