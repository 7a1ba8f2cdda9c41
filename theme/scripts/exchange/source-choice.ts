import { el, freeId } from '../page/dom.ts'
import type { Page } from '../page/page.ts'
import { today } from '../workbook/day.ts'
import { sourcesOf, toldOf, type Source } from '../workbook/filled-from.ts'
import { dayText } from '../workbook/guide-index.ts'
import type { DocumentDefinition } from '../workbook/guide.ts'
import { bookOf } from '../workbook/layers.ts'
import type { FilledFrom } from '../workbook/read-document.ts'
import { agency, type Workbook } from '../workbook/workbook.ts'
import * as words from '../words/exchange.ts'

/** Answers that go into a file, and what the file says of them. */
export interface Chosen { book: Workbook, from: FilledFrom }

/** Which answers go into a document: there only where there are others than today's. */
export class SourceChoice {
  readonly element = el('div')
  #sources: readonly Source[] = []
  #id = ''
  #drawn = ''

  /** @param changed Told when somebody chose others. */
  constructor (private readonly page: Page, private readonly document: DocumentDefinition, private readonly changed: () => void) {}

  get chosen (): Chosen {
    const { session } = this.page
    // As it is now: some of it may be erased.
    const source = this.#found().find(({ id }) => id === this.#id)
    return source !== undefined ? { book: bookOf(source.layer), from: toldOf(source) } : { book: session.book, from: { kind: 'today', day: today(), at: session.clock.next().at } }
  }

  show (): void {
    this.#sources = this.#found()
    if (!this.#sources.some(({ id }) => id === this.#id)) this.#id = ''
    const drawn = JSON.stringify(this.#sources.map(({ id, layer: { name, day } }) => [id, name, day]))
    if (drawn === this.#drawn) return
    this.#drawn = drawn
    if (this.#sources.length === 0) {
      this.element.replaceChildren()
      return
    }
    const select = el('select', { class: 'govuk-select', id: freeId('answers-of') }, el('option', { value: '' }, words.todays),
      ...this.#sources.map(({ id, layer: { name, day } }) => el('option', { value: id, selected: id === this.#id }, words.sourceOf({ name, day: dayText(day) }))))
    select.addEventListener('change', () => {
      this.#id = select.value
      this.changed()
    })
    this.element.replaceChildren(el('p', {}, el('label', { class: 'govuk-label', for: select.id }, words.whichAnswers), select))
  }

  #found (): Source[] {
    const { session, partner } = this.page
    return session.status.lock === 'locked' ? [] : sourcesOf(session.book, this.document.instruments, [agency, ...partner.current === null ? [] : [partner.current.id]])
  }
}
