import { oneLine } from './text.ts'

/**
 * Whether a copied text is a list: cells parted by tabs, or, where one line alone can be written, several lines. One cell whose text has
 * line breaks is copied between quotes.
 */
export function isPastedList (text: string, isOneLine: boolean): boolean {
  const bare = text.replace(/(?:\r\n?|\n)+$/, '')
  if (/^"(?:[^"]|"")*"$/.test(bare)) return false
  return bare.includes('\t') || (isOneLine && /[^\s][\r\n]+\s*[^\s]/.test(bare))
}

/** A list as the text that it is for a field; where that holds one line, cells and lines are parted by blank space. */
export function listAsText (text: string, isOneLine: boolean): string {
  return isOneLine ? oneLine(text).trim() : text
}
