import { controlsOf } from '../page/controls.ts'
import { setText } from '../page/keeper.ts'
import { button, el } from '../page/dom.ts'
import { askToMeet, resumeMeeting } from '../page/meet.ts'
import type { Page } from '../page/page.ts'
import { progressOf, type Progress, type ProgressItem } from '../workbook/progress.ts'
import { nameOf } from '../workbook/unnamed.ts'
import { goesOn } from '../workbook/meeting-id.ts'
import { agency, countAnswers, partnersOf } from '../workbook/workbook.ts'
import { goOn, hold } from '../words/meeting.ts'

/** The line that stays in view while somebody answers: whom it is about, and ways to what comes next. */
export class SlimLine {
  readonly #who: HTMLElement | null
  /** What is said where there is no partner. */
  readonly #nobody: string
  readonly #next: HTMLElement | null
  readonly #compare: HTMLElement | null
  /** Asked for once: for each property of a form, browsers look whether a control is called so, and go through all of them when rows came. */
  readonly #of: { readonly instrument: string, readonly kind: string, readonly perPartner: boolean }
  /** What leads to a meeting that is open, and what begins one. */
  #meet: HTMLElement[] = []

  constructor (private readonly line: HTMLElement, private readonly form: HTMLElement, private readonly page: Page, private readonly items: readonly ProgressItem[]) {
    const { instrument = '', kind = '', per } = form.dataset
    this.#of = { instrument, kind, perPartner: per === 'partner' }
    this.#who = line.querySelector('.slim__who > summary')
    this.#nobody = this.#who?.textContent ?? ''
    this.#next = line.querySelector('[data-next]')
    this.#next?.addEventListener('click', event => {
      event.preventDefault()
      this.#goOn()
    })
    this.#compare = line.querySelector('[data-compare]')
    this.#compare?.addEventListener('click', () => { page.session.recallLater('compare', this.#of.instrument) })
    if (this.#of.kind !== 'worksheet') this.#offerMeeting()
    for (const fold of line.querySelectorAll<HTMLDetailsElement>('.slim__fold')) closeWhenLeft(fold)
    page.partner.listen(() => { this.#closePartners() })
    stickUnder(line)
  }

  show (progress: Progress): void {
    const { current } = this.page.partner
    if (this.#who !== null) setText(this.#who, current === null ? this.#nobody : nameOf(current))
    if (this.#next !== null) this.#next.hidden = progress.answered === progress.all
    const { book } = this.page.session
    const of = this.#of.instrument
    const about = this.#about
    const isLocked = this.page.session.status.lock === 'locked'
    const isOpen = about !== undefined && goesOn(book, of, about)
    for (const [i, element] of this.#meet.entries()) element.hidden = isLocked || (i === 0 && !isOpen)
    if (this.#compare !== null) this.#compare.hidden = partnersOf(book).filter(({ id }) => countAnswers(book, id, of) > 0).length < 2
  }

  /** A team can go through the questions together: it says so below them and among the places to go to, and in the line while a meeting is open. */
  #offerMeeting (): void {
    const { page, form, line } = this
    const wanted = (): { tool: string, about?: string } => {
      const about = this.#about
      return { tool: this.#of.instrument, ...about !== undefined && { about } }
    }
    const link = (text: string): HTMLElement => el('a', { href: '#meeting', onclick: event => {
      event.preventDefault()
      askToMeet(page, wanted())
    } }, text)
    this.#meet = [link(goOn), link(hold), button(hold, 'second', () => { askToMeet(page, wanted()) })]
    const [now, among, below] = this.#meet
    line.querySelector('.slim__links')?.append(now!)
    line.querySelector('.slim__go ul')?.append(el('li', {}, among!))
    const acts = form.querySelector('.ask__end > :last-child')
    acts?.classList.add('btns')
    acts?.append(below!)
    resumeMeeting(page)
  }

  get #about (): string | undefined {
    return this.#of.perPartner ? this.page.partner.current?.id : agency
  }

  /** A partner was chosen from the list: the questions are what comes next. */
  #closePartners (): void {
    const fold = this.#who?.closest('details')
    if (fold?.open !== true || fold.querySelector('form') !== null) return
    const within = fold.contains(document.activeElement)
    fold.open = false
    if (within) this.#who!.focus()
  }

  /** To the first open thing behind where somebody is, else to the first one at all. */
  #goOn (): void {
    const { top } = this.form.getBoundingClientRect()
    const below = this.line.getBoundingClientRect().bottom
    const subject = this.page.partner.subject(this.#of.perPartner, false)
    // As it is now: what is shown waits for a pause.
    const { pieces } = progressOf(this.items, subject === null ? undefined : this.page.session.book.subjects.get(subject))
    const places = this.items.flatMap((item, i) => {
      if (pieces[i]!.answered) return []
      const control = this.#controlOf(item)
      return control === undefined ? [] : [{ control, place: control.closest<HTMLElement>('.item, .step, .govuk-form-group, table') ?? control }]
    })
    // A place that was just gone to stands below the line already.
    const next = top > 0 ? places[0] : places.find(({ place }) => place.getBoundingClientRect().top > below + 40 && !place.contains(document.activeElement)) ?? places[0]
    next?.place.scrollIntoView({ block: 'start' })
    next?.control.focus({ preventScroll: true })
  }

  #controlOf ({ answer }: ProgressItem): HTMLElement | undefined {
    if ('field' in answer) return [...this.form.querySelectorAll<HTMLElement>(`[name="${CSS.escape(answer.field)}"]`)][0]
    return [...controlsOf(this.form.querySelector(`[data-table="${CSS.escape(answer.table)}"]`) ?? this.form).values()][0]?.[0]
  }
}

/** What lies over the questions goes once somebody turns to something else. */
function closeWhenLeft (fold: HTMLDetailsElement): void {
  const close = (): void => { fold.open = false }
  document.addEventListener('pointerdown', ({ target }) => { if (target instanceof Node && !fold.contains(target)) close() })
  fold.addEventListener('focusout', ({ relatedTarget }) => { if (relatedTarget instanceof Node && !fold.contains(relatedTarget)) close() })
  fold.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !fold.open || (event.target instanceof Element && event.target.closest('form') !== null)) return
    close()
    fold.querySelector('summary')?.focus()
  })
  // A link within the page leads there; the list has done its work.
  fold.addEventListener('click', ({ target }) => { if (target instanceof Element && target.closest('a') !== null) close() })
}

/** It sticks below the bar, which grows with a notice. */
function stickUnder (line: HTMLElement): void {
  const bar = document.querySelector<HTMLElement>('.keeper')
  if (bar === null) return
  const room = new ResizeObserver(() => {
    line.style.setProperty('--bar', `${bar.offsetHeight}px`)
    document.documentElement.style.setProperty('--slim', `${line.offsetHeight}px`)
  })
  room.observe(bar)
  room.observe(line)
}
