/** How long is worked in one go, in milliseconds: little enough that a key or a tap in between is answered at once. */
const stretch = 12

/** Does something to each thing in turn, in stretches; the first at once. What has to be done sooner does not wait for it. */
export function whenFree<T> (things: readonly T[], act: (thing: T) => void): void {
  let next = 0
  const go = (): void => {
    const end = performance.now() + stretch
    while (next < things.length && performance.now() < end) act(things[next++]!)
    if (next < things.length) setTimeout(go)
  }
  go()
}
