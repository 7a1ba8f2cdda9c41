import { parseMark } from './docx-parts.ts'
import { cellOf } from './fields.ts'
import type { Filling } from './filling.ts'
import { attributeOf, child, copy, descendants, elements, type XmlElement } from './xml.ts'

/** One row of a table to fill in: the item of a repeating section, or the bare row. */
interface Unit {
  element: XmlElement
  parent: XmlElement
  key: string
}

/** Gives every table as many rows as there are answers, each with its key in tags and bookmarks. */
export function writeRows (root: XmlElement, filling: Filling): void {
  const ids = new FreshIds(root)
  for (const [table, units] of findUnits(root)) {
    const keys = filling.keys(table, units.length)
    if (keys === undefined) continue
    const pattern = copy(units.at(-1)!.element)
    const patternKey = units.at(-1)!.key
    keys.forEach((key, i) => {
      const unit = units[i]
      if (unit !== undefined) {
        if (unit.key !== key) rename(unit.element, unit.key, key)
        return
      }
      const added = copy(pattern)
      ids.renew(added)
      rename(added, patternKey, key)
      renumber(added, units.length, i + 1)
      const { parent } = units.at(-1)!
      const after = parent.children.indexOf(units.at(-1)!.element) + 1 + i - units.length
      parent.children.splice(after, 0, added)
    })
  }
}

function findUnits (root: XmlElement): Map<string, Unit[]> {
  const units = new Map<string, Unit[]>()
  const search = (element: XmlElement, parent: XmlElement): void => {
    const isUnit = element.name === 'w:tr' || child(child(element, 'w:sdtPr'), 'w15:repeatingSectionItem') !== undefined
    const cell = isUnit ? firstCell(element) : undefined
    if (cell === undefined) {
      for (const below of elements(element)) search(below, element)
      return
    }
    const list = units.get(cell.table) ?? []
    list.push({ element, parent, key: cell.row })
    units.set(cell.table, list)
  }
  search(root, root)
  return units
}

function firstCell (element: XmlElement): ReturnType<typeof cellOf> {
  for (const tag of descendants(element, 'w:tag')) {
    const cell = cellOf(attributeOf(tag))
    if (cell !== undefined) return cell
  }
  return undefined
}

/** Writes a row's key into its tags, and behind the serial of its bookmarks: they name the blank document's row. */
function rename (row: XmlElement, from: string, to: string): void {
  for (const tag of descendants(row, 'w:tag')) {
    const segments = (attributeOf(tag)).split('.')
    if (segments.length !== 4 || segments[2] !== from) continue
    segments[2] = to
    tag.attributes.set('w:val', segments.join('.'))
  }
  for (const start of descendants(row, 'w:bookmarkStart')) {
    const mark = parseMark(attributeOf(start, 'w:name'))
    if (mark !== undefined) start.attributes.set('w:name', `tk_${mark.code}_${mark.serial}_${to}`)
  }
}

/** Says the new row's number where the pattern's stands: in the names of controls and in the row's own number. */
function renumber (row: XmlElement, from: number, to: number): void {
  for (const alias of descendants(row, 'w:alias')) {
    const name = attributeOf(alias)
    alias.attributes.set('w:val', name.replace(new RegExp(`\\brow ${from}\\b`), `row ${to}`))
  }
  for (const text of descendants(row, 'w:t')) {
    if (text.children.length === 1 && text.children[0] === String(from)) text.children[0] = String(to)
  }
}

/** Hands out ids that nothing in the file has: a counter, never chance, so that the same input gives the same bytes. */
class FreshIds {
  #control = 0
  #bookmark = 0

  constructor (root: XmlElement) {
    for (const node of descendants(root, 'w:id', 'w:bookmarkStart')) {
      if (node.name === 'w:id') this.#control = Math.max(this.#control, idOf(node, 'w:val'))
      else this.#bookmark = Math.max(this.#bookmark, idOf(node, 'w:id'))
    }
  }

  renew (row: XmlElement): void {
    const bookmarks = new Map<string, string>()
    for (const node of [row, ...descendants(row)]) {
      if (node.name === 'w:id') node.attributes.set('w:val', String(++this.#control))
      if (node.name === 'w:bookmarkStart') {
        const id = String(++this.#bookmark)
        bookmarks.set(attributeOf(node, 'w:id'), id)
        node.attributes.set('w:id', id)
      }
      if (node.name === 'w:bookmarkEnd') {
        const id = bookmarks.get(attributeOf(node, 'w:id'))
        if (id !== undefined) node.attributes.set('w:id', id)
      }
      // Ids of paragraphs must be unique too; without one Word makes its own.
      node.attributes.delete('w14:paraId')
      node.attributes.delete('w14:textId')
    }
  }
}

function idOf (element: XmlElement, attribute: string): number {
  const id = Number(element.attributes.get(attribute))
  return Number.isSafeInteger(id) && id < 2 ** 30 ? id : 0
}
