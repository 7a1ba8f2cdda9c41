import * as words from '../words/frame.ts'

/** A title and what it is about: after a question no colon. */
export function titleOf (title: string, about: string): string {
  return (/[?!.]$/.test(title) ? words.questionOf : words.titleOf)({ title, about })
}
