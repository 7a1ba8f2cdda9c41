import MiniSearch, { type SearchResult } from 'minisearch'
import type { SearchData } from './data.ts'
import { everywhere, exact, plain, words } from './words.ts'

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
      const word = plain(term, this.language)
      return word === '' || everywhere.has(word) ? null : word
    },
    searchOptions: {
      boost: { title: 4, heading: 2.5 },
      prefix: (_, i, terms) => i === terms.length - 1,
      fuzzy: term => term.length > 7 ? 2 : term.length > 3 ? 1 : false,
      weights: { fuzzy: 0.3, prefix: 0.6 }
    }
  })

  private constructor (private readonly data: SearchData, private readonly language?: string) {}

  /** Builds in slices, so that the page stays responsive. @param language Of the pages; that of the scripts where it is not said. */
  static async build (data: SearchData, language?: string): Promise<SearchIndex> {
    const index = new SearchIndex(data, language)
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

  /** Of words that differ by their accents alone, those come first that are written as somebody typed them. */
  #asWritten (results: SearchResult[], query: string): SearchResult[] {
    const wanted = words(query).map(exact).filter(word => /\p{M}/u.test(word.normalize('NFD')))
    if (wanted.length === 0) return results
    const holds = (id: number): boolean => {
      const { page, found: { heading, text } } = this.sections[id]!
      const said = new Set(words(`${this.data[page]?.[1] ?? ''} ${heading} ${text}`).map(exact))
      return wanted.some(word => said.has(word))
    }
    return results.map(result => ({ result, own: holds(result.id as number) })).sort((a, b) => Number(b.own) - Number(a.own)).map(({ result }) => result)
  }

  /** Pages in the order of their best place; at most three places each. */
  find (query: string): { pages: FoundPage[], terms: string[] } {
    let results: SearchResult[] = this.index.search(query, { combineWith: 'AND' })
    if (results.length === 0) results = this.index.search(query)
    results = this.#asWritten(results, query)
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
