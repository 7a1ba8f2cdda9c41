import { cleanText } from '../../workbook/text.ts'
import type { Table } from './api.ts'

/*
 * Programs take a text that starts so for a formula, and formulas can reach other files and the web: also with other forms of the
 * sign, as East Asian keyboards write it, and behind what they leave out, spaces, quotes and what nobody sees.
 */
const formula = /^[\p{C}\p{Z}\p{DI}"'`\u2018-\u201f]*[=+\-@\u2212\u207a-\u207c\u208a-\u208c\ufb29\ufe62\ufe63\ufe66\ufe6b\uff0b\uff0d\uff1d\uff20]/u

/**
 * Whether a program might run the text as a formula. So is `-5` and a phone number that begins with a plus: what people typed is
 * text, and a spreadsheet would reckon `+1-555-0100`.
 */
export function looksLikeFormula (text: string): boolean {
  return formula.test(text)
}

/**
 * Writes a table as comma-separated values. What looks like a formula gets an apostrophe before it, one that looks so behind
 * apostrophes of its own another one: who takes away one where it stands before such a text has what was typed.
 */
export function csv (table: Table): Uint8Array<ArrayBuffer> {
  const lines = [table.columns, ...table.rows].map(row => row.map(cell).join(','))
  return new TextEncoder().encode('\ufeff' + lines.map(line => line + '\r\n').join(''))
}

function cell (value: string | number): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : ''
  const kept = cleanText(value)
  const text = looksLikeFormula(kept) ? "'" + kept : kept
  return /[",;\t\n]|^\s|\s$/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text
}
