import type { Page } from '../../page/page.ts'
import { itemsOfInstrument } from '../../workbook/progress.ts'
import type { keepShowing } from '../../page/progress.ts'

declare global {
  interface Provided { list: ListApi }
}

/** What the script `list` provides: the progress of tools whose forms stand on other pages. */
export interface ListApi {
  showProgress (instrument: string, words: HTMLElement, pieces: HTMLElement, page: Page, show: typeof keepShowing): Promise<void>
}

const list: ListApi = {
  async showProgress (id, words, pieces, page, show) {
    const instrument = (await page.load('guide')).instruments.find(i => i.id === id)
    if (instrument !== undefined) show(words, pieces, page, itemsOfInstrument(instrument), instrument.kind, instrument.perPartner === true)
  }
}

window.toolkit?.provide('list', list)
