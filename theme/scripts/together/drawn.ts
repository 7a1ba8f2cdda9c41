/** Whether what is shown stands already: the same things in the same order. */
export function isSameList (a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, i) => one === b[i])
}
