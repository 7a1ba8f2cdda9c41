import type { Page } from '../page/page.ts'
import { aboutToPrint } from '../page/print.ts'
import type { Change } from '../storage/status.ts'
import { firstPartner, keptAs } from '../words/frame.ts'
import type { Beside } from '../workbook/beside.ts'
import type { Edit } from '../workbook/edit.ts'
import { longestTyped } from '../workbook/limits.ts'
import type { Answer } from '../workbook/workbook.ts'
import { whenFree } from '../page/when-free.ts'
import type { Asides } from './asides.ts'
import { controlsOf, isControl, isText, readControls, writeControls, type Control } from '../page/controls.ts'
import type { GrowingTable } from './table.ts'

/** Binds the controls of an instrument to the workbook by field id. */
export class InstrumentForm {
  readonly #perPartner: boolean
  #tables: GrowingTable[] = []
  readonly #controls: Map<string, Control[]>
  /** Fields that do not show their answer yet: a long form shows its answers bit by bit, so that it can be used at once. */
  readonly #waiting: Set<string>
  /** The partner that the form is about. */
  #about: string | undefined
  #showing = false
  #asides: Asides | null = null

  constructor (private readonly form: HTMLElement, private readonly page: Page) {
    this.#perPartner = form.dataset['per'] === 'partner'
    this.#controls = controlsOf(form)
    this.#waiting = new Set(this.#controls.keys())
    this.#about = this.#perPartner ? this.page.partner.current?.id : undefined
    // On the page with every tool they share one form.
    form.closest('form')?.addEventListener('submit', event => { event.preventDefault() })
    form.addEventListener('focusin', ({ target }) => {
      if (!isControl(target)) return
      this.#showFirst(target.name)
      if (isText(target)) {
        (target as HTMLTextAreaElement).maxLength = longestTyped
        // They keep others' words off who types.
        this.#withAsides(() => {})
      }
    })
    form.addEventListener('input', event => { this.#typed(event.target) })
    form.addEventListener('change', event => { this.#typed(event.target) })
    // Paper shows all of them; a page that goes keeps what was typed in any of them.
    for (const event of [aboutToPrint, 'pagehide']) addEventListener(event, () => { for (const field of this.#waiting) this.#showFirst(field) }, true)
    page.session.listen(change => { if (change === 'elsewhere') this.#show() })
    page.partner.listen(() => { if (this.#perPartner) this.#show() })
    this.#showLock()
    if (isControl(document.activeElement)) this.#showFirst(document.activeElement.name)
    whenFree([...this.#waiting], field => { this.#showFirst(field) })
    // What saving and erasing take is there before anything is typed, should the connection go.
    page.load('fields').catch(() => {})
  }

  /** Gives tables their buttons, and the rows that were added before. */
  async growTables (): Promise<void> {
    const tables = [...this.form.querySelectorAll<HTMLTableElement>('table[data-table][data-can-grow]')]
    if (tables.length === 0) return
    const { GrowingTable } = await this.page.load('fields')
    this.#tables = tables.map(table => new GrowingTable(table, this.page, make => this.#subject(make), (row, came) => { this.#rowChanged(row, came) }))
    // What someone typed in a row before it may go.
    for (const table of tables) for (const field of controlsOf(table).keys()) this.#showFirst(field)
    for (const table of this.#tables) table.show()
  }

  #subject (make: boolean): string | null {
    const before = this.page.partner.current
    const subject = this.page.partner.subject(this.#perPartner, make)
    if (before === null && this.#perPartner && subject !== null) this.page.notice(keptAs({ name: firstPartner }))
    return subject
  }

  #typed (target: EventTarget | null): void {
    if (this.#showing || !isControl(target)) return
    const controls = this.#controls.get(target.name)
    if (controls === undefined) return
    const value = readControls(controls)
    const over = this.#asides?.held(target.name)
    this.#waiting.delete(target.name)
    if (value === ((over ?? this.#answer(target.name))?.value ?? '')) return
    this.#change(target.name, value, 'typed', { over })
    this.#withAsides(asides => { asides.typed(target) })
  }

  #change (field: string, value: string, from: Change, more?: Beside & { wording?: string }, about?: string): Edit[] {
    const first = this.#perPartner && this.page.partner.current === null
    const subject = about ?? this.#subject(true)
    if (subject === null) return []
    const wording = this.#controls.get(field)?.[0]?.dataset['wording']
    return this.page.session.change([{ kind: 'answer', subject, field, value, ...(wording !== undefined && { wording }), ...more }], first ? 'elsewhere' : from)
  }

  #rowChanged (row: HTMLElement, came: boolean): void {
    for (const [field, controls] of controlsOf(row)) {
      if (came) {
        this.#controls.set(field, controls)
        this.#showAnswer(field)
      } else {
        this.#controls.delete(field)
      }
    }
  }

  /** Shows what the workbook holds about the present subject. */
  #show (): void {
    this.#showLock()
    for (const field of this.#waiting) this.#keepTyped(field)
    this.#about = this.#perPartner ? this.page.partner.current?.id : undefined
    // Taking away a row that has the focus makes the browser say that its control was changed.
    this.#showing = true
    try {
      for (const table of this.#tables) table.show()
      for (const field of this.#controls.keys()) this.#showAnswer(field)
    } finally {
      this.#showing = false
    }
  }

  #showLock (): void {
    const locked = this.page.session.status.lock === 'locked'
    if (locked === this.form.inert) return
    this.form.inert = locked
    void this.page.load('fields').then(({ sayLocked }) => { sayLocked(this.form, this.page) })
  }

  #showFirst (field: string): void {
    if (!this.#waiting.has(field)) return
    this.#keepTyped(field)
    this.#showAnswer(field)
  }

  /** What someone typed before the field showed its answer is an answer too, about whom the form was about then. */
  #keepTyped (field: string): void {
    const { status, book } = this.page.session
    // Nothing is kept of a page that was left quickly, or about a partner that was erased.
    if (!this.#waiting.delete(field) || status.lock === 'locked' || !this.form.isConnected) return
    if (this.#about !== undefined && !book.partners.has(this.#about)) return
    const controls = this.#controls.get(field) ?? []
    const typed = readControls(controls)
    const kept = this.#answer(field, this.#about)?.value ?? ''
    if (typed !== '' && typed !== kept) this.#change(field, isText(controls[0]) && kept !== '' ? `${kept} ${typed}` : typed, 'typed', {}, this.#about)
  }

  #showAnswer (field: string): void {
    const controls = this.#controls.get(field) ?? []
    const value = this.#answer(field)?.value ?? ''
    if (this.#asides?.held(field) === undefined) writeControls(controls, value)
    this.#showAsides(field)
    // A note, or how they know: what was written is in sight, on paper too.
    if (value !== '') controls[0]?.closest<HTMLDetailsElement>('.item details')?.setAttribute('open', '')
  }

  #showAsides (field: string): void {
    const answer = this.#answer(field)
    if (this.#asides !== null || (answer !== undefined && (answer.value !== '' || answer.rest !== undefined))) this.#withAsides(asides => { asides.show(field) })
  }

  #answer (field: string, subject = this.page.partner.subject(this.#perPartner, false)): Answer | undefined {
    return subject === null ? undefined : this.page.session.book.subjects.get(subject)?.answers.get(field)
  }

  /** What some fields have beside them; loaded with the first. */
  #withAsides (act: (asides: Asides) => void): void {
    if (this.#asides !== null) {
      act(this.#asides)
      return
    }
    void this.page.load('fields').then(({ Asides }) => {
      act(this.#asides ??= new Asides(this.form, this.page, field => ({
        controls: this.#controls.get(field) ?? [], answer: this.#answer(field)
      }), (...change) => this.#change(...change)))
    })
  }
}
