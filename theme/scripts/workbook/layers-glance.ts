import { layerTexts, type Layer } from './layers.ts'
import { isClosed, tellsOurs } from './layer-id.ts'
import type { Workbook } from './workbook.ts'

/** What rounds and views of colleagues are in, at a glance. */
export interface LayersGlance {
  /** The latest round; null where none is closed. */
  round: { name: string, day: string } | null
  /** How many views of others are kept. */
  views: number
  /** How many halves of partners nobody has seen yet. */
  halves: number
}

type Head = Pick<Layer, 'kind' | 'name' | 'day' | 'at' | 'views'>

/**
 * Tells what layers there are without keeping what they hold.
 * @param read What layers said of themselves before, by id and length: they change by erasing alone, which makes them shorter.
 */
export function glanceAt (book: Workbook, read = new Map<string, Head>()): LayersGlance {
  const heads = new Map<string, Head>()
  let round: Head | null = null
  let [views, halves] = [0, 0]
  for (const [id, text] of layerTexts(book)) {
    if (text === '') continue
    const key = `${id} ${text.length}`
    const head = read.get(key) ?? headOf(text)
    heads.set(key, head)
    if (head.kind === 'round') {
      if (round === null || head.day > round.day || (head.day === round.day && head.at > round.at)) round = head
    } else if (isClosed(id)) {
      halves++
    } else if (!tellsOurs(id)) {
      views += head.views ?? 1
    }
  }
  read.clear()
  for (const [key, head] of heads) read.set(key, head)
  return { round, views, halves }
}

function headOf (text: string): Head {
  const { kind, name, day, at, views } = JSON.parse(text) as Head
  return { kind, name, day, at, ...(views !== undefined && { views }) }
}
