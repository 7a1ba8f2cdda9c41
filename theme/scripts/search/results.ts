import { el } from '../page/dom.ts'
import type { FoundPage } from './index.ts'
import { plain, word } from './words.ts'
import { excerptFrom, excerptTo, principle } from '../words/search.ts'

const excerptLength = 180

/** The list of what was found. */
export function resultList (pages: readonly FoundPage[], terms: readonly string[], root: string): HTMLElement {
  const wanted = new Set(terms)
  return el('ol', { class: 'hits' }, ...pages.map(page => el('li', { class: page.principle > 0 ? `p${page.principle}` : '' },
    el('a', { href: root + page.path }, ...marked(page.title, wanted)),
    page.principle > 0 ? el('p', { class: 'small quiet' }, principle({ number: page.principle })) : '',
    ...page.sections.length === 0
      ? [el('p', {}, ...marked(excerpt(page.text, wanted), wanted))]
      : [el('ul', {}, ...page.sections.map(section => el('li', {},
          el('a', { href: `${root}${page.path}${section.anchor === '' ? '' : `#${section.anchor}`}` }, ...marked(section.heading, wanted)),
          el('p', { class: 'small' }, ...marked(excerpt(section.text, wanted), wanted)))))])))
}

/** The text around the first word that was found. */
function excerpt (text: string, wanted: ReadonlySet<string>): string {
  if (text.length <= excerptLength) return text
  let at = 0
  for (const match of text.matchAll(new RegExp(word, 'gu'))) {
    if (wanted.has(plain(match[0]))) {
      at = match.index
      break
    }
  }
  const from = at < 60 ? 0 : text.lastIndexOf(' ', at - 50) + 1
  const rest = text.slice(from)
  const to = rest.length <= excerptLength ? rest.length : rest.lastIndexOf(' ', excerptLength)
  const end = to < rest.length ? excerptTo({ text: rest.slice(0, to) }) : rest
  return from > 0 ? excerptFrom({ text: end }) : end
}

function marked (text: string, wanted: ReadonlySet<string>): (Node | string)[] {
  return text.split(word).map((piece, i) => i % 2 === 1 && wanted.has(plain(piece)) ? el('mark', {}, piece) : piece)
}
