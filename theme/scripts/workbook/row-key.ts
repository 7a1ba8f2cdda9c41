/** Number of a free row's key; 0 for the author's keys. */
export function rowNumber (key: string): number {
  return /^r[1-9][0-9]{0,5}$/.test(key) ? Number(key.slice(1)) : 0
}
