import { button, el, freeId } from '../page/dom.ts'
import { toFetch, within } from '../workbook/circuit.ts'
import type { Page } from '../page/page.ts'
import { asLockedFile, unlockText, type LockedFile } from '../storage/locked-file.ts'
import { troubleOf } from '../storage/status.ts'
import { dayText } from '../workbook/guide-index.ts'
import { readInTurns, WorkbookRefused } from '../workbook/json.ts'
import { most } from '../workbook/limits.ts'
import { whenNear } from '../page/report-offer.ts'
import { setText } from '../page/keeper.ts'
import { showDocument, type Shown } from './document-file.ts'
import { endings } from './fillable.ts'
import { resting } from './resting.ts'
import { words } from './strings.ts'
import { showWorkbook } from './workbook-file.ts'

/** Takes filled documents and workbook files, shows what differs, and takes what was chosen. */
export function startReadBack (section: HTMLElement, page: Page): void {
  const id = freeId('files')
  const input = el('input', { class: 'govuk-file-upload', type: 'file', id, multiple: true, accept: [...endings, 'json'].map(ending => `.${ending}`).join() })
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

  /** Files that wait until those before them are read. */
  let waiting: File[] | null = null

  async function readAll (files: readonly File[]): Promise<void> {
    if (waiting !== null) {
      waiting.push(...files)
      return
    }
    waiting = [...files]
    results.replaceChildren()
    const { signal } = reading = new AbortController()
    stop.hidden = false
    const outcomes: string[] = []
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      setText(status, words.reading(file.name))
      const box = el('section', { class: 'read__file' }, el('h4', {}, file.name))
      results.append(box)
      const shown = new Place(box, page, section, () => outcomes.length === 0 && waiting?.length === 0)
      try {
        const outcome = await readOne(file, shown, signal)
        outcomes.push(shown.taken || outcome === '' ? '' : `${file.name}: ${outcome}`)
      } catch (error) {
        box.append(el('p', { class: 'say', role: 'alert' }, refusal(error)))
        outcomes.push('')
      }
    }
    waiting = null
    stop.hidden = true
    // What took the focus, and what alerts, is read without this.
    setText(status, outcomes.join(' ').trim())
    input.value = ''
  }

  /** Returns in a sentence what came of it. */
  async function readOne (file: File, shown: Shown, signal: AbortSignal): Promise<string> {
    if (file.size > largest) throw new WorkbookRefused('too-large')
    if (file.type.startsWith('image/')) throw Object.assign(new Error(words.refused['picture']), { reason: 'picture' })
    const [guide, bytes] = await unlessStopped(signal, Promise.all([page.load('guide'), file.arrayBuffer().then(buffer => new Uint8Array(buffer))]))
    const start = new TextDecoder().decode(bytes.subarray(0, 64))
    // A file in rich text starts with a brace too.
    if (!/^\s*\{(?!\\)/.test(start) && !/\.json$/i.test(file.name)) {
      const read = page.load('documents').then(async documents =>
        await documents.read(bytes, guide, { signal, language: document.documentElement.lang, symbols: () => within(page.load('symbols')) }))
      return showDocument(await unlessStopped(signal, read), guide, shown)
    }
    const text = new TextDecoder().decode(bytes)
    const locked = asLockedFile(text)
    const rest = resting(signal)
    if (locked === null) return await showWorkbook(await rest(readInTurns(text)), guide, shown, rest)
    askPassphrase(locked, shown, async text => {
      const rest = resting()
      await showWorkbook(await rest(readInTurns(text)), guide, { box: shown.box, page, focus: true }, rest)
    })
    return words.fileLocked
  }
}

/** Bytes of the largest file that may be one of ours: up to three for a character. */
const largest = 3 * most.file

/**
 * What takes as long as the disk, the network or the browser's own unpacking does: the file may lie on a stick that was pulled
 * out, or in a cloud that does not send it. Whoever presses *Stop* does not wait for it.
 */
async function unlessStopped<T> (signal: AbortSignal, work: Promise<T>): Promise<T> {
  return await within(Promise.race([work, new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => { reject(Object.assign(new Error('stopped'), { reason: 'cancelled' })) })
  })]), toFetch)
}

/** Where the outcome of one file is shown. */
class Place implements Shown {
  /** Whether the outcome took the focus. */
  taken = false

  /** @param alone Whether no other file was chosen with it. */
  constructor (readonly box: HTMLElement, readonly page: Page, private readonly section: HTMLElement, private readonly alone: () => boolean) {}

  /** Of several files none takes the focus, nor from somebody who went on writing elsewhere. */
  get focus (): boolean {
    const { activeElement } = document
    const writes = activeElement?.matches('input, textarea, select') === true && !this.section.contains(activeElement)
    return this.taken = !writes && this.alone()
  }
}

function refusal (error: unknown): string {
  const reason = troubleOf(error) === 'silent' ? 'silent' : error instanceof Error && 'reason' in error ? String(error.reason) : ''
  if (reason === '') console.error(error)
  return words.refused[reason] ?? words.unreadable
}

function askPassphrase (file: LockedFile, { box, focus }: Shown, opened: (text: string) => Promise<void>): void {
  const id = freeId('passphrase')
  const wrong = el('p', { class: 'govuk-error-message', role: 'alert' })
  const input = el('input', { class: 'govuk-input', type: 'password', id, autocomplete: 'off' })
  const form = el('form', { novalidate: true }, el('p', {}, words.fileLocked), wrong,
    el('label', { class: 'govuk-label', for: id }, words.passphrase), input,
    el('p', { class: 'btns' }, el('button', { type: 'submit', class: 'govuk-button' }, words.openIt)))
  form.addEventListener('submit', event => {
    event.preventDefault()
    void unlockText(file, input.value).then(async text => {
      if (text === null) {
        setText(wrong, words.wrong)
        input.focus()
        return
      }
      form.remove()
      try {
        await opened(text)
      } catch (error) {
        box.append(el('p', { class: 'say', role: 'alert' }, refusal(error)))
      }
    }, error => { setText(wrong, refusal(error)) })
  })
  box.append(form)
  if (focus) input.focus()
}
