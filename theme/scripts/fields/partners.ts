import { afterPause, button, el, freeId } from '../page/dom.ts'
import type { Page } from '../page/page.ts'
import { wayBack } from '../page/way-back.ts'
import { talk } from './strings.ts'
import type { Edit } from '../workbook/edit.ts'
import { nameText } from '../workbook/text.ts'
import { progressOf } from '../workbook/progress.ts'
import { firstPartner, partnersOf, type Partner } from '../workbook/workbook.ts'
import { setText } from '../page/keeper.ts'
import { itemsOfForm, progressWords } from '../page/progress.ts'
import { textsBeside, type Beside } from '../workbook/beside.ts'
import { BesideNote } from './beside-note.ts'
import { personalNote } from './notes.ts'

/** Choosing, adding, renaming and putting away partners, beside a form that is filled in once per partner. */
export function startPartners (box: HTMLElement, page: Page): void {
  const { session, partner } = page
  const form = document.querySelector<HTMLFormElement>(`form[data-part="instrument"][data-instrument="${CSS.escape(box.dataset['instrument'] ?? '')}"]`)
  const items = form === null ? [] : itemsOfForm(form)
  const heading = el('h2', { id: freeId('partners') }, talk.partners)
  const list = el('ul', { class: 'who', 'aria-labelledby': heading.id })
  const about = el('p', { class: 'quiet', role: 'status' })
  const tools = el('p', { class: 'btns' })
  const put = el('div')
  const form2 = el('div')
  const away = el('details', { class: 'govuk-details', hidden: true }, el('summary', {}, talk.archived))
  const awayList = el('ul', { class: 'plain' })
  away.append(el('div', {}, awayList))
  const add = button(talk.addPartner, 'second', () => { ask(null) })
  add.classList.add('govuk-button--small')
  const otherNames = new BesideNote(freeId('partner-beside'), talk.beside.named, ['use', 'drop'], name => name, (choice, name) => {
    const now = partner.current
    if (now === null) return
    const undo = wayBack(session, session.change(edit(now, choice === 'use' ? { name } : {}, { gone: [name] })))
    tools.querySelector<HTMLElement>('[data-rename]')?.focus()
    page.notice(talk.beside.done[choice], undo)
  })
  box.append(heading, about, list, tools, otherNames.element, form2, put, away)

  function edit (p: Partner, change: { name?: string, archived?: boolean }, beside: Beside = {}): Edit[] {
    const archived = change.archived ?? p.archived === true
    return [{ kind: 'partner', id: p.id, name: change.name ?? p.name, ...(archived && { archived: true as const }), ...beside }]
  }

  /** The partner of that name, also one that was put away. */
  function partnerNamed (name: string): Partner | undefined {
    return partnersOf(session.book, true).find(p => p.name.toLowerCase() === name.toLowerCase())
  }

  /** Asks for a name: of a new partner, or a new name of this one. @param name What stands there at first. */
  function ask (which: Partner | null, name = which?.name ?? ''): void {
    const id = freeId('partner-name')
    const error = el('p', { class: 'govuk-error-message', id: `${id}-error`, hidden: true })
    const personal = el('p', { class: 'say', id: `${id}-personal`, role: 'status', hidden: true })
    const input = el('input', {
      class: 'govuk-input', type: 'text', id, autocomplete: 'off', maxlength: '120',
      'aria-describedby': `${id}-hint ${id}-error ${id}-personal`, value: name
    })
    const look = (): void => {
      const found = personalNote(nameIn(input))
      personal.hidden = found === null
      setText(personal, found ?? '')
    }
    input.addEventListener('input', look)
    look()
    const done = (): void => {
      form2.replaceChildren()
      ;(which === null ? add : tools.querySelector<HTMLElement>('[data-rename]') ?? add).focus()
    }
    const named = el('form', { novalidate: true, autocomplete: 'off' },
      el('label', { class: 'govuk-label', for: id }, talk.partnerName),
      el('p', { class: 'govuk-hint', id: `${id}-hint` }, talk.partnerHint), error, input, personal,
      el('p', { class: 'btns' },
        el('button', { type: 'submit', class: 'govuk-button govuk-button--small' }, which === null ? talk.add : talk.rename),
        button(talk.cancel, 'link', done)))
    named.addEventListener('submit', event => {
      event.preventDefault()
      const name = nameIn(input)
      const other = partnerNamed(name)
      const wrong = name === '' ? talk.needName : other !== undefined && other.id !== which?.id ? talk.sameName : null
      if (wrong !== null) {
        error.hidden = false
        error.textContent = wrong
        input.setAttribute('aria-invalid', 'true')
        input.focus()
        return
      }
      if (which === null) partner.add(name)
      else {
        const now = session.book.partners.get(which.id) ?? which
        // Another tab gave it another name since the form was opened: that stands beside this one.
        session.change(edit(now, { name }, now.name === which.name ? {} : { over: which }))
      }
      done()
      // The name stands in the list now: what was said beside the field is said again.
      const found = personalNote(name)
      if (found !== null) page.notice(found)
    })
    named.addEventListener('keydown', event => { if (event.key === 'Escape') done() })
    form2.replaceChildren(named)
    input.focus()
  }

  /**
   * Where somebody wrote down a partner before the script came: it is the first partner, with the answers given meanwhile; where
   * there are others, it is asked about.
   */
  function takeWritten (): void {
    const written = document.getElementById(`${box.dataset['instrument'] ?? ''}:about`)
    if (!(written instanceof HTMLInputElement) || session.status.lock === 'locked') return
    const name = nameIn(written)
    written.value = ''
    if (name === '') return
    const { current } = partner
    const same = partnerNamed(name)
    if (same !== undefined) {
      if (current !== null && same !== current) page.notice(talk.answersGoTo(name, current.name))
      return
    }
    const partners = partnersOf(session.book, true)
    const [first] = partners
    if (first === undefined || (partners.length === 1 && first.name === firstPartner && (first.added ?? 0) >= performance.timeOrigin)) {
      const undo = first === undefined ? partner.add(name) : session.change(edit(first, { name }))
      page.notice(talk.keptAs(name), wayBack(session, undo))
      return
    }
    const active = document.activeElement
    ask(null, name)
    if (active instanceof HTMLElement && active !== document.body && active !== written) active.focus()
  }

  function show (): void {
    const focused = document.activeElement instanceof HTMLElement && list.contains(document.activeElement)
      ? document.activeElement.dataset['partner']
      : undefined
    const current = partner.current
    const partners = partnersOf(session.book)
    box.hidden = session.status.lock === 'locked'
    list.replaceChildren(...partners.map(p => {
      const progress = progressOf(items, session.book.subjects.get(p.id))
      const pick = el('button', { type: 'button', class: 'who__pick', 'data-partner': p.id, 'aria-current': p.id === current?.id && 'true' },
        p.name, el('small', {}, progress.answered === 0 ? talk.notStarted : progressWords(progress, form?.dataset['kind'] ?? '')))
      pick.addEventListener('click', () => { partner.choose(p.id) })
      return el('li', {}, pick)
    }))
    list.hidden = partners.length === 0
    otherNames.show(current === null ? [] : textsBeside(current))
    const text = current === null ? talk.noPartner : talk.about(current.name)
    if (about.textContent !== text) about.textContent = text
    const had = document.activeElement instanceof HTMLElement ? document.activeElement : null
    if (current !== null && tools.dataset['of'] !== current.id) {
      tools.dataset['of'] = current.id
      const rename = button(talk.rename, 'link', () => { if (partner.current !== null) ask(partner.current) })
      rename.dataset['rename'] = ''
      const archive = button(talk.archive, 'link', () => {
        const now = partner.current
        if (now === null) return
        const undo = wayBack(session, session.change(edit(now, { archived: true })))
        add.focus()
        page.notice(talk.archivedNow(now.name), undo)
      })
      tools.replaceChildren(add, rename, archive)
    } else if (current === null) {
      delete tools.dataset['of']
      tools.replaceChildren(add)
    }
    const gone = partnersOf(session.book, true).filter(p => p.archived === true)
    away.hidden = gone.length === 0
    awayList.replaceChildren(...gone.map(p => el('li', {}, `${p.name} `, button(talk.unarchive, 'link', () => {
      session.change(edit(p, { archived: false }))
      partner.choose(p.id)
      list.querySelector<HTMLElement>('[aria-current]')?.focus()
    }))))
    if (focused !== undefined) list.querySelector<HTMLElement>(`[data-partner="${focused}"]`)?.focus()
    else if (had !== null && had.isConnected && document.activeElement === document.body) had.focus()
  }

  /** The first answer makes the first partner, above the question that somebody has just answered: that stays where it is. */
  function showAround (): void {
    const active = document.activeElement
    const stays = active?.matches('form.instrument *') === true ? active : null
    const before = stays?.getBoundingClientRect().top ?? 0
    show()
    if (stays !== null) scrollBy({ top: stays.getBoundingClientRect().top - before, behavior: 'instant' })
  }

  const soon = afterPause(showAround)
  session.listen(change => {
    if (change === 'typed') soon()
    else if (change === 'elsewhere') showAround()
  })
  partner.listen(showAround)
  show()
  takeWritten()
}

/** A name as it is kept. */
function nameIn (input: HTMLInputElement): string {
  return nameText(input.value)
}
