import { button, el, focusOn } from '../page/dom.ts'
import type { FilledFrom, ReadDocument } from '../workbook/read-document.ts'
import type { Page } from '../page/page.ts'
import { setText } from '../page/keeper.ts'
import { plainName } from '../workbook/alike.ts'
import { compareDocument, isOfAnother } from '../compare/compare.ts'
import type { Edit } from '../workbook/edit.ts'
import type { Guide } from '../workbook/guide.ts'
import { roundSince } from '../workbook/filled-from.ts'
import { dayText, GuideIndex } from '../workbook/guide-index.ts'
import { matchPartner, namesIn, partnerNamed, perPartner } from '../compare/whom.ts'
import { agency, partnersOf, type Partner } from '../workbook/workbook.ts'
import { isOtherView, offerBeside } from './beside.ts'
import { Offer } from './offer.ts'
import { remarksList } from './remarks.ts'
import { nameOf } from '../workbook/unnamed.ts'
import { listOf } from '../workbook/in-words.ts'
import { outcome, recognized } from './sentences.ts'
import * as words from '../words/exchange.ts'
import { askPartners, type PartnerAsked } from './whom.ts'

/** Where the outcome of a file is shown. */
export interface Shown {
  box: HTMLElement
  page: Page
  /** Name of the file. */
  file: string
  /** Whether the outcome takes the focus, so that it is read next. */
  focus: boolean
}

/** Says of which answers a document was made, where these are not today's. */
function tellSource (from: FilledFrom | undefined, page: Page): HTMLElement[] {
  if (from === undefined) return []
  const { kind, name = '' } = from
  const day = dayText(from.day)
  const since = roundSince(page.session.book, from)
  return kind === 'round' ? [el('p', { class: 'say' }, words.fromRound({ name, day }))]
    : kind === 'view' ? [el('p', { class: 'say' }, words.fromView({ name, day }))]
      : since === null ? [] : [el('p', { class: 'say' }, words.beforeRound({ name: since.layer.name, day }))]
}

/** Shows in what a filled document differs, once it is clear whom it is about. Returns in a sentence what came of it. */
export function showDocument (read: ReadDocument, guide: Guide, { box, page, file, focus }: Shown): string {
  const index = new GuideIndex(guide)
  const definition = guide.documents.find(d => d.id === read.document)
  box.append(el('p', {}, recognized(read.format, definition?.title ?? words.noTitle, read.metadata?.guide ?? '')))
  if (read.metadata !== null && read.metadata.guide !== '' && read.metadata.guide !== guide.version) {
    box.append(el('p', { class: 'say' }, words.olderGuide({ theirs: read.metadata.guide, ours: guide.version })))
  }
  if (read.remarks.some(remark => remark.kind === 'no-fields')) {
    box.append(el('p', { class: 'say', role: 'alert' }, words.noFields[read.format]))
    return ''
  }
  box.append(...tellSource(read.metadata?.layer, page))
  const about = el('p')
  const other = el('p', { class: 'say', hidden: true })
  const place = el('div')
  const beside = el('div')
  box.append(about, other, place, beside, ...remarksList(read.remarks, index))

  const named = namesIn(read, perPartner(read, index))
  const { session } = page
  const made = read.metadata?.partner
  const ask = (chosen: readonly (PartnerAsked | null)[]): HTMLElement => {
    about.replaceChildren()
    other.hidden = true
    const form = askPartners(named.map(({ name, instruments }, i) => ({
      name, id: made !== undefined && plainName(name) === plainName(made.name) ? made.id : null, chosen: chosen[i]!, parts: named.length === 1 ? [] : instruments.map(id => index.instrument(id)?.title ?? id)
    })), () => session.book, partners => { compare(partners, true) })
    place.replaceChildren(form)
    return form.querySelector<HTMLElement>('fieldset')!
  }

  const compare = (partners: readonly PartnerAsked[], focus: boolean): string => {
    tellWhom(partners)
    /** An earlier file may have brought the partner. */
    const known = ({ id, name }: PartnerAsked): Partner | undefined => partnersOf(session.book, true).find(p => p.id === id) ?? partnerNamed(name, session.book)
    const count = new Offer(place, page, index, () => {
      const names = new Map<string, string>()
      const whose = new Map<string, string>()
      const added = new Map<string, Edit>()
      for (const [i, partner] of partners.entries()) {
        const now = known(partner)
        const id = now?.id ?? partner.id
        names.set(id, partner.name)
        for (const instrument of named[i]!.instruments) whose.set(instrument, id)
        if (now === undefined) added.set(id, { kind: 'partner', id, name: partner.name })
      }
      const nameOf = (subject: string): string | null => names.get(subject) ?? null
      const subjectOf = (instrument: string): string | null => whose.get(instrument) ?? (index.instrument(instrument)?.perPartner === true ? null : agency)
      const differences = compareDocument(read, { index, book: session.book, subjectOf, nameOf, stamp: () => session.clock.next() })
      if (isOtherView(differences, index)) place.before(beside)
      return { differences, added, nameOf }
    }, taken => {
      const subjects = taken.flatMap(({ subject }) => subject === agency ? [] : [subject])
      if (taken.length > 0) about.querySelector('button')?.remove()
      if (subjects.length > 0 && !subjects.includes(page.partner.current?.id ?? '')) page.partner.choose(subjects[0]!)
    }).show(focus)
    if (count > 0 && !beside.hasChildNodes()) offerBeside(beside, { read }, file, page)
    return outcome(count)
  }

  function tellWhom (partners: readonly PartnerAsked[]): void {
    if (partners.length === 0) return
    about.replaceChildren(words.aboutPartner({ name: listOf([...new Set(partners.map(p => p.name))]) }), ' ',
      button(words.chooseAnother, 'link', () => { focusOn(ask(partners)) }))
    other.hidden = made === undefined || !partners.some(({ id, name }) => isOfAnother(read, id, name))
    setText(other, made === undefined ? '' : words.madeAbout({ name: made.name }))
  }

  const asked = (partner: Partner | undefined): PartnerAsked | null => partner === undefined ? null : { id: partner.id, name: nameOf(partner) }
  const matches = named.map(({ name }) => matchPartner(name, made, session.book))
  const partners = matches.map((match): PartnerAsked | null => asked(partnersOf(session.book, true).find(p => p.id === ('id' in match ? match.id : match.likely))))
  if (matches.every(match => 'id' in match)) return compare(partners.flatMap(partner => partner ?? []), focus)
  // A name that is not the likely partner's means another one, until somebody says that it does not.
  const form = ask(partners.map((partner, i) => 'ask' in matches[i]! && named[i]!.name !== '' ? null : partner))
  if (focus) focusOn(form)
  return words.asksWhom
}
