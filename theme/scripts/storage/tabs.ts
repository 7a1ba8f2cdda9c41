/** What tabs of one guide tell each other. */
export type Message =
  /** Something was written; `changes` is a workbook of what. */
  | { kind: 'wrote', changes: string, revision: number }
  /** All is to be read again: a part was erased, or something put in the place of all. */
  | { kind: 'changed' }
  /** Everything was erased; `revision` is that of the blank workbook in its place, 0 where there is none. */
  | { kind: 'erased', revision: number }
  | { kind: 'locked' }
  /** The answers are on this computer no more. */
  | { kind: 'moved' }

/** The other tabs in which the guide is open, where answers are kept on this computer. */
export class OtherTabs {
  readonly #channel: BroadcastChannel | null = null

  constructor (site: string, hear: (message: Message) => void) {
    try {
      this.#channel = new BroadcastChannel(`toolkit ${site}`)
    } catch {
      // Too old, or blocked: what other tabs wrote is noticed when this one writes.
      return
    }
    this.#channel.onmessage = (event: MessageEvent<Message>) => { hear(event.data) }
  }

  tell (message: Message): void {
    this.#channel?.postMessage(message)
  }

  close (): void {
    this.#channel?.close()
  }
}
