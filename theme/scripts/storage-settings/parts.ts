import { button, el, freeId } from '../page/dom.ts'
import type { Page } from '../page/page.ts'
import { fileName, saveFile } from '../page/file.ts'
import { lockText } from '../storage/locked-file.ts'
import { canLock, lockNow, removePassphrase, setPassphrase, unlock } from '../storage/locking.ts'
import { canEncrypt } from '../storage/cipher.ts'
import type { Guide } from '../workbook/guide.ts'
import { writeWorkbook } from '../workbook/json.ts'
import { partOf } from '../workbook/part.ts'
import { agency, countAnswers, partnersOf } from '../workbook/workbook.ts'
import { setText } from '../page/keeper.ts'
import { NewPassphrase, PassphraseField } from '../page/passphrase.ts'
import { takeOutWithWayBack } from '../page/take-out.ts'
import { nameIn, nameOf } from '../workbook/unnamed.ts'
import * as common from '../words/common.ts'
import { handed, partFile } from '../words/exports.ts'
import { agency as ourAgency } from '../words/reports.ts'
import * as words from '../words/storage.ts'

/** What the workbook page adds to the choice where answers live: files, a chosen part, erasing, the passphrase. */
export async function extendWhere (box: HTMLElement, page: Page): Promise<void> {
  const guide = await page.load('guide')
  const part = el('details', { class: 'govuk-details' }, el('summary', {}, words.savePart), el('div', {}))
  const erase = el('details', { class: 'govuk-details' }, el('summary', {}, words.eraseSome), el('div', {}))
  const lock = el('div')
  // While they are locked there is nothing to save, to take in or to choose from; erasing helps whoever forgot the passphrase.
  const whenOpen = [
    button(common.saveFile, 'main', () => { void page.load('fields').then(fields => { fields.saveWorkbook(page) }) }),
    button(common.openFile, 'second', () => { void page.load('fields').then(fields => { fields.openFile() }) }),
    el('p', { class: 'quiet small' }, words.outsideWorkbook), part, erase
  ]
  const [save, open, outside] = whenOpen
  box.append(
    el('p', { class: 'btns' }, save!, open!, button(common.eraseAll, 'erase', () => { void page.load('fields').then(fields => { fields.askToErase(page) }) })),
    outside!, lock, part, erase)
  part.addEventListener('toggle', () => { if (part.open) part.lastElementChild!.replaceChildren(partForm(guide, page)) })
  erase.addEventListener('toggle', () => { if (erase.open) erase.lastElementChild!.replaceChildren(eraseForm(guide, page)) })
  let shown = ''
  const show = (): void => {
    const { place, lock: state } = page.session.status
    if (shown === `${place} ${state}`) return
    shown = `${place} ${state}`
    for (const element of whenOpen) element.hidden = state === 'locked'
    const focused = lock.contains(document.activeElement)
    // Who comes to locked answers wants to open them.
    if (state === 'locked') box.prepend(lock)
    else outside!.after(lock)
    lock.replaceChildren(...lockParts(page))
    if (focused) lock.querySelector<HTMLElement>('input, button')?.focus()
  }
  page.session.listen(show)
  show()
}

function lockParts (page: Page): HTMLElement[] {
  const { session } = page
  if (!canLock()) return []
  if (session.status.lock === 'locked') return [el('h3', {}, words.unlockTitle), unlockForm(page)]
  if (session.status.place !== 'computer') return [el('p', { class: 'quiet small' }, words.lockNeedsComputer)]
  if (session.status.lock === 'open') {
    return [el('p', { class: 'btns' },
      button(words.lockNow, 'main', () => { void lockNow(session).then(locked => { if (!locked) page.notice(words.notLocked) }) }),
      button(words.removeLock, 'second', () => { void removePassphrase(session).then(removed => { page.notice(removed ? words.lockRemoved : words.notWritten) }) }))]
  }
  return [el('details', { class: 'govuk-details' }, el('summary', {}, words.lockTitle), el('div', {}, el('p', {}, words.lockHint), lockForm(page)))]
}

function lockForm (page: Page): HTMLElement {
  const passphrase = new NewPassphrase(words.passphrase)
  return form(page, words.lockButton, passphrase.parts, async () => {
    if (!passphrase.check()) return
    page.notice(words.locking)
    page.notice(await setPassphrase(page.session, passphrase.value) ? words.lockedNow : words.notWritten)
  })
}

function unlockForm (page: Page): HTMLElement {
  const passphrase = new PassphraseField(words.passphrase)
  return form(page, words.unlock, passphrase.parts, async () => {
    passphrase.refuse('')
    if (await unlock(page.session, passphrase.value)) page.notice(words.unlocked)
    else passphrase.refuse(words.wrongPassphrase, true)
  })
}

function form (page: Page, submit: string, parts: readonly Node[], act: () => Promise<void>): HTMLFormElement {
  const made = el('form', { novalidate: true, autocomplete: 'off' }, ...parts, el('p', { class: 'btns' }, el('button', { type: 'submit', class: 'govuk-button' }, submit)))
  made.addEventListener('submit', event => {
    event.preventDefault()
    act().catch((error: unknown) => {
      console.error(error)
      page.notice(words.noAnswer)
    })
  })
  return made
}

function check (label: string, checked: boolean): { input: HTMLInputElement, item: HTMLElement } {
  const input = el('input', { class: 'govuk-checkboxes__input', type: 'checkbox', id: freeId(`part-${nextNumber()}`) })
  input.checked = checked
  return { input, item: el('div', { class: 'govuk-checkboxes__item' }, input, el('label', { class: 'govuk-checkboxes__label', for: input.id }, label)) }
}

let number = 0
function nextNumber (): number {
  return ++number
}

function partForm (guide: Guide, page: Page): HTMLElement {
  const { book } = page.session
  const group = (legend: string, items: readonly HTMLElement[]): HTMLElement =>
    el('fieldset', { class: 'govuk-fieldset govuk-form-group' }, el('legend', { class: 'govuk-fieldset__legend' }, legend), ...items)
  const tools = guide.instruments.map(i => ({ id: i.id, ...check(i.title, false) }))
  const subjects = [{ id: agency, ...check(ourAgency, true) }, ...partnersOf(book, true).map(p => ({ id: p.id, ...check(nameOf(p), false) }))]
  const notes = check(words.withNotes, false)
  const wrong = el('p', { class: 'govuk-error-message', role: 'alert' })
  const passphrase = new NewPassphrase(words.passphrase, words.lockFileHint)
  const lock = el('details', { class: 'govuk-details' }, el('summary', {}, words.lockThisFile), ...passphrase.parts)
  return form(page, words.savePartButton, [
    el('p', {}, words.savePartHint), wrong, group(words.whichTools, tools.map(t => t.item)), group(words.whichSubjects, subjects.map(s => s.item)), notes.item,
    ...canEncrypt() ? [lock] : []
  ], async () => {
    const chosen = new Set(tools.filter(t => t.input.checked).map(t => t.id))
    const about = new Set(subjects.filter(s => s.input.checked).map(s => s.id))
    const nothing = chosen.size === 0 || about.size === 0
    setText(wrong, nothing ? words.nothingChosen : '')
    if (nothing || (lock.open && !passphrase.check())) return
    const text = writeWorkbook(partOf(page.session.book, { instruments: chosen, subjects: about, notes: notes.input.checked }))
    const name = fileName(partFile, 'workbook.json')
    saveFile(name, lock.open ? await lockText(text, passphrase.value) : text, 'application/json')
    page.notice(handed({ name }))
  })
}

function eraseForm (guide: Guide, page: Page): HTMLElement {
  const { book } = page.session
  const choice = el('select', { class: 'govuk-select', id: freeId('erase-what') },
    ...guide.instruments.map(i => el('option', { value: `tool ${i.id}` }, words.eraseTool({ tool: i.title }))),
    ...partnersOf(book, true).map(p => el('option', { value: `partner ${p.id}` }, words.erasePartner({ name: nameOf(p) }))))
  const made = form(page, words.eraseButton, [el('label', { class: 'govuk-label', for: choice.id }, words.whatToErase), choice], async () => {
    const [kind, id] = choice.value.split(' ')
    const name = nameIn(page.session.book, id!) ?? ''
    const isOut = await takeOutWithWayBack(page, kind === 'partner' ? { partner: id! } : { instrument: id! }, taken => {
      const count = countAnswers(taken)
      return kind === 'partner' ? words.erasedPartner({ name, count }) : words.erasedPart({ count })
    }, words.notErasedPart)
    if (!isOut) return
    // An erased partner is no longer among the choices.
    const next = eraseForm(guide, page)
    made.replaceWith(next)
    next.querySelector('select')?.focus()
  })
  return made
}
