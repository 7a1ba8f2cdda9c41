/**
 * Whether a copied text is a list: cells parted by tabs, or, where one line alone can be written, several lines. One cell whose text has
 * line breaks is copied between quotes.
 */
export function isPastedList (text: string, oneLine: boolean): boolean {
  const bare = text.replace(/(?:\r\n?|\n)+$/, '')
  if (/^"(?:[^"]|"")*"$/.test(bare)) return false
  return bare.includes('\t') || (oneLine && /[^\s][\r\n]+\s*[^\s]/.test(bare))
}
