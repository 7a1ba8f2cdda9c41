import { el } from '../page/dom.ts'
import { followTheTabKey } from '../page/following.ts'
import type { Page, StartPart } from '../page/page.ts'
import type { SearchData } from './data.ts'
import { redraw } from '../page/redraw.ts'
import { SearchIndex } from './index.ts'
import { resultList } from './results.ts'
import { found, nothingFound } from '../words/search.ts'

/** Pause in typing after which results are shown, in milliseconds. */
const pause = 120

/** Search as you type; Enter goes to the results, and nothing leaves the page. */
const start: StartPart = (element: HTMLElement, page: Page) => {
  const form = element as HTMLFormElement
  const input = form.querySelector<HTMLInputElement>('input[name=q]')
  const place = form.querySelector<HTMLElement>('[data-search-results]')
  if (input === null || place === null) return
  // Results push what is below them, and the page of the search has no form whose script would follow.
  followTheTabKey()
  const status = el('p', { role: 'status', class: 'quiet' })
  const list = el('div')
  place.replaceChildren(status, list)
  let index: Promise<SearchIndex> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  async function show (): Promise<void> {
    const query = input!.value.trim()
    if (query === '') {
      status.textContent = ''
      redraw(list, () => { list.replaceChildren() })
      return
    }
    index ??= page.load('search-data').then(async data => await SearchIndex.build(data as SearchData))
    const { pages, terms } = (await index).find(query)
    // Someone typed on meanwhile.
    if (query !== input!.value.trim()) return
    status.textContent = pages.length === 0
      ? nothingFound({ query })
      : found({ count: pages.length, query })
    // Somebody may be among the results already.
    redraw(list, () => { list.replaceChildren(resultList(pages, terms, page.root)) })
  }

  input.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(() => { void show() }, pause)
  })
  form.addEventListener('submit', event => {
    event.preventDefault()
    clearTimeout(timer)
    void show().then(() => { list.querySelector('a')?.focus() })
  })
  void show()
}

window.toolkit?.provide('search', { parts: { search: start } })
