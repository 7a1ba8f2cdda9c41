import { button, el, freeId, hidden } from '../page/dom.ts'
import { redraw } from '../page/redraw.ts'
import { wayBack } from '../page/way-back.ts'
import { today } from '../workbook/day.ts'
import type { Edit } from '../workbook/edit.ts'
import { dayText } from '../workbook/guide-index.ts'
import { asPartner, checkedToday, planStep, putAside } from '../workbook/map/actions.ts'
import { wayIn, type Fact, type Finding, type FindingKind } from '../workbook/map/findings.ts'
import { nameOfFact, stepOfFinding, titleOfFinding } from '../workbook/map/said.ts'
import { vettingTool } from '../workbook/map/vetting.ts'
import { ofWhat } from '../words/frame.ts'
import * as words from '../words/map.ts'
import { rowLink, type MapContext } from './context.ts'

/** How many organizations a finding names at once. */
const mostNamed = 8

/** Kinds of which the names alone are listed: they stand side by side. */
const bare: ReadonlySet<FindingKind> = new Set(['far', 'one', 'give', 'take', 'part'])

/** What the map tells: each with its reason and one thing to do. */
export class Tells {
  readonly element = el('div', { class: 'tells' })
  /** Kinds of which all are named. */
  readonly #whole = new Set<FindingKind>()
  #rulesOpen = false
  #asideOpen = false
  #findings: readonly Finding[] = []
  readonly #heading = freeId('map-told')

  /** @param level Of its headings. */
  constructor (private readonly context: MapContext, private readonly level: number) {}

  /** Takes note of what there is to tell, out of sight. */
  know (findings: readonly Finding[]): void {
    this.#findings = findings
  }

  show (findings: readonly Finding[]): void {
    this.know(findings)
    redraw(this.element, () => { this.#draw() })
  }

  #draw (): void {
    const here = this.#findings.filter(finding => !finding.aside)
    const aside = this.#findings.filter(finding => finding.aside)
    this.element.replaceChildren(
      this.#head(this.level, here.length === 0 ? words.toldNothing : words.toldTitle({ count: here.length }), this.#heading),
      ...here.length === 0 ? [] : [el('p', { class: 'quiet' }, words.toldHint), el('ol', { class: 'finds' }, ...here.map(finding => this.#finding(finding)))],
      ...aside.length === 0 ? [] : [this.#fold(words.asideTitle({ number: aside.length }), this.#asideOpen, open => { this.#asideOpen = open }, el('ul', { class: 'plain' }, ...aside.map(finding => this.#putAside(finding))))],
      this.#fold(words.rulesTitle, this.#rulesOpen, open => { this.#rulesOpen = open },
        el('ul', {}, ...Object.values(words.rules).map(rule => el('li', {}, rule)))))
  }

  #head (level: number, text: string, id = ''): HTMLElement {
    return el(`h${Math.min(level, 6)}` as 'h4', id === '' ? {} : { id }, text)
  }

  #fold (title: string, open: boolean, toggled: (open: boolean) => void, ...content: HTMLElement[]): HTMLElement {
    const fold = el('details', { class: 'govuk-details', open }, el('summary', {}, title), el('div', {}, ...content))
    fold.addEventListener('toggle', () => { toggled(fold.open) })
    return fold
  }

  #finding (finding: Finding): HTMLElement {
    const { kind } = finding
    const title = titleOfFinding(finding)
    const about = (act: HTMLElement): HTMLElement => { act.append(hidden(ofWhat({ what: title }))); return act }
    const shown = this.#whole.has(kind) ? finding.facts : finding.facts.slice(0, mostNamed)
    const more = finding.facts.length - shown.length
    return el('li', { class: 'find' },
      el('div', {}, this.#head(this.level + 1, title), el('p', {}, words.because[kind]),
        el('ul', { class: finding.facts[0]?.organization === null ? 'opens' : bare.has(kind) ? 'names names--bare' : 'names' }, ...shown.map(fact => this.#fact(fact))),
        ...more <= 0 ? [] : [el('p', {}, about(button(words.andMore({ number: more }), 'link', () => { this.#whole.add(kind); this.show(this.#findings) })))]),
      el('div', { class: 'find__act' }, el('p', {}, el('span', { class: 'small quiet' }, words.oneThing), words.todo[kind]),
        el('p', { class: 'btns' },
          ...kind === 'old' ? [about(small(button(words.checkedAll, 'second', () => { this.#checked(finding.facts) })))] : [],
          finding.planned ? el('span', { class: 'tag' }, words.inPlan) : about(small(button(words.addToPlan, 'second', () => { this.#plan(finding) }))),
          about(button(words.notNow, 'link', () => { this.#aside(finding, true) })))))
  }

  /** One of those that a finding is about, with what can be done about it alone. */
  #fact (fact: Fact): HTMLElement {
    const { kind, organization, other } = fact
    if (organization === null) return el('li', {}, nameOfFact(this.context.of, fact), ...fact.planned ? [' ', el('span', { class: 'tag' }, words.inPlan)] : [])
    const { said, key, name } = organization
    const link = rowLink(this.context, key, name)
    const act = (text: string, press: () => void): HTMLElement => {
      const made = button(text, 'link', press)
      made.append(hidden(ofWhat({ what: name })))
      return made
    }
    switch (kind) {
      case 'due':
      case 'soon': return el('li', {}, link, el('span', {}, said['next-step'] === '' ? words.factBy({ day: dayText(said.due) }) : words.factStepBy({ step: said['next-step'], day: dayText(said.due) })))
      case 'review': return el('li', {}, link, el('span', {}, words.factBy({ day: dayText(said.review) })))
      case 'way': return el('li', { class: 'path' }, el('span', {}, words.us), el('span', {}, wayIn(organization)), el('span', { class: 'path__far' }, link),
        fact.planned ? el('span', { class: 'tag' }, words.inPlan) : act(words.askIntroduction, () => { this.#introduce(fact) }))
      case 'old': return el('li', {}, link, el('span', {}, said.checked === '' ? '' : words.factChecked({ day: dayText(said.checked) })), act(words.checkedToday, () => { this.#checked([fact]) }))
      case 'vet': return el('li', {}, link, ...vettingTool(this.context.guide) === null ? [] : [act(words.vet, () => { this.#vet(fact) })])
      case 'twin':
      case 'work': return el('li', {}, link, ' ', el('span', { class: 'quiet' }, words.and), ' ', rowLink(this.context, other!.key, other!.name))
      case 'one': return el('li', {}, link, el('span', { class: 'quiet' }, said['known-by']))
      case 'open': case 'close': case 'far': case 'give': case 'take': case 'part': return el('li', {}, link)
    }
  }

  #putAside (finding: Finding): HTMLElement {
    const title = titleOfFinding(finding)
    const back = button(words.showAgain, 'link', () => { this.#aside(finding, false) })
    back.append(hidden(ofWhat({ what: title })))
    return el('li', {}, title, ' ', back)
  }

  /** Changes the workbook, and says so with a way back. */
  #change (edits: readonly Edit[], said: string): void {
    const { page } = this.context
    page.notice(said, wayBack(page.session, page.session.change(edits)))
  }

  #plan (finding: Finding): void {
    const { page, guide, of } = this.context
    this.#change(planStep(guide, page.session.book, page.session.clock.next(), { what: stepOfFinding(of, finding), from: finding.from }), words.addedToPlan)
  }

  /** Adds a step for an open sector alone. */
  planSector (sector: number): void {
    const found = this.#findings.flatMap(({ kind, facts }) => kind === 'open' ? facts : []).find(fact => fact.sector === sector)
    const { page, guide, of } = this.context
    if (found === undefined) return
    this.#change(planStep(guide, page.session.book, page.session.clock.next(), { what: words.asStep.open({ names: nameOfFact(of, found) }), from: found.from }), words.addedToPlan)
  }

  #introduce ({ organization, from }: Fact): void {
    const { page, guide } = this.context
    const { name } = organization!
    const who = wayIn(organization!)
    this.#change(planStep(guide, page.session.book, page.session.clock.next(), { what: words.stepIntroduction({ who, name }), who, from }), words.introductionPlanned({ name }))
  }

  #checked (facts: readonly Fact[]): void {
    const checked = facts.map(fact => fact.organization!)
    this.#change(checkedToday(this.context.of, checked, today()), words.checkedSaid({ count: checked.length }))
  }

  #vet ({ organization }: Fact): void {
    const { page } = this.context
    const { id, edits } = asPartner(organization!)
    this.#change(edits, words.nowPartner({ name: organization!.name }))
    page.partner.choose(id)
  }

  #aside (finding: Finding, aside: boolean): void {
    const { page, of } = this.context
    this.#change(putAside(of, finding.facts, page.session.book, aside), aside ? words.putAside : words.shownAgain)
  }
}

function small (made: HTMLElement): HTMLElement {
  made.classList.add('govuk-button--small')
  return made
}
