import { afterPause, button, el, focusOn, freeId, goOnWriting, hidden } from '../page/dom.ts'
import type { Page } from '../page/page.ts'
import { fileName, saveFile } from '../page/file.ts'
import { wayBack } from '../page/way-back.ts'
import { isSame, knows, textsBeside, versionsOf } from '../workbook/beside.ts'
import { calendar } from '../workbook/calendar.ts'
import { GuideIndex } from '../workbook/guide-index.ts'
import {
  addStep, helpers, isOpen, isOverdue, matchesStrength, planHome, rankHelpers, readStep, removeStep, sortSteps, stepPlace, steps, suggestions,
  type SortBy, type Step, type StepField, type Suggestion
} from '../workbook/plan.ts'
import { longestTyped } from '../workbook/limits.ts'
import { keyNow, rowKeys, seenRow, type SeenRow } from '../workbook/rows.ts'
import { titleOf } from '../workbook/titles.ts'
import { oneLine } from '../workbook/text.ts'
import { nameOf } from '../workbook/unnamed.ts'
import { partnersOf, type Answer, type Partner } from '../workbook/workbook.ts'
import { offerReport } from '../page/report-offer.ts'
import { today } from '../workbook/day.ts'
import { setText } from '../page/keeper.ts'
import { printOne } from './print-one.ts'
import * as common from '../words/common.ts'
import { handed, planFile } from '../words/exports.ts'
import { besideDone, besideWritten } from '../words/fields.ts'
import { print } from '../words/frame.ts'
import * as words from '../words/views.ts'

/** Whose answer to what. */
interface Place { subject: string, field: string }

/** Parts of a step in the order of their columns. */
const columns = ['what', 'first', 'who', 'due', 'state', 'partners'] as const

/** How many suggestions stand open at first. */
const firstSuggestions = 6

/** The action plan: suggestions from the answers, steps with an owner and a day, a calendar file. */
export async function startPlan (section: HTMLElement, page: Page): Promise<void> {
  const { session } = page
  const guide = await page.load('guide')
  const fields = page.load('fields')
  let loaded: Provided['fields'] | null = null
  let lacking = false
  // Without them the plan is a plan too: it lacks some notes.
  fields.then(api => {
    loaded = api
    if (lacking) showSteps()
  }).catch(console.error)
  const index = new GuideIndex(guide)
  const home = planHome(guide)
  /** Steps that were added here and may say nothing yet. */
  const fresh: SeenRow[] = []
  /** Those of them that were not erased meanwhile. */
  const freshKeys = (): Set<string> => new Set(fresh.flatMap(row => {
    const key = keyNow(session.book, home.subject, home.table.id, row)
    return seenRow(session.book, home.subject, home.table.id, key).born === row.born ? [key] : []
  }))
  const suggested = el('div', { class: 'suggested' })
  const list = el('div')
  let sort: SortBy = 'order'
  let state = 'all'
  let all = false
  let writing = false
  let drawing = false
  /** The text that somebody is typing: as long as the focus stays, nothing else is shown in its place. */
  let typing: Answer & Place | null = null
  /** What other tabs wrote at the same time, by where it was written. */
  const beside = new Map<string, InstanceType<Provided['fields']['BesideNote']>>()
  /** The step that has the focus, as it was when the focus came. */
  let at: SeenRow | null = null
  list.addEventListener('focusin', ({ target }) => {
    const key = target instanceof Element ? target.closest('tr')?.dataset['row'] : undefined
    at = key === undefined ? null : seenRow(session.book, home.subject, home.table.id, key)
  })

  list.addEventListener('focusout', () => { if (!drawing) stopTyping() })
  // Whoever comes back to the page is not in the middle of it any more, though the field keeps the focus.
  addEventListener('pagehide', stopTyping)

  const sorter = select(words.sortBy, words.sorts, value => {
    sort = value
    showSteps()
  })
  const filter = select(words.show, { all: words.allSteps, ...Object.fromEntries(home.states.map(s => [s.id, s.label])) }, value => {
    state = value
    showSteps()
  })
  let inView: readonly string[] = []
  const files = offerReport(words.takePlan, ['docx', 'xlsx', 'csv'], page, () => ({ kind: 'plan', steps: inView }))
  const add = button(words.addStep, 'second', () => { addOne({ what: '' }) })
  section.append(el('h2', {}, common.plan), el('p', {}, words.planHint), suggested,
    el('div', { class: 'choices' }, el('p', {}, ...sorter), el('p', {}, ...filter)), list,
    el('p', { class: 'btns' }, add,
      button(words.calendar, 'second', saveCalendar), button(print, 'second', () => { printOne(section) })), files)

  function addOne (values: Partial<Record<StepField, string>>, from?: Suggestion): void {
    const { key, edits } = addStep(session.book, home, session.clock.next(), values, freshKeys())
    sort = 'order'
    state = 'all'
    ;(sorter[1] as HTMLSelectElement).value = sort
    ;(filter[1] as HTMLSelectElement).value = state
    const undo = wayBack(session, session.change(edits))
    const added = seenRow(session.book, home.subject, home.table.id, key)
    fresh.push(added)
    showSteps()
    document.getElementById(controlId(key, from === undefined ? 'what' : 'first'))?.focus()
    page.notice(words.added, undo && (() => {
      fresh.splice(fresh.indexOf(added), 1)
      return undo()
    }))
  }

  function showSuggestions (): void {
    const found = suggestions(guide, session.book)
    const focused = suggested.contains(document.activeElement)
    const shown = all ? found : found.slice(0, firstSuggestions)
    suggested.replaceChildren(el('h3', {}, words.suggested), ...found.length === 0
      ? [el('p', { class: 'quiet' }, words.noSuggestions)]
      : [el('ul', { class: 'plain' }, ...shown.map(s => {
          const take = button(el('span', {}, words.addToPlan, hidden(`: ${from(s.label, s.partner)}`)), 'second', () => { addOne({ from: s.from, what: s.label }, s) })
          take.classList.add('govuk-button--small')
          return el('li', { class: 'offer' }, el('div', {}, s.label,
            ...s.critical ? [' ', el('span', { class: 'tag' }, common.important)] : [],
            ...s.help ? [' ', el('span', { class: 'tag' }, common.helpWanted)] : [],
            el('br'), el('span', { class: 'small quiet' }, from(s.instrument, s.partner))), take)
        }))])
    if (found.length > shown.length) {
      suggested.append(button(words.moreSuggestions({ count: found.length - shown.length }), 'link', () => {
        all = true
        showSuggestions()
        suggested.querySelectorAll<HTMLElement>('.offer button')[shown.length]?.focus()
      }))
    }
    if (focused && document.activeElement === document.body) focusOn(suggested)
  }

  function showSteps (): void {
    section.hidden = session.status.lock === 'locked'
    const active = document.activeElement instanceof HTMLElement && list.contains(document.activeElement) ? document.activeElement : null
    const said = new Set(steps(session.book, home).map(step => step.key))
    const mayBeEmpty = freshKeys()
    const present = rowKeys(session.book, home.subject, home.table).filter(key => said.has(key) || mayBeEmpty.has(key)).map(key => readStep(session.book, home, key))
    const shown = sortSteps(present, sort, home).filter(step => state === 'all' || (step.state || home.states[0]?.id) === state)
    inView = shown.map(step => step.key)
    files.hidden = shown.length === 0
    drawing = true
    const rows = shown.map(step => row(step))
    const heading = (text: string): HTMLElement => el('th', { scope: 'col', role: 'columnheader' }, text)
    list.replaceChildren(shown.length === 0
      ? el('p', { class: 'quiet' }, present.length === 0 ? words.noSteps : words.nothingShown)
      : el('table', { class: 'cards fill fill--wide plan', role: 'table' }, el('caption', { class: 'vh' }, common.plan),
          el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, ...columns.map(column => heading(common.step[column])), el('th', { scope: 'col', role: 'columnheader' }, hidden(words.removeStep)))),
          el('tbody', { role: 'rowgroup' }, ...rows)))
    if (active !== null && active.id !== '') {
      const key = at === null ? '' : keyNow(session.book, home.subject, home.table.id, at)
      const now = document.getElementById(at === null ? active.id : active.id.replace(`:${at.key}:`, `:${key}:`))
      if (now !== null) goOnWriting(active, now)
    }
    drawing = false
  }

  function answerAt ({ subject, field }: Place): Answer | undefined {
    return session.book.subjects.get(subject)?.answers.get(field)
  }

  /** What somebody is typing there, unless it is gone. */
  function heldAt (place: Place): Answer | undefined {
    const answer = answerAt(place)
    return typing?.field === place.field && typing.subject === place.subject && answer !== undefined && knows(answer, typing) ? typing : undefined
  }

  /** What somebody typed stays in sight where another tab wrote at the same time: that stands beside it then. */
  function stopTyping (): void {
    if (typing === null) return
    const { subject, field, value } = typing
    const held = heldAt({ subject, field })
    const answer = answerAt({ subject, field })
    typing = null
    if (held === undefined || answer === undefined || isSame(answer, held)) return
    if (!versionsOf(answer).some(version => isSame(version, held))) {
      showSteps()
      return
    }
    writing = true
    session.change([{ kind: 'answer', subject, field, value, ...keptWording(held), over: held }])
    writing = false
  }

  /** What another tab wrote there at the same time, with the ways to choose. */
  function besideOf (key: string, column: StepField): HTMLElement[] {
    const place = stepPlace(home, key, column)
    const answer = answerAt(place)
    const name = `${place.subject} ${place.field}`
    const texts = answer?.rest === undefined ? [] : textsBeside(answer, heldAt(place))
    const known = beside.get(name)
    if (texts.length === 0 || loaded === null) {
      beside.delete(name)
      lacking ||= texts.length > 0
      return []
    }
    known?.quiet()
    const { BesideNote } = loaded
    const note = known ?? new BesideNote(`${controlId(key, column)}:beside`, besideWritten, ['use', 'add', 'drop'], text => text, (choice, text) => {
      const now = answerAt(place)
      if (now === undefined) return
      const behind = (column === 'what' || column === 'first' ? '\n' : ' ') + text
      const value = choice === 'use' ? text : choice === 'add' ? now.value + behind : now.value
      document.getElementById(controlId(key, column))?.focus()
      const wording = choice === 'use' ? wordingOf(key, column) : keptWording(now)
      page.notice(besideDone[choice], wayBack(session, session.change([{ kind: 'answer', ...place, value, ...wording, gone: [text] }])))
    })
    beside.set(name, note)
    note.show(texts)
    return [note.element]
  }

  function row (step: Step): HTMLElement {
    const item = step.from.split('/')[1]
    const known = item === undefined ? undefined : index.field(`${item}.answer`)
    const partner = partnerOf(step)
    const found = helpers(guide, session.book)
    const fitting = rankHelpers(found.filter(h => matchesStrength(h, `${step.what} ${known?.item?.label ?? ''}`)), step.what)
    const people = freeId(`helpers-${step.key}`)
    /** Say for those who hear one label alone which step it is about. */
    const about: HTMLElement[] = []
    const aboutStep = (): HTMLElement => {
      const name = hidden(`: ${step.what}`)
      about.push(name)
      return name
    }
    const control = (column: StepField, label: string, make: (id: string) => HTMLElement, ...after: Node[]): HTMLElement => {
      const id = controlId(step.key, column)
      return el('td', { role: 'cell' }, el('label', { class: 'govuk-label', for: id }, label, ...column === 'what' ? [] : [aboutStep()]), make(id), ...after)
    }
    const shown = (column: StepField): string => heldAt(stepPlace(home, step.key, column))?.value ?? step[column]
    const write = (column: StepField, value: string, typed = false): void => {
      const place = stepPlace(home, step.key, column)
      if (column === 'what') for (const name of about) name.textContent = `: ${value}`
      writing = true
      session.change([{ kind: 'answer', ...place, value, ...wordingOf(step.key, column), over: heldAt(place) }])
      writing = false
      const answer = answerAt(place)
      typing = typed && answer !== undefined ? { ...answer, ...place } : null
      if (column === 'due' || column === 'state') late.hidden = !isOverdue(readStep(session.book, home, step.key), today())
    }
    const late = el('span', { class: 'tag', hidden: !isOverdue(step, today()) }, words.overdue)
    const text = (column: StepField, type = 'text', extra: Record<string, string> = {}) => (id: string): HTMLElement => {
      const input = el('input', { class: type === 'date' ? 'govuk-input govuk-input--date' : 'govuk-input', type, id, value: shown(column), autocomplete: 'off', ...extra })
      input.addEventListener('input', () => { write(column, oneLine(input.value), type === 'text') })
      return type === 'date' ? input : noted(input, column)
    }
    const long = (column: StepField) => (id: string): HTMLElement => {
      const area = el('textarea', { class: 'govuk-textarea', id, rows: '2', autocomplete: 'off' })
      area.value = shown(column)
      area.addEventListener('input', () => { write(column, area.value, true) })
      return noted(area, column)
    }
    /** With calm notes beside it: where it looks like somebody's personal data, where another tab wrote too. */
    const noted = <C extends HTMLInputElement | HTMLTextAreaElement>(field: C, column: StepField): HTMLElement => {
      field.maxLength = longestTyped
      const others = besideOf(step.key, column)
      const note = el('p', { class: 'say', id: `${field.id}:personal`, hidden: true })
      const look = async (): Promise<void> => {
        const found = (await fields).personalNote(field.value)
        note.hidden = found === null
        setText(note, found ?? '')
        const about = [...found === null ? [] : [note], ...others].map(({ id }) => id)
        if (about.length === 0) field.removeAttribute('aria-describedby')
        else field.setAttribute('aria-describedby', about.join(' '))
      }
      const lookAgain = (): void => { look().catch(() => {}) }
      field.addEventListener('change', lookAgain)
      // Said to who writes here, and not again whenever the plan is drawn anew.
      field.addEventListener('input', () => { note.role = 'status' }, { once: true })
      lookAgain()
      return el('div', {}, field, note, ...others)
    }
    return el('tr', { role: 'row', 'data-row': step.key },
      control('what', common.step.what, long('what'), ...known === undefined ? [] : [el('span', { class: 'small quiet' }, from(known.instrument.title, partner === undefined ? null : nameOf(partner)))]),
      control('first', common.step.first, long('first')),
      control('who', common.step.who, text('who')),
      control('due', common.step.due, text('due', 'date'), late),
      control('state', common.step.state, id => {
        const choice = el('select', { class: 'govuk-select', id, autocomplete: 'off' }, ...home.states.map(s => el('option', { value: s.id, selected: s.id === step.state }, s.label)))
        choice.addEventListener('change', () => { write('state', choice.value) })
        return choice
      }),
      control('partners', common.step.partners, text('partners', 'text', { list: people }),
        el('datalist', { id: people }, ...rankHelpers(found, step.what).map(h => el('option', { value: h.who }, h.strengths))),
        ...fitting.length === 0 ? [] : [el('span', { class: 'small quiet' }, words.helpersHint({ names: fitting.slice(0, 3).map(({ who, strengths }) => strengths === '' ? who : words.helper({ name: who, strengths })).join(', ') }))]),
      el('td', { role: 'cell' }, button(el('span', {}, words.removeStep, aboutStep()), 'link', () => {
        const undo = wayBack(session, session.change(removeStep(session.book, home, step.key)))
        const place = inView.indexOf(step.key)
        showSteps()
        ;(document.getElementById(controlId(inView[place] ?? inView.at(-1) ?? '', 'what')) ?? add).focus()
        page.notice(words.stepRemoved, undo)
      })))
  }

  /** About whom the answers are that a step came from. */
  function partnerOf (step: Step): Partner | undefined {
    return partnersOf(session.book, true).find(p => p.id === step.from.split('/')[0])
  }

  function wordingOf (key: string, part: StepField): { wording?: string } {
    const wording = index.field(stepPlace(home, key, part).field)?.definition.wording
    return wording === undefined ? {} : { wording }
  }

  function saveCalendar (): void {
    // What is in view, as in the other files; and of that, what is still to be done.
    const due = steps(session.book, home).filter(step => inView.includes(step.key) && isOpen(step) && step.due !== '')
    if (due.length === 0) {
      page.notice(words.noDays)
      return
    }
    const name = fileName(planFile, 'ics')
    // A calendar shows nothing else of whom a step is about.
    const named = due.map(step => {
      const partner = partnerOf(step)
      return { ...step, what: from(step.what, partner === undefined ? null : nameOf(partner)) }
    })
    saveFile(name, calendar(named, session.book.id, common.plan, common.step), 'text/calendar')
    page.notice(handed({ name }))
  }

  const suggestSoon = afterPause(showSuggestions)
  session.listen(change => {
    // What was typed into a step stands in its control already.
    if ((change === 'typed' || change === 'elsewhere') && !writing) showSteps()
    if (change === 'typed' || writing) suggestSoon()
    else if (change === 'elsewhere') showSuggestions()
  })
  showSuggestions()
  showSteps()
}

function from (title: string, partner: string | null): string {
  return partner === null ? title : titleOf(title, partner)
}

function keptWording ({ wording }: Answer): { wording?: string } {
  return wording === undefined ? {} : { wording }
}

/** Controls of the plan never share an id with those of the worksheet, which may stand on the same page. */
function controlId (key: string, part: StepField): string {
  return `step:${key}:${part}`
}

function select<T extends string> (label: string, options: Record<T, string>, change: (value: T) => void): HTMLElement[] {
  const id = freeId(`plan-${label.toLowerCase().replace(/\W+/g, '-')}`)
  const control = el('select', { class: 'govuk-select', id }, ...Object.entries<string>(options).map(([value, text]) => el('option', { value }, text)))
  control.addEventListener('change', () => { change(control.value as T) })
  return [el('label', { class: 'govuk-label', for: id }, label), control]
}
