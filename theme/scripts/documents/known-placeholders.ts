/**
 * What has ever stood in an empty field of a Word file, by what was asked for: files of every version, and later of every language,
 * come back, and some programs turn it into content. Words are added at the end and never taken away.
 */
export const knownPlaceholders = {
  text: ['Write here', 'Escriba aquí'],
  choice: ['Choose one', 'Elija una opción'],
  date: ['Choose a date', 'Elija una fecha']
} as const

const ours = new Set(Object.values(knownPlaceholders).flat().map(text => text.toLowerCase()))

/** What Word itself puts into a control that is emptied, in English and in Spanish. */
const ofWord = /^(?:choose an item|click (?:or tap )?(?:here )?to enter (?:text|a date)|elija un elemento|haga clic (?:aquí )?(?:o pulse )?(?:aquí )?para (?:escribir|especificar|introducir) (?:texto|una fecha))\.$/

/** Whether a text only asks for an answer. */
export function isPlaceholder (text: string): boolean {
  const plain = text.trim().toLowerCase()
  return ours.has(plain) || ofWord.test(plain)
}
