import { el } from '../page/dom.ts'
import type { Page } from '../page/page.ts'
import { canKeepOnComputer } from '../storage/where-kept.ts'
import { failed } from '../words/frame.ts'
import * as say from '../words/storage.ts'
import { offerOpening } from './open-file.ts'
import { setText } from '../page/keeper.ts'

/** Where answers live, in words; the choice itself comes with the script `storage-settings`: at once on the workbook page, else when it is opened. */
export async function startWhere (box: HTMLElement, page: Page): Promise<void> {
  const { session } = page
  const full = document.body.classList.contains('layout-workbook')
  const words = el('p')
  const choice = el('div')
  const show = (): void => {
    const { chosen, lock, place } = session.status
    setText(words, (full || chosen ? '' : `${say.beforeFirst} `) + (lock === 'none' ? say.where[place] : say.whereLocked))
  }
  session.listen(show)
  show()
  offerOpening(page)
  const offer = async (): Promise<void> => {
    await (await page.load('storage-settings')).offerPlaces(choice, page, canKeepOnComputer(), full)
  }
  if (full) {
    box.replaceChildren(words, choice)
    await offer()
    return
  }
  const details = el('details', { class: 'govuk-details' }, el('summary', {}, say.change), choice)
  const ask = (): void => {
    if (!details.open || choice.childElementCount > 0) return
    offer().catch(() => {
      setText(choice, failed)
      addEventListener('online', ask, { once: true })
    })
  }
  details.addEventListener('toggle', ask)
  box.replaceChildren(words, details)
}
