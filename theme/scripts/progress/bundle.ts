import { loadAhead } from '../page/ahead.ts'
import { afterPause } from '../page/dom.ts'
import { setText } from '../page/keeper.ts'
import { keepAnswersOnPaper } from './on-paper.ts'
import type { Page } from '../page/page.ts'
import { drawPieces, itemsOfForm, progressWords } from '../page/progress.ts'
import { itemsOfInstrument, progressOf, type Progress, type ProgressItem } from '../workbook/progress.ts'
import { agency } from '../workbook/workbook.ts'
import { SlimLine } from './slim.ts'

declare global {
  interface Provided { progress: ProgressApi }
}

/** What the script `progress` provides: how far a tool is, beside its form and in the list of tools. */
export interface ProgressApi {
  /** Where no tool has started yet that would do so. */
  loadAhead: typeof loadAhead
  /** @param pieces Where a piece for each question is drawn. */
  showProgress (words: HTMLElement, pieces: HTMLElement, page: Page): Promise<void>
}

const progress: ProgressApi = {
  loadAhead,
  async showProgress (words, pieces, page) {
    loadAhead(page)
    const id = words.dataset['instrument'] ?? ''
    const form = document.querySelector<HTMLElement>(`[data-part="instrument"][data-instrument="${CSS.escape(id)}"]`)
    if (form !== null) {
      const items = itemsOfForm(form)
      const line = words.closest<HTMLElement>('.slim')
      const slim = line === null ? null : new SlimLine(line, form, page, items)
      keepShowing(words, pieces, page, items, form.dataset['kind'] ?? '', form.dataset['per'] === 'partner', progress => { slim?.show(progress) })
      return
    }
    const instrument = (await page.load('guide')).instruments.find(i => i.id === id)
    if (instrument !== undefined) keepShowing(words, pieces, page, itemsOfInstrument(instrument), instrument.kind, instrument.perPartner === true)
  }
}

function keepShowing (words: HTMLElement, pieces: HTMLElement, page: Page, items: ProgressItem[], kind: string, perPartner: boolean, also: (progress: Progress) => void = () => {}): void {
  const show = (): void => {
    const subject = perPartner ? page.partner.current?.id : agency
    const progress = progressOf(items, subject === undefined ? undefined : page.session.book.subjects.get(subject))
    setText(words, progressWords(progress, kind))
    drawPieces(pieces, progress)
    also(progress)
  }
  const soon = afterPause(show, 100)
  page.session.listen(change => {
    if (change === 'typed') soon()
    else if (change === 'elsewhere') show()
  })
  page.partner.listen(show)
  show()
}

// Every page with a form has this small script from its start, and paper waits for no other.
keepAnswersOnPaper()

window.toolkit?.provide('progress', progress)
