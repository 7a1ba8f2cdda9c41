/**
 * The keys of rows that people add and fill: `r` and a number from 1 to 999,999. Rows that the author names have keys of their own,
 * which have no number. Pages, workbooks and documents all make keys and take them apart here.
 */

/** Number of a free row's key; 0 for the author's keys. */
export function rowNumber (key: string): number {
  return /^r[1-9]\d{0,5}$/.test(key) ? Number(key.slice(1)) : 0
}

/** Key of the free row with this number. */
export function rowKey (number: number): string {
  return `r${number}`
}
