/** The box of a tick in Word, done and open. The writer's side is `src/Toolkit/Writing/Docx/Placeholders.cs`: change both. */
export const boxes = { done: '\u2612', open: '\u2610' } as const
