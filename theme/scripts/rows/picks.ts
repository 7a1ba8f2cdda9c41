/** Rows that somebody chose. The rows of every partner have the same keys: whose they are is a part of the choice. */
export class Picks {
  readonly #keys = new Set<string>()
  #whose: string | null = null

  /** The chosen rows of somebody; chosen ones of others are chosen no more. */
  of (whose: string | null): Set<string> {
    if (whose !== this.#whose) this.#keys.clear()
    this.#whose = whose
    return this.#keys
  }
}
