import type { Session } from '../storage/session.ts'
import type { Edit } from '../workbook/edit.ts'
import { randomName } from '../workbook/stamp.ts'
import { agency, partnersOf, type Partner } from '../workbook/workbook.ts'
import { firstPartner } from '../words/frame.ts'

/** Which partner the forms of this tab are about. */
export class PartnerChoice {
  #chosen: string | null
  readonly #listeners = new Set<() => void>()

  constructor (private readonly session: Session) {
    this.#chosen = session.recall('partner')
  }

  /** The chosen partner, else the first one; null where there is none. */
  get current (): Partner | null {
    const partners = partnersOf(this.session.book)
    return partners.find(p => p.id === this.#chosen) ?? partners[0] ?? null
  }

  choose (id: string): void {
    this.#chosen = id
    this.session.recallLater('partner', id)
    for (const listener of this.#listeners) listener()
  }

  listen (listener: () => void): void {
    this.#listeners.add(listener)
  }

  /** Adds a partner and shows it. */
  add (name: { name: string, givenName?: string }): Edit[] {
    const id = randomName('p')
    const undo = this.session.change([{ kind: 'partner', id, ...name }])
    this.choose(id)
    return undo
  }

  /** The subject of a form; an answer without a partner makes the first one, so that nothing typed is lost. */
  subject (perPartner: boolean, make: boolean): string | null {
    if (!perPartner) return agency
    if (this.current === null && make) this.add({ name: firstPartner, givenName: firstPartner })
    return this.current?.id ?? null
  }
}
