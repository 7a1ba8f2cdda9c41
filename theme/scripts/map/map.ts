import { afterPause, afterPicture, button, el, freeId, levelBefore } from '../page/dom.ts'
import type { Page } from '../page/page.ts'
import { aboutToPrint } from '../page/print.ts'
import { offerReport } from '../page/report-offer.ts'
import { wear } from '../page/sheet.ts'
import { whenGone } from '../page/when-gone.ts'
import { today } from '../workbook/day.ts'
import { findingsOf } from '../workbook/map/findings.ts'
import { mapTable, readMap, withoutRows, type CommunityMap } from '../workbook/map/organizations.ts'
import { takeaway } from '../workbook/map/said.ts'
import * as words from '../words/map.ts'
import { Asks } from './asks.ts'
import { Board } from './board.ts'
import type { MapContext } from './context.ts'
import { signKey } from './keys.ts'
import { PaperSheet } from './paper.ts'
import { PictureView } from './picture-view.ts'
import { writeMap } from './report.ts'
import { Tells } from './tells.ts'

type View = 'board' | 'picture' | 'told'

/** How long after a key the map follows, in milliseconds. */
const pause = 200

/** The community map: board, picture, and what it tells. It follows what is typed into the table. */
export async function startMap (section: HTMLElement, page: Page): Promise<void> {
  const [guide] = await Promise.all([page.load('guide'), wear('map', page)])
  const of = mapTable(guide)
  if (of === null) return
  // Of two maps the first is read, as `check` says: below the other there is none.
  if ((section.dataset['map'] ?? of.table.id) !== of.table.id) return
  const context: MapContext = { page, guide, of }
  section.classList.add('map')
  if (of.instrument.principle !== undefined) section.classList.add(`p${of.instrument.principle}`)
  if (section.dataset['small'] !== undefined) showSmall(section, context)
  else new MapPart(section, context).show()
}

/** The whole of it, below the table. */
class MapPart {
  readonly #title: HTMLElement
  readonly #hint = el('p', { class: 'quiet' })
  readonly #views: Record<View, { tab: HTMLButtonElement, panel: HTMLElement }>
  readonly #told = el('span', { class: 'count' })
  readonly #board: Board
  readonly #picture: PictureView
  readonly #tells: Tells
  readonly #asks: Asks
  readonly #nameless = el('p', { class: 'small quiet' })
  readonly #filtered = el('p', { class: 'small quiet', hidden: true })
  readonly #table: Element | null
  /** What there is to fill, as long as nobody is on the map. */
  readonly #empty: Board
  readonly #body = el('div')
  #view: View = 'board'
  /** In pixels, as the browser tells it. */
  #width = 0
  /** Which telling is under way: a later one takes its place. */
  #telling = 0
  /** Sectors for which the plan has a step. */
  #planned: ReadonlySet<number> = new Set()

  constructor (private readonly section: HTMLElement, private readonly context: MapContext) {
    const level = levelBefore(section) + 1
    const { page, guide, of } = context
    this.#title = heading(level, '')
    this.#title.id = freeId('map-title')
    this.#tells = new Tells(context, level + 1)
    this.#asks = new Asks(context, section.closest('.instrument') ?? section)
    this.#board = new Board(context, sector => { this.#tells.planSector(sector) })
    this.#empty = new Board(context, () => {}, true)
    this.#empty.element.classList.add('not-on-paper')
    const sheet = new PaperSheet(context, section, () => withoutRows(this.#read(), this.#hiddenRows()))
    this.#picture = new PictureView(context, this.#title.id, heading(level + 1, words.sameAsList), () => { sheet.print('picture') })
    const tab = (view: View, ...name: (Node | string)[]): HTMLButtonElement => {
      const made = el('button', { type: 'button', class: 'views__tab', onclick: () => { this.#choose(view) } })
      made.append(...name)
      return made
    }
    this.#views = {
      board: { tab: tab('board', words.views.board), panel: el('div', {}, signKey(of), this.#board.element, el('p', { class: 'small quiet' }, words.boardHint),
        el('p', { class: 'btns' }, button(words.picture.print, 'second', () => { sheet.print('board') }))) },
      picture: { tab: tab('picture', words.views.picture), panel: this.#picture.element },
      told: { tab: tab('told', words.views.told, ' ', this.#told), panel: this.#tells.element }
    }
    const views = Object.values(this.#views)
    const files = offerReport(words.takeMap, ['docx', 'xlsx', 'csv'], page, () => ({ kind: 'written', written: writeMap(guide, page.session.book) }))
    this.#body.append(el('div', { class: 'views', role: 'group', 'aria-label': words.views.label }, ...views.map(view => view.tab)), this.#nameless, this.#filtered, ...views.map(view => view.panel), files)
    section.append(this.#title, this.#hint, this.#empty.element, this.#body)
    const later = afterPause(() => { this.show() }, pause)
    page.session.listen(change => { if (change !== 'status') later() })
    whenGone(page.session, () => { this.#forget() })
    this.#table = section.closest('.instrument')?.querySelector(`[data-table="${CSS.escape(of.table.id)}"]`) ?? null
    if (this.#table !== null) new MutationObserver(later).observe(this.#table, { subtree: true, attributeFilter: ['hidden'] })
    addEventListener(aboutToPrint, () => { this.show() })
    new ResizeObserver(([entry]) => { this.#width = entry!.contentRect.width }).observe(this.#body)
    this.#choose('board')
  }

  #choose (view: View): void {
    this.#view = view
    if (view === 'picture') this.#picture.appear(this.#width)
    for (const [name, { tab, panel }] of Object.entries(this.#views)) {
      tab.setAttribute('aria-pressed', String(name === view))
      panel.hidden = name !== view
    }
    this.show()
  }

  #read (): CommunityMap {
    return readMap(this.context.of, this.context.page.session.book, today())
  }

  show (): void {
    const { page } = this.context
    this.section.hidden = page.session.status.lock === 'locked'
    const map = this.#read()
    const isEmpty = map.organizations.length === 0
    this.#title.textContent = takeaway(map)
    this.#hint.textContent = isEmpty ? words.emptyHint : ''
    this.#hint.hidden = !isEmpty
    this.#empty.element.hidden = !isEmpty
    if (isEmpty) this.#empty.show(map, new Set())
    this.#body.hidden = isEmpty
    this.#nameless.hidden = map.nameless.length === 0
    this.#nameless.textContent = words.nameless({ count: map.nameless.length })
    const shown = withoutRows(map, this.#hiddenRows())
    const count = shown.organizations.length
    this.#filtered.hidden = count === map.organizations.length
    this.#filtered.textContent = words.filtered({ shown: count, all: map.organizations.length })
    if (this.#view === 'board') this.#board.show(shown, this.#planned)
    if (this.#view === 'picture') this.#picture.show(shown)
    // Of what was read of the map before another reading nothing is told.
    const telling = ++this.#telling
    afterPicture(() => { if (telling === this.#telling) this.#tell(map) })
  }

  /** Nothing stays of a workbook that is here no more, in views that are not shown either. */
  #forget (): void {
    this.#board.show(this.#read(), new Set())
    this.#picture.forget()
    this.#tells.show([])
    this.#asks.show([], false)
    this.show()
  }

  /** Works out what the map tells. */
  #tell (map: CommunityMap): void {
    const { page, guide } = this.context
    const findings = findingsOf(map, guide, page.session.book, today())
    this.#told.textContent = String(findings.filter(finding => !finding.aside).length)
    this.#asks.show(findings, map.organizations.length > 0)
    const before = [...this.#planned].join()
    this.#planned = new Set(findings.flatMap(({ kind, facts }) => kind === 'open' ? facts : []).flatMap(({ sector, planned }) => planned && sector !== null ? [sector] : []))
    if (this.#view === 'told') this.#tells.show(findings)
    // An open sector is planned for from the board too.
    else this.#tells.know(findings)
    if (this.#view === 'board' && [...this.#planned].join() !== before) this.#board.show(withoutRows(map, this.#hiddenRows()), this.#planned)
  }

  /** Rows of the table that a search or a filter leaves out: the board and the picture show the same. */
  #hiddenRows (): Set<string> {
    return new Set([...this.#table?.querySelectorAll<HTMLElement>('tr[data-row][hidden]') ?? []].map(row => row.dataset['row'] ?? ''))
  }
}

/** A look from the workbook: the title, and how many stand where. */
function showSmall (section: HTMLElement, context: MapContext): void {
  const { page, of } = context
  const title = el('h2', {}, of.instrument.title)
  const said = el('p', { class: 'map__said' })
  const board = new Board(context, () => {}, true)
  section.append(title, said, board.element, el('p', {}, el('a', { href: page.root + of.instrument.page }, words.toMap)))
  const show = (): void => {
    const map = readMap(of, page.session.book, today())
    section.hidden = map.organizations.length === 0 || page.session.status.lock === 'locked'
    said.textContent = takeaway(map)
    board.show(map, new Set())
  }
  const later = afterPause(show)
  page.session.listen(change => { if (change !== 'status') later() })
  whenGone(page.session, show)
  show()
}

function heading (level: number, text: string): HTMLElement {
  return el(`h${Math.min(level, 6)}` as 'h4', { class: 'map__title' }, text)
}
