/**
 * About as wide as a text will be, and rather too wide: good enough to keep texts apart, and the same on every machine, whatever its fonts.
 */
export function widthOf (text: string, size: number): number {
  let width = 0
  for (const sign of text) width += shareOf(sign)
  return width * size
}

function shareOf (sign: string): number {
  if ('iljI.,\'’:;|!'.includes(sign)) return 0.3
  if ('tfr -()/'.includes(sign)) return 0.4
  if ('mwMW@'.includes(sign)) return 0.92
  if (/[A-Z]/.test(sign)) return 0.7
  // Signs as wide as they are high: Chinese, Japanese, Korean, and pictures.
  if (/[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]|\p{Extended_Pictographic}/u.test(sign)) return 1.04
  if (/\p{M}/u.test(sign)) return 0
  return /[\u0000-\u024f]/.test(sign) ? 0.6 : 0.68
}

/**
 * A text on lines of about that width. A word that is wider stands on a line of its own, and is broken only where it is wider than twice
 * that. What is left over ends in an ellipsis.
 */
export function wrapped (text: string, size: number, most: number, lines: number): string[] {
  const done: string[] = []
  for (const word of text.split(/\s+/).flatMap(word => broken(word, size, most * 2))) {
    const last = done.at(-1)
    if (last !== undefined && widthOf(`${last} ${word}`, size) <= most) done[done.length - 1] = `${last} ${word}`
    else done.push(word)
  }
  if (done.length <= lines) return done
  const kept = done.slice(0, lines)
  let last = [...kept[lines - 1]!]
  while (last.length > 1 && widthOf(`${last.join('')}…`, size) > most) last = last.slice(0, -1)
  kept[lines - 1] = `${last.join('').trimEnd()}…`
  return kept
}

function broken (word: string, size: number, most: number): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const sign of word) {
    if (piece !== '' && widthOf(piece + sign, size) > most) {
      pieces.push(piece)
      piece = ''
    }
    piece += sign
  }
  return [...pieces, piece]
}
