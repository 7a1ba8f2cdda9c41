import { button, el } from '../page/dom.ts'
import type { Page } from '../page/page.ts'
import { fileName, saveFile } from '../page/file.ts'
import type { Guide } from '../workbook/guide.ts'
import { resultOf } from '../workbook/scoring.ts'
import { titleOf } from '../workbook/titles.ts'
import { nameOf } from '../workbook/unnamed.ts'
import { agency, partnersOf, type Workbook } from '../workbook/workbook.ts'
import * as common from '../words/common.ts'
import { handed, helpFile } from '../words/exports.ts'
import * as words from '../words/views.ts'

interface Wanted { instrument: string, partners: string[], label: string, note: string }

/** Every question that is marked for help, weightiest first within its tool. Without names, what several partners share stands once. */
function helpWanted (guide: Guide, book: Workbook, withNames: boolean, withNotes: boolean): Wanted[] {
  const found = new Map<string, Wanted>()
  for (const instrument of guide.instruments) {
    if (instrument.kind !== 'assessment') continue
    for (const partner of instrument.perPartner === true ? partnersOf(book) : [null]) {
      for (const item of resultOf(instrument, book, partner?.id ?? agency).helpWanted) {
        const note = withNotes ? item.note : ''
        const key = [instrument.id, item.id, ...withNames ? [partner?.id ?? ''] : [note]].join(' ')
        const known = found.get(key)
        if (known === undefined) found.set(key, { instrument: instrument.title, partners: partner === null ? [] : [nameOf(partner)], label: item.label, note })
        else if (partner !== null) known.partners.push(nameOf(partner))
      }
    }
  }
  return [...found.values()]
}

/** The list of help wanted as it goes out: what is shown is what is copied or saved. */
export class HelpList {
  #withNames = false
  /** Off at first: a note may name a partner, or anybody. */
  #withNotes = false

  constructor (private readonly guide: Guide, private readonly page: Page, private readonly redraw: () => void) {}

  show (): HTMLElement[] {
    const { book } = this.page.session
    const wanted = helpWanted(this.guide, book, this.#withNames, this.#withNotes)
    if (wanted.length === 0) return []
    const hasPartners = wanted.some(w => w.partners.length > 0)
    const hasNotes = helpWanted(this.guide, book, false, true).some(w => w.note !== '')
    return [el('div', {},
      el('h3', {}, common.helpWanted), el('p', { class: 'quiet' }, hasPartners ? `${words.helpListHint} ${words.helpListNames}` : words.helpListHint),
      ...hasPartners ? [this.#choice('help-names', words.helpNames, this.#withNames, checked => { this.#withNames = checked })] : [],
      ...hasNotes ? [this.#choice('help-notes', words.helpNotes, this.#withNotes, checked => { this.#withNotes = checked }, words.helpNotesHint)] : [],
      el('ul', { class: 'plain' }, ...wanted.map(w => el('li', {}, w.label, el('br'), el('span', { class: 'small quiet' }, this.#from(w)),
        ...w.note === '' ? [] : [el('br'), el('span', { class: 'small answer' }, w.note)]))),
      el('p', { class: 'btns' },
        this.#button('help-copy', words.copy, () => { this.#copy(wanted) }),
        this.#button('help-save', words.saveText, () => { this.#save(wanted) })))]
  }

  #choice (id: string, label: string, checked: boolean, choose: (checked: boolean) => void, hint = ''): HTMLElement {
    const input = el('input', { class: 'govuk-checkboxes__input', type: 'checkbox', id })
    input.checked = checked
    input.addEventListener('change', () => {
      choose(input.checked)
      this.redraw()
    })
    return el('div', { class: 'govuk-checkboxes__item' }, input,
      el('label', { class: 'govuk-checkboxes__label', for: id }, label, ...hint === '' ? [] : [el('br'), el('span', { class: 'small quiet' }, hint)]))
  }

  #from (wanted: Wanted): string {
    const [first, ...others] = wanted.partners
    if (first === undefined) return wanted.instrument
    if (this.#withNames) return titleOf(wanted.instrument, first)
    return others.length === 0 ? wanted.instrument : words.somePartners({ tool: wanted.instrument, count: others.length + 1 })
  }

  #text (wanted: readonly Wanted[]): string {
    const entries = wanted.map(w => `- ${w.label}\n  ${this.#from(w)}${w.note === '' ? '' : `\n  ${w.note.replace(/\n/g, '\n  ')}`}`)
    return `${words.helpTitle}\n\n${entries.join('\n')}\n`
  }

  #copy (wanted: readonly Wanted[]): void {
    // From disk, and where copying is refused, the list comes as a file.
    if (navigator.clipboard === undefined) this.#save(wanted)
    else navigator.clipboard.writeText(this.#text(wanted)).then(() => { this.page.notice(words.copied) }, () => { this.#save(wanted) })
  }

  #save (wanted: readonly Wanted[]): void {
    const name = fileName(helpFile, 'txt')
    saveFile(name, this.#text(wanted), 'text/plain')
    this.page.notice(handed({ name }))
  }

  #button (id: string, text: string, act: () => void): HTMLButtonElement {
    const made = button(text, 'second', act)
    made.id = id
    return made
  }
}
