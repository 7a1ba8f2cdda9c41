/** How long the browser may take to answer, in milliseconds. What goes to the disk may take longer: it can be slow, or wake up first. */
export const toAnswer = 4000
export const toWrite = 10_000
/** For a script on a slow connection, a file that comes out of a cloud, and a passphrase on an old phone. */
export const toFetch = 60_000

/** What the browser did not answer in time. It may still come. */
export type Unanswered = DOMException & { readonly late: Promise<unknown> }

function unanswered (late: Promise<unknown>): Unanswered {
  return Object.assign(new DOMException('no answer', 'TimeoutError'), { late })
}

/** Asks for something, at most so many milliseconds. @throws {Unanswered} where the answer does not come in time. */
export type Ask = <T>(ask: () => Promise<T>, limit?: number) => Promise<T>

/**
 * For one part of the browser that answers by promises, and may never do so: a database that hangs after loading, a profile on
 * a drive that sleeps. A circuit breaker: what takes too long is given up, and nothing more is asked until that answers
 * after all, because it would only wait behind it.
 */
export function circuit (): Ask {
  let late: Promise<unknown> | null = null
  return async (ask, limit = toAnswer) => {
    if (late !== null) throw unanswered(late)
    const answer = ask()
    let timer: ReturnType<typeof setTimeout> | undefined
    try {
      return await Promise.race([answer, new Promise<never>((_, reject) => {
        // In two halves: a page that was busy meanwhile, or a computer that slept, waits half as long once more.
        timer = setTimeout(() => {
          timer = setTimeout(() => {
            const back = (): void => { late = null }
            reject(unanswered(late = answer.then(back, back)))
          }, limit / 2)
        }, limit / 2)
      })])
    } finally {
      clearTimeout(timer)
    }
  }
}

/** For what is asked once. @throws {Unanswered} */
export const within = async <T>(answer: Promise<T>, limit?: number): Promise<T> => await circuit()(() => answer, limit)
