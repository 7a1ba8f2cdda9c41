import { Pace } from '../documents/pace.ts'
import type { Turns } from '../workbook/turns.ts'

/** How long the largest may take on a slow phone, in milliseconds. */
const deadline = 60_000

/** Does long work in turns: a page answers while it reads, the exit first of all. */
export function resting (signal?: AbortSignal): <T>(turns: Turns<T>) => Promise<T> {
  const pace = new Pace({ deadline, ...signal !== undefined && { signal } })
  return async turns => {
    for (;;) {
      const step = turns.next()
      if (step.done === true) return step.value
      if (pace.due) await pace.rest()
    }
  }
}
