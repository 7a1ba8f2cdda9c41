/** How long is worked in one go, in milliseconds: first so long that what is in view is done, then so that a key or a tap in between is answered at once. */
const first = 60
const stretch = 12

/** Does something to each thing in turn, in stretches; the first at once. What has to be done sooner does not wait for it. */
export function whenFree<T> (things: readonly T[], act: (thing: T) => void): void {
  let next = 0
  const go = (most: number): void => {
    const end = performance.now() + most
    while (next < things.length && performance.now() < end) act(things[next++]!)
    if (next < things.length) setTimeout(go, 0, stretch)
  }
  go(first)
}
