import { el, freeId, isLeaving } from '../page/dom.ts'
import { aboutToPrint } from '../page/print.ts'
import { printOne } from '../page/print-one.ts'
import type { CommunityMap } from '../workbook/map/organizations.ts'
import { frames, Places, settle, type Picture } from '../workbook/map/picture.ts'
import { aboutPicture, besidePicture } from '../workbook/map/picture-said.ts'
import { takeaway } from '../workbook/map/said.ts'
import { atOnce } from '../workbook/turns.ts'
import * as words from '../words/map.ts'
import { Board } from './board.ts'
import type { MapContext } from './context.ts'
import { keyOfPicture, signKey } from './keys.ts'
import { MapList } from './list.ts'
import { drawTarget } from './target.ts'

/** Up to how many organizations their list stands on the page of the picture. */
const mostBeside = 60

/** The map on paper: one page across, in measures of its own. */
export class PaperSheet {
  /** Stands in the part while the whole page prints. */
  #inPart: HTMLElement | null = null
  /** Two pages that are printed one after the other differ in what was changed alone. */
  #places = new Places()

  constructor (private readonly context: MapContext, part: HTMLElement, private readonly read: () => CommunityMap) {
    addEventListener(aboutToPrint, () => {
      this.#inPart?.remove()
      this.#inPart = null
      const map = read()
      if (document.body.classList.contains('print-one') || part.hidden || map.organizations.length === 0) return
      this.#inPart = el('section', { class: 'map-sheet' }, ...this.#picture(map, 'h3'))
      part.append(this.#inPart)
    })
    addEventListener('afterprint', () => {
      this.#inPart?.remove()
      this.#inPart = null
    })
  }

  /** Prints it alone. */
  print (what: 'picture' | 'board'): void {
    if (isLeaving()) return
    const map = this.read()
    const sheet = el('section', { class: `map-sheet p${this.context.of.instrument.principle ?? ''}` }, ...what === 'picture' ? this.#picture(map, 'h2') : this.#board(map))
    document.querySelector('main > .wrap')?.append(sheet)
    addEventListener('afterprint', () => { sheet.remove() }, { once: true })
    printOne(sheet)
  }

  #picture (map: CommunityMap, tag: 'h2' | 'h3'): HTMLElement[] {
    const picture = atOnce(settle(map, frames.paper, words.nobodyYet, this.#places))
    const [title, about] = [freeId('map-paper'), freeId('map-paper-about')]
    const beside = picture.frame.rim.kind === 'letters' && map.organizations.length <= mostBeside
    const list = picture.letters ? [this.#list(map, picture, beside ? 'beside' : 'page')] : []
    const key = picture.frame.rim.kind === 'letters' ? [keyOfPicture(map.of, picture, beside)] : []
    const said = besidePicture(map, picture)
    const missing = said === '' ? [] : [el('p', { class: 'small' }, said)]
    return [
      el(tag, { id: title }, takeaway(map)), el('p', { id: about, class: 'small' }, aboutPicture(map, picture)),
      el('div', { class: picture.frame.rim.kind === 'letters' ? 'map-sheet__two' : '' }, withPicture(drawTarget(picture, map.of, 'paper', title, about), ...beside ? [...key, ...missing] : []), ...beside ? list : key),
      ...beside ? [] : [...missing, ...list]
    ]
  }

  #list (map: CommunityMap, { frame }: Picture, paper: 'page' | 'beside'): HTMLElement {
    const list = new MapList(this.context, paper)
    list.show(map, { numbers: frame.numbers !== null, letters: true })
    return list.element
  }

  #board (map: CommunityMap): HTMLElement[] {
    const board = new Board(this.context, () => {})
    board.show(map, new Set())
    return [el('h2', {}, takeaway(map)), signKey(map.of), board.element]
  }
}

function withPicture (picture: SVGElement, ...below: HTMLElement[]): HTMLElement {
  const box = el('div', {}, ...below)
  box.prepend(picture)
  return box
}
