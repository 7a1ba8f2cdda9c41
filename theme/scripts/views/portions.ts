/**
 * Things that are done one after the other, each in a task of its own: a tap in between is answered, and the browser lays out a little at a
 * time. The first is done at once.
 */
export class Portions {
  /** Ends when all is done. */
  readonly done: Promise<void>
  readonly #left: (() => void)[]

  constructor (steps: readonly (() => void)[]) {
    this.#left = [...steps]
    this.done = this.#go()
  }

  /** Does at once what is left: paper does not wait. */
  finish (): void {
    for (const step of this.#left.splice(0)) step()
  }

  async #go (): Promise<void> {
    for (let step = this.#left.shift(); step !== undefined; step = this.#left.shift()) {
      step()
      if (this.#left.length > 0) await new Promise(resolve => { setTimeout(resolve) })
    }
  }
}
