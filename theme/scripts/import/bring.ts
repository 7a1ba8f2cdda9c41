import { isText } from '../page/controls.ts'
import { button, el, focusOn, freeId, isLeaving, levelBefore } from '../page/dom.ts'
import { fileName, saveFile } from '../page/file.ts'
import { wear } from '../page/sheet.ts'
import { whenGone } from '../page/when-gone.ts'
import { GuideIndex } from '../workbook/guide-index.ts'
import type { TableDefinition } from '../workbook/guide.ts'
import { within } from '../workbook/circuit.ts'
import { inWords } from '../workbook/in-words.ts'
import { listAsText } from '../workbook/pasted.ts'
import { troubleOf } from '../storage/status.ts'
import type { ListsApi } from './lists/bundle.ts'
import type { Grid, NotAList } from './lists/grid.ts'
import type { Place } from './lists/looking.ts'
import { LookView } from './look-view.ts'
import type { Pasted, Where } from './where.ts'
import * as words from '../words/import.ts'

/** One for each table, open or not. */
const panels = new WeakMap<HTMLTableElement, Panel>()

/** Opens the place below a table where a list comes in; with what was pasted, at once at its rows. */
export async function bring (where: Where, pasted?: Pasted): Promise<void> {
  const { page } = where
  const [guide, lists] = await Promise.all([page.load('guide'), page.load('lists'), wear('rows', page)])
  const definition = new GuideIndex(guide).table(where.table.dataset['table'] ?? '')
  // While all of it loaded, somebody may have locked the answers or left.
  if (definition === undefined || isLeaving() || page.session.status.lock === 'locked') return
  let panel = panels.get(where.table)
  if (panel === undefined) panels.set(where.table, panel = new Panel(where, definition, lists))
  panel.open()
  if (pasted === undefined) panel.ask()
  else panel.pasted(pasted)
}

/** The place below a table: first the rows are asked for, then looked through, then they are taken. */
class Panel {
  readonly #box: HTMLElement
  readonly #title: HTMLHeadingElement
  readonly #body = el('div')
  readonly #status = el('p', { class: 'small', role: 'status' })
  readonly #level: number
  #reading: AbortController | null = null
  #view: LookView | null = null

  constructor (private readonly where: Where, private readonly definition: TableDefinition, private readonly lists: ListsApi) {
    const { table, page } = where
    this.#level = Math.min(levelBefore(table), 4) + 1
    this.#title = el(`h${this.#level}` as 'h3', { class: 'bring__title' })
    this.#box = el('section', { class: 'panel bring' }, this.#title, this.#status, this.#body)
    // A list is nobody's but who brought it: locked, erased or taken away, it goes too.
    whenGone(page.session, () => { this.close() })
    page.partner.listen(() => { this.#view?.again() })
  }

  open (): void {
    if (this.#box.isConnected) return
    this.#title.id = freeId('bring')
    this.#box.setAttribute('aria-labelledby', this.#title.id)
    this.where.buttons.after(this.#box)
  }

  /** Nothing of the list stays. */
  close (): void {
    this.#reading?.abort()
    this.#view = null
    const within = this.#box.contains(document.activeElement)
    this.#box.remove()
    this.#body.replaceChildren()
    if (within) this.where.buttons.querySelector<HTMLElement>('[data-bring]')?.focus()
  }

  /** Asks for the rows. */
  ask (): void {
    this.#view = null
    this.#title.textContent = words.title
    this.#status.textContent = ''
    const stem = freeId('bring-from')
    const rows = el('textarea', { class: 'govuk-textarea', rows: '4', id: `${stem}-rows`, 'aria-describedby': `${stem}-rows-hint`, autocomplete: 'off', spellcheck: 'false' })
    const file = el('input', { class: 'govuk-file-upload', type: 'file', id: `${stem}-file`, multiple: true, accept: '.csv,.tsv,.txt,.xlsx,.xlsm', 'aria-describedby': `${stem}-file-hint` })
    const read = (): void => {
      if (rows.value.trim() === '') {
        this.#say(words.nothingPasted)
        rows.focus()
      } else this.#list(() => [this.lists.readDelimited(rows.value, rows.value.includes('\t'))])
    }
    rows.addEventListener('paste', () => { setTimeout(read) })
    file.addEventListener('change', () => {
      this.#files([...file.files ?? []])
      file.value = ''
    })
    const drop = el('div', { class: 'duo' },
      el('div', {}, el('label', { class: 'govuk-label', for: rows.id }, words.pasteLabel), el('p', { class: 'govuk-hint', id: `${stem}-rows-hint` }, words.pasteHint), rows),
      el('div', {}, el('label', { class: 'govuk-label', for: file.id }, words.fileLabel), el('p', { class: 'govuk-hint', id: `${stem}-file-hint` }, words.fileHint), file,
        el('p', { class: 'small' }, button(words.emptySheet, 'link', () => { void this.#emptySheet() }), ' ', el('span', { class: 'quiet' }, words.emptySheetKind))))
    this.#box.ondragover = event => {
      event.preventDefault()
      this.#box.classList.add('drop')
    }
    this.#box.ondragleave = () => { this.#box.classList.remove('drop') }
    this.#box.ondrop = event => {
      event.preventDefault()
      this.#box.classList.remove('drop')
      this.#files([...event.dataTransfer?.files ?? []])
    }
    this.#body.replaceChildren(el('p', {}, words.intro), drop, el('p', { class: 'btns' }, button(words.look, 'main', read), button(words.close, 'link', () => { this.close() })))
    rows.focus()
  }

  /** Looks through what was copied from a spreadsheet; who meant it as a text puts it in the field. */
  pasted ({ text, field }: Pasted): void {
    const [row = '', column = ''] = field.name.split('.').slice(-2)
    const { selectionStart: start, selectionEnd: end } = field instanceof HTMLSelectElement ? { selectionStart: null, selectionEnd: null } : field
    const asText = (): void => {
      this.close()
      field.focus()
      if (field instanceof HTMLSelectElement || start === null || end === null) return
      field.setRangeText(listAsText(text, field instanceof HTMLInputElement), start, end, 'end')
      field.dispatchEvent(new Event('input', { bubbles: true }))
      field.dispatchEvent(new Event('change', { bubbles: true }))
    }
    // A day, a tick and a choice hold no text.
    this.#list(() => [this.lists.readDelimited(text, true)], { row, column }, isText(field) ? asText : undefined)
  }

  #files (files: readonly File[]): void {
    if (files.length === 0) return
    this.#reading?.abort()
    const { signal } = this.#reading = new AbortController()
    this.#say(words.reading)
    void this.lists.readFiles(files, this.definition, async () => await this.where.page.load('spreadsheets'), signal).then(grids => {
      if (!signal.aborted) this.#list(() => grids)
    }, (error: unknown) => {
      if (!signal.aborted) this.#refuse(error)
    })
  }

  #list (read: () => Grid[], at?: Place, asText?: () => void): void {
    try {
      const looking = new this.lists.Looking(read(), this.definition, at)
      if (isLeaving() || !this.#box.isConnected) return
      this.#title.textContent = words.lookTitle
      this.#status.textContent = ''
      this.#box.ondragover = this.#box.ondrop = null
      this.#view = new LookView(this.#body, looking, this.where, this.#level + 1, { other: () => { this.ask() }, taken: () => { this.#title.textContent = words.title }, close: () => { this.close() }, ...asText !== undefined && { asText } })
      this.#box.scrollIntoView({ block: 'start' })
      focusOn(this.#title)
    } catch (error) {
      this.#refuse(error)
    }
  }

  #refuse (error: unknown): void {
    if (this.#body.childElementCount === 0) this.ask()
    this.#say(refusal(error))
  }

  #say (text: string): void {
    this.#status.textContent = text
    this.#status.className = text === '' || text === words.reading ? 'small' : 'say'
  }

  async #emptySheet (): Promise<void> {
    try {
      const tables = await this.where.page.load('tables')
      const bytes = await within(tables.xlsx([{ title: this.definition.label, columns: this.definition.columns.map(({ label }) => label), rows: [] }]))
      saveFile(fileName(this.definition.id.replace('.', '-'), 'xlsx'), bytes, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    } catch (error) {
      this.#refuse(error)
    }
  }
}

/** Why a list was not read, in words. */
function refusal (error: unknown): string {
  if (troubleOf(error) === 'silent') return words.refused.silent
  // It comes from another script than this one.
  if (!isRefusal(error)) {
    console.error(error)
    return words.couldNotRead
  }
  return error.reason === 'open-quote' ? words.openQuote({ row: inWords(error.row) }) : words.refused[error.reason]
}

function isRefusal (error: unknown): error is NotAList {
  return error instanceof Error && error.name === 'NotAList'
}
