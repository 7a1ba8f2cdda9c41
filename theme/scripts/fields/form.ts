import { el, focusOn, hidden } from '../dom.ts'
import type { Page } from '../page.ts'
import { say } from '../strings.ts'
import type { Change } from '../storage/session.ts'
import { controlsOf, isControl, readControls, writeControls, type Control } from './controls.ts'
import type { GrowingTable } from './table.ts'

/** Binds the controls of an instrument to the workbook by field id. */
export class InstrumentForm {
  readonly id: string
  readonly #perPartner: boolean
  #tables: GrowingTable[] = []
  #controls: Map<string, Control[]>
  #showing = false
  /** Buttons that clear an answer, by field. */
  readonly #clears = new Map<string, HTMLElement>()
  /** Notes beside fields, by field and kind. */
  readonly #notes = new Map<string, HTMLElement>()

  constructor (private readonly form: HTMLFormElement, private readonly page: Page) {
    this.id = form.dataset['instrument'] ?? ''
    this.#perPartner = form.dataset['per'] === 'partner'
    this.#controls = controlsOf(form)
    form.addEventListener('submit', event => { event.preventDefault() })
    form.addEventListener('input', event => { this.#typed(event.target) })
    form.addEventListener('change', event => {
      this.#typed(event.target)
      if (isControl(event.target)) void this.#lookForPersonalData(event.target)
    })
    this.#offerClearing()
    page.session.listen(change => { this.#heard(change) })
    page.partner.listen(() => { if (this.#perPartner) this.#show() })
    this.#show()
  }

  /** Gives tables their buttons, and the rows that were added before. */
  async growTables (): Promise<void> {
    const tables = [...this.form.querySelectorAll<HTMLTableElement>('table[data-table][data-can-grow]')]
    if (tables.length === 0) return
    const { GrowingTable } = await this.page.load('fields')
    this.#tables = tables.map(table => new GrowingTable(table, this.page, make => this.#subject(make), () => { this.#readControls() }))
    this.#show()
  }

  #subject (make: boolean): string | null {
    const before = this.page.partner.current
    const subject = this.page.partner.subject(this.#perPartner, make)
    if (before === null && this.#perPartner && subject !== null) this.page.notice(say.madePartner)
    return subject
  }

  #typed (target: EventTarget | null): void {
    if (this.#showing || !isControl(target)) return
    const controls = this.#controls.get(target.name)
    if (controls === undefined) return
    const value = readControls(controls)
    const { session } = this.page
    if (value === this.#valueOf(target.name)) return
    const first = this.#perPartner && this.page.partner.current === null
    const subject = this.#subject(true)
    if (subject === null) return
    const wording = target.dataset['wording']
    session.change([{ kind: 'answer', subject, field: target.name, value, ...(wording !== undefined && { wording }) }], first ? 'elsewhere' : 'typed')
    this.#note(target.name, 'reworded', null)
    this.#note(target.name, 'gone', null)
    this.#markClearing(target.name, value)
  }

  #heard (change: Change): void {
    if (change === 'elsewhere') this.#show()
  }

  #readControls (): void {
    this.#controls = controlsOf(this.form)
    // A new row's controls are marked like all others.
    this.#showAnswers()
  }

  /** Shows what the workbook holds about the present subject. */
  #show (): void {
    // Taking away a row that has the focus makes the browser say that its control was changed.
    this.#showing = true
    try {
      this.#showAll()
    } finally {
      this.#showing = false
    }
  }

  #showAll (): void {
    const locked = this.page.session.status.lock === 'locked'
    this.form.toggleAttribute('inert', locked)
    this.#say(this.form, 'locked', locked
      ? [say.unlockFirst + ' ', el('a', { href: this.page.keeping }, say.openWorkbook)]
      : null)
    for (const table of this.#tables) table.show()
    this.#controls = controlsOf(this.form)
    this.#showAnswers()
  }

  #showAnswers (): void {
    const subject = this.page.partner.subject(this.#perPartner, false)
    const answers = subject === null ? undefined : this.page.session.book.subjects.get(subject)?.answers
    for (const [field, controls] of this.#controls) {
      const answer = answers?.get(field)
      const value = answer?.value ?? ''
      const shown = writeControls(controls, value)
      const wording = controls[0]?.dataset['wording']
      const reworded = value !== '' && answer?.wording !== undefined && wording !== undefined && answer.wording !== wording
      this.#note(field, 'gone', shown ? null : [say.gone(value)])
      this.#note(field, 'reworded', reworded && shown ? this.#rewordedNote(field, value, wording) : null)
      this.#markClearing(field, value)
      // A note, or how they know: what was written is in sight, on paper too.
      if (value !== '') controls[0]?.closest<HTMLDetailsElement>('.item details')?.setAttribute('open', '')
      if (value === '') this.#note(field, 'personal', null)
    }
  }

  #valueOf (field: string): string {
    const subject = this.page.partner.subject(this.#perPartner, false)
    return subject === null ? '' : this.page.session.book.subjects.get(subject)?.answers.get(field)?.value ?? ''
  }

  #rewordedNote (field: string, value: string, wording: string): (Node | string)[] {
    return [say.reworded + ' ', el('button', {
      type: 'button',
      class: 'linkbtn',
      onclick: () => {
        const subject = this.#subject(true)
        if (subject !== null) this.page.session.change([{ kind: 'answer', subject, field, value, wording }], 'typed')
        this.#note(field, 'reworded', null)
        const control = this.#controls.get(field)?.find(c => !(c instanceof HTMLInputElement && c.type === 'radio') || c.checked)
        control?.focus()
      }
    }, say.stillRight)]
  }

  /** Radios cannot be unchosen by themselves. */
  #offerClearing (): void {
    for (const fieldset of this.form.querySelectorAll<HTMLFieldSetElement>('fieldset')) {
      const radio = fieldset.querySelector<HTMLInputElement>('input[type=radio]')
      if (radio === null || fieldset.querySelector('fieldset') !== null) continue
      const legend = fieldset.querySelector('legend')?.textContent?.trim() ?? ''
      const clear = el('button', { type: 'button', class: 'linkbtn clear', hidden: true }, say.clear, hidden(`: ${legend}`))
      clear.addEventListener('click', () => {
        const subject = this.page.partner.subject(this.#perPartner, false)
        if (subject === null) return
        const undo = this.page.session.change([{ kind: 'answer', subject, field: radio.name, value: '' }])
        radio.focus()
        this.page.notice(say.cleared, undo)
      })
      this.#clears.set(radio.name, clear)
      const place = fieldset.querySelector('.more')
      if (place !== null) place.append(clear)
      else fieldset.append(clear)
    }
  }

  #markClearing (field: string, value: string): void {
    const clear = this.#clears.get(field)
    if (clear !== undefined) clear.hidden = value === ''
  }

  async #lookForPersonalData (control: Control): Promise<void> {
    const free = control instanceof HTMLTextAreaElement || (control instanceof HTMLInputElement && control.type === 'text')
    if (!free || control.value.length < 6) return
    const { findPersonalData } = await this.page.load('fields')
    const found = findPersonalData(control.value)
    this.#note(control.name, 'personal', found === null ? null : [`${say.personal[found]} ${say.personalAdvice}`])
  }

  /** Puts a calm note beside a field, changes it, or takes it away. */
  #note (field: string, kind: 'reworded' | 'gone' | 'personal', content: (Node | string)[] | null): void {
    const key = `${kind} ${field}`
    const before = this.#notes.get(key)
    if (content === null) {
      if (before === undefined) return
      if (before.contains(document.activeElement)) focusOn(before.closest<HTMLElement>('fieldset, tr, form') ?? this.form)
      this.#describe(field, before.id, false)
      before.remove()
      this.#notes.delete(key)
      return
    }
    if (before?.isConnected === true) {
      if (kind !== 'reworded') before.replaceChildren(...content)
      return
    }
    const first = this.#controls.get(field)?.[0]
    if (first === undefined) return
    const note = el('p', { class: 'say', id: `${field}:${kind}`, role: 'status' }, ...content)
    const legend = first instanceof HTMLInputElement && first.type === 'radio' ? first.closest('fieldset')?.querySelector('legend') : null
    if (legend != null) legend.after(note)
    else first.after(note)
    this.#notes.set(key, note)
    this.#describe(field, note.id, true)
  }

  #describe (field: string, id: string, yes: boolean): void {
    for (const control of this.#controls.get(field) ?? []) {
      const ids = new Set((control.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean))
      if (yes) ids.add(id)
      else ids.delete(id)
      if (ids.size > 0) control.setAttribute('aria-describedby', [...ids].join(' '))
      else control.removeAttribute('aria-describedby')
    }
  }

  #say (form: HTMLElement, name: string, content: (Node | string)[] | null): void {
    const before = form.previousElementSibling instanceof HTMLElement && form.previousElementSibling.dataset['say'] === name
      ? form.previousElementSibling
      : null
    if (content === null) before?.remove()
    else if (before === null) form.before(el('p', { class: 'say', 'data-say': name, role: 'status' }, ...content))
  }
}
