import { rowNumber } from '../workbook/row-key.ts'

/** Attributes that hold names and ids; in all others, ROW stands for the row's number. */
const technical = new Set(['id', 'name', 'for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'data-row', 'data-item', 'headers'])

interface Blank {
  /** Which of the row's nodes, in document order. */
  node: number
  /** Null for words. */
  attribute: string | null
  text: string
}

/**
 * The row from which others are made. Names and ids say ROW where the key stands; words say ROW where the number stands.
 * Where, is looked up once: a thousand rows are not walked through again.
 */
export class RowTemplate {
  readonly #blanks: Blank[] = []

  /** @param more A cell that each row gets too. */
  constructor (private readonly row: HTMLTableRowElement | null, more: HTMLElement) {
    if (row === null) return
    row.append(more)
    nodesOf(row).forEach((node, i) => {
      if (node instanceof Element) {
        for (const { name, value } of node.attributes) if (value.includes('ROW')) this.#blanks.push({ node: i, attribute: name, text: value })
      } else if (node.nodeValue?.includes('ROW') === true) {
        this.#blanks.push({ node: i, attribute: null, text: node.nodeValue })
      }
    })
  }

  /** Null where the page has no template. */
  make (key: string): HTMLTableRowElement | null {
    if (this.row === null) return null
    const row = document.importNode(this.row, true)
    const nodes = nodesOf(row)
    const number = String(rowNumber(key))
    for (const { node, attribute, text } of this.#blanks) {
      if (attribute === null) nodes[node]!.nodeValue = text.replaceAll('ROW', number)
      else (nodes[node] as Element).setAttribute(attribute, text.replaceAll('ROW', technical.has(attribute) ? key : number))
    }
    row.dataset['row'] = key
    return row
  }
}

function nodesOf (row: Element): Node[] {
  const walker = document.createTreeWalker(row, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
  const nodes: Node[] = []
  for (let node: Node | null = walker.currentNode; node !== null; node = walker.nextNode()) nodes.push(node)
  return nodes
}
