import MiniSearch, { type SearchResult } from 'minisearch'
import type { SearchData } from './data.ts'
import { everywhere, plain, words } from './words.ts'

interface Entry { id: number, page: number, title: string, heading: string, text: string }

/** A section that was found, or the head of a page. */
export interface Found { anchor: string, heading: string, text: string }

/** A page with what was found on it, best first. */
export interface FoundPage { path: string, title: string, text: string, principle: number, sections: Found[] }

/** Finds pages and sections; forgives small typing mistakes. */
export class SearchIndex {
  private readonly sections: { page: number, found: Found }[] = []
  private readonly index = new MiniSearch<Entry>({
    fields: ['title', 'heading', 'text'],
    tokenize: words,
    processTerm: term => {
      const word = plain(term)
      return word === '' || everywhere.has(word) ? null : word
    },
    searchOptions: {
      boost: { title: 4, heading: 2.5 },
      prefix: (_, i, terms) => i === terms.length - 1,
      fuzzy: term => term.length > 7 ? 2 : term.length > 3 ? 1 : false,
      weights: { fuzzy: 0.3, prefix: 0.6 }
    }
  })

  private constructor (private readonly data: SearchData) {}

  /** Builds in slices, so that the page stays responsive. */
  static async build (data: SearchData): Promise<SearchIndex> {
    const index = new SearchIndex(data)
    const entries: Entry[] = []
    data.forEach(([, title, description, , sections], page) => {
      index.sections.push({ page, found: { anchor: '', heading: '', text: description } })
      entries.push({ id: entries.length, page, title, heading: '', text: description })
      for (const [anchor, heading, text] of sections) {
        index.sections.push({ page, found: { anchor, heading, text } })
        // The title counts once, with the page's head.
        entries.push({ id: entries.length, page, title: '', heading, text })
      }
    })
    await index.index.addAllAsync(entries, { chunkSize: 50 })
    return index
  }

  /** Pages in the order of their best place; at most three places each. */
  find (query: string): { pages: FoundPage[], terms: string[] } {
    let results: SearchResult[] = this.index.search(query, { combineWith: 'AND' })
    if (results.length === 0) results = this.index.search(query)
    const pages = new Map<number, FoundPage>()
    const terms = new Set<string>()
    for (const result of results.slice(0, 200)) {
      for (const term of result.terms) terms.add(term)
      const place = this.sections[result.id as number]
      const data = place && this.data[place.page]
      if (place === undefined || data === undefined) continue
      let page = pages.get(place.page)
      if (page === undefined) {
        const [path, title, description, principle] = data
        pages.set(place.page, page = { path, title, text: place.found.heading === '' ? place.found.text : description, principle, sections: [] })
      }
      if (page.sections.length < 3 && place.found.heading !== '') page.sections.push(place.found)
    }
    return { pages: [...pages.values()].slice(0, 20), terms: [...terms] }
  }
}
