/**
 * What stands in an empty control of a Word file. LibreOffice turns it into content on saving, so that reading must know
 * it as "nothing answered", and for good: what stands here is in `known-placeholders.ts` too. The writer's side is
 * `src/Toolkit/Writing/Docx/Placeholders.cs`: change both.
 */
export const placeholders = {
  text: 'Write here',
  choice: 'Choose one',
  date: 'Choose a date'
} as const

/** The box of a tick in Word, done and open. */
export const boxes = { done: '\u2612', open: '\u2610' } as const
