import type { Outcome } from './outcome.ts'

/** Whether something about a row is for people to decide. */
export function isToLookAt ({ kind, not, double, why }: Outcome): boolean {
  return kind === 'out' ? why === 'no-name' || why === 'twice' || why === 'full' : double !== undefined || not.length > 0
}
