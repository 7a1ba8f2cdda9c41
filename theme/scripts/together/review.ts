import { button, el, freeId } from '../page/dom.ts'
import { setText } from '../page/keeper.ts'
import type { Page } from '../page/page.ts'
import { plainName } from '../workbook/alike.ts'
import { answeredAlone, choicesOf, counted, lettersOf, type View } from '../workbook/colleagues.ts'
import type { Guide } from '../workbook/guide.ts'
import { halvesFrom } from '../workbook/halves.ts'
import { aboutHere } from '../workbook/layer-partners.ts'
import { isBare, type Layer, type LayerPartner } from '../workbook/layers.ts'
import { isAsked } from '../workbook/rounds.ts'
import { nameText } from '../workbook/text.ts'
import { titleOf } from '../workbook/titles.ts'
import { isGiven, nameOf } from '../workbook/unnamed.ts'
import { agency, partnersOf } from '../workbook/workbook.ts'
import { language } from '../words/language.ts'
import * as all from '../words/together.ts'
import type { Brought } from './taking-in.ts'

const words = all.stand

/** Characters of a role at most. */
const longest = 60

/** How views are kept: each by itself, as one layer of counts, or as a partner's halves that stay closed. */
export type How = 'named' | 'counts' | 'halves'

/** What was read, to be named and kept: each file with its role or letter and, where that is unclear, whom it is about. */
export class Review {
  readonly element: HTMLElement
  readonly #about = new Map<string, HTMLSelectElement>()

  /**
   * @param how How they are kept. As counts, no file is named, and no role asked for; as halves, they are what a partner says.
   * @param views What is there already: their letters are taken.
   * @param keep Is given the layers as they are to be kept.
   * @param cancel What is done where somebody does not want it after all.
   */
  constructor (brought: readonly Brought[], how: How, page: Page, guide: Guide, views: readonly View[], keep: (layers: Layer[]) => Promise<void>, cancel = (): void => { this.element.replaceChildren() }) {
    const isCounted = how === 'counts'
    const read = brought.flatMap(({ layer, ...one }) => layer === null ? [] : [{ ...one, layer }])
    const wrong = el('p', { class: 'govuk-error-message', role: 'alert' })
    const letters = how === 'halves' ? read.map(() => all.half.theirs) : lettersOf(views, read.length).slice(views.length)
    const asked = read.map((one, i) => this.#ask(one, i, isCounted, page, letters[i]!, guide))
    const leftOut = el('p', { class: 'quiet', role: 'status' })
    const submit = el('button', { type: 'submit', class: 'govuk-button' }, isCounted ? words.keepCounts : (how === 'halves' ? all.half.keep : words.keep)({ count: read.length }))
    const form = el('form', { novalidate: true, autocomplete: 'off', class: 'round-form' }, ...asked.map(({ box }) => box), leftOut, wrong,
      ...read.length === 0 ? [] : [el('p', { class: 'btns' }, submit, button(all.cancel, 'link', cancel))])
    form.addEventListener('submit', event => {
      event.preventDefault()
      const layers = asked.map(({ layer }) => layer())
      const problem = how === 'named' ? '' : how === 'halves' ? layers.some(layer => halvesFrom(layer).length > 0) ? '' : all.half.nobodys
        : layers.length < 2 ? words.two : isBare(counted(layers, choices, '', 0, '')) ? words.nothingShared : ''
      setText(wrong, problem)
      if (problem !== '') return
      submit.disabled = true
      void keep(layers).finally(() => { submit.disabled = false })
    })
    const choices = choicesOf(guide.instruments.filter(isAsked))
    const tellLeftOut = (): void => {
      const layers = asked.map(({ layer }) => layer())
      const titles = answeredAlone(layers, choices).map(({ subject, instrument }) => {
        const title = guide.instruments.find(({ id }) => id === instrument)!.title
        const name = layers.flatMap(({ partners }) => partners).find(({ id }) => id === subject)?.name
        return subject === agency || name === undefined ? title : titleOf(title, name)
      })
      setText(leftOut, titles.length === 0 ? '' : words.leftOut({ list: new Intl.ListFormat(language, { type: 'conjunction' }).format(titles) }))
    }
    if (isCounted && read.length > 1) {
      // Whom files are about decides.
      form.addEventListener('change', tellLeftOut)
      tellLeftOut()
    }
    this.element = el('div', { class: 'review' },
      ...read.length === 0 ? [] : [el('h4', {}, words.brought({ count: read.length }))],
      ...brought.filter(({ problem }) => problem !== '').map(({ problem }) => el('p', { class: 'say' }, problem)), form)
  }

  #ask ({ file, layer, unclear }: Brought & { layer: Layer }, place: number, isCounted: boolean, page: Page, letter: string, guide: Guide): { box: HTMLElement, layer: () => Layer } {
    const partners = partnersOf(page.session.book, true)
    const choices = unclear.map(({ id, name }) => {
      // Once for each name: files about one partner are about the same one here. Whom nobody named is another one in each file.
      const isName = name !== '' && !isGiven(name)
      const known = !isName ? undefined : this.#about.get(plainName(name))
      if (known !== undefined) return { id, name, select: known, isAsked: false }
      const select = el('select', { class: 'govuk-select', id: freeId(`about-${place}-${id}`) },
        ...name === '' ? [] : [el('option', { value: id }, name)], ...partners.map(partner => el('option', { value: partner.id }, nameOf(partner))))
      if (isName) this.#about.set(plainName(name), select)
      return { id, name, select, isAsked: true }
    })
    const role = el('input', { class: 'govuk-input', type: 'text', id: freeId(`role-${place}`), value: letter, maxlength: String(longest), autocomplete: 'off' })
    const legend = isCounted ? words.fileNumber({ number: place + 1 }) : file
    const fields = [
      ...isCounted ? [] : [el('p', { class: 'govuk-hint' }, holds(layer, guide)), el('p', {}, el('label', { class: 'govuk-label', for: role.id }, words.role), role)],
      ...choices.filter(({ isAsked }) => isAsked).map(({ name, select }) => el('p', {}, el('label', { class: 'govuk-label', for: select.id }, words.about), el('span', { class: 'govuk-hint' }, name === '' ? words.aboutNobody : words.aboutHint({ name })), select))
    ]
    return {
      box: fields.length === 0 ? el('div') : el('fieldset', { class: 'govuk-fieldset' }, el('legend', { class: 'govuk-fieldset__legend' }, legend), ...fields),
      layer: () => {
        const whom = new Map(choices.map(({ id, name, select }): [string, LayerPartner] => {
          const known = partners.find(partner => partner.id === select.value)
          // Whom nobody here knows, all files of one name know by one id.
          return [id, { id: select.value || id, name: known === undefined ? name : nameOf(known) }]
        }))
        return { ...aboutHere(layer, partner => whom.get(partner.id) ?? partner), name: isCounted ? '' : nameText(role.value) || letter }
      }
    }
  }
}

/** What a file holds, so that files of one name are told apart: how many answers, and in which tools. */
function holds ({ subjects }: Layer, guide: Guide): string {
  const fields = Object.values(subjects).flatMap(({ answers }) => Object.entries(answers).flatMap(([field, { value }]) => value === '' ? [] : [field]))
  const tools = guide.instruments.filter(({ id }) => fields.some(field => field.startsWith(`${id}.`))).map(({ title }) => title)
  return words.fileHolds({ count: fields.length, tools: new Intl.ListFormat(language, { type: 'unit' }).format(tools) })
}
