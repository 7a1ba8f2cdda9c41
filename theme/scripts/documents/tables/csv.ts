import type { Table } from './api.ts'

// Programs take a text that starts so for a formula, and formulas can reach other files and the web.
const formula = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/

/** Whether a program might run the text as a formula. */
export function looksLikeFormula (text: string): boolean {
  return formula.test(text)
}

/** Writes a table as comma-separated values. */
export function csv (table: Table): Uint8Array<ArrayBuffer> {
  const lines = [table.columns, ...table.rows].map(row => row.map(cell).join(','))
  return new TextEncoder().encode('\ufeff' + lines.map(line => line + '\r\n').join(''))
}

function cell (value: string | number): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : ''
  const text = (looksLikeFormula(value) ? "'" + value : value).replace(/\r\n?/g, '\n')
  return /[",;\t\n]|^\s|\s$/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text
}
