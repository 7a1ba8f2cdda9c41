import { button, el, freeId } from '../page/dom.ts'
import type { Page } from '../page/page.ts'
import { itemsOfForm, progressWords } from '../page/progress.ts'
import { wayBack } from '../page/way-back.ts'
import { textsBeside } from '../workbook/beside.ts'
import { partnerEdit } from '../workbook/partner-edits.ts'
import { progressOf } from '../workbook/progress.ts'
import { partnersOf, type Partner } from '../workbook/workbook.ts'
import { BesideNote } from './beside-note.ts'
import * as common from '../words/common.ts'
import * as talk from '../words/fields.ts'
import { nameOf } from '../workbook/unnamed.ts'

/** The partners of a form that is filled in once per partner: who there is, whom it is about, and what can be done. */
export class PartnerList {
  readonly add: HTMLButtonElement
  readonly #heading = el('h2', { id: freeId('partners') }, common.partners)
  readonly #list = el('ul', { class: 'who', 'aria-labelledby': this.#heading.id })
  readonly about = el('p', { class: 'quiet', role: 'status' })
  readonly #tools = el('p', { class: 'btns' })
  readonly #away = el('details', { class: 'govuk-details', hidden: true }, el('summary', {}, talk.archived))
  readonly #awayList = el('ul', { class: 'plain' })
  readonly #otherNames: BesideNote
  readonly #items: ReturnType<typeof itemsOfForm>

  /** @param ask Asks for a name: of a new partner, or a new name of this one. */
  constructor (private readonly page: Page, private readonly form: HTMLElement | null, private readonly ask: (which: Partner | null) => void) {
    this.#items = form === null ? [] : itemsOfForm(form)
    this.#away.append(el('div', {}, this.#awayList))
    this.add = button(talk.addPartner, 'second', () => { ask(null) })
    this.add.classList.add('govuk-button--small')
    this.#otherNames = new BesideNote(freeId('partner-beside'), talk.besideNamed, ['use', 'drop'], name => name, (choice, name) => {
      this.#chooseName(choice === 'use', name, talk.besideDone[choice])
    })
  }

  /** Puts it into the page. @param name The place where a name is asked for. */
  appendTo (box: HTMLElement, name: HTMLElement): void {
    box.append(this.#heading, this.about, this.#list, this.#tools, this.#otherNames.element, name, this.#away)
  }

  /** The button that renames, where there is a partner. */
  get rename (): HTMLElement | null {
    return this.#tools.querySelector<HTMLElement>('[data-rename]')
  }

  /** Shows the partners as they are now; what had the focus keeps it. */
  show (): void {
    const { session, partner: { current } } = this.page
    const focused = document.activeElement instanceof HTMLElement && this.#list.contains(document.activeElement)
      ? document.activeElement.dataset['partner']
      : undefined
    const partners = partnersOf(session.book)
    this.#list.replaceChildren(...partners.map(p => this.#pick(p, p.id === current?.id)))
    this.#list.hidden = partners.length === 0
    const others = current === null ? [] : textsBeside(current)
    this.#otherNames.show(others)
    // Somebody has to choose, and would not look for it in a closed fold.
    if (others.length > 0) this.#list.closest('details')?.setAttribute('open', '')
    const text = current === null ? talk.noPartner : talk.about({ name: nameOf(current) })
    if (this.about.textContent !== text) this.about.textContent = text
    const had = document.activeElement instanceof HTMLElement ? document.activeElement : null
    this.#showTools(current)
    this.#showAway()
    if (focused !== undefined) this.#list.querySelector<HTMLElement>(`[data-partner="${focused}"]`)?.focus()
    else if (had !== null && had.isConnected && document.activeElement === document.body) had.focus()
  }

  #pick (p: Partner, chosen: boolean): HTMLElement {
    const { session, partner } = this.page
    const progress = progressOf(this.#items, session.book.subjects.get(p.id))
    const pick = el('button', { type: 'button', class: 'who__pick', 'data-partner': p.id, 'aria-current': chosen && 'true' },
      nameOf(p), el('small', {}, progress.answered === 0 ? talk.notStarted : progressWords(progress, this.form?.dataset['kind'] ?? '')))
    pick.addEventListener('click', () => { partner.choose(p.id) })
    return el('li', {}, pick)
  }

  #showTools (current: Partner | null): void {
    const tools = this.#tools
    const { partner } = this.page
    if (current === null) {
      delete tools.dataset['of']
      tools.replaceChildren(this.add)
    } else if (tools.dataset['of'] !== current.id) {
      tools.dataset['of'] = current.id
      const rename = button(talk.rename, 'link', () => { if (partner.current !== null) this.ask(partner.current) })
      rename.dataset['rename'] = ''
      tools.replaceChildren(this.add, rename, button(talk.archive, 'link', () => { this.#archive() }))
    }
  }

  #archive (): void {
    const { page } = this
    const now = page.partner.current
    if (now === null) return
    const undo = wayBack(page.session, page.session.change(partnerEdit(now, { archived: true })))
    this.add.focus()
    page.notice(talk.archivedNow({ name: nameOf(now) }), undo)
  }

  #showAway (): void {
    const { session, partner } = this.page
    const gone = partnersOf(session.book, true).filter(p => p.archived === true)
    this.#away.hidden = gone.length === 0
    this.#awayList.replaceChildren(...gone.map(p => el('li', {}, `${nameOf(p)} `, button(talk.unarchive, 'link', () => {
      session.change(partnerEdit(p, { archived: false }))
      partner.choose(p.id)
      this.#list.querySelector<HTMLElement>('[aria-current]')?.focus()
    }))))
  }

  #chooseName (use: boolean, name: string, done: string): void {
    const { session, partner } = this.page
    const now = partner.current
    if (now === null) return
    const undo = wayBack(session, session.change(partnerEdit(now, use ? { name } : {}, { gone: [name] })))
    this.rename?.focus()
    this.page.notice(done, undo)
  }
}
