import { el } from '../page/dom.ts'
import type { Page } from '../page/page.ts'
import { PassphraseField } from '../page/passphrase.ts'
import { asLockedFile, unlockText, type LockedFile } from '../storage/locked-file.ts'
import { troubleOf } from '../storage/status.ts'
import { toFetch, within } from '../workbook/circuit.ts'
import type { Guide, GuideLabels } from '../workbook/guide.ts'
import { readInTurns, WorkbookRefused } from '../workbook/json.ts'
import { most } from '../workbook/limits.ts'
import type { ReadDocument } from '../workbook/read-document.ts'
import type { Workbook } from '../workbook/workbook.ts'
import { readyBeside } from './beside.ts'
import { showDocument, type Shown } from './document-file.ts'
import { resting } from './resting.ts'
import { inWords } from '../workbook/in-words.ts'
import { passphrase, wrongPassphrase } from '../words/storage.ts'
import * as words from '../words/exchange.ts'
import { showWorkbook } from './workbook-file.ts'

/** Bytes of the largest file that may be one of ours: up to three for a character. */
const largest = 3 * most.file

/**
 * Reads one file and shows what came of it.
 * @returns That in a sentence. Throws what `refusal` says in words.
 */
export async function readFile (file: File, shown: Shown, signal: AbortSignal): Promise<string> {
  const { page } = shown
  const [guide, held] = await heldBy(file, page, signal)
  await readyBeside(page)
  if (typeof held !== 'string') return showDocument(held, guide, shown)
  const locked = asLockedFile(held)
  const rest = resting(signal)
  if (locked === null) return await showWorkbook(await rest(readInTurns(held)), guide, shown, rest)
  askPassphrase(locked, shown, async text => {
    const rest = resting()
    await showWorkbook(await rest(readInTurns(text)), guide, { box: shown.box, page, file: file.name, focus: true }, rest)
  })
  return words.fileLocked
}

/**
 * Reads one file for another part, and shows nothing.
 * @returns A workbook, a document, or `locked` where it has a passphrase. Throws as `readFile` does.
 */
export async function readForOthers (file: File, page: Page): Promise<{ book: Workbook } | { read: ReadDocument } | 'locked'> {
  const signal = new AbortController().signal
  const [, held] = await heldBy(file, page, signal)
  if (typeof held !== 'string') return { read: held }
  return asLockedFile(held) === null ? { book: await resting(signal)(readInTurns(held)) } : 'locked'
}

/** The text of a workbook file, or a document that was read; and the guide. */
async function heldBy (file: File, page: Page, signal: AbortSignal): Promise<[Guide, string | ReadDocument]> {
  if (file.size > largest) throw new WorkbookRefused('too-large')
  if (file.type.startsWith('image/')) throw Object.assign(new Error('a picture'), { reason: 'picture' })
  const [guide, bytes] = await unlessStopped(signal, Promise.all([page.load('guide'), file.arrayBuffer().then(buffer => new Uint8Array(buffer))]))
  const start = new TextDecoder().decode(bytes.subarray(0, 64))
  // A file in rich text starts with a brace too.
  if (!/^\s*\{(?!\\)/.test(start) && !/\.json$/i.test(file.name)) {
    const read = Promise.all([page.load('reader'), labelsOf(page)]).then(async ([reader, labels]) =>
      await reader.read(bytes, guide, { signal, language: document.documentElement.lang, ...labels && { labels }, symbols: () => within(page.load('symbols')) }))
    return [guide, await unlessStopped(signal, read)]
  }
  return [guide, new TextDecoder().decode(bytes)]
}

/** What the guide's other languages call its fields, where it has any. */
async function labelsOf (page: Page): Promise<GuideLabels | undefined> {
  return 'labels' in await page.load('manifest') ? await page.load('labels') : undefined
}

/**
 * What takes as long as the disk, the network or the browser's own unpacking does: the file may lie on a stick that was pulled
 * out, or in a cloud that does not send it. Whoever presses *Stop* does not wait for it.
 */
async function unlessStopped<T> (signal: AbortSignal, work: Promise<T>): Promise<T> {
  return await within(Promise.race([work, new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => { reject(Object.assign(new Error('stopped'), { reason: 'cancelled' })) })
  })]), toFetch)
}

/** What the refusals of too much name. */
const mostOf = {
  'too-large': most.file, 'long-answer': most.answer, 'many-partners': most.partners, 'many-rows': most.rows, 'many-entries': most.entries, 'many-layers': most.layers
} satisfies Record<keyof typeof words.refusedAsTooMuch, number>

/** Why a file was not read, in words. */
export function refusal (error: unknown): string {
  const reason = troubleOf(error) === 'silent' ? 'silent' : error instanceof Error && 'reason' in error ? String(error.reason) : ''
  if (reason === '') console.error(error)
  const much = words.refusedAsTooMuch[reason as keyof typeof words.refusedAsTooMuch]
  return much?.({ most: inWords(mostOf[reason as keyof typeof mostOf]) }) ?? words.refused[reason as keyof typeof words.refused] ?? words.unreadable
}

function askPassphrase (file: LockedFile, { box, focus }: Shown, opened: (text: string) => Promise<void>): void {
  const field = new PassphraseField(passphrase)
  const form = el('form', { novalidate: true, autocomplete: 'off' }, el('p', {}, words.fileLocked), ...field.parts,
    el('p', { class: 'btns' }, el('button', { type: 'submit', class: 'govuk-button' }, words.openIt)))
  form.addEventListener('submit', event => {
    event.preventDefault()
    field.refuse('')
    void unlockText(file, field.value).then(async text => {
      if (text === null) {
        field.refuse(wrongPassphrase, true)
        return
      }
      form.remove()
      try {
        await opened(text)
      } catch (error) {
        box.append(el('p', { class: 'say', role: 'alert' }, refusal(error)))
      }
    }, (error: unknown) => { field.refuse(refusal(error)) })
  })
  box.append(form)
  if (focus) field.input.focus()
}
