/**
 * What stands, or stood, in an empty control of a Word file, in every version and every language that was ever published: a text
 * that stands here stays. LibreOffice turns it into content on saving, so that reading must know it as "nothing answered". What
 * new files say stands in the catalogue of words.
 */
export const placeholders: readonly string[] = ['Write here', 'Choose one', 'Choose a date']

/** The box of a tick in Word, done and open. The writer's side is `src/Toolkit/Writing/Docx/Placeholders.cs`: change both. */
export const boxes = { done: '\u2612', open: '\u2610' } as const
