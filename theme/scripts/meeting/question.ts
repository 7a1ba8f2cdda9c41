import { button, el, hidden } from '../page/dom.ts'
import { countsOf } from '../workbook/colleagues.ts'
import { answerTo, countStates, optionsOf } from '../workbook/meetings.ts'
import { important } from '../words/common.ts'
import { language } from '../words/language.ts'
import * as words from '../words/meeting.ts'
import { spread, stand } from '../words/together.ts'
import { isLast, isShown, lettersHere, standingOf, viewsHere, type MeetingState } from './state.ts'

/** What can be done with the question that is shown. */
export interface Acts {
  agree (option: string): void
  takeBack (): void
  show (): void
  who (): void
  park (): void
  next (): void
  back (): void
  keys (): void
}

/** How many dots stand beside an answer before a number takes their place. */
const mostDots = 8

/** How many notes are read at once on a wall; the others unfold. */
const mostNotes = 2

/** One question, large: what it asks, what was said, the answers, and what can be done. @param minutes What the note taker writes, where it is shown. */
export function drawQuestion (state: MeetingState, acts: Acts, keys: boolean, minutes: HTMLElement | null): HTMLElement[] {
  const { question } = state
  const { number, item } = question
  return [
    progress(state),
    el('h1', { class: 'meet__q', id: 'meet-question', tabindex: '-1' }, el('span', { class: 'item__n', 'aria-hidden': 'true' }, String(number)),
      el('span', {}, hidden(`${words.ofAll({ number, all: state.all })}. `), item.label)),
    el('p', { class: `meet__say${state.who ? ' meet__say--who' : ''}` }, ...item.critical === true && !isShown(state) ? [el('span', { class: 'tag' }, important), ' '] : [], ...said(state)),
    scale(state, acts),
    ...notes(state),
    ...minutes === null ? [] : [minutes],
    el('p', { class: 'meet__go' }, ...goOn(state, acts)),
    foot(state, acts, keys)
  ]
}

/** Whether the note taker has something to write about the question that is shown. */
export function hasMinutes (state: MeetingState): boolean {
  return isShown(state) || state.state === 'agreed' || state.state === 'parked'
}

/** What is read aloud, and stands below the question: before it was shown, nothing of what anybody said. */
export function saidOf (state: MeetingState): string {
  const { question } = state
  const standing = standingOf(state)
  const options = optionsOf(question)
  if (standing === undefined) {
    const answer = options.find(({ id }) => id === answerTo(state.page.session.book, state.meeting.about, question))?.label
    return answer === undefined ? words.saysNothing : words.saysNow({ answer })
  }
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  const parts = [...countsOf(standing, options).map(({ option, count }) => stand.says({ count, answer: option.label })), ...standing.open === 0 ? [] : [stand.openViews({ count: standing.open })]]
  const sentence = parts.length === 0 ? words.nobodySaid : stand.sentence({ list: list.format(parts) })
  return standing.spread === null ? sentence : words.said({ word: spread[standing.spread], sentence })
}

function said (state: MeetingState): (Node | string)[] {
  if (!isShown(state)) return [words.think]
  const text = saidOf(state)
  const word = standingOf(state)?.spread
  return word == null ? [text] : [el('strong', {}, text.slice(0, spread[word].length + 1)), el('span', {}, text.slice(spread[word].length + 1))]
}

function progress (state: MeetingState): HTMLElement {
  const { agreed, parked, open, rest } = countStates(state.questions, state.meeting)
  const looks = { agreed: 'y', parked: 'h', open: '', rest: '' }
  return el('div', { class: 'meet__prog' },
    el('div', { class: 'picks', 'aria-hidden': 'true' }, ...state.questions.map(question => el('i', { class: `${looks[state.stateOf(question)]} ${question === state.question ? 'now' : ''}` }))),
    el('p', {}, [words.agreed({ count: agreed }), words.parked({ count: parked }), words.open({ count: open + rest })].join(' · ')))
}

function scale (state: MeetingState, acts: Acts): HTMLElement {
  const { question } = state
  const standing = standingOf(state)
  const isTold = isShown(state) && standing !== undefined
  const agreed = state.state === 'agreed' ? state.meeting.decisions.get(question.item.id)!.agreed : null
  const options = optionsOf(question)
  return el('fieldset', { class: `govuk-fieldset mscale${isTold ? ' mscale--shown' : ''}`, 'data-count': String(options.length) }, el('legend', { class: 'vh' }, words.answer),
    ...options.map((option, i) => {
      const key = option === question.notApplicable ? 0 : i + 1
      const radio = el('input', { type: 'radio', name: 'meet-answer', value: option.id, id: `meet-answer-${i}`, checked: option.id === agreed })
      radio.addEventListener('change', () => { acts.agree(option.id) })
      return el('label', { class: `mopt${option === question.notApplicable ? ' mopt--na' : ''}` }, radio,
        el('span', { class: 'mopt__word' }, ...key > 9 ? [] : [el('kbd', { 'aria-hidden': 'true' }, String(key))], el('span', {}, option.label)), ...isTold ? [marks(state, option.id)] : [])
    }))
}

/** What views wrote beside their answers, once these are shown; whose it is where letters are too. Of what was kept without names there is none. */
export function notesOf (state: MeetingState): string[] {
  return isShown(state) ? standingOf(state)?.notes.map(({ view, text }) => state.who ? stand.note({ who: view.layer.name, text }) : text) ?? [] : []
}

function notes (state: MeetingState): HTMLElement[] {
  const found = notesOf(state)
  if (found.length === 0) return []
  const items = found.map(text => el('li', {}, text))
  const list = (of: HTMLElement[]): HTMLElement => el('ul', {}, ...of)
  const more = items.slice(mostNotes)
  return [el('div', { class: 'mnotes', role: 'group', 'aria-label': stand.notes({ count: found.length }) }, list(items.slice(0, mostNotes)),
    ...more.length === 0 ? [] : [el('details', { id: 'meet-notes' }, el('summary', { id: 'meet-notes-more' }, words.moreNotes({ count: more.length })), list(more))])]
}

/** How many say one answer: dots, and letters where roles are kept and somebody asked who. */
function marks (state: MeetingState, option: string): HTMLElement {
  const { views = [], more = 0 } = standingOf(state)?.said.get(option) ?? {}
  const letters = lettersHere(state)
  const named = state.who ? views : []
  const dots = views.length + more - named.length
  return el('span', { class: 'mchips' },
    ...named.map(view => el('span', { class: 'mchip' }, el('span', { 'aria-hidden': 'true' }, letters.get(view.id) ?? ''), hidden(view.layer.name))),
    ...dots === 0 ? [] : [hidden(words.dots({ count: dots })), ...dots > mostDots
      ? [el('span', { class: 'mchip mchip--many', 'aria-hidden': 'true' }, String(dots))]
      : Array.from({ length: dots }, () => el('span', { class: 'mdot', 'aria-hidden': 'true' }))])
}

function goOn (state: MeetingState, acts: Acts): HTMLElement[] {
  const named = (id: string, made: HTMLButtonElement): HTMLButtonElement => {
    made.id = `meet-do-${id}`
    return made
  }
  const isTold = isShown(state)
  const hasRoles = viewsHere(state).some(({ layer }) => layer.kind === 'colleague')
  const decided = state.state === 'agreed' || state.state === 'parked'
  return [
    ...isTold ? [] : [named('show', button(viewsHere(state).length === 0 ? words.showNone : words.show, decided ? 'second' : 'main', () => { acts.show() }))],
    ...isTold && hasRoles ? [named('who', button(state.who ? words.hideWho : words.showWho, 'second', () => { acts.who() }))] : [],
    named('park', button(state.state === 'parked' ? words.unpark : words.park, 'second', () => { acts.park() })),
    ...state.state === 'agreed' ? [named('take-back', button(words.takeBack, 'second', () => { acts.takeBack() }))] : [],
    ...state.place === 0 ? [] : [named('back', button(words.back, 'second', () => { acts.back() }))],
    named('next', button(isLast(state) ? words.end : decided ? words.next : words.skip, decided ? 'main' : 'second', () => { acts.next() }))
  ]
}

function foot (state: MeetingState, acts: Acts, keys: boolean): HTMLElement {
  const { question: { options, notApplicable } } = state
  const last = Math.min(9, options.length)
  const toggle = button(keys ? words.keysOff : words.keysOn, 'link', () => { acts.keys() })
  toggle.id = 'meet-keys'
  const all = lettersHere(state)
  const letters = new Intl.ListFormat(language, { type: 'unit' }).format(viewsHere(state).filter(({ layer }) => layer.kind === 'colleague')
    .map(view => words.letter({ letter: all.get(view.id) ?? '', role: view.layer.name })))
  return el('div', { class: 'meet__foot' }, ...state.who && letters !== '' ? [el('p', { class: 'meet__letters' }, letters)] : [],
    el('p', { class: 'quiet' }, el('span', { class: 'meet__keys' }, keys ? words.keysTold({ keys: notApplicable === undefined ? words.keysTo({ last }) : words.keysToAnd({ last }) }) : words.keysAreOff, ' ', toggle)))
}
