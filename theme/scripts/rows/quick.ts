import { button, el, freeId } from '../page/dom.ts'
import { reveal, revealRow } from '../page/reveal.ts'
import { whenGone } from '../page/when-gone.ts'
import { wayBack } from '../page/way-back.ts'
import type { Edit } from '../workbook/edit.ts'
import type { FieldDefinition, TableDefinition } from '../workbook/guide.ts'
import { counted, inWords } from '../workbook/in-words.ts'
import { isTooMuch, longestTyped, most } from '../workbook/limits.ts'
import { columnWith } from '../workbook/roles.ts'
import { nameText } from '../workbook/text.ts'
import { presentRows } from '../workbook/table-rows.ts'
import * as frame from '../words/frame.ts'
import * as words from '../words/rows.ts'
import { quickEdits, rowCalled } from './edits.ts'
import type { TendedTable } from './tended.ts'

/** One line of fields that adds a row: who it is, of what kind, how close. Enter adds it, and the next one is of the same kind. */
export function quickLine ({ page, subject, rows, bring }: TendedTable, table: TableDefinition): HTMLElement {
  const columns = (['name', 'category', 'closeness'] as const).map(mark => columnWith(table, mark)!)
  const [name, category, closeness] = columns as [FieldDefinition, FieldDefinition, FieldDefinition]
  const id = freeId('quick')
  const said = el('span', { role: 'status' })
  const more = el('span')
  const who = el('input', { class: 'govuk-input', type: 'text', id: `${id}-name`, autocomplete: 'off', maxlength: String(longestTyped) })
  const lists = [category, closeness].map(column => choices(column, `${id}-${column.id}`))
  const fields = [who, ...lists]

  /** Whom the words below the line name. */
  let named = ''
  const say = (text: string, ...acts: HTMLElement[]): void => {
    named = ''
    said.textContent = text
    more.replaceChildren(...acts.flatMap(act => [' ', act]))
  }
  const add = (anyway = false): void => {
    const called = nameText(who.value)
    if (called === '') {
      say(words.quickNeedsName)
      who.focus()
      return
    }
    const { session } = page
    const there = anyway ? undefined : rowCalled(session.book, subject(false), table, name.id, called)
    if (there !== undefined) {
      say(words.quickThere({ name: called }), button(words.quickGo, 'link', () => { showFirstField(rows().get(there)) }), button(words.quickAgain, 'link', () => { add(true) }))
      named = called
      who.focus()
      return
    }
    const whom = subject(true)
    if (whom === null) return
    const values = new Map([[name.id, called], [category.id, lists[0]!.value], [closeness.id, lists[1]!.value]])
    const { key, edits } = quickEdits(session.book, whom, table, values, session.clock.next())
    if (isTooMuch(session.book, edits)) {
      say(words.quickFull({ most: inWords(most.rows) }))
      return
    }
    const undo = session.change(edits)
    // An empty row that it fills may be one that was not asked for.
    const row = rows().get(key)
    if (row !== undefined) revealRow(row)
    done(undo, called)
  }
  const done = (undo: readonly Edit[], called: string): void => {
    const back = wayBack(page.session, undo)
    const count = presentRows(page.session.book, subject(false), table).filter(row => !row.isEmpty).length
    say(words.quickAdded({ name: called, ...counted(count) }), ...toMap(table), button(frame.undo, 'link', () => {
      const taken = back?.()
      say(typeof taken === 'string' ? taken : frame.undone)
      who.focus()
    }))
    named = called
    who.value = ''
    lists[1]!.value = ''
    who.focus()
  }
  const line = el('div', { class: 'quick', role: 'group', 'aria-labelledby': id }, el('p', { class: 'quick__title', id }, words.quickTitle),
    el('div', { class: 'quick__line' }, ...columns.map((column, i) => el('div', {}, el('label', { class: 'govuk-label', for: fields[i]!.id }, column.label), fields[i]!)),
      el('p', {}, button(words.quickAdd, 'main', () => { add() }))),
    el('p', { class: 'small quick__hint' }, said, more, ' ', el('span', { class: 'quiet' }, words.quickHint({ column: category.label })), ' ',
      button(words.bringList, 'link', bring)))
  // What it says of somebody goes with them.
  page.session.listen(change => {
    if (change === 'elsewhere' && named !== '' && rowCalled(page.session.book, subject(false), table, name.id, named) === undefined) say('')
  })
  page.partner.listen(() => { say('') })
  whenGone(page.session, () => {
    say('')
    for (const field of fields) field.value = ''
  })
  onEnter(line, add)
  return line
}

/** The map that is drawn of the table stands behind all of its rows. */
function toMap ({ id }: TableDefinition): HTMLElement[] {
  const map = document.querySelector(`[data-map="${CSS.escape(id)}"]`)
  return map === null ? [] : [el('a', { href: `#${map.id}` }, words.quickMap)]
}

function onEnter (line: HTMLElement, act: () => void): void {
  line.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.isComposing || !(event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement)) return
    event.preventDefault()
    act()
  })
}

function showFirstField (row: HTMLElement | undefined): void {
  const field = row?.querySelector<HTMLElement>('[name]')
  if (field != null) reveal(field)
}

function choices (column: FieldDefinition, id: string): HTMLSelectElement {
  return el('select', { class: 'govuk-select', id }, el('option', { value: '' }, words.notSaid), ...(column.options ?? []).map(option => el('option', { value: option.id }, option.label)))
}
