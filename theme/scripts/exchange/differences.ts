import { button, el, focusOn, freeId, hidden } from '../page/dom.ts'
import type { Difference } from '../compare/difference.ts'
import { same } from '../workbook/alike.ts'
import { answerText, type GuideIndex } from '../workbook/guide-index.ts'
import { setText } from '../page/keeper.ts'
import { inWords } from '../workbook/in-words.ts'
import * as common from '../words/common.ts'
import * as words from '../words/exchange.ts'

/** Rows that are made at once, more than a screen shows; the others follow in portions, so that nobody waits for what is out of sight. */
const atOnce = 20
const portion = 60
/** How many rows there are before somebody asks for more: the browser lays all of them out with each portion. */
const manyRows = 480
/** How much of an answer the name of its checkbox says. */
const longestSaid = 80

/** Characters of an answer that are shown whole, and how many before those in which a longer one differs. */
const longestShown = 5000
const lead = 200

/** What somebody can compare of an answer: where it is longer than a screen shows, it is the part in which it differs. */
export function excerpt (text: string, other: string): string {
  if (text.length <= longestShown) return text
  let differs = 0
  while (differs < text.length && text[differs] === other[differs]) differs++
  const start = Math.max(0, Math.min(differs - lead, text.length - longestShown))
  const end = start + longestShown
  const part = text.slice(start, end)
  const count = text.length - end
  const shown = count > 0 ? words.excerptTo({ text: part, count, number: inWords(count) }) : part
  return start > 0 ? words.excerptFrom({ text: shown }) : shown
}

/** Whether there is more among them than answers. */
export function areThings (differences: readonly Difference[]): boolean {
  return differences.some(({ kind }) => kind.startsWith('row') || kind.startsWith('partner'))
}

/** How a list of what differs is shown. */
export interface ListShown {
  /** Whether what it says first takes the focus. */
  focus: boolean
  /** What to say before that. */
  before?: string
  /** What somebody chose or left by hand, by what it is in the file; a list that is made anew keeps it. */
  byHand: Map<string, boolean>
}

/**
 * What differs, item by item: in the file, in this browser. Nothing changes until the button is pressed; then all
 * that was chosen is taken at once, rows that are still to be made included.
 */
export function differencesTable (
  differences: readonly Difference[], index: GuideIndex,
  done: (chosen: readonly Difference[]) => void, subjectName: (subject: string) => string | null, { focus, before = '', byHand }: ListShown
): HTMLElement {
  const box = el('div')
  const things = areThings(differences)
  const differ = (things ? words.thingsDiffer : words.answersDiffer)({ count: differences.length })
  const summary = el('p', { tabindex: '-1' }, before === '' ? '' : `${before} `, differences.length === 0 ? words.nothingDiffers : differ)
  box.append(summary)
  if (focus) queueMicrotask(() => { if (box.isConnected) focusOn(summary) })
  if (differences.length === 0) return box
  const chosen = new Set(differences.filter(({ from, proposed }) => byHand.get(from) ?? proposed))
  const checks: HTMLInputElement[] = []
  const takeChosen = button('', 'main', () => { done(differences.filter(difference => chosen.has(difference))) })
  const count = (): void => { setText(takeChosen, chosen.size === 0 ? words.takeNothing : (areThings([...chosen]) ? words.takeThings : words.takeAnswers)({ count: chosen.size })) }
  const all = (checked: boolean): void => {
    chosen.clear()
    for (const difference of differences) {
      byHand.set(difference.from, checked)
      if (checked) chosen.add(difference)
    }
    for (const check of checks) check.checked = checked
    count()
  }
  const stem = freeId('take')
  box.id = stem
  const row = (difference: Difference): HTMLElement => {
    const id = `${stem}-${checks.length + 1}`
    const check = el('input', { class: 'govuk-checkboxes__input', type: 'checkbox', id })
    check.checked = chosen.has(difference)
    check.addEventListener('change', () => {
      if (check.checked) chosen.add(difference)
      else chosen.delete(difference)
      byHand.set(difference.from, check.checked)
      count()
    })
    checks.push(check)
    const about = difference.putAway !== undefined ? null : subjectName(difference.subject)
    return differenceRow(difference, check, index.field(difference.field)?.definition, about)
  }
  const body = el('tbody', { role: 'rowgroup' }, ...differences.slice(0, atOnce).map(row))
  const shown = el('span')
  let wanted = manyRows
  const more = el('p', { class: 'btns', hidden: true }, shown, button(words.showMore, 'second', () => {
    wanted += manyRows
    const next = checks.length
    makeRest()
    checks[next]?.focus()
  }))
  const makeRest = (): void => {
    if (!box.isConnected) return
    body.append(...differences.slice(checks.length, checks.length + portion).map(row))
    more.hidden = checks.length < wanted || checks.length === differences.length
    setText(shown, words.shown({ shown: inWords(checks.length), all: inWords(differences.length) }))
    if (checks.length < Math.min(wanted, differences.length)) setTimeout(makeRest)
  }
  if (differences.length > atOnce) setTimeout(makeRest)
  const heading = (text: string): HTMLElement => el('th', { scope: 'col', role: 'columnheader' }, text)
  box.append(
    el('p', { class: 'btns' }, button(words.takeAll, 'second', () => { all(true) }), button(words.takeNone, 'second', () => { all(false) })),
    el('table', { class: 'cards differences', role: 'table' },
      el('caption', { class: 'vh' }, differ),
      el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, heading(words.take), heading(common.question), heading(words.inFile), heading(words.here))),
      body),
    more,
    el('p', { class: 'btns' }, takeChosen, button(words.leave, 'link', () => { done([]) })))
  count()
  return box
}

type Definition = Parameters<typeof answerText>[1]

/** @param label Null or empty where there is none to say. */
function labelled (label: string | null, text: string): string {
  return label === null || label === '' ? text : words.labelled({ label, text })
}

/** One difference as a row. @param about Whose answer it is, where that is to be said. */
function differenceRow (difference: Difference, check: HTMLInputElement, definition: Definition, about: string | null): HTMLElement {
  const moved = difference.kind === 'rows-moved'
  const named = (name: string, away: boolean | undefined): string => away === true ? words.putAway({ name }) : name
  const inFile = named(difference.inFile, difference.putAway?.inFile)
  const here = named(difference.here, difference.putAway?.here)
  const said = inFile === '' ? moved ? words.newOrder : words.empty : answerText(inFile, definition)
  const before = madeWithSomethingElse(difference) ? excerpt(answerText(difference.madeWith!, definition), answerText(inFile, definition)) : null
  return el('tr', { role: 'row' },
    el('td', { role: 'cell', class: 'check' }, el('div', { class: 'govuk-checkboxes__item' }, check,
      el('label', { class: 'govuk-checkboxes__label', for: check.id }, hidden(words.takeThis({ what: labelled(about, labelled(difference.label, said.length > longestSaid ? words.cut({ text: said.slice(0, longestSaid) }) : said)) }))))),
    el('th', { scope: 'row', role: 'rowheader' }, ...about === null ? [] : [el('span', { class: 'quiet small' }, about), el('br')], difference.label, el('br'),
      el('span', { class: difference.kind === 'conflict' || difference.kind === 'differs' ? 'tag tag--done' : 'tag' }, words.kindsOf[difference.kind]),
      ...difference.reworded ? [' ', el('span', { class: 'small quiet' }, words.rewordedSince)] : [],
      ...difference.unknown ? [' ', el('span', { class: 'small quiet' }, words.notAsked)] : [],
      ...before === null ? [] : [el('br'), el('span', { class: 'small quiet' }, words.madeWith({ answer: before }))]),
    cell(words.inFile, inFile, here, definition, moved ? words.newOrder : undefined),
    cell(words.here, here, inFile, definition, moved ? words.oldOrder : undefined))
}

/** Whether the file was made with an answer that neither it nor this browser has any more: what both began with helps to decide. */
function madeWithSomethingElse ({ madeWith, inFile, here }: Difference): boolean {
  return madeWith !== null && madeWith !== '' && !same(madeWith, inFile) && !same(madeWith, here)
}

/** What one of the copies says. @param against What it is compared with. @param other What is said where it says nothing. */
function cell (label: string, value: string, against: string, definition: Definition, other?: string): HTMLElement {
  return el('td', { 'data-l': label, role: 'cell', class: 'answer' }, value === '' ? el('span', { class: 'quiet' }, other ?? words.empty) : excerpt(answerText(value, definition), answerText(against, definition)))
}
