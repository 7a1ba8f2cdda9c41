import { button, el, freeId } from '../dom.ts'
import type { ReadDocument, ReadingRemark } from '../documents/metadata.ts'
import type { Page } from '../page.ts'
import { asLockedFile, unlockText, type LockedFile } from '../storage/locked-file.ts'
import { plainName } from '../workbook/alike.ts'
import { compareDocument } from '../workbook/compare.ts'
import { compareWorkbooks } from '../workbook/compare-workbooks.ts'
import type { Edit } from '../workbook/edit.ts'
import type { Guide } from '../workbook/guide.ts'
import { dayText, GuideIndex } from '../workbook/guide-index.ts'
import { longestFile, readWorkbook, WorkbookRefused } from '../workbook/json.ts'
import { randomName } from '../workbook/stamp.ts'
import { matchPartner } from '../workbook/whom.ts'
import { agency, partnersOf, planSubject, type Partner, type Workbook } from '../workbook/workbook.ts'
import { Offer, type Compared } from './offer.ts'
import { whenNear } from '../reports/offer.ts'
import { setText } from '../views/keeper.ts'
import { words } from './strings.ts'

/** Most remarks that are shown in full. */
const mostRemarks = 20

/** Takes filled documents and workbook files, shows what differs, and takes what was chosen. */
export function startReadBack (section: HTMLElement, page: Page): void {
  const id = freeId('files')
  const input = el('input', { class: 'govuk-file-upload', type: 'file', id, multiple: true, accept: '.docx,.pdf,.json' })
  const status = el('p', { class: 'small', role: 'status' })
  const stop = button(words.stop, 'second', () => { reading?.abort() })
  stop.hidden = true
  const results = el('div', { class: 'read' })
  let reading: AbortController | null = null
  section.append(
    el(section.classList.contains('panel') ? 'h2' : 'h3', {}, words.bringBack),
    el('p', { class: 'govuk-hint', id: `${id}-hint` }, words.bringBackHint),
    el('label', { class: 'govuk-label', for: id }, words.chooseFiles), input, status, stop, results)
  // Locked answers cannot be compared with anything.
  const whileOpen = (): void => { section.hidden = page.session.status.lock === 'locked' }
  page.session.listen(whileOpen)
  whileOpen()
  input.setAttribute('aria-describedby', `${id}-hint`)
  whenNear(section, () => {
    for (const script of ['documents', 'guide']) void page.load(script).catch(() => {})
    // The first day in words costs the browser as much as all the rest of a row.
    dayText('2026-01-01')
  })
  input.addEventListener('change', () => { void readAll([...input.files ?? []]) })
  section.addEventListener('dragover', event => {
    event.preventDefault()
    section.classList.add('drop')
  })
  section.addEventListener('dragleave', () => { section.classList.remove('drop') })
  section.addEventListener('drop', event => {
    event.preventDefault()
    section.classList.remove('drop')
    void readAll([...event.dataTransfer?.files ?? []])
  })

  async function readAll (files: readonly File[]): Promise<void> {
    results.replaceChildren()
    const guide = await page.load('guide')
    reading = new AbortController()
    stop.hidden = false
    for (const file of files) {
      setText(status, words.reading(file.name))
      const box = el('section', { class: 'read__file' }, el('h4', {}, file.name))
      results.append(box)
      try {
        await readOne(file, box, guide, reading.signal)
      } catch (error) {
        box.append(el('p', { class: 'say', role: 'alert' }, refusal(error)))
      }
    }
    stop.hidden = true
    setText(status, '')
    input.value = ''
  }

  async function readOne (file: File, box: HTMLElement, guide: Guide, signal: AbortSignal): Promise<void> {
    if (file.size > longestFile) throw new WorkbookRefused('too-large')
    if (file.type.startsWith('image/')) {
      box.append(el('p', { class: 'say', role: 'alert' }, words.picture))
      return
    }
    const bytes = new Uint8Array(await file.arrayBuffer())
    const start = new TextDecoder().decode(bytes.subarray(0, 64))
    // A file in rich text starts with a brace too.
    if (!/^\s*\{(?!\\)/.test(start) && !/\.json$/i.test(file.name)) {
      const documents = await page.load('documents')
      const read = await documents.read(bytes, guide, { signal, language: document.documentElement.lang })
      showDocument(read, box, guide, page)
      return
    }
    const text = new TextDecoder().decode(bytes)
    const locked = asLockedFile(text)
    if (locked === null) showWorkbook(readWorkbook(text), box, guide, page)
    else askPassphrase(locked, box, text => { showWorkbook(readWorkbook(text), box, guide, page) })
  }
}

function refusal (error: unknown): string {
  const reason = error instanceof Error && 'reason' in error ? String(error.reason) : ''
  if (reason === '') console.error(error)
  // The reader of documents may know more than its reason: that a file is an old Word file, or an empty one.
  if (error instanceof Error && error.name === 'Refused' && error.message !== '') return `${error.message} ${words.leftAsIs}`
  return words.refused[reason] ?? words.unreadable
}

function askPassphrase (file: LockedFile, box: HTMLElement, opened: (text: string) => void): void {
  const id = freeId('passphrase')
  const wrong = el('p', { class: 'govuk-error-message', role: 'alert' })
  const input = el('input', { class: 'govuk-input', type: 'password', id, autocomplete: 'off' })
  const form = el('form', { novalidate: true }, el('p', {}, words.fileLocked), wrong,
    el('label', { class: 'govuk-label', for: id }, words.passphrase), input,
    el('p', { class: 'btns' }, el('button', { type: 'submit', class: 'govuk-button' }, words.openIt)))
  form.addEventListener('submit', event => {
    event.preventDefault()
    void unlockText(file, input.value).then(text => {
      if (text === null) {
        setText(wrong, words.wrong)
        input.focus()
        return
      }
      form.remove()
      try {
        opened(text)
      } catch (error) {
        box.append(el('p', { class: 'say', role: 'alert' }, refusal(error)))
      }
    })
  })
  box.append(form)
  input.focus()
}

function showDocument (read: ReadDocument, box: HTMLElement, guide: Guide, page: Page): void {
  const definition = guide.documents.find(d => d.id === read.document)
  const instruments = guide.instruments.filter(i => Object.keys(read.answers).some(field => field.startsWith(i.id + '.')))
  box.append(el('p', {}, words.recognized(words.kinds[read.format], definition?.title ?? words.noTitle, read.metadata?.guide ?? '')))
  if (read.metadata !== null && read.metadata.guide !== '' && read.metadata.guide !== guide.version) {
    box.append(el('p', { class: 'say' }, words.olderGuide(read.metadata.guide, guide.version)))
  }
  if (read.remarks.some(remark => remark.kind === 'no-fields')) {
    box.append(el('p', { class: 'say', role: 'alert' }, words.noFields[read.format]))
    return
  }
  const perPartner = instruments.filter(i => i.perPartner === true)
  const matches = perPartner.map(i => matchPartner(read, i.id, page.session.book))
  const known = new Set(matches.flatMap(m => 'id' in m ? m.id : []))
  const unclear = matches.flatMap(m => 'ask' in m ? [m] : [])
  const about = el('p')
  const place = el('div')
  box.append(about, place, ...remarks(read.remarks, new GuideIndex(guide)))

  const compare = (partner: PartnerAsked | null): void => {
    if (partner !== null) setText(about, words.aboutPartner(partner.name))
    const index = new GuideIndex(guide)
    const { session } = page
    /** An earlier file may have brought the partner. */
    const known = (): Partner | undefined => partner === null ? undefined : partnersOf(session.book, true).find(p => p.id === partner.id) ?? partnerNamed(partner.name, session.book)
    new Offer(place, page, index, read.metadata !== null, () => {
      const id = partner === null ? null : known()?.id ?? partner.id
      const nameOf = (subject: string): string | null => partner !== null && subject === id ? partner.name : null
      const subjectOf = (instrument: string): string | null => index.instrument(instrument)?.perPartner === true ? id : agency
      return {
        differences: compareDocument(read, { index, book: session.book, subjectOf, nameOf, stamp: () => session.clock.next() }),
        added: partner === null || known() !== undefined ? new Map() : new Map([[partner.id, { kind: 'partner', id: partner.id, name: partner.name }]]),
        nameOf
      }
    }, taken => {
      const subject = taken.find(d => d.subject !== agency)?.subject
      if (subject !== undefined) page.partner.choose(subject)
    }).show()
  }

  if (perPartner.length === 0) compare(null)
  else if (unclear.length === 0 && known.size === 1) {
    const partner = partnersOf(page.session.book, true).find(p => known.has(p.id))!
    compare(partner)
  } else {
    const asked = unclear.find(u => u.ask !== '') ?? unclear[0] ?? { ask: '', likely: null }
    askPartner(asked.ask, asked.likely ?? [...known][0] ?? null, place, page, compare)
  }
}

type PartnerAsked = Pick<Partner, 'id' | 'name'>

function partnerNamed (name: string, book: Workbook): Partner | undefined {
  return partnersOf(book, true).find(p => plainName(p.name) === plainName(name))
}

/** Asks whom a file is about where its partner matches none, or where it names none. */
function askPartner (
  name: string, likely: string | null, place: HTMLElement, page: Page, chosen: (partner: PartnerAsked) => void
): void {
  const group = freeId('about')
  const fresh = el('input', { class: 'govuk-input', type: 'text', id: `${group}-name`, value: name, autocomplete: 'off', maxlength: '120', 'aria-label': words.newPartner })
  const option = (value: string, label: string, checked: boolean): HTMLElement => {
    const input = el('input', { class: 'govuk-radios__input', type: 'radio', name: group, id: `${group}-${value}`, value })
    input.checked = checked
    return el('div', { class: 'govuk-radios__item' }, input, el('label', { class: 'govuk-radios__label', for: `${group}-${value}` }, label))
  }
  const partners = partnersOf(page.session.book)
  const form = el('form', { novalidate: true, autocomplete: 'off' },
    el('fieldset', { class: 'govuk-fieldset' },
      el('legend', { class: 'govuk-fieldset__legend' }, words.whichPartner),
      el('p', { class: 'govuk-hint' }, name === '' ? words.namesNone : words.namedInFile(name)),
      ...partners.map(p => option(p.id, p.name, p.id === likely)),
      option('new', words.newPartner, likely === null && (name !== '' || partners.length === 0)), fresh),
    el('p', { class: 'btns' }, el('button', { type: 'submit', class: 'govuk-button' }, words.useIt)))
  form.addEventListener('submit', event => {
    event.preventDefault()
    const value = form.querySelector<HTMLInputElement>('input:checked')?.value
    const written = fresh.value.trim().replace(/\s+/g, ' ')
    const known = value === 'new' ? partnerNamed(written, page.session.book) : partners.find(p => p.id === value)
    if (known !== undefined) chosen(known)
    else if (value === 'new' && written !== '') chosen({ id: randomName('p'), name: written })
    else (value === 'new' ? fresh : form.querySelector<HTMLElement>('input'))?.focus()
  })
  place.replaceChildren(form)
}

function showWorkbook (other: Workbook, box: HTMLElement, guide: Guide, page: Page): void {
  const { session } = page
  const index = new GuideIndex(guide)
  box.append(el('p', {}, words.recognized(words.kinds.workbook, guide.title, other.guide)))
  const compare = (): Compared => {
    const subjects = new Map([[agency, agency], [planSubject, planSubject]])
    const names = new Map<string, string>()
    const added = new Map<string, Edit>()
    for (const partner of partnersOf(other, true)) {
      const known = partnersOf(session.book, true).find(p => p.id === partner.id) ?? partnerNamed(partner.name, session.book)
      const id = known?.id ?? partner.id
      subjects.set(partner.id, id)
      names.set(id, partner.name)
      if (known === undefined) added.set(id, { kind: 'partner', id, name: partner.name, ...(partner.archived && { archived: true as const }) })
    }
    return { differences: compareWorkbooks(session.book, other, index, subjects), added, nameOf: subject => names.get(subject) ?? null }
  }
  const { differences, added } = compare()
  if (differences.length === 0) session.change([...added.values()])
  const place = el('div')
  box.append(place)
  new Offer(place, page, index, false, compare, () => {}, other).show()
}

function remarks (list: readonly ReadingRemark[], index: GuideIndex): HTMLElement[] {
  if (list.length === 0) return []
  const items = list.slice(0, mostRemarks).map(remark => {
    const label = remark.field === undefined ? '' : `${index.field(remark.field)?.label ?? remark.field}: `
    const found = remark.found === undefined || remark.found === '' ? '' : `“${remark.found}” `
    return el('li', {}, label + found + words.remarks[remark.kind])
  })
  if (list.length > mostRemarks) items.push(el('li', {}, words.moreRemarks(list.length - mostRemarks)))
  return [el('details', { class: 'govuk-details', open: list.some(r => r.kind !== 'by-position') }, el('summary', {}, words.unclear), el('div', {}, el('ul', {}, ...items)))]
}
