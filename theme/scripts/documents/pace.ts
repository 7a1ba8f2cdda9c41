import type { ReadOptions } from './options.ts'
import { Refused } from './metadata.ts'

const sliceMs = 12
const deadlineMs = 10_000

/**
 * Keeps long work from freezing the page: a loop asks `due` and, when it is, awaits `rest`, which lets the page breathe,
 * stops a cancelled reading and ends one that takes too long.
 */
export class Pace {
  readonly #now: () => number
  readonly #end: number
  readonly #options: ReadOptions
  #sliceEnd: number
  #asked = 0

  constructor (options: ReadOptions = {}, now: () => number = () => performance.now()) {
    this.#now = now
    this.#options = options
    const start = now()
    this.#end = start + (options.deadline ?? deadlineMs)
    this.#sliceEnd = start + sliceMs
    this.#stopIfCancelled()
  }

  /** Whether it is time to rest. Cheap enough to ask in every turn of a loop. */
  get due (): boolean {
    return (++this.#asked & 63) === 0 && this.#now() >= this.#sliceEnd
  }

  /** Rests if it is time, and says how much is done, 0 to 1. */
  async restAt (done: number): Promise<void> {
    if (this.#now() < this.#sliceEnd) return
    this.#options.progress?.(done)
    await this.rest()
  }

  async rest (): Promise<void> {
    this.#stopIfCancelled()
    if (this.#now() > this.#end) throw new Refused('too-large')
    await nextTurn()
    this.#stopIfCancelled()
    this.#sliceEnd = this.#now() + sliceMs
  }

  #stopIfCancelled (): void {
    if (this.#options.signal?.aborted) throw new Refused('cancelled')
  }
}

/** Resolves in a turn of its own. A message channel is not slowed down in background tabs, as timers are. */
function nextTurn (): Promise<void> {
  return new Promise(resolve => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}
