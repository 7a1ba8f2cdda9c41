import { toFetch, within } from '../workbook/circuit.ts'
import { el } from '../page/dom.ts'
import type { FillContent, FilledDocument } from '../documents/api.ts'
import { setText } from '../page/keeper.ts'
import type { Page } from '../page/page.ts'
import { fileName, saveFile } from '../page/file.ts'
import { fromBase64 } from '../workbook/base64.ts'
import type { DocumentDefinition, Guide, InstrumentDefinition, TableDefinition } from '../workbook/guide.ts'
import { blankKeys } from '../workbook/guide-index.ts'
import { rowKeys } from '../workbook/rows.ts'
import { agency, type Partner, type Workbook } from '../workbook/workbook.ts'
import { reportList, whenNear } from '../page/report-offer.ts'
import type { Draft } from '../workbook/report.ts'
import { nameOf } from '../workbook/unnamed.ts'
import * as files from '../words/exports.ts'
import * as words from '../words/exchange.ts'
import { isNetwork, kumuList } from './kumu.ts'
import { endings, fillable, type Fillable, type Format } from './fillable.ts'
import { SourceChoice, type Chosen } from './source-choice.ts'

/** The document of a page with the answers of this browser in it. */
export async function startDownloads (section: HTMLElement, page: Page): Promise<void> {
  const place = section.querySelector<HTMLElement>('[data-filled]')
  const id = section.dataset['document'] ?? ''
  if (place === null) return
  const [guide, manifest] = await Promise.all([page.load('guide'), page.load('manifest')])
  const document = guide.documents.find(d => d.id === id)
  if (document === undefined || document.instruments.length === 0) return
  const perPartner = guide.instruments.some(i => document.instruments.includes(i.id) && i.perPartner === true)
  const status = el('p', { class: 'small', role: 'status' })
  const about = el('p', { class: 'quiet small' })
  const list = el('ul', { class: 'files' })
  const source = new SourceChoice(page, document, () => { prepared.clear() })
  for (const format of endings) {
    if (manifest[`${format}/${id}`] === undefined) continue
    const offer = el('li', {}, el('button', { type: 'button', class: 'linkbtn', 'data-fill': format, onclick: () => { void make(format) } },
      fillable[format].name, el('span', { class: 'vh' }, ` ${words.formatWithAnswers}`)),
    el('span', {}, fillable[format].about))
    whenNear(offer, () => { prepare(format) })
    list.append(offer)
  }
  if (list.childElementCount === 0) return
  const say = (text: string): void => { setText(status, text) }
  place.append(el('h3', {}, words.withAnswers), about, source.element, list, ...besides(guide, document, page, say), el('p', { class: 'quiet small' }, files.outside), status)

  /** Files that are made, or being made, with all that is answered now. */
  const prepared = new Map<Format, Promise<FilledDocument>>()

  async function fill (format: Format): Promise<FilledDocument> {
    const picture = pictureOf(guide, document!, page, source.chosen.book, fillable[format].picture)
    return await fillable[format].fill(page, page.load(`${format}/${id}`).then(fromBase64), async () => ({
      ...await picture, ...contentOf(guide, document!, perPartner ? page.partner.current : null, source.chosen)
    }))
  }

  /** Whoever comes near the button waits less once it is pressed. */
  function prepare (format: Format): void {
    const filled = fill(format)
    prepared.set(format, filled)
    // The press tries again.
    filled.catch(() => { if (prepared.get(format) === filled) prepared.delete(format) })
  }

  async function make (format: Format): Promise<void> {
    setText(status, files.making)
    try {
      const filled = await within(prepared.get(format) ?? fill(format), toFetch)
      const name = fileName(id, format)
      saveFile(name, filled.bytes as Uint8Array<ArrayBuffer>, fillable[format].mediaType)
      const left = Object.values(filled.rowsLeftOut).reduce((sum, rows) => sum + rows.length, 0)
      setText(status, [
        files.handed({ name }), ...left > 0 ? [words.leftOut({ count: left })] : [],
        ...filled.notShownWhole.length > 0 ? [words.notWhole({ count: filled.notShownWhole.length })] : []
      ].join(' '))
    } catch (error) {
      console.error(error)
      prepared.delete(format)
      setText(status, files.couldNotMake)
    }
  }

  const show = (): void => {
    const partner = page.partner.current
    about.hidden = !perPartner
    setText(about, partner === null ? words.choosePartner : words.aboutPartner({ name: nameOf(partner) }))
    source.show()
  }
  page.partner.listen(() => {
    prepared.clear()
    show()
  })
  page.session.listen(change => {
    // Answers that were changed, locked or erased are in no file that waits here.
    prepared.clear()
    if (change === 'elsewhere' || page.session.status.lock === 'locked') show()
  })
  show()
}

/** What of a document can be had by itself: its drafts and its tables. */
function besides (guide: Guide, document: DocumentDefinition, page: Page, say: (text: string) => void): HTMLElement[] {
  return [...draftsOf(guide, document).flatMap(({ id, draft, perPartner }) => [
    el('h4', {}, draft!.title), el('p', { class: 'quiet small' }, words.draftHint),
    reportList(draft!.title, ['docx'], page, () => ({ kind: 'draft', instrument: id, partner: perPartner === true ? chosen(page) : null }), say, 'draft')
  ]), ...tablesOf(guide, document).flatMap(table => [
    el('h4', {}, words.table({ table: table.label })),
    reportList(table.label, ['xlsx', 'csv'], page, () => ({ kind: 'table', table: table.id, partner: table.perPartner ? page.partner.current?.id ?? null : null }), say),
    ...table.definition === undefined ? [] : [kumuList(table.definition, page, () => table.perPartner ? page.partner.current?.id ?? null : agency, say)]
  ])]
}

/** Whom the page is about. */
function chosen ({ partner: { current } }: Page): Draft['partner'] {
  return current === null ? null : { id: current.id, name: nameOf(current) }
}

/** Worksheets of the document that become a running text. */
function draftsOf (guide: Guide, document: DocumentDefinition): InstrumentDefinition[] {
  return guide.instruments.filter(i => document.instruments.includes(i.id) && i.draft !== undefined)
}

/** Tables that the document's instruments ask people to fill in. */
function tablesOf (guide: Guide, document: DocumentDefinition): { id: string, label: string, perPartner: boolean, definition?: TableDefinition }[] {
  return guide.instruments.filter(i => document.instruments.includes(i.id)).flatMap(instrument => instrument.parts.flatMap(part =>
    'table' in part ? [{ id: part.table.id, label: part.table.label, perPartner: instrument.perPartner === true, ...isNetwork(part.table) && { definition: part.table } }] : []))
}

/** The picture that goes with the document's answers. Without it the file is whole all the same: it holds the table. */
async function pictureOf (guide: Guide, { instruments }: DocumentDefinition, page: Page, book: Workbook, type: Fillable['picture']): Promise<Pick<FillContent, 'picture'>> {
  if (!guide.instruments.some(({ id, parts }) => instruments.includes(id) && parts.some(part => 'table' in part && part.table.role === 'map'))) return {}
  try {
    const picture = await (await page.load('map')).pictureInDocument(page, book, instruments, type)
    return picture === null ? {} : { picture }
  } catch (error) {
    console.error(error)
    return {}
  }
}

/** What goes into a document: the agency's answers and those about one partner. @param from Which answers. */
function contentOf (guide: Guide, document: DocumentDefinition, partner: Partner | null, { book, from }: Chosen): FillContent {
  const answers = new Map<string, string>()
  const rows = new Map<string, readonly string[]>()
  for (const instrument of guide.instruments) {
    if (!document.instruments.includes(instrument.id)) continue
    const subject = instrument.perPartner === true ? partner?.id : agency
    if (subject === undefined) continue
    for (const [field, answer] of book.subjects.get(subject)?.answers ?? []) {
      if (field.startsWith(instrument.id + '.') && answer.value !== '') answers.set(field, answer.value)
    }
    for (const part of instrument.parts) {
      if (!('table' in part) || part.table.fixedRows !== undefined) continue
      rows.set(part.table.id, rowKeys(book, subject, { id: part.table.id, blankKeys: blankKeys(part.table), canGrow: true }))
    }
  }
  return { guide, document, from, answers, rows, ...(partner !== null && { partner: { id: partner.id, name: nameOf(partner) } }) }
}
