/** Long work that rests wherever whoever drives it likes, so that the page can answer in between. */
export type Turns<T> = Generator<undefined, T, undefined>

/** Does all of it without a rest. */
export function atOnce<T> (turns: Turns<T>): T {
  for (;;) {
    const step = turns.next()
    if (step.done === true) return step.value
  }
}
