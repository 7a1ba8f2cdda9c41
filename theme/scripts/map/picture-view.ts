import { afterPicture, button, el, freeId, isLeaving } from '../page/dom.ts'
import { fileName, saveFile } from '../page/file.ts'
import { narrow } from '../workbook/map/frame.ts'
import type { CommunityMap, Organization } from '../workbook/map/organizations.ts'
import { frames, mostNames, pictureOf, Places, settle, type Picture } from '../workbook/map/picture.ts'
import { letterOf } from '../workbook/map/rim.ts'
import { aboutPicture, besidePicture, wordsOfPicture } from '../workbook/map/picture-said.ts'
import { takeaway } from '../workbook/map/said.ts'
import { atOnce, type Turns } from '../workbook/turns.ts'
import * as words from '../words/map.ts'
import type { MapContext } from './context.ts'
import { keyOfPicture } from './keys.ts'
import { MapList } from './list.ts'
import { standAlone, tell, toImage } from './stand-alone.ts'
import { drawTarget } from './target.ts'

/** From which width on, in pixels, words of the wide picture are at least 12 pixels high. */
const wideFrom = 1034
/** How long names are placed in one go, in milliseconds. */
const stretch = 8

/** The picture, what explains it, and the same as a list. */
export class PictureView {
  readonly element = el('div')
  readonly #figure = el('figure', { class: 'picture' })
  readonly #about = el('p', { id: freeId('map-about') })
  readonly #below = el('div', { class: 'picture__below' })
  readonly #missing = el('p', { class: 'small quiet' })
  readonly #list: MapList
  #svg: SVGSVGElement | null = null
  /** What is drawn. */
  #drawn = ''
  #map: CommunityMap | null = null
  /** As the browser tells it, 0 out of sight: asking for it would lay out the picture while somebody writes above it. */
  #width = 0
  /** Which drawing is under way: a later one takes its place. */
  #turn = 0

  /** @param titleId Of the map's title. @param print Prints the map on a page. */
  constructor (private readonly context: MapContext, private readonly titleId: string, heading: HTMLElement, print: () => void) {
    this.#list = new MapList(context)
    this.#figure.append(el('figcaption', {}, this.#about), this.#below)
    this.element.append(this.#figure, this.#missing,
      el('p', { class: 'btns' }, button(words.picture.print, 'main', print),
        button(words.picture.svg, 'second', () => { this.#save('svg') }), button(words.picture.png, 'second', () => { this.#save('png') })),
      heading, el('p', { class: 'quiet' }, words.listHint), this.#list.element)
    new ResizeObserver(([entry]) => {
      const before = this.#width
      this.appear(entry!.contentRect.width)
      if (this.#map !== null && ((before === 0) !== (this.#width === 0) || (before >= wideFrom) !== (this.#width >= wideFrom))) this.show(this.#map)
    }).observe(this.element)
  }

  /** It comes into sight in a place of this width in pixels: whoever knows it says so, and the marks wait for no layout. */
  appear (width: number): void {
    this.#width = width
  }

  /** Draws the map as far as it shows otherwise than before. Nothing happens while it is out of sight. */
  show (map: CommunityMap): void {
    this.#map = map
    if (this.#width === 0) return
    const isWide = this.#width >= wideFrom
    // Where names do not stand in it, a name that changes draws nothing anew.
    const named = isWide && map.organizations.length <= mostNames
    const seen = JSON.stringify([isWide, [...map.known], map.organizations.map(one => [one.key, named ? one.name : '', one.sector, one.tie, one.level, one.look])])
    if (seen === this.#drawn) {
      const names = new Map(map.organizations.map(one => [one.key, one.name]))
      for (const mark of this.#svg?.querySelectorAll<SVGElement>('[data-key]') ?? []) {
        const title = mark.querySelector('title')!
        const name = names.get(mark.dataset['key'] ?? '') ?? ''
        if (title.textContent !== name) title.textContent = name
      }
      this.#drawList(map)
      return
    }
    this.#drawn = seen
    const turn = ++this.#turn
    const draw = (picture: Picture): void => { if (turn === this.#turn && !isLeaving()) this.#draw(map, picture, isWide) }
    if (!isWide) draw(pictureOf(map, narrow, words.nobodyYet, this.#places))
    else {
      if (named) this.#drawMarks(map)
      inTurns(settle(map, frames.screen, words.nobodyYet, this.#places), draw)
    }
  }

  #picture: Picture | null = null
  /** What the marks show that are drawn. */
  #marks = ''

  /** Marks stand at once, with the names that stay; the others come when they have found their places. */
  #drawMarks (map: CommunityMap): void {
    const seen = JSON.stringify([[...map.known], map.organizations.map(one => [one.key, one.sector, one.tie, one.level, one.look])])
    if (seen === this.#marks) return
    this.#marks = seen
    const before = this.#picture
    // Where names found no room before, they will hardly do now.
    const frame = before?.frame === frames.screen[1] ? before.frame : frames.screen[0]
    const picture = pictureOf(map, frame, words.nobodyYet, this.#places)
    const said = new Set(map.organizations.map(saidInPicture))
    const labels = before?.frame === frame ? before.labels.filter(({ of }) => said.has(saidInPicture(of))) : []
    this.#drawPicture(map, { ...picture, labels }, 'wide')
  }

  #places = new Places()

  /** Takes the picture and all that explains it away; what is under way is not drawn any more. */
  forget (): void {
    this.#turn++
    this.#drawn = this.#marks = ''
    this.#map = this.#picture = null
    this.#places = new Places()
    this.#svg?.remove()
    this.#svg = null
    for (const part of [this.#about, this.#below, this.#missing]) part.replaceChildren()
    this.#list.forget()
  }

  #draw (map: CommunityMap, picture: Picture, isWide: boolean): void {
    this.#picture = picture
    const look = isWide ? 'wide' : 'narrow'
    // Hundreds of numbers take longer to lay out than the marks in which they stand.
    const bare = this.#svg === null && picture.frame.numbers !== null
    this.#drawPicture(map, picture, look, bare)
    this.#about.textContent = aboutPicture(map, picture)
    this.#below.replaceChildren(...picture.frame.rim.kind === 'names' ? [] : [keyOfPicture(map.of, picture)], ...picture.letters ? [rimList(map, picture)] : [])
    this.#missing.textContent = besidePicture(map, picture)
    // In a turn of its own: a key in between is answered first.
    const turn = this.#turn
    afterPicture(() => {
      if (turn !== this.#turn) return
      if (bare) this.#drawPicture(map, picture, look)
      afterPicture(() => { if (turn === this.#turn) this.#drawList(map) })
    })
  }

  /** @param bare Whether marks have no numbers in them yet. */
  #drawPicture (map: CommunityMap, picture: Picture, look: 'wide' | 'narrow', bare = false): void {
    const svg = drawTarget(picture, map.of, look, this.titleId, this.#about.id, bare)
    if (this.#svg === null) this.#below.before(this.#svg = svg)
    else renew(this.#svg, svg)
  }

  #drawList (map: CommunityMap): void {
    const picture = this.#picture
    if (picture === null) return
    this.#list.show(map, { numbers: picture.frame.numbers !== null, letters: picture.letters })
  }

  #save (ending: 'svg' | 'png'): void {
    const map = this.#map
    if (map === null) return
    const picture = atOnce(settle(map, frames.screen, words.nobodyYet, this.#places))
    const title = takeaway(map)
    const drawn = drawTarget(picture, map.of, 'wide', '', '')
    tell(drawn, title, wordsOfPicture(map, picture))
    const svg = standAlone(drawn, title)
    const name = fileName(words.picture.file, ending)
    const done = (content: BlobPart, type: string): void => {
      saveFile(name, content, type)
      this.context.page.notice(words.picture.saved({ name }))
    }
    if (ending === 'svg') done(`<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`, 'image/svg+xml')
    else {
      toImage(svg, drawn.width.baseVal.value, drawn.height.baseVal.value).then(blob => { done(blob, 'image/png') }, (error: unknown) => {
        console.error(error)
        this.context.page.notice(words.picture.failed)
      })
    }
  }
}

/** What keeps a name where it stands in the picture: who it is, and where. */
function saidInPicture ({ key, name, sector, tie }: Organization): string {
  return JSON.stringify([key, name, sector, tie])
}

/** Makes one picture look as another does, and changes only what differs: the browser lays out the rest no second time. */
function renew (old: SVGSVGElement, now: SVGSVGElement): void {
  for (const { name, value } of now.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value)
  const [before, after] = [[...old.childNodes], [...now.childNodes]]
  after.forEach((node, i) => {
    const same = before[i]
    if (same === undefined) old.append(node)
    else if (!same.isEqualNode(node)) same.replaceWith(node)
  })
  for (const node of before.slice(after.length)) node.remove()
}

/** Which letter is which sector. */
function rimList ({ of }: CommunityMap, { counts, open }: Picture): HTMLElement {
  return el('ol', { class: 'rim', 'aria-label': words.keys.rim }, ...of.sectors.map(({ label }, sector) => {
    const count = counts[sector]!.reduce((sum, one) => sum + one, 0)
    return el('li', {}, el('b', {}, letterOf(sector)), ' ', label, ' ', el('span', { class: 'count' }, open[sector] === true ? words.nobodyYet : String(count)))
  }))
}

/** Does work in turns; a key in between is answered at once. */
function inTurns<T> (turns: Turns<T>, done: (value: T) => void): void {
  const end = performance.now() + stretch
  do {
    const step = turns.next()
    if (step.done === true) {
      done(step.value)
      return
    }
  } while (performance.now() < end)
  setTimeout(() => { inTurns(turns, done) })
}
