/** How many things are done at once: more than are in view. */
const first = 24
/** How long is worked in one go after that, in milliseconds: a key or a tap in between is answered at once. */
const stretch = 12

/** Does something to each thing in turn, in stretches; the first at once. What has to be done sooner does not wait for it. */
export function whenFree<T> (things: readonly T[], act: (thing: T) => void): void {
  let next = 0
  const go = (atOnce: number): void => {
    const end = performance.now() + stretch
    while (next < things.length && (next < atOnce || performance.now() < end)) act(things[next++]!)
    if (next < things.length) setTimeout(go, 0, 0)
  }
  go(first)
}
